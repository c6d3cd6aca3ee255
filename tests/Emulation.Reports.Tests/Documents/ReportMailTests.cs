using System.Text.RegularExpressions;
using Emulation.Reports.Documents;
using Emulation.Reports.Documents.Mail;
using Emulation.Reports.Documents.Model;

namespace Emulation.Reports.Tests.Documents;

public sealed partial class ReportMailTests : IAsyncLifetime
{
    private readonly MailRenderer renderer = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => renderer.DisposeAsync();

    // status, edition → subject
    [Theory]
    [InlineData(ReportStatus.Final, 1, "[Sở Tư pháp] Báo cáo sơ kết thi đua đợt 1 năm 2020")]
    [InlineData(ReportStatus.Draft, 1, "[Sở Tư pháp] Báo cáo sơ kết thi đua đợt 1 năm 2020 (dự thảo)")]
    [InlineData(ReportStatus.Provisional, 1, "[Sở Tư pháp] Báo cáo sơ kết thi đua đợt 1 năm 2020 (tạm tính)")]
    [InlineData(ReportStatus.Final, 2, "[Sở Tư pháp] Báo cáo sơ kết thi đua đợt 1 năm 2020 – bản thay thế 2")]
    public void Subject_OfAReport_SaysWhatItIs(ReportStatus status, int edition, string subject) =>
        Assert.Equal(subject, MailSubject.Of(SampleRun.Model.Cover with { Status = status, Edition = edition }));

    [Theory]
    [InlineData("final", "năm 2020", "Báo cáo tổng kết thi đua năm 2020")]
    [InlineData("final", "đợt 2 năm 2020", "Báo cáo tổng kết thi đua đợt 2 năm 2020")]
    [InlineData("monthly-progress", "tháng 3/2020", "Báo cáo tiến độ thi đua tháng 3/2020")]
    public void Title_OfAKind_IsInWords(string kind, string period, string title) =>
        Assert.Equal(title, MailSubject.Title(SampleRun.Model.Cover with { Kind = kind, PeriodName = period }));

    [Fact]
    public async Task BothBodies_SayTheSameNumbers()
    {
        var mail = await MailOf(SampleRun.Model);
        var html = TextOf(mail.Html);

        foreach (var said in new[] { mail.Text, html })
        {
            Assert.All(SampleRun.Model.Headlines, sentence => Assert.Contains(sentence, said, StringComparison.Ordinal));
            Assert.All(SampleRun.Model.Ranking.SelectMany(block => block.Units), unit => Assert.Contains(VietnameseFormat.Points(unit.Points), said, StringComparison.Ordinal));
            Assert.All(SampleRun.Model.Questions, question => Assert.Contains(question.Sentence, said, StringComparison.Ordinal));
            Assert.Contains("bao-cao-dot-1-2020.xlsx", said, StringComparison.Ordinal);
            Assert.Contains(SampleRun.Model.Cover.RunHash, said, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Html_OfForeignText_IsEncoded()
    {
        var mail = await MailOf(SampleRun.Model with { Questions = [new OpenQuestion("<b>x</b>", "654", null, "check", "<script>alert(1)</script>")] });

        Assert.DoesNotContain("<script", mail.Html, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", mail.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Html_KeepsVietnameseLettersAndLoadsNothingFromElsewhere()
    {
        var mail = await MailOf(SampleRun.Model);

        Assert.StartsWith("<!DOCTYPE html>", mail.Html, StringComparison.Ordinal);
        Assert.Contains("Báo cáo sơ kết thi đua", mail.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("http", mail.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", mail.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Html_OfLongLists_LeavesTheRestToTheWorkbook()
    {
        var questions = Enumerable.Range(1, 1500).Select(number => new OpenQuestion("Lắk", "656", null, "check", $"Câu hỏi {number}.")).ToList();

        var mail = await MailOf(SampleRun.Model with { Questions = questions });

        Assert.Contains("Câu hỏi 12.", mail.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Câu hỏi 13.", mail.Html, StringComparison.Ordinal);
        Assert.Contains("… và 1.488 dòng khác trong tệp đính kèm.", mail.Html, StringComparison.Ordinal);
        Assert.Contains("… và 1.488 dòng khác trong tệp đính kèm.", mail.Text, StringComparison.Ordinal);
    }

    private Task<MailBody> MailOf(ReportModel model) => MailBody.OfReportAsync(renderer, model, [new ReportFile("bao-cao-dot-1-2020.xlsx", MediaTypes.Workbook, default, IsAttached: true)], []);

    private static string TextOf(string html) => System.Net.WebUtility.HtmlDecode(Tag().Replace(html, ""));

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tag();
}
