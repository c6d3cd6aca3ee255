using System.Globalization;
using Emulation.Ingest.Workbooks;
using OfficeOpenXml;

namespace Emulation.Ingest.PlanWorkbooks;

/// <summary>Writes one file of a plan as a sheet: a row a line, values to be changed on a light ground, what stands around them in grey.</summary>
internal sealed class PlanSheet(ExcelWorksheet sheet, PlanSheetRow row, IReadOnlyList<string> lines)
{
    private const double Narrowest = 7;
    private const double Widest = 42;
    private const int FreeRows = 200;
    private readonly int header = row.HeaderOf(lines);
    private readonly Dictionary<int, int> widths = [];

    public void Fill()
    {
        sheet.Cells.Style.Font.Name = SheetPage.FontName;
        sheet.Cells.Style.Font.Size = 11;
        sheet.Cells.Style.Numberformat.Format = CellFormat.Text;
        sheet.SetPage(isLandscape: true, row.File);
        var names = header < 0 ? [] : row.Split(lines[header], 0);
        for (var index = 0; index < lines.Count; index++)
        {
            FillRow(index, row.Split(lines[index], names.Count));
        }

        foreach (var (column, width) in widths)
        {
            sheet.Column(column + 1).Width = Math.Clamp(width + 2, Narrowest, Widest);
        }

        if (header >= 0)
        {
            sheet.View.FreezePanes(header + 2, 2);
            OfferWords(names);
        }
    }

    private void FillRow(int index, IReadOnlyList<string> cells)
    {
        if (cells.Count == 1)
        {
            // A comment, or a line without values: it runs on over the empty cells beside it.
            sheet.Cells[index + 1, 1].SetText(cells[0]).Ink(CellPalette.Muted).Style.Font.Italic = cells[0].TrimStart().StartsWith('#');
            return;
        }

        for (var column = 0; column < cells.Count; column++)
        {
            FillCell(sheet.Cells[index + 1, column + 1], index, column, cells);
        }
    }

    private void FillCell(ExcelRange cell, int index, int column, IReadOnlyList<string> cells)
    {
        var isValue = row.IsTable ? index != header : YamlCells.IsValue(column);
        widths[column] = Math.Max(widths.GetValueOrDefault(column), Math.Min(cells[column].Length, row.IsTable || column != 1 ? 60 : 24));
        if (!isValue)
        {
            cell.SetText(cells[column]);
            if (row.IsTable)
            {
                cell.AsHeading();
            }
            else
            {
                cell.Ink(CellPalette.Muted);
            }

            return;
        }

        Write(cell, cells[column], column, cells);
        cell.Fill(CellPalette.Input).Lines();
        if (!row.IsTable && row.WordsOf(null, cells[column - 1]) is { } words)
        {
            Offer(cell.Address, words);
        }
    }

    private void Write(ExcelRange cell, string text, int column, IReadOnlyList<string> cells)
    {
        // Codes are texts even where they look like numbers; so is what stands in quotes.
        var isCode = row.IsTable ? column == 0 && !text.Contains('-') : cells[column - 1].EndsWith('"');
        switch (isCode ? text : PlanCell.Of(text, row.DecimalSign))
        {
            case decimal number:
                cell.Value = number;
                cell.Style.Numberformat.Format = CellFormat.General;
                break;
            case DateTime day:
                cell.Value = day;
                cell.Style.Numberformat.Format = PlanCell.DayFormat;
                break;
            default:
                cell.SetText(text);
                break;
        }
    }

    private void OfferWords(IReadOnlyList<string> names)
    {
        for (var column = 0; column < names.Count; column++)
        {
            if (row.WordsOf(names[column], null) is { } words)
            {
                Offer(ExcelCellBase.GetAddress(header + 2, column + 1, lines.Count + FreeRows, column + 1), words);
            }
        }
    }

    private void Offer(string address, IReadOnlyList<string> words)
    {
        var list = sheet.DataValidations.AddListValidation(address);
        words.ToList().ForEach(list.Formula.Values.Add);
        list.ShowErrorMessage = true;
        list.Error = string.Create(CultureInfo.InvariantCulture, $"Chọn một trong: {string.Join(", ", words)}");
    }
}
