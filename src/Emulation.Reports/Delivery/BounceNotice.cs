using System.Security.Cryptography;
using MimeKit;

namespace Emulation.Reports.Delivery;

/// <summary>A delivery status notification (RFC 3464) that says a mail could not be delivered.</summary>
/// <param name="MessageIds">Message ids of the returned mail, without angle brackets: of its headers first, then of what the notification answers.</param>
/// <param name="Status">Enhanced status code, e.g. <c>5.1.1</c>; 5.0.0 if the notification has none.</param>
/// <param name="Diagnostic">The other server's words, one line.</param>
/// <param name="Hash">SHA-256 of what was read of the notification.</param>
public sealed record BounceNotice(IReadOnlyList<string> MessageIds, string Status, string Diagnostic, byte[] Hash)
{
    // A mail nested deeper than any honest bounce is not looked into.
    private const int DeepestNesting = 20;

    /// <summary>Null if the mail is no such notification, or reports no failure. Whatever the bytes are, it never fails.</summary>
    /// <param name="head">The mail from its first byte; it may be cut off after the notification's own parts.</param>
    public static BounceNotice? Of(byte[] head)
    {
        ArgumentNullException.ThrowIfNull(head);
        try
        {
            var options = ParserOptions.Default.Clone();
            options.MaxMimeDepth = DeepestNesting;
            using var mail = MimeMessage.Load(options, new MemoryStream(head));
            return mail.Body is Multipart report && report.ContentType.IsMimeType("multipart", "report") ? OfReport(mail, report, head) : null;
        }
        catch (Exception exception) when (exception is FormatException or IOException or ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }

    private static BounceNotice? OfReport(MimeMessage mail, Multipart report, byte[] head)
    {
        var failure = report.OfType<MessageDeliveryStatus>().SelectMany(status => status.StatusGroups)
            .FirstOrDefault(group => string.Equals(group["Action"]?.Trim(), "failed", StringComparison.OrdinalIgnoreCase));
        if (failure is null)
        {
            return null;
        }

        var status = ConnectionFaults.OneLine(failure["Status"] ?? "5.0.0");
        var words = string.Join("; ", new[] { failure["Diagnostic-Code"], failure["Final-Recipient"], failure["Remote-MTA"] }.OfType<string>());
        return new BounceNotice(IdsOf(mail, report), status.Split(' ')[0], ConnectionFaults.OneLine($"{status}: {words}"), SHA256.HashData(head));
    }

    private static List<string> IdsOf(MimeMessage mail, Multipart report)
    {
        var returned = report.OfType<MessagePart>().Select(part => part.Message?.MessageId);
        return [.. returned.Append(mail.InReplyTo).Concat(mail.References).OfType<string>().Where(id => id.Length > 0).Distinct()];
    }
}
