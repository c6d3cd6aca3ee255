using System.Drawing;
using OfficeOpenXml.Style;

namespace Emulation.Reports.Documents.Workbook;

/// <summary>What is laid over a cell's style. Compared by identity: there are a dozen, however many cells.</summary>
internal sealed class CellLook(Action<ExcelStyle> apply)
{
    public static readonly CellLook Centred = new(style => style.HorizontalAlignment = ExcelHorizontalAlignment.Center);
    public static readonly CellLook Right = new(style => style.HorizontalAlignment = ExcelHorizontalAlignment.Right);
    public static readonly CellLook Top = new(style => style.VerticalAlignment = ExcelVerticalAlignment.Top);
    public static readonly CellLook Bold = new(style => style.Font.Bold = true);
    public static readonly CellLook Small = new(style => style.Font.Size = 9);
    public static readonly CellLook Smaller = new(style => style.Font.Size = 10);

    /// <summary>Text that a spreadsheet might take for a formula.</summary>
    public static readonly CellLook Quoted = new(style => style.QuotePrefix = true);

    /// <summary>"Has no meaning here".</summary>
    public static readonly CellLook Dash = new(style =>
    {
        style.HorizontalAlignment = ExcelHorizontalAlignment.Center;
        style.Font.Color.SetColor(Palette.Muted);
    });

    public static CellLook Number(string format) => new(style =>
    {
        style.Numberformat.Format = format;
        style.HorizontalAlignment = ExcelHorizontalAlignment.Right;
    });

    public static CellLook Date(string format) => new(style =>
    {
        style.Numberformat.Format = format;
        style.HorizontalAlignment = ExcelHorizontalAlignment.Center;
    });

    public static CellLook Filled((Color Fill, Color Text) colors) => new(style =>
    {
        style.Fill.PatternType = ExcelFillStyle.Solid;
        style.Fill.BackgroundColor.SetColor(colors.Fill);
        style.Font.Color.SetColor(colors.Text);
    });

    public void ApplyTo(ExcelStyle style) => apply(style);
}
