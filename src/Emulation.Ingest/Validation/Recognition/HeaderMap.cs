using Emulation.Ingest.Forms;

namespace Emulation.Ingest.Validation.Recognition;

/// <summary>How the headings of one table fit one form.</summary>
/// <param name="Form">The form.</param>
/// <param name="ColumnOf">For each column of the form its 1-based column in the table; 0 if the table lacks it.</param>
/// <param name="PathOf">For each column of the form its headings from top to bottom; empty if the table lacks it.</param>
/// <param name="Twice">Columns of the form that two headings claim, as (column of the table, heading).</param>
/// <param name="Unknown">Headings that belong to no column of the form, as (column of the table, heading).</param>
internal sealed record HeaderMap(
    FormDefinition Form,
    int[] ColumnOf,
    IReadOnlyList<HeadText>[] PathOf,
    IReadOnlyList<(int Column, string Heading)> Twice,
    IReadOnlyList<(int Column, string Heading)> Unknown)
{
    public int Matched { get; } = ColumnOf.Count(column => column > 0);

    /// <summary>The measures that stand behind the headings of figures, with their headings; usually none.</summary>
    public IReadOnlyList<(HeadText Heading, string Measure)> Measures { get; } =
        [.. Form.Columns.Select((column, index) => (column, index))
            .Where(one => one.column.Type == ColumnType.Figure && PathOf[one.index].Count > 0)
            .SelectMany(one => PathOf[one.index].Select(heading => (heading, HeadingMeasures.Split(heading.Text).Measure)))
            .Where(one => one.Measure is not null).Select(one => (one.heading, one.Measure!)).DistinctBy(one => one.heading)];

    public int Of(string id) => ColumnOf[Form.IndexOf(id)];

    public bool Has(string id) => Of(id) > 0;

    /// <summary>The required headings the table lacks.</summary>
    public IEnumerable<string> Missing(bool isText) =>
        Form.Columns.Where((column, index) => ColumnOf[index] == 0 && IsRequired(column, isText)).Select(column => column.Header);

    /// <summary>True if the other map says the same of every column.</summary>
    public bool SaysTheSame(HeaderMap other) =>
        Form == other.Form && ColumnOf.SequenceEqual(other.ColumnOf) && Twice.SequenceEqual(other.Twice) && Unknown.SequenceEqual(other.Unknown);

    /// <summary>Fits headings to a form.</summary>
    /// <param name="paths">For each column of the table its headings from top to bottom, blanks left out; column 1 first.</param>
    public static HeaderMap Fit(FormDefinition form, IReadOnlyList<IReadOnlyList<HeadText>> paths)
    {
        var keys = FormKeys.Of(form);
        var found = paths.Select((path, index) => Claim(keys, path, index + 1)).Where(claim => claim.Path.Count > 0).ToList();
        var columnOf = new int[form.Columns.Count];
        var pathOf = Enumerable.Repeat<IReadOnlyList<HeadText>>([], form.Columns.Count).ToArray();
        var (twice, unknown) = (new List<(int, string)>(), new List<(int, string)>());
        foreach (var one in found)
        {
            var rivals = found.Where(other => other.Index == one.Index && other.IsWhole).Take(2).Count();
            if (one.Index is not { } index || (rivals == 1 && !one.IsWhole))
            {
                unknown.Add((one.Column, string.Join(" / ", one.Path.Select(heading => heading.Text))));
            }
            else if (columnOf[index] > 0)
            {
                twice.Add((one.Column, one.Path[^1].Text));
            }
            else
            {
                (columnOf[index], pathOf[index]) = (one.Column, one.Path);
            }
        }

        return new HeaderMap(form, columnOf, pathOf, twice, unknown);
    }

    private static (int Column, IReadOnlyList<HeadText> Path, int? Index, bool IsWhole) Claim(FormKeys keys, IReadOnlyList<HeadText> path, int column)
    {
        var isWhole = false;
        var index = path.Count == 0 ? null : keys.Find(path, out isWhole);
        return (column, path, index, isWhole);
    }

    /// <summary>A text file must say of every row whose it is and of when; a workbook says it above the table.</summary>
    private static bool IsRequired(FormColumn column, bool isText) =>
        column.IsRequired || (isText && column.Id is ("unit" or "period" or "year" or "asOf"));
}
