using System.Security.Cryptography;
using System.Text;
using Emulation.Plan;

namespace Emulation.Reports.Delivery;

/// <summary>A mail about to be queued.</summary>
/// <param name="SubjectKey">What it is about; with the address it is unique.</param>
/// <param name="Address">In lower case.</param>
public sealed record NewDelivery(
    string SubjectKey,
    string RecipientCode,
    string RecipientKind,
    string Address,
    string MessageId,
    string SenderName,
    string SenderAddress,
    string Subject,
    string Text,
    string Html)
{
    /// <summary>Not handed over before; null: at once.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>True if it waits for the release of its report.</summary>
    public bool IsHeld { get; init; }

    /// <summary>True if it goes out in the plan's mail hours only, however often it is tried: people are not chased at night.</summary>
    public bool KeepsMailHours { get; init; }

    /// <summary>What goes with a mail of no report; a report's mails carry the report's files.</summary>
    public IReadOnlyList<MailFile> Files { get; init; } = [];

    /// <summary>A mail of the plan's issuer. The message id follows from subject and address: queued again it would be the same mail.</summary>
    public static NewDelivery From(Issuer issuer, string subjectKey, string recipientCode, string recipientKind, string address, string subject, string text, string html)
    {
        ArgumentNullException.ThrowIfNull(issuer);
        var plain = address.Trim().ToLowerInvariant();
        return new NewDelivery(
            subjectKey, recipientCode, recipientKind, plain, MessageIdOf(subjectKey, plain, issuer.MailAddress), issuer.Name, issuer.MailAddress, subject, text, html);
    }

    private static string MessageIdOf(string subjectKey, string address, string sender)
    {
        var mark = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{subjectKey}\n{address}")))[..16];
        var about = new string([.. subjectKey.Select(character => char.IsAsciiLetterOrDigit(character) || character == '-' ? character : '.')]);
        return $"{about}.{mark}@{sender[(sender.IndexOf('@', StringComparison.Ordinal) + 1)..]}";
    }
}
