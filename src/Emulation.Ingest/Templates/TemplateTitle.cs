using Emulation.Ingest.Workbooks;
using Emulation.Plan;
using OfficeOpenXml;
using OfficeOpenXml.Style;

namespace Emulation.Ingest.Templates;

/// <summary>What stands above the table: agency and unit, stamp, title, period, and how to fill in and where to save.</summary>
internal static class TemplateTitle
{
    public static void Write(TemplateSheet sheet)
    {
        var content = sheet.Content;
        WriteAgency(sheet);
        Centred(sheet, content.Form.Title, 14, isBold: true, 24);
        Centred(sheet, TemplateTexts.Get("Title.Period", content.Period.Name), TemplateSheet.FontSize, isBold: true, 17);
        if (content.Period.Kind != PeriodKind.Year)
        {
            Centred(sheet, TemplateTexts.Get("Title.Days", TemplateTexts.Day(content.Period.From), TemplateTexts.Day(content.Period.To)), TemplateSheet.FontSize, isBold: false, 17);
        }

        Line(sheet, TemplateTexts.Get("Title.Unit", content.Unit.Name), isMuted: false);
        if (content.IsOfFigures)
        {
            WriteReferences(sheet);
        }

        WriteAsOf(sheet);
        Line(sheet, TemplateTexts.Get("Title.Fill", TemplateTexts.Day(content.Subject.Occurrence.DueOn)), isMuted: true);
    }

    private static void WriteAgency(TemplateSheet sheet)
    {
        var content = sheet.Content;
        var left = Math.Max(3, sheet.LastColumn / 2);
        var agency = sheet.Merged(1, left, TemplateTexts.Capitals(content.Plan.Issuer.Name));
        agency.Style.HorizontalAlignment = ExcelHorizontalAlignment.Left;
        var stamp = sheet.Merged(left + 1, sheet.LastColumn, content.Stamp.ToString()).Ink(CellPalette.Muted);
        stamp.Style.Font.Size = 8;
        stamp.Style.HorizontalAlignment = ExcelHorizontalAlignment.Right;
        sheet.Row++;
        sheet.Merged(1, sheet.LastColumn, TemplateTexts.Capitals(content.Unit.Name)).Style.Font.Bold = true;
        sheet.Row++;
    }

    /// <summary>Of when the given columns are: labels that the reader passes over.</summary>
    private static void WriteReferences(TemplateSheet sheet)
    {
        Line(sheet, TemplateTexts.Get("Title.Targets", sheet.Content.TargetPeriod.Name), isMuted: false);
        if (sheet.Content.Earlier.Period is { } earlier)
        {
            Line(sheet, TemplateTexts.Get("Title.Earlier", earlier.Name), isMuted: false);
        }
    }

    private static void WriteAsOf(TemplateSheet sheet)
    {
        if (sheet.Content.Form.Kind != FormKind.WaveReport)
        {
            return;
        }

        sheet.Merged(1, 3, TemplateTexts.Get("Title.AsOf")).Style.Font.Bold = true;
        var cell = sheet.Sheet.Cells[sheet.Row, 4];
        cell.StyleName = TemplateStyles.InputDate;
        sheet.Checks.Date(cell.Address, sheet.Content.Period.From, sheet.Content.Period.To, "AsOf");
        sheet.Row++;
    }

    private static void Line(TemplateSheet sheet, string text, bool isMuted)
    {
        var range = sheet.Merged(1, sheet.LastColumn, text);
        if (isMuted)
        {
            range.Ink(CellPalette.Muted);
            range.Style.Font.Italic = true;
            range.Style.WrapText = true;
            range.Style.VerticalAlignment = ExcelVerticalAlignment.Center;
            sheet.Sheet.Row(sheet.Row).Height = RowHeight.Of(text, sheet.TotalWidth, TemplateSheet.FontSize) + 2;
        }

        sheet.Row++;
    }

    private static void Centred(TemplateSheet sheet, string text, float size, bool isBold, double height)
    {
        ExcelRange range = sheet.Merged(1, sheet.LastColumn, text);
        range.Style.Font.Size = size;
        range.Style.Font.Bold = isBold;
        range.Style.HorizontalAlignment = ExcelHorizontalAlignment.Center;
        range.Style.VerticalAlignment = ExcelVerticalAlignment.Center;
        sheet.Sheet.Row(sheet.Row).Height = height;
        sheet.Row++;
    }
}
