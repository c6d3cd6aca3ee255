using OfficeOpenXml;

namespace Emulation.Benchmarks.Limits;

/// <summary>The cells of a workbook written by EPPlus and nothing else: values and number formats, no frames, colours, filters or charts.</summary>
internal sealed class BareWorkbook
{
    private readonly List<(string Sheet, List<(int Row, int Column, object Value, string Format)> Cells)> sheets = [];

    /// <param name="workbook">Whose cells are written again.</param>
    public BareWorkbook(byte[] workbook)
    {
        using var package = new ExcelPackage(new MemoryStream(workbook));
        foreach (var sheet in package.Workbook.Worksheets)
        {
            sheets.Add((sheet.Name, [.. sheet.Cells.Where(cell => cell.Value is not null).Select(cell => (cell.Start.Row, cell.Start.Column, cell.Value, cell.Style.Numberformat.Format))]));
        }
    }

    public int Cells => sheets.Sum(sheet => sheet.Cells.Count);

    public byte[] Write()
    {
        using var package = new ExcelPackage();
        foreach (var (name, cells) in sheets)
        {
            var sheet = package.Workbook.Worksheets.Add(name);
            foreach (var (row, column, value, format) in cells)
            {
                sheet.Cells[row, column].Value = value;
                if (format != "General")
                {
                    sheet.Cells[row, column].Style.Numberformat.Format = format;
                }
            }
        }

        return package.GetAsByteArray();
    }
}
