using Emulation.Ingest.Validation;
using Emulation.Ingest.Validation.Recognition;
using Emulation.Ingest.Workbooks;
using OfficeOpenXml;
using OfficeOpenXml.Style;

namespace Emulation.Ingest.Answers.Returned;

/// <summary>A text file as a workbook: the same columns, every line in the row of its number, every value the text it was.</summary>
/// <param name="Content">The package.</param>
/// <param name="Address">Where the table stands.</param>
internal sealed record TextTable(byte[] Content, string Address);

/// <summary>Lays a text file out in cells.</summary>
/// <remarks>Text stays text: a file without types says nothing of numbers, and what it says must read the same when it comes back.</remarks>
internal static class TextCopy
{
    private const int MostRows = 20_000;

    // Findings of whole records, whose fields are not where the headings are.
    private static readonly HashSet<string> OfBrokenRecords = [RejectionCatalogue.Quote.Code, RejectionCatalogue.Ragged.Code, RejectionCatalogue.LongRecord.Code];

    /// <exception cref="NotReturnedException">Its records are broken, or too many.</exception>
    public static TextTable Of(ReadOnlyMemory<byte> content, IReadOnlyList<Rejection> findings)
    {
        if (findings.Any(finding => OfBrokenRecords.Contains(finding.Code)))
        {
            throw new NotReturnedException(WhyNotReturned.BrokenRecords);
        }

        using var table = new TextFormFinder(Parsing.ReadingLimits.Default, new Findings()).Find(content);
        using var package = new ExcelPackage();
        var sheet = package.Workbook.Worksheets.Add(CellText.SheetName(table.Form.Name));
        sheet.SetFont(11);
        var (columns, last) = (table.Source.ColumnCount, table.FirstRow);
        WriteHeading(sheet, table, columns);
        while (table.Source.Read())
        {
            last = table.Source.RowNumber;
            WriteRow(sheet, table, columns);
            if (last > MostRows)
            {
                throw new NotReturnedException(WhyNotReturned.TooLarge);
            }
        }

        sheet.View.FreezePanes(table.FirstRow + 1, 1);
        sheet.SetPage(isLandscape: true, table.Form.Name);
        return new TextTable(package.ToBytes(new DateTime(2020, 1, 1)), sheet.Cells[table.FirstRow, 1, last, columns].Address);
    }

    private static void WriteHeading(ExcelWorksheet sheet, FormTable table, int columns)
    {
        for (var column = 1; column <= columns; column++)
        {
            sheet.Cells[table.FirstRow, column].SetText(table.Source.Cell(column).ToString());
            sheet.Column(column).Width = Math.Min(WidthOf(table, column), 44);
        }

        sheet.Cells[table.FirstRow, 1, table.FirstRow, columns].AsHeading();
        sheet.Row(table.FirstRow).Height = 32;
    }

    private static void WriteRow(ExcelWorksheet sheet, FormTable table, int columns)
    {
        var row = table.Source.RowNumber;
        for (var column = 1; column <= columns; column++)
        {
            sheet.Cells[row, column].SetText(table.Source.Cell(column).ToString());
        }

        var cells = sheet.Cells[row, 1, row, columns].Lines();
        cells.Style.VerticalAlignment = ExcelVerticalAlignment.Top;
        cells.Style.WrapText = true;
        sheet.Row(row).Height = Enumerable.Range(1, columns).Max(column => RowHeight.Of(table.Source.Cell(column).ToString(), sheet.Column(column).Width, 11));
    }

    private static double WidthOf(FormTable table, int column) => Array.IndexOf(table.Map.ColumnOf, column) is >= 0 and var index ? table.Form.Columns[index].Width : 14;
}
