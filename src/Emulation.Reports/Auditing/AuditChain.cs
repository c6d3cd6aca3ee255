using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Emulation.Reports.Auditing;

/// <summary>Checks the links of the audit chain one after the other; what the database says of a hash is computed again.</summary>
public sealed class AuditChain
{
    private byte[]? previous;

    /// <summary>Links passed so far.</summary>
    public long Length { get; private set; }

    /// <summary>The faults of the next link; none if it is as it was written.</summary>
    public IEnumerable<string> Check(AuditLink link)
    {
        ArgumentNullException.ThrowIfNull(link);
        var faults = FaultsOf(link).ToList();
        Length = link.Number;
        previous = link.Hash;
        return faults;
    }

    /// <summary>SHA-256 of a link: number|id|recorded at|kind|actor|subject|payload hash|previous hash.</summary>
    public static byte[] HashOf(long number, long auditId, AuditEntry entry, byte[]? previousHash)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(
            '|',
            number.ToString(CultureInfo.InvariantCulture),
            auditId.ToString(CultureInfo.InvariantCulture),
            entry.RecordedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff", CultureInfo.InvariantCulture),
            entry.Kind,
            entry.Actor,
            entry.Subject,
            Convert.ToHexStringLower(entry.PayloadHash),
            previousHash is null ? "" : Convert.ToHexStringLower(previousHash))));
    }

    private IEnumerable<string> FaultsOf(AuditLink link)
    {
        if (link.Number != Length + 1)
        {
            yield return FormattableString.Invariant($"audit entries {Length + 1} to {link.Number - 1} are gone");
        }
        else if (!(link.PreviousHash ?? []).AsSpan().SequenceEqual(previous ?? []))
        {
            yield return FormattableString.Invariant($"audit entry {link.Number} does not follow entry {Length}");
        }

        if (link.Entry is not { } entry)
        {
            yield return FormattableString.Invariant($"audit entry {link.Number} is gone");
            yield break;
        }

        if (!HashOf(link.Number, link.AuditId, entry, link.PreviousHash).AsSpan().SequenceEqual(link.Hash))
        {
            yield return FormattableString.Invariant($"audit entry {link.Number} ({entry.Kind} of {entry.Subject}) was altered");
        }

        if (entry.Payload is null)
        {
            yield return FormattableString.Invariant($"audit entry {link.Number} ({entry.Kind} of {entry.Subject}) has lost its content");
        }
        else if (!SHA256.HashData(Encoding.UTF8.GetBytes(entry.Payload)).AsSpan().SequenceEqual(entry.PayloadHash))
        {
            yield return FormattableString.Invariant($"the content of audit entry {link.Number} ({entry.Kind} of {entry.Subject}) was altered");
        }
    }
}
