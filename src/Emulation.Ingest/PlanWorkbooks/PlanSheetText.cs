using OfficeOpenXml;

namespace Emulation.Ingest.PlanWorkbooks;

/// <summary>Reads a sheet back into the text of its file, without the line ends at its end.</summary>
internal static class PlanSheetText
{
    /// <exception cref="InvalidDataException">A cell holds a formula, an error or a line break.</exception>
    public static string Of(ExcelWorksheet sheet, PlanSheetRow row)
    {
        var rows = Enumerable.Range(1, sheet.Dimension?.End.Row ?? 0).Select(number => CellsOf(sheet, number, row)).ToList();
        var columns = row.IsTable ? rows.Find(cells => cells.Count > 0 && CsvCells.IsHeader(cells[0]))?.Count ?? 0 : 0;
        return string.Join('\n', rows.Select(cells => row.Join(cells, columns))).TrimEnd('\n');
    }

    private static List<string> CellsOf(ExcelWorksheet sheet, int number, PlanSheetRow row)
    {
        var cells = Enumerable.Range(1, sheet.Dimension.End.Column).Select(column => TextOf(sheet.Cells[number, column], sheet.Name, row.DecimalSign)).ToList();
        return [.. cells.Take(cells.FindLastIndex(cell => cell.Length > 0) + 1)];
    }

    private static string TextOf(ExcelRange cell, string sheet, char sign)
    {
        if (!string.IsNullOrEmpty(cell.Formula) || cell.Value is ExcelErrorValue)
        {
            throw new InvalidDataException($"{sheet}!{cell.Address}: a formula or an error stands here; a plan holds values only.");
        }

        var text = PlanCell.TextOf(cell.Value, cell.Style.Numberformat.Format.Contains('y', StringComparison.OrdinalIgnoreCase), sign);
        return text.AsSpan().IndexOfAny('\n', '\r') < 0 ? text
            : throw new InvalidDataException($"{sheet}!{cell.Address}: a line break stands in the cell; a plan has one line a row.");
    }
}
