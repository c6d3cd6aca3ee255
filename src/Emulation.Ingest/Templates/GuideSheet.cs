using Emulation.Ingest.Workbooks;
using Emulation.Plan;
using OfficeOpenXml;
using OfficeOpenXml.Style;

namespace Emulation.Ingest.Templates;

/// <summary>The sheet "Hướng dẫn": how to fill in, what blank, 0 and KPS mean, where to save, until when, whom to ask.</summary>
internal static class GuideSheet
{
    private const double Width = 84;

    public static void Add(ExcelWorkbook workbook, TemplateContent content)
    {
        var sheet = workbook.Worksheets.Add(TemplateTexts.Get("Guide.Sheet"));
        sheet.SetFont(12);
        sheet.SetWidths([Width]);
        sheet.SetPage(isLandscape: false, $"{content.Form.Name} – {content.Unit.Name} – {content.Period.Name}");
        var row = 1;
        foreach (var (text, isHeading) in Lines(content))
        {
            var cell = sheet.Cells[row, 1].SetText(text);
            cell.Style.WrapText = true;
            cell.Style.VerticalAlignment = ExcelVerticalAlignment.Top;
            cell.Style.Font.Bold = isHeading;
            if (isHeading)
            {
                cell.Fill(CellPalette.Section);
            }

            sheet.Row(row++).Height = RowHeight.Of(text, Width, 12) + (isHeading ? 3 : 1);
        }

        TemplateWorkbook.Protect(sheet, mayChangeRows: false);
    }

    private static IEnumerable<(string Text, bool IsHeading)> Lines(TemplateContent content)
    {
        yield return (TemplateTexts.Get("Guide.Title", content.Form.Name, content.Unit.Name, content.Period.Name), true);
        foreach (var line in content.IsOfFigures ? FigureLines(content) : EntryLines(content))
        {
            yield return (line, false);
        }

        yield return (TemplateTexts.Get("Guide.Send.Heading"), true);
        foreach (var line in SendLines(content))
        {
            yield return (line, false);
        }
    }

    private static IEnumerable<string> FigureLines(TemplateContent content)
    {
        yield return TemplateTexts.Get("Guide.Fill");
        yield return TemplateTexts.Get("Guide.Blank");
        yield return TemplateTexts.Get("Guide.Numbers");
        yield return TemplateTexts.Get("Guide.Ratio");
        yield return TemplateTexts.Get("Guide.Estimate");
        if (content.Form.Kind == FormKind.WaveReport)
        {
            yield return TemplateTexts.Get("Guide.AsOf");
        }

        yield return TemplateTexts.Get("Guide.Targets", content.TargetPeriod.Name);
        yield return content.Earlier.Period is { } earlier ? TemplateTexts.Get("Guide.Earlier", earlier.Name) : TemplateTexts.Get("Guide.NoEarlier");
        if (content.LastYear.Count > 0)
        {
            yield return TemplateTexts.Get("Guide.LastYear");
        }

        if (content.Form.Columns.Any(column => column.Id == "explanation"))
        {
            yield return TemplateTexts.Get("Guide.Explanation");
        }
    }

    private static IEnumerable<string> EntryLines(TemplateContent content)
    {
        yield return TemplateTexts.Get("Guide.Fill");
        if (content.Form.Columns.Any(column => column.Id == "kind"))
        {
            yield return TemplateTexts.Get("Guide.Sections");
        }

        yield return TemplateTexts.Get("Guide.Rows");
        yield return TemplateTexts.Get("Guide.Lists");
    }

    private static IEnumerable<string> SendLines(TemplateContent content)
    {
        var occurrence = content.Subject.Occurrence;
        yield return TemplateTexts.Get("Guide.Save", content.Unit.Folder, content.Folders.Inbox);
        yield return TemplateTexts.Get("Guide.Answer", content.Folders.Results);
        yield return TemplateTexts.Get("Guide.Try", content.Folders.Check);
        yield return TemplateTexts.Get("Guide.Withdraw", content.Folders.Inbox);
        yield return TemplateTexts.Get("Guide.Due", TemplateTexts.Day(occurrence.OpensOn), TemplateTexts.Day(occurrence.DueOn), TemplateTexts.Day(occurrence.LocksOn));
        yield return TemplateTexts.Get("Guide.Own", content.Folders.Templates);
        yield return TemplateTexts.Get("Guide.Csv");
        yield return TemplateTexts.Get("Guide.Ask", content.Subject.Duty.Addressee, content.Plan.Issuer.MailAddress);
    }
}
