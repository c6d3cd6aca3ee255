using Emulation.Jobs.Pages.Storage;
using Emulation.Plan;
using Emulation.Reports.Tests.Delivery;
using MimeKit;

namespace Emulation.Reports.Tests.Documents;

/// <summary>The document of a report that waits: DỰ THẢO on every page until it is released, unmarked after it; both stored, neither ever changed.</summary>
public sealed class HeldDocumentTests : IAsyncLifetime
{
    private const string Document = "bao-cao-dot-1-2020.docx";
    private const string Draft = "bao-cao-dot-1-2020-du-thao.docx";
    private static readonly PeriodCode Wave1 = new("2020-W1");
    private ReportRoom room = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        room = await ReportRoom.OpenAsync(Cancellation);
        await room.Get<CloseWave>().RunAsync(Wave1, "test", Cancellation);
    }

    public ValueTask DisposeAsync() => room.DisposeAsync();

    [Fact]
    public async Task BeforeTheRelease_OnlyTheMarkedDocumentLeaves_AfterItTheOther()
    {
        var report = await PublishAsync("{ report: final, hold-hours: 24, unanswered: keep }");
        var stored = await HashesAsync(report);
        room.Clock.Advance(TimeSpan.FromDays(3));
        await room.DrainAsync(Cancellation);

        Assert.Equal((null, true), (IsMarked(await FileAsync(report, Document)), IsMarked(await FileAsync(report, Draft))));
        Assert.Equal([Draft], await LeavingAsync(report));

        await room.Get<ReleaseReport>().ReleaseAsync(report, "Chánh Văn phòng", Cancellation);

        Assert.Equal((false, true), (IsMarked(await FileAsync(report, Document)), IsMarked(await FileAsync(report, Draft))));
        Assert.Equal([Document, Draft], await LeavingAsync(report));
        Assert.Equal(stored, await HashesAsync(report));

        await room.Get<ReleaseReport>().HoldAsync(report, "Xem lại", "Văn thư", Cancellation);
        Assert.Equal([Draft], await LeavingAsync(report));
    }

    [Fact]
    public async Task SilenceThatMeansSend_ReleasesTheDocumentWithTheFirstMail()
    {
        var report = await PublishAsync("{ report: final, hold-hours: 24, unanswered: send }");
        await room.DrainAsync(Cancellation);
        Assert.Equal([Draft], await LeavingAsync(report));

        room.Clock.Advance(TimeSpan.FromHours(25));
        await room.DrainAsync(Cancellation);

        Assert.Equal([Document, Draft], await LeavingAsync(report));
        Assert.NotEmpty(room.Mails);
        Assert.All(room.Mails, mail =>
        {
            var sent = MimeMessage.Load(mail, Cancellation).Attachments.OfType<MimePart>().Where(part => part.FileName!.EndsWith(".docx", StringComparison.Ordinal)).ToList();
            using var content = new MemoryStream();
            Assert.Single(sent).Content!.DecodeTo(content, Cancellation);
            Assert.Equal((Document, (bool?)false), (sent[0].FileName, IsMarked(content.ToArray())));
        });
    }

    [Fact]
    public async Task Both_AreStoredWithTheReportAndAudited_AndBlankWhereTheRegistryWrites()
    {
        var report = await PublishAsync("{ report: final, hold-hours: 0, unanswered: keep }");

        Assert.Equal(2, await room.ScalarAsync<long>($"select count(*) from emulation.audit_entries join emulation.audit_payloads using (audit_id) where kind = 'report-file-made' and payload like '%bao-cao-dot-1-2020%.docx%'", Cancellation));
        using var draft = new OpenedDocument((await FileAsync(report, Draft))!);
        Assert.Contains(draft.Texts, text => text.StartsWith("Số:        /", StringComparison.Ordinal));
        Assert.Contains(draft.Texts, text => text.Contains("ngày       tháng", StringComparison.Ordinal));
        await Assert.ThrowsAsync<Npgsql.PostgresException>(() => room.ScalarAsync<long>($"delete from emulation.report_files where name = '{Draft}' returning report_id", Cancellation));
    }

    [Fact]
    public async Task ProgressOfAMonthThatWaits_IsMarkedUntilItsRelease()
    {
        await room.ApplyAsync("plan.yaml", text => text + "\nrelease:\n  - { report: monthly-progress, hold-hours: 24, unanswered: keep }\n", Cancellation);
        var report = (await room.Get<PublishReport>().RunAsync(ReportKind.MonthlyProgress, new PeriodCode("2020-06"), Cancellation)).ReportId;
        Assert.Equal(["bao-cao-thang-6-2020-du-thao.docx"], await LeavingAsync(report));

        await room.Get<ReleaseReport>().ReleaseAsync(report, "Chánh Văn phòng", Cancellation);

        Assert.False(IsMarked(await FileAsync(report, "bao-cao-thang-6-2020.docx")));
    }

    [Fact]
    public async Task ReportThatGoesAtOnce_HasOneUnmarkedDocument()
    {
        var report = (await room.Get<PublishReport>().RunAsync(ReportKind.Final, Wave1, Cancellation)).ReportId;

        Assert.Equal([Document], await LeavingAsync(report));
        Assert.False(IsMarked(await FileAsync(report, Document)));
    }

    private async Task<long> PublishAsync(string rule)
    {
        await room.ApplyAsync("plan.yaml", text => text + "\nrelease:\n  - " + rule + "\n", Cancellation);
        return (await room.Get<PublishReport>().RunAsync(ReportKind.Final, Wave1, Cancellation)).ReportId;
    }

    private async Task<byte[]?> FileAsync(long report, string name) => (await new PageQueries(room.Database).ReportFileAsync(report, name, Cancellation))?.Content;

    /// <summary>The documents that may leave, as page and export list them.</summary>
    private async Task<IEnumerable<string>> LeavingAsync(long report)
    {
        var queries = new PageQueries(room.Database);
        var listed = (await queries.ReportFilesAsync(report, Cancellation)).Where(file => file.MayLeave).Select(file => file.Name).ToList();
        Assert.Equal(listed.Where(name => !name.EndsWith(".png", StringComparison.Ordinal)), (await queries.ReportsAsync("dak-lak-2020", Cancellation)).Single(row => row.ReportId == report).FileNames);
        return listed.Where(name => name.EndsWith(".docx", StringComparison.Ordinal));
    }

    private async Task<List<string>> HashesAsync(long report) =>
        [.. (await new PageQueries(room.Database).ReportFilesAsync(report, Cancellation)).Select(file => $"{file.Name} {Convert.ToHexString(file.Hash)}")];

    private static bool? IsMarked(byte[]? document) => document is null ? null : OpenedDocument.Parts(document).Values.Any(xml => xml.Contains("string=\"DỰ THẢO\"", StringComparison.Ordinal));
}
