namespace Emulation.Reports.Delivery;

/// <summary>One mail to one address, whole: the same values always make the same bytes.</summary>
/// <param name="MessageId">Fixed when the delivery was queued; without angle brackets.</param>
/// <param name="CreatedAt">When it was queued, in the office's zone; stands in the Date header.</param>
/// <param name="Files">Attachments and the pictures of the HTML body; none for a reminder.</param>
public sealed record OutgoingMail(
    string MessageId,
    string SenderName,
    string SenderAddress,
    string Address,
    string Subject,
    string Text,
    string Html,
    DateTimeOffset CreatedAt,
    IReadOnlyList<MailFile> Files)
{
    /// <summary>The page on which a recipient finds files that were too large for the mail; null where there is none.</summary>
    public string? FilesAt { get; init; }

    public MailKey Key => new(MessageId, CreatedAt);
}

/// <summary>What identifies a mail to a transport.</summary>
public sealed record MailKey(string MessageId, DateTimeOffset CreatedAt);

/// <summary>A file that goes with a mail.</summary>
/// <param name="Name">ASCII.</param>
/// <param name="ContentId">The name by which the HTML body shows the picture (<c>cid:</c>); null for an attachment.</param>
public sealed record MailFile(string Name, string MediaType, ReadOnlyMemory<byte> Content, string? ContentId = null);
