using Emulation.Reports.Documents.Model;
using OfficeOpenXml.Style;

namespace Emulation.Reports.Documents.Workbook;

/// <summary>"Bìa": what the report is, how complete, what it rests on, and the main things in sentences.</summary>
internal static class CoverSheet
{
    private static readonly double[] Widths = [26, 46, 26, 46];

    public static void Add(ReportBook book, ReportModel model)
    {
        var cover = model.Cover;
        var sheet = new ReportSheet(book, Texts.Get("Sheet.Cover"), cover, Widths);
        sheet.Mark();
        sheet.Line(cover.Superior.ToUpper(Texts.Vietnamese), 12, false, Palette.Muted, 18);
        sheet.Line(cover.Issuer.ToUpper(Texts.Vietnamese), 12, true, Palette.Heading, 18);
        sheet.Row++;
        sheet.Line(cover.Title, 20, true, Palette.Heading, 32);
        sheet.Line(cover.Subject, 14, true, Palette.Heading, 24);
        sheet.Line(Texts.Get("Status." + cover.Status), 12, true, StatusColor(cover.Status), 20);
        Centre(sheet, 1, sheet.Row - 1);
        if (cover.Replaces is { } replaces)
        {
            sheet.Line(replaces, 11, true, Palette.BadText, TextHeight.Of(replaces, sheet.TotalWidth, 11));
        }

        sheet.Row++;
        Facts(sheet, [.. CoverFacts.Of(cover).Select(fact => (fact.Label, fact.Value.Text))]);
        Section(sheet, Texts.Get("Cover.Headlines"), model.Headlines);
        Section(sheet, Texts.Get("Cover.Distribution"), model.Distribution);
        sheet.Sheet.PrinterSettings.PrintArea = sheet.Sheet.Cells[1, 1, sheet.Row - 1, sheet.Columns];
        sheet.Sheet.PrinterSettings.FitToHeight = 1;
    }

    private static System.Drawing.Color StatusColor(ReportStatus status) => status == ReportStatus.Final ? Palette.GoodText : Palette.BadText;

    private static void Centre(ReportSheet sheet, int from, int to) =>
        sheet.Sheet.Cells[from, 1, to, sheet.Columns].Style.HorizontalAlignment = ExcelHorizontalAlignment.Center;

    /// <summary>Label and value, two pairs a row.</summary>
    private static void Facts(ReportSheet sheet, IReadOnlyList<(string Label, string Value)> facts)
    {
        foreach (var pair in facts.Chunk(2))
        {
            for (var index = 0; index < pair.Length; index++)
            {
                Fact(sheet, (index * 2) + 1, pair[index]);
            }

            sheet.Sheet.Row(sheet.Row).Height = pair.Max(fact => Math.Max(TextHeight.Of(fact.Value, Widths[1], 11), TextHeight.Of(fact.Label, Widths[0], 11)));
            sheet.Row++;
        }

        sheet.Row++;
    }

    private static void Fact(ReportSheet sheet, int column, (string Label, string Value) fact)
    {
        sheet.Text(sheet.Row, column, fact.Label);
        sheet.Text(sheet.Row, column + 1, fact.Value);
        sheet.Fill(sheet.Row, column, (Palette.SubHeading, Palette.Heading));
        foreach (var cell in new[] { sheet[sheet.Row, column], sheet[sheet.Row, column + 1] })
        {
            cell.Style.WrapText = true;
            cell.Style.VerticalAlignment = ExcelVerticalAlignment.Center;
            cell.Style.Border.BorderAround(ExcelBorderStyle.Thin, Palette.Line);
        }
    }

    private static void Section(ReportSheet sheet, string heading, IReadOnlyList<string> lines)
    {
        if (lines.Count == 0)
        {
            return;
        }

        sheet.Line(heading, 12, true, Palette.Heading, 20);
        foreach (var line in lines)
        {
            var text = "• " + line;
            sheet.Line(text, 11, false, System.Drawing.Color.Black, TextHeight.Of(text, sheet.TotalWidth, 11));
        }

        sheet.Row++;
    }
}
