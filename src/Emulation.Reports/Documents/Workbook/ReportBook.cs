using OfficeOpenXml;

namespace Emulation.Reports.Documents.Workbook;

/// <summary>A printed cell and the value it prints.</summary>
/// <param name="Cell">As a spreadsheet names it, e.g. <c>C7</c>.</param>
public sealed record PrintedCell(string Sheet, string Cell, ValueAddress Address);

/// <summary>A workbook being written, which remembers of every number whose value it is.</summary>
internal sealed class ReportBook(ExcelWorkbook workbook)
{
    private readonly List<PrintedCell> cells = [];

    public ExcelWorkbook Workbook => workbook;

    public CellStyles Styles { get; } = new();

    /// <summary>In order of writing.</summary>
    public IReadOnlyList<PrintedCell> Cells => cells;

    public void Note(ExcelWorksheet sheet, int row, int column, ValueAddress address) =>
        cells.Add(new PrintedCell(sheet.Name, ExcelCellBase.GetAddress(row, column), address));
}
