namespace Emulation.Reports.Delivery;

/// <summary>One mail to one address, whole: the same values always make the same bytes.</summary>
/// <param name="MessageId">Fixed when the delivery was queued; without angle brackets.</param>
/// <param name="CreatedAt">When it was queued, in the office's zone; stands in the Date header.</param>
/// <param name="Attachment">The workbook; null for a reminder.</param>
public sealed record OutgoingMail(
    string MessageId,
    string SenderName,
    string SenderAddress,
    string Address,
    string Subject,
    string Text,
    string Html,
    DateTimeOffset CreatedAt,
    MailAttachment? Attachment)
{
    public MailKey Key => new(MessageId, CreatedAt);
}

/// <summary>What identifies a mail to a transport.</summary>
public sealed record MailKey(string MessageId, DateTimeOffset CreatedAt);

/// <param name="Name">ASCII.</param>
public sealed record MailAttachment(string Name, ReadOnlyMemory<byte> Content);
