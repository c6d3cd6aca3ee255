using System.Security.Cryptography;
using System.Text;
using MimeKit;

namespace Emulation.Reports.Delivery;

/// <summary>Builds the MIME message of a mail. Deterministic: boundaries follow from the message id, the date from the delivery.</summary>
/// <remarks>Header values go through MimeKit's setters, which encode; raw header values are never set, for they let line breaks through.</remarks>
internal static class MailMessage
{
    public static MimeMessage Of(OutgoingMail mail, MailSignature? signature = null)
    {
        var seed = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(mail.MessageId)))[..24];
        var message = new MimeMessage { MessageId = mail.MessageId, Date = mail.CreatedAt, Subject = mail.Subject };
        message.From.Add(new MailboxAddress(mail.SenderName, mail.SenderAddress));
        message.To.Add(new MailboxAddress("", mail.Address));
        message.Headers.Add("Auto-Submitted", "auto-generated");
        message.Headers.Add("Content-Language", "vi");
        var body = new MultipartAlternative { Text("plain", mail.Text), Related(Text("html", mail.Html), mail.Files, seed) };
        body.ContentType.Boundary = "=_body-" + seed;
        var whole = Mixed(body, mail.Files, seed);
        message.Body = signature?.Sign(whole, seed) ?? whole;
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

    /// <summary>The HTML body with the pictures it shows.</summary>
    private static MimeEntity Related(TextPart html, IReadOnlyList<MailFile> files, string seed)
    {
        var pictures = files.Where(file => file.ContentId is not null).ToList();
        if (pictures.Count == 0)
        {
            return html;
        }

        var related = new MultipartRelated { html };
        pictures.ForEach(picture => related.Add(Part(picture, ContentDisposition.Inline)));
        related.ContentType.Boundary = "=_related-" + seed;
        return related;
    }

    private static MimeEntity Mixed(MimeEntity body, IReadOnlyList<MailFile> files, string seed)
    {
        var attachments = files.Where(file => file.ContentId is null).ToList();
        if (attachments.Count == 0)
        {
            return body;
        }

        var mixed = new Multipart("mixed") { body };
        attachments.ForEach(file => mixed.Add(Part(file, ContentDisposition.Attachment)));
        mixed.ContentType.Boundary = "=_mixed-" + seed;
        return mixed;
    }

    private static MimePart Part(MailFile file, string disposition)
    {
        var part = new MimePart(ContentType.Parse(file.MediaType))
        {
            Content = new MimeContent(new MemoryStream(file.Content.ToArray())),
            ContentDisposition = new ContentDisposition(disposition),
            ContentTransferEncoding = ContentEncoding.Base64,
            FileName = file.Name,
        };
        if (file.ContentId is { } contentId)
        {
            part.ContentId = contentId;
        }

        return part;
    }
}
