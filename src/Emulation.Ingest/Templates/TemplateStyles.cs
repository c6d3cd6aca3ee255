using System.Drawing;
using Emulation.Ingest.Workbooks;
using OfficeOpenXml;
using OfficeOpenXml.Style;

namespace Emulation.Ingest.Templates;

/// <summary>The named styles of a template. A named style is set on a range in one step, which is ten times faster than its properties one by one.</summary>
internal static class TemplateStyles
{
    public const string Given = "Mẫu: cho sẵn";
    public const string GivenCentred = "Mẫu: cho sẵn, giữa";
    public const string GivenWhole = "Mẫu: số nguyên cho sẵn";
    public const string GivenDecimal = "Mẫu: số thập phân cho sẵn";
    public const string GivenDate = "Mẫu: ngày cho sẵn";
    public const string Closed = "Mẫu: không điền";
    public const string Section = "Mẫu: mục";
    /// <summary>How the names of all styles begin whose cells are filled in.</summary>
    public const string InputPrefix = "Mẫu: điền ";

    public const string InputText = InputPrefix + "chữ";
    public const string InputNumber = InputPrefix + "thứ tự";
    public const string InputChoice = InputPrefix + "lựa chọn";
    public const string InputWhole = InputPrefix + "số nguyên";
    public const string InputDecimal = InputPrefix + "số thập phân";
    public const string InputDate = InputPrefix + "ngày";

    public static void AddTo(ExcelWorkbook workbook)
    {
        Add(workbook, Given, CellPalette.Given, ExcelHorizontalAlignment.Left);
        Add(workbook, GivenCentred, CellPalette.Given, ExcelHorizontalAlignment.Center);
        Add(workbook, GivenWhole, CellPalette.Given, ExcelHorizontalAlignment.Right).Numberformat.Format = CellFormat.Whole;
        Add(workbook, GivenDecimal, CellPalette.Given, ExcelHorizontalAlignment.Right).Numberformat.Format = CellFormat.TwoDecimals;
        Add(workbook, GivenDate, CellPalette.Given, ExcelHorizontalAlignment.Center).Numberformat.Format = CellFormat.Date;
        Add(workbook, Closed, CellPalette.Given, ExcelHorizontalAlignment.Center);
        Add(workbook, Section, CellPalette.Section, ExcelHorizontalAlignment.Left).Font.Bold = true;
        AddInput(workbook, InputText, ExcelHorizontalAlignment.Left, CellFormat.General);
        AddInput(workbook, InputNumber, ExcelHorizontalAlignment.Center, CellFormat.General);
        AddInput(workbook, InputChoice, ExcelHorizontalAlignment.Center, CellFormat.General);
        AddInput(workbook, InputWhole, ExcelHorizontalAlignment.Right, CellFormat.Whole);
        AddInput(workbook, InputDecimal, ExcelHorizontalAlignment.Right, CellFormat.General);
        AddInput(workbook, InputDate, ExcelHorizontalAlignment.Center, CellFormat.Date);
    }

    private static void AddInput(ExcelWorkbook workbook, string name, ExcelHorizontalAlignment alignment, string format)
    {
        var style = Add(workbook, name, CellPalette.Input, alignment);
        style.Locked = false;
        style.Numberformat.Format = format;
    }

    private static ExcelStyle Add(ExcelWorkbook workbook, string name, Color fill, ExcelHorizontalAlignment alignment)
    {
        var style = workbook.Styles.CreateNamedStyle(name).Style;
        style.Font.Name = SheetPage.FontName;
        style.Font.Size = TemplateSheet.FontSize;
        style.Fill.PatternType = ExcelFillStyle.Solid;
        style.Fill.BackgroundColor.SetColor(fill);
        style.HorizontalAlignment = alignment;
        style.VerticalAlignment = ExcelVerticalAlignment.Center;
        style.WrapText = true;
        foreach (var side in new[] { style.Border.Top, style.Border.Bottom, style.Border.Left, style.Border.Right })
        {
            side.Style = ExcelBorderStyle.Thin;
            side.Color.SetColor(CellPalette.Line);
        }

        return style;
    }
}
