using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Emulation.Reports.Tests.Documents;

/// <summary>Every number of a workbook by its place, dates as numbers too; the numbers of lines in a list (column A) are left out.</summary>
internal static class WorkbookNumbers
{
    public static Dictionary<(string Sheet, string Cell), double> Of(byte[] workbook)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(workbook), false);
        var part = document.WorkbookPart!;
        var numbers =
            from sheet in part.Workbook!.Descendants<Sheet>()
            from cell in ((WorksheetPart)part.GetPartById(sheet.Id!.Value!)).Worksheet!.Descendants<Cell>()
            where cell.CellValue is not null && (cell.DataType is null || cell.DataType.Value == CellValues.Number)
            where !IsLineNumber(cell.CellReference!.Value!)
            select ((sheet.Name!.Value!, cell.CellReference!.Value!), double.Parse(cell.CellValue!.Text, CultureInfo.InvariantCulture));
        return numbers.ToDictionary(pair => pair.Item1, pair => pair.Item2);
    }

    private static bool IsLineNumber(string cell) => cell.StartsWith('A') && char.IsAsciiDigit(cell[1]);
}
