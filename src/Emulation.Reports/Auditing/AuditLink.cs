namespace Emulation.Reports.Auditing;

/// <summary>A link of the audit chain, as the database holds it.</summary>
/// <param name="Number">1-based place in the chain.</param>
/// <param name="Entry">What it stands for; null if somebody removed it.</param>
/// <param name="PreviousHash">Null for the first link.</param>
/// <param name="Hash">SHA-256 of the link.</param>
public sealed record AuditLink(long Number, long AuditId, AuditEntry? Entry, byte[]? PreviousHash, byte[] Hash);

/// <summary>What was changed, by whom.</summary>
/// <param name="RecordedAt">By the database's clock.</param>
/// <param name="Actor">The person who decided; the database role where nobody did.</param>
/// <param name="Subject">E.g. <c>submissions 17</c>.</param>
/// <param name="Payload">The changed row's telling columns as JSON text; null if it is gone.</param>
public sealed record AuditEntry(DateTimeOffset RecordedAt, string Kind, string Actor, string Subject, byte[] PayloadHash, string? Payload);

/// <summary>The last link of the chain: whoever holds its hash outside the database can prove every entry before it.</summary>
public sealed record AuditHead(long Number, byte[] Hash)
{
    /// <summary>As printed in reports and taken by <c>audit verify --head</c>, e.g. <c>1234:9f86d081884c7d65…</c>; 32 hex digits of the hash.</summary>
    public override string ToString() => FormattableString.Invariant($"{Number}:{Convert.ToHexStringLower(Hash)[..32]}");
}
