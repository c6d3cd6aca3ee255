using System.Globalization;
using Emulation.Benchmarks.Hosting;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Emulation.Benchmarks.Limits;

/// <summary>The same mails sent with nothing but MailKit: one connection, no ledger.</summary>
internal static class BareMails
{
    public const string Subject = "Báo cáo sơ kết đợt thi đua";
    public const string Text = "Đến 17:00 ngày 10/07/2020, 12/15 đơn vị đã gửi đủ báo cáo.\n";
    public const string Html = "<!DOCTYPE html><html lang=\"vi\"><body><p>Đến 17:00 ngày 10/07/2020</p></body></html>";

    public static async Task SendAsync(MailSink server, byte[] file, int mails, CancellationToken cancellationToken)
    {
        using var client = new SmtpClient { CheckCertificateRevocation = false };
        client.ServerCertificateValidationCallback = (_, certificate, _, _) => server.IsOurs(certificate);
        await client.ConnectAsync("localhost", server.Port, SecureSocketOptions.StartTls, cancellationToken);
        for (var number = 1; number <= mails; number++)
        {
            using var message = MessageTo(string.Create(CultureInfo.InvariantCulture, $"nguoi-nhan-{number}@stp.example"), file);
            await client.SendAsync(message, cancellationToken);
        }

        await client.DisconnectAsync(quit: true, cancellationToken);
    }

    private static MimeMessage MessageTo(string address, byte[] file)
    {
        var builder = new BodyBuilder { TextBody = Text, HtmlBody = Html };
        builder.Attachments.Add("bao-cao.xlsx", file, ContentType.Parse("application/octet-stream"));
        var message = new MimeMessage { Subject = Subject, Body = builder.ToMessageBody() };
        message.From.Add(new MailboxAddress("Sở Tư pháp", "thidua@stp.example"));
        message.To.Add(new MailboxAddress("", address));
        return message;
    }
}
