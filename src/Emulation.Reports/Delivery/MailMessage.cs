using System.Security.Cryptography;
using System.Text;
using MimeKit;

namespace Emulation.Reports.Delivery;

/// <summary>Builds the MIME message of a mail. Deterministic: boundaries follow from the message id, the date from the delivery.</summary>
/// <remarks>Header values go through MimeKit's setters, which encode; raw header values are never set, for they let line breaks through.</remarks>
internal static class MailMessage
{
    public static MimeMessage Of(OutgoingMail mail)
    {
        var seed = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(mail.MessageId)))[..24];
        var message = new MimeMessage { MessageId = mail.MessageId, Date = mail.CreatedAt, Subject = mail.Subject };
        message.From.Add(new MailboxAddress(mail.SenderName, mail.SenderAddress));
        message.To.Add(new MailboxAddress("", mail.Address));
        message.Headers.Add("Auto-Submitted", "auto-generated");
        message.Headers.Add("Content-Language", "vi");
        var body = new MultipartAlternative { Text("plain", mail.Text), Text("html", mail.Html) };
        body.ContentType.Boundary = "=_body-" + seed;
        message.Body = mail.Attachment is { } attachment ? Mixed(body, attachment, seed) : body;
        return message;
    }

    public static byte[] BytesOf(OutgoingMail mail)
    {
        using var message = Of(mail);
        using var bytes = new MemoryStream();
        message.WriteTo(FormatOptions.Default, bytes);
        return bytes.ToArray();
    }

    private static TextPart Text(string subtype, string text)
    {
        var part = new TextPart(subtype) { ContentTransferEncoding = ContentEncoding.Base64 };
        part.SetText(Encoding.UTF8, text);
        return part;
    }

    private static Multipart Mixed(MimeEntity body, MailAttachment attachment, string seed)
    {
        var part = new MimePart("application", "vnd.openxmlformats-officedocument.spreadsheetml.sheet")
        {
            Content = new MimeContent(new MemoryStream(attachment.Content.ToArray())),
            ContentDisposition = new ContentDisposition(ContentDisposition.Attachment),
            ContentTransferEncoding = ContentEncoding.Base64,
            FileName = attachment.Name,
        };
        var mixed = new Multipart("mixed") { body, part };
        mixed.ContentType.Boundary = "=_mixed-" + seed;
        return mixed;
    }
}
