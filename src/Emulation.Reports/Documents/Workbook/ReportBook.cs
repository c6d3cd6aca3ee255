using OfficeOpenXml;

namespace Emulation.Reports.Documents.Workbook;

/// <summary>A printed cell and the value it prints.</summary>
/// <param name="Cell">As a spreadsheet names it, e.g. <c>C7</c>.</param>
public sealed record PrintedCell(string Sheet, string Cell, ValueAddress Address);

/// <summary>A workbook being written, which remembers of every number whose value it is.</summary>
internal sealed class ReportBook
{
    private readonly List<PrintedCell> cells = [];

    public ReportBook(ExcelWorkbook workbook, string? mark = null)
    {
        (Workbook, Mark) = (workbook, mark);
        // The widths of columns are counted in digits of this style: they hold what they should only if it has the font of the cells.
        workbook.Styles.NamedStyles[0].Style.Font.Name = ReportSheet.FontName;
    }

    public ExcelWorkbook Workbook { get; }

    /// <summary>What every sheet and every printed page says of a workbook that is no report, e.g. of a test; null for a report.</summary>
    public string? Mark { get; }

    public CellStyles Styles { get; } = new();

    /// <summary>In order of writing.</summary>
    public IReadOnlyList<PrintedCell> Cells => cells;

    public void Note(ExcelWorksheet sheet, int row, int column, ValueAddress address) =>
        cells.Add(new PrintedCell(sheet.Name, ExcelCellBase.GetAddress(row, column), address));
}
