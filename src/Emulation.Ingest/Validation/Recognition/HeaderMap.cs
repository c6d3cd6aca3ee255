using Emulation.Ingest.Forms;

namespace Emulation.Ingest.Validation.Recognition;

/// <summary>How the headings of one table fit one form.</summary>
/// <param name="Form">The form.</param>
/// <param name="ColumnOf">For each column of the form its 1-based column in the table; 0 if the table lacks it.</param>
/// <param name="Twice">Columns of the form that two headings claim, as (column of the table, heading).</param>
/// <param name="Unknown">Headings that belong to no column of the form, as (column of the table, heading).</param>
internal sealed record HeaderMap(
    FormDefinition Form,
    int[] ColumnOf,
    IReadOnlyList<(int Column, string Heading)> Twice,
    IReadOnlyList<(int Column, string Heading)> Unknown)
{
    public int Matched { get; } = ColumnOf.Count(column => column > 0);

    public int Of(string id) => ColumnOf[Form.IndexOf(id)];

    public bool Has(string id) => Of(id) > 0;

    /// <summary>The required headings the table lacks.</summary>
    public IEnumerable<string> Missing(bool isText) =>
        Form.Columns.Where((column, index) => ColumnOf[index] == 0 && IsRequired(column, isText)).Select(column => column.Header);

    /// <summary>Fits headings to a form.</summary>
    /// <param name="paths">For each column of the table its headings from top to bottom, blanks left out; column 1 first.</param>
    public static HeaderMap Fit(FormDefinition form, IReadOnlyList<IReadOnlyList<HeadText>> paths)
    {
        var keys = FormKeys.Of(form);
        var columnOf = new int[form.Columns.Count];
        var (twice, unknown) = (new List<(int, string)>(), new List<(int, string)>());
        for (var index = 0; index < paths.Count; index++)
        {
            var path = paths[index];
            if (path.Count == 0)
            {
                continue;
            }

            if (keys.Find(path) is not { } found)
            {
                unknown.Add((index + 1, path[^1].Text));
            }
            else if (columnOf[found] > 0)
            {
                twice.Add((index + 1, path[^1].Text));
            }
            else
            {
                columnOf[found] = index + 1;
            }
        }

        return new HeaderMap(form, columnOf, twice, unknown);
    }

    /// <summary>A text file must say of every row whose it is and of when; a workbook says it above the table.</summary>
    private static bool IsRequired(FormColumn column, bool isText) =>
        column.IsRequired || (isText && column.Id is ("unit" or "period" or "year" or "asOf"));
}
