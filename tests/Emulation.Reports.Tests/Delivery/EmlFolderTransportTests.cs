using Emulation.Reports.Delivery;
using Microsoft.Extensions.Options;
using MimeKit;

namespace Emulation.Reports.Tests.Delivery;

public sealed class EmlFolderTransportTests : IDisposable
{
    private readonly string folder = Path.Combine(Path.GetTempPath(), $"emulation-mails-{Guid.NewGuid():N}");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task Send_AMail_WritesItWholeUnderItsDateAndMessageId()
    {
        var answer = await Transport().SendAsync(SomeMail.Report(), Cancellation);

        Assert.Equal(new HandOver.Accepted("written to 2020-07-10/report.1@stp.example.eml"), answer);
        using var mail = await MimeMessage.LoadAsync(Path.Combine(folder, "2020-07-10", "report.1@stp.example.eml"), Cancellation);
        Assert.Equal("report.1@stp.example", mail.MessageId);
        Assert.Equal("[Sở Tư pháp] Báo cáo sơ kết đợt thi đua: đợt 1 năm 2020", mail.Subject);
        Assert.Equal("\"Sở Tư pháp\" <thidua@stp.example>", mail.From.ToString());
        Assert.Equal("lanhdao@stp.example", mail.To.ToString());
        Assert.Equal(SomeMail.Report().CreatedAt, mail.Date);
        Assert.Equal(SomeMail.Report().Text, mail.TextBody!.ReplaceLineEndings("\n"));
        Assert.Equal(SomeMail.Report().Html, mail.HtmlBody!.ReplaceLineEndings("\n"));
        var attachment = (MimePart)Assert.Single(mail.Attachments);
        using var content = new MemoryStream();
        await attachment.Content!.DecodeToAsync(content, Cancellation);
        Assert.Equal("bao-cao-dot-1-2020.xlsx", attachment.FileName);
        Assert.Equal(SomeMail.Report().Files[0].Content.ToArray(), content.ToArray());
    }

    [Fact]
    public async Task Send_ManyFiles_PutsPicturesBesideTheHtmlAndAttachesTheRest()
    {
        var report = SomeMail.Report() with
        {
            Files =
            [
                new MailFile("ranking.png", "image/png", new byte[] { 1, 2 }, "ranking@report"),
                new MailFile("bao-cao.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", new byte[] { 3 }),
                new MailFile("bao-cao.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", new byte[] { 4 }),
            ],
        };

        await Transport().SendAsync(report, Cancellation);

        using var mail = await MimeMessage.LoadAsync(Directory.GetFiles(folder, "*.eml", SearchOption.AllDirectories).Single(), Cancellation);
        var mixed = Assert.IsType<Multipart>(mail.Body);
        var body = Assert.IsType<MultipartAlternative>(mixed[0]);
        var related = Assert.IsType<MultipartRelated>(body[1]);
        Assert.Equal(["text/html", "image/png"], related.Select(part => part.ContentType.MimeType));
        Assert.Equal(("ranking@report", ContentDisposition.Inline), (related[1].ContentId, related[1].ContentDisposition!.Disposition));
        Assert.Equal(["bao-cao.xlsx", "bao-cao.docx"], mail.Attachments.Select(part => part.ContentDisposition!.FileName));
        Assert.Equal(report.Html, mail.HtmlBody!.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task Send_Twice_GivesTheSameBytesAndOneFile()
    {
        await Transport().SendAsync(SomeMail.Report(), Cancellation);
        var first = await File.ReadAllBytesAsync(Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Single(), Cancellation);

        await Transport().SendAsync(SomeMail.Report(), Cancellation);

        Assert.Equal(first, await File.ReadAllBytesAsync(Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Single(), Cancellation));
    }

    [Fact]
    public async Task WasAccepted_IsExact()
    {
        var transport = Transport();

        Assert.False(await transport.WasAcceptedAsync(SomeMail.Report().Key, Cancellation));
        await transport.SendAsync(SomeMail.Report(), Cancellation);
        Assert.True(await transport.WasAcceptedAsync(SomeMail.Report().Key, Cancellation));
    }

    [Fact]
    public async Task Send_IntoAFolderThatCannotBeMade_IsUnreachable()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(folder)!);
        await File.WriteAllTextAsync(folder, "a file stands where the folder should be", Cancellation);
        try
        {
            Assert.IsType<HandOver.Unreachable>(await Transport().SendAsync(SomeMail.Report(), Cancellation));
        }
        finally
        {
            File.Delete(folder);
        }
    }

    // Line breaks in what comes from data must not become headers; a message id must not leave the folder.
    [Theory]
    [InlineData("Báo cáo\r\nBcc: ai-do@example.example")]
    [InlineData("Báo cáo\nX-Injected: 1")]
    public async Task Subject_WithLineBreaks_AddsNoHeader(string subject)
    {
        await Transport().SendAsync(SomeMail.Report() with { Subject = subject, MessageId = "../../x@stp.example" }, Cancellation);

        using var mail = await MimeMessage.LoadAsync(Directory.GetFiles(folder, "*.eml", SearchOption.AllDirectories).Single(), Cancellation);
        Assert.Empty(mail.Bcc);
        Assert.Null(mail.Headers["X-Injected"]);
    }

    private EmlFolderTransport Transport() => new(Options.Create(new DeliveryOptions { Folder = folder }));
}
