using Emulation.Ingest.Forms;
using OfficeOpenXml;

namespace Emulation.Ingest.Templates;

/// <summary>The rows of a list of people, collectives or initiatives: numbered, empty, under the sections the reader knows.</summary>
internal static class EntryTable
{
    private const int Collectives = 12;
    private const int Individuals = 40;
    private const int Initiatives = 25;
    private const double Height = 21;

    /// <summary>Nobody in an office was born earlier.</summary>
    private static readonly DateOnly EarliestBirth = new(1930, 1, 1);

    public static void Write(TemplateSheet sheet)
    {
        var blocks = new List<(int First, int Last)>();
        if (sheet.Content.Form.Columns.Any(column => column.Id == "kind"))
        {
            sheet.Section(TemplateTexts.Get("Table.Collectives"));
            blocks.Add(WriteRows(sheet, Collectives));
            sheet.Section(TemplateTexts.Get("Table.Individuals"));
            blocks.Add(WriteRows(sheet, Individuals));
        }
        else
        {
            blocks.Add(WriteRows(sheet, Initiatives));
        }

        for (var column = 1; column <= sheet.LastColumn; column++)
        {
            var cells = string.Join(' ', blocks.Select(block => ExcelCellBase.GetAddress(block.First, column, block.Last, column)));
            AddCheck(sheet, sheet.Columns[column - 1], cells);
        }
    }

    private static (int First, int Last) WriteRows(TemplateSheet sheet, int count)
    {
        var (first, last) = (sheet.Row, sheet.Row + count - 1);
        for (var column = 1; column <= sheet.LastColumn; column++)
        {
            sheet.Sheet.Cells[first, column, last, column].StyleName = StyleOf(sheet.Columns[column - 1]);
        }

        for (var number = 1; number <= count; number++)
        {
            sheet.Sheet.Cells[sheet.Row, 1].Value = number;
            sheet.Sheet.Row(sheet.Row).Height = Height;
            sheet.Row++;
        }

        return (first, last);
    }

    private static string StyleOf(FormColumn column) => column switch
    {
        // Rows may be inserted and deleted in a protected sheet only where no cell of theirs is locked.
        { IsGiven: true } => TemplateStyles.InputNumber,
        { Type: ColumnType.Date } => TemplateStyles.InputDate,
        { Type: ColumnType.Count } => TemplateStyles.InputWhole,
        { Type: ColumnType.YesNo or ColumnType.Choice } => TemplateStyles.InputChoice,
        _ => TemplateStyles.InputText,
    };

    private static void AddCheck(TemplateSheet sheet, FormColumn column, string cells)
    {
        var latest = new DateOnly(sheet.Content.Period.To.Year + 1, 12, 31);
        switch (column.Type)
        {
            case ColumnType.Date:
                sheet.Checks.Date(cells, EarliestBirth, latest, "Day");
                break;
            case ColumnType.Count:
                sheet.Checks.Count(cells, "Votes");
                break;
            case ColumnType.YesNo:
                sheet.Checks.List(cells, [TemplateTexts.Get("Table.Yes"), TemplateTexts.Get("Table.No")], "Choice");
                break;
            case ColumnType.Choice:
                sheet.Checks.List(cells, column.Choices, "Choice");
                break;
            case ColumnType.Text when column.MustBeFilled:
                sheet.Checks.Hint(cells, "Needed");
                break;
            default:
                break;
        }
    }
}
