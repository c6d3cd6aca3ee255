using Emulation.Reports.Documents.Model;
using Emulation.Reports.Documents.Twin;

namespace Emulation.Reports.Documents.Workbook;

/// <summary>"Chưa gửi - gửi chậm": what is missing, needs fixing or came late.</summary>
internal static class OutstandingSheet
{
    private static readonly double[] Widths = [5, 30, 46, 22, 14, 16, 14, 11];
    private static readonly string[] Headings =
        ["Column.Number", "Column.Unit", "Column.Duty", "Column.Period", "Column.DueOn", "Column.Standing", "Column.ReceivedOn", "Column.DaysLate"];

    public static void Add(ReportBook book, ReportModel model)
    {
        var sheet = new ReportSheet(book, Texts.Get("Sheet.Outstanding"), model.Cover, Widths);
        sheet.Title(Texts.Get("Sheet.Outstanding.Title"), Texts.Get("Sheet.Outstanding.Subtitle", VietnameseFormat.Moment(model.Cover.DataAsOf)));
        sheet.Table(Headings, 34, 2, model.Outstanding, (report, number) => Row(sheet, report, DutyCode(model, report), number));
    }

    // The model names the period in words here, and by its code on the board.
    private static string DutyCode(ReportModel model, OutstandingReport report) => TwinRows.DutyCode(
        model.Completeness.Duties.First(duty => duty.Duty == report.Duty && duty.PeriodName == report.PeriodName));

    private static void Row(ReportSheet sheet, OutstandingReport report, string code, int number)
    {
        var row = sheet.Row;
        sheet.Ordinal(row, 1, number);
        sheet.Text(row, 2, report.Unit);
        sheet.Text(row, 3, report.DutyName);
        sheet.Text(row, 4, report.PeriodName);
        sheet.Date(row, 5, report.DueOn, new ValueAddress("duties", "", code, "due-on"));
        sheet.Centred(row, 6, Standings.Word(report.Standing));
        sheet.Fill(row, 6, Palette.OfStanding(report.Standing));
        sheet.Date(row, 7, report.ReceivedOn, new ValueAddress("board", report.UnitCode, code, "received-on"));
        sheet.Number(row, 8, report.DaysLate == 0 ? null : report.DaysLate, NumberFormats.Whole, new ValueAddress("board", report.UnitCode, code, "days-late"));
        sheet.Look(row, 8, CellLook.Centred);
    }
}

/// <summary>"Vấn đề cần làm rõ": what does not agree.</summary>
internal static class QuestionsSheet
{
    private static readonly double[] Widths = [5, 28, 10, 24, 92];
    private static readonly string[] Headings = ["Column.Number", "Column.Unit", "Column.Code", "Column.QuestionKind", "Column.Question"];

    public static void Add(ReportBook book, ReportModel model)
    {
        var sheet = new ReportSheet(book, Texts.Get("Sheet.Questions"), model.Cover, Widths);
        sheet.Title(Texts.Get("Sheet.Questions.Title"), Texts.Get("Sheet.Questions.Subtitle"));
        sheet.Table(Headings, 22, 2, model.Questions.Concat(model.Explanations), (question, number) =>
        {
            sheet.Ordinal(sheet.Row, 1, number);
            sheet.Text(sheet.Row, 2, question.Unit);
            sheet.Text(sheet.Row, 3, question.Indicator);
            sheet.Text(sheet.Row, 4, QuestionWords.Kind(question.Kind));
            sheet.Text(sheet.Row, 5, question.Sentence);
        });
    }
}

/// <summary>"Thay đổi": what a re-issue changes.</summary>
internal static class ChangesSheet
{
    private static readonly double[] Widths = [5, 40, 30, 30, 30];
    private static readonly string[] Headings = ["Column.Number", "Column.Unit", "Column.What", "Column.Before", "Column.After"];

    public static void Add(ReportBook book, ReportModel model)
    {
        var sheet = new ReportSheet(book, Texts.Get("Sheet.Changes"), model.Cover, Widths);
        sheet.Title(Texts.Get("Sheet.Changes.Title"), model.Cover.Replaces ?? "");
        sheet.Table(Headings, 22, 2, model.Changes, (change, number) =>
        {
            sheet.Ordinal(sheet.Row, 1, number);
            sheet.Text(sheet.Row, 2, change.Unit);
            sheet.Text(sheet.Row, 3, change.What);
            sheet.Text(sheet.Row, 4, change.Before);
            sheet.Text(sheet.Row, 5, change.After);
        });
    }
}

/// <summary>"Chú giải": the words a reader may stumble over.</summary>
internal static class GlossarySheet
{
    private static readonly double[] Widths = [30, 120];

    public static void Add(ReportBook book, ReportModel model)
    {
        var sheet = new ReportSheet(book, Texts.Get("Sheet.Glossary"), model.Cover, Widths);
        sheet.Title(Texts.Get("Sheet.Glossary.Title"), Texts.Get("Sheet.Glossary.Subtitle"));
        sheet.Table(["Column.Word", "Column.Meaning"], 22, 1, model.Glossary, (entry, _) =>
        {
            sheet.Text(sheet.Row, 1, entry.Word);
            sheet.Look(sheet.Row, 1, CellLook.Bold);
            sheet.Text(sheet.Row, 2, entry.Meaning);
        });
    }
}
