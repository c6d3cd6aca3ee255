using System.Drawing;
using OfficeOpenXml;
using OfficeOpenXml.Style;

namespace Emulation.Ingest.Workbooks;

/// <summary>Writes cells so that no text becomes a formula, no number a text and no date a number.</summary>
internal static class CellWriting
{
    /// <summary>Writes text as text, whatever it begins with; null or empty leaves the cell empty.</summary>
    public static ExcelRange SetText(this ExcelRange cell, string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return cell;
        }

        var clean = CellText.Clean(text);
        cell.Value = clean;
        if (CellText.LooksLikeFormula(clean))
        {
            cell.Style.QuotePrefix = true;
        }

        return cell;
    }

    /// <summary>Writes a number; null leaves the cell empty.</summary>
    public static ExcelRange SetNumber(this ExcelRange cell, decimal? value, string format)
    {
        cell.Value = value;
        cell.Style.Numberformat.Format = format;
        cell.Style.HorizontalAlignment = ExcelHorizontalAlignment.Right;
        return cell;
    }

    /// <summary>Writes a real date, shown dd/MM/yyyy; null leaves the cell empty.</summary>
    public static ExcelRange SetDate(this ExcelRange cell, DateOnly? day)
    {
        cell.Value = day?.ToDateTime(TimeOnly.MinValue);
        cell.Style.Numberformat.Format = CellFormat.Date;
        cell.Style.HorizontalAlignment = ExcelHorizontalAlignment.Center;
        return cell;
    }

    public static ExcelRange Fill(this ExcelRange range, Color fill)
    {
        range.Style.Fill.PatternType = ExcelFillStyle.Solid;
        range.Style.Fill.BackgroundColor.SetColor(fill);
        return range;
    }

    public static ExcelRange Ink(this ExcelRange range, Color color)
    {
        range.Style.Font.Color.SetColor(color);
        return range;
    }

    /// <summary>Thin lines around every cell of the range.</summary>
    public static ExcelRange Lines(this ExcelRange range)
    {
        var border = range.Style.Border;
        foreach (var side in new[] { border.Top, border.Bottom, border.Left, border.Right })
        {
            side.Style = ExcelBorderStyle.Thin;
            side.Color.SetColor(CellPalette.Line);
        }

        return range;
    }

    /// <summary>The heading of a table: bold, white on dark, centred and wrapped.</summary>
    public static ExcelRange AsHeading(this ExcelRange range)
    {
        range.Fill(CellPalette.Heading).Ink(CellPalette.HeadingText).Lines();
        range.Style.Font.Bold = true;
        range.Style.WrapText = true;
        range.Style.HorizontalAlignment = ExcelHorizontalAlignment.Center;
        range.Style.VerticalAlignment = ExcelVerticalAlignment.Center;
        return range;
    }
}
