using System.Globalization;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Emulation.Reports.Documents.Document.Filling;

/// <summary>Column widths of tables whose columns were repeated: taken from the widths of the heading cells.</summary>
internal static class TableGrids
{
    public static void Renew(Body body)
    {
        foreach (var table in body.Descendants<Table>())
        {
            var widths = table.Elements<TableRow>().FirstOrDefault()?.Elements<TableCell>()
                .Select(cell => cell.TableCellProperties?.TableCellWidth?.Width?.Value).ToList() ?? [];
            if (table.GetFirstChild<TableGrid>() is { } grid && widths.Count > grid.Elements<GridColumn>().Count() && widths.All(width => width is not null))
            {
                table.ReplaceChild(new TableGrid(widths.Select(width => new GridColumn { Width = width })), grid);
                Widen(table, widths.Sum(width => int.Parse(width!, CultureInfo.InvariantCulture)));
            }
        }
    }

    private static void Widen(Table table, int sum)
    {
        if (table.GetFirstChild<TableProperties>()?.TableWidth is { } width)
        {
            width.Width = sum.ToString(CultureInfo.InvariantCulture);
        }
    }
}
