using Emulation.Reports.Documents.Model;

namespace Emulation.Reports.Documents.Workbook;

/// <summary>"Khen thưởng": proposals counted by unit and title; names stand in the council's own list, made on request.</summary>
internal static class AwardsSheet
{
    private static readonly double[] Widths = [5, 30, 12, 44, 10, 12, 12, 14, 12, 12];

    private static readonly string[] Headings =
        ["Column.Number", "Column.Unit", "Awards.Kind", "Awards.Proposed", "Awards.Count", "Award.Standing.Ready", "Award.Standing.NeedsPerson", "Award.Standing.Blocked", "Awards.Decided", "Awards.Granted"];

    public static void Add(ReportBook book, ReportModel model)
    {
        var sheet = new ReportSheet(book, Texts.Get("Sheet.Awards"), model.Cover, Widths);
        sheet.Title(Texts.Get("Sheet.Awards.Title"), Texts.Get("Sheet.Awards.Subtitle"));
        sheet.Table(Headings, 34, 2, model.Awards, (count, number) => Row(sheet, count, number));
    }

    private static void Row(ReportSheet sheet, AwardCount count, int number)
    {
        var row = sheet.Row;
        ValueAddress At(string column) => new("awards", count.UnitCode, AwardCodes.Of(count), column);
        sheet.Ordinal(row, 1, number);
        sheet.Text(row, 2, count.Unit);
        sheet.Centred(row, 3, Texts.Get(count.IsCollective ? "Awards.Collective" : "Awards.Person"));
        sheet.Text(row, 4, count.Proposed);
        sheet.Count(row, 5, count.Count, At("count"));
        sheet.Count(row, 6, count.Ready, At("ready"));
        sheet.Count(row, 7, count.NeedsPerson, At("needs-person"));
        sheet.Count(row, 8, count.Blocked, At("blocked"));
        sheet.Count(row, 9, count.Decided, At("decided"));
        sheet.Count(row, 10, count.Granted, At("granted"));
    }
}
