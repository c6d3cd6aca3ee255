using Emulation.Plan;
using Emulation.Reports.Documents.Document;
using Emulation.Reports.Tests.Documents;
using MimeKit;

namespace Emulation.Reports.Tests.Delivery;

/// <summary>A look at a report before it goes out changes nothing; a test mail says that it is one and stays inside.</summary>
public sealed class PreviewReportTests : IAsyncLifetime
{
    private static readonly PeriodCode Wave1 = new("2020-W1");
    private ReportRoom room = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => room = await ReportRoom.OpenAsync(Cancellation);

    public ValueTask DisposeAsync() => room.DisposeAsync();

    [Fact]
    public async Task Preview_IsWhatIsPublishedThen_AndStoresAndQueuesNothing()
    {
        var preview = await room.Get<PreviewReport>().RunAsync(ReportKind.WaveInterim, Wave1, DocumentMarking.Draft, Cancellation);
        Assert.Equal((0L, 0L), (await CountAsync("reports"), await CountAsync("deliveries")));

        await room.Get<PublishReport>().RunAsync(ReportKind.WaveInterim, Wave1, Cancellation);

        Assert.Equal(await room.ScalarAsync<string>("select subject from emulation.reports", Cancellation), preview.Report.Mail.Subject);
        Assert.Equal(
            await room.ScalarAsync<string>("select string_agg(address, ' ' order by delivery_id) from emulation.deliveries", Cancellation),
            string.Join(' ', preview.Deliveries.Select(delivery => delivery.Address)));
    }

    [Fact]
    public async Task Recipients_AreThoseThePublishedReportGoesTo()
    {
        var list = await room.Get<PreviewReport>().RecipientsAsync(ReportKind.WaveInterim, Wave1, Cancellation);
        await room.Get<PublishReport>().RunAsync(ReportKind.WaveInterim, Wave1, Cancellation);

        Assert.Equal(
            await room.ScalarAsync<string>("select string_agg(address, ' ' order by delivery_id) from emulation.deliveries", Cancellation),
            string.Join(' ', list.Select(line => line.Addressee.Address)));
    }

    [Fact]
    public async Task Test_SaysSoInSubjectTextHtmlAndFileNames_AndLeavesTheRealMailsAlone()
    {
        await room.Get<SendTestReport>().RunAsync(ReportKind.WaveInterim, Wave1, "xem@stp-daklak.example", Cancellation);
        await room.DrainAsync(Cancellation);

        using var mail = await MimeMessage.LoadAsync(Assert.Single(room.Mails), Cancellation);
        Assert.Equal("xem@stp-daklak.example", mail.To.Mailboxes.Single().Address);
        Assert.StartsWith("[THỬ NGHIỆM] ", mail.Subject, StringComparison.Ordinal);
        Assert.StartsWith("ĐÂY LÀ THƯ THỬ NGHIỆM", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains("THỬ NGHI", System.Net.WebUtility.HtmlDecode(mail.HtmlBody), StringComparison.Ordinal);
        Assert.NotEmpty(mail.Attachments);
        Assert.Contains(OpenedDocument.Parts(await AttachmentAsync(mail, ".docx")).Values, xml => xml.Contains("string=\"THỬ NGHIỆM\"", StringComparison.Ordinal));
        var sheets = OpenedDocument.Parts(await AttachmentAsync(mail, ".xlsx")).Where(part => part.Key.Contains("worksheets/sheet", StringComparison.Ordinal)).ToList();
        Assert.InRange(sheets.Count, 9, 20);
        Assert.All(sheets, sheet => Assert.Contains("THỬ NGHIỆM", sheet.Value, StringComparison.Ordinal));
        Assert.All(mail.Attachments, file => Assert.StartsWith("thu-nghiem-", file.ContentDisposition?.FileName, StringComparison.Ordinal));

        var real = await room.Get<PublishReport>().RunAsync(ReportKind.WaveInterim, Wave1, Cancellation);
        Assert.False(real.WasPublishedBefore);
        Assert.Equal(real.Deliveries, (await room.DrainAsync(Cancellation)).Accepted);
    }

    private static async Task<byte[]> AttachmentAsync(MimeMessage mail, string ending)
    {
        using var content = new MemoryStream();
        await Assert.Single(mail.Attachments.OfType<MimePart>(), file => file.FileName!.EndsWith(ending, StringComparison.Ordinal)).Content!.DecodeToAsync(content, Cancellation);
        return content.ToArray();
    }

    [Fact]
    public async Task Test_TwiceAndAfterThePublishing_IsSentEachTime()
    {
        await room.Get<PublishReport>().RunAsync(ReportKind.WaveInterim, Wave1, Cancellation);
        await room.Get<SendTestReport>().RunAsync(ReportKind.WaveInterim, Wave1, "xem@ngoai.example", Cancellation);
        room.Clock.Advance(TimeSpan.FromSeconds(1));
        await room.Get<SendTestReport>().RunAsync(ReportKind.WaveInterim, Wave1, "xem@ngoai.example", Cancellation);

        Assert.Equal(2, await room.ScalarAsync<long>("select count(*) from emulation.deliveries where recipient_kind = 'test'", Cancellation));
        Assert.Equal(1, await CountAsync("reports"));
    }

    [Fact]
    public async Task Test_ToAnOutsideRecipient_IsRefusedAndQueuesNothing()
    {
        var refusal = await Assert.ThrowsAsync<ArgumentException>(
            () => room.Get<SendTestReport>().RunAsync(ReportKind.WaveInterim, Wave1, "vu-tdkt@bo-tu-phap.example", Cancellation));

        Assert.Contains("A test goes only to addresses of the office (@stp-daklak.example)", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(0, await CountAsync("deliveries"));
    }

    private Task<long> CountAsync(string table) => room.ScalarAsync<long>($"select count(*) from emulation.{table}", Cancellation);
}
