using Emulation.Reports.Auditing;
using Emulation.Reports.Storage;

namespace Emulation.Reports;

/// <summary>What a verification of the audit chain found.</summary>
/// <param name="Head">The last link; null for an empty chain.</param>
/// <param name="Faults">What was altered, removed or kept out, one sentence each; empty if all is as it was written.</param>
public sealed record VerifiedAudit(AuditHead? Head, IReadOnlyList<string> Faults);

/// <summary>Reads the whole audit chain, computes every hash again, holds what people decided against a chain that is whole, and reads the files behind it. The owner of the database can rebuild a chain; a head from an old report shows it.</summary>
public sealed class VerifyAudit(AuditStore audit, CheckEvidence evidence)
{
    private const int MostFaults = 100;

    /// <param name="printedHeads">Heads as reports print them, <c>number:hash</c>, the hash in full or its first 16 or more hex digits.</param>
    /// <exception cref="ArgumentException">A printed head cannot be read.</exception>
    public async Task<VerifiedAudit> RunAsync(IReadOnlyCollection<string> printedHeads, CancellationToken cancellationToken)
    {
        var printed = printedHeads.Select(PrintedHead.Parse).ToLookup(head => head.Number, head => head.Hash);
        var head = await audit.SealAsync(cancellationToken);
        var faults = new List<string>();
        var chain = new AuditChain();
        await foreach (var link in audit.LinksAsync(cancellationToken))
        {
            faults.AddRange(chain.Check(link));
            faults.AddRange(printed[link.Number]
                .Where(hash => !Convert.ToHexStringLower(link.Hash).StartsWith(hash, StringComparison.Ordinal))
                .Select(_ => FormattableString.Invariant($"audit entry {link.Number} is not the one that was printed: the chain up to it was rebuilt")));
            if (faults.Count >= MostFaults)
            {
                return new VerifiedAudit(head, faults);
            }
        }

        faults.AddRange(printed.Where(one => one.Key > chain.Length).Select(one => FormattableString.Invariant($"the chain ends at {chain.Length}, but entry {one.Key} was printed: its end was cut off")));
        faults.AddRange((await audit.UnchainedAsync(cancellationToken)).Select(id => FormattableString.Invariant($"the entry with id {id} was kept out of the chain")));
        if (faults.Count == 0)
        {
            faults.AddRange((await audit.AlteredDecisionsAsync(cancellationToken)).Take(MostFaults));
        }

        faults.AddRange((await evidence.RunAsync(null, cancellationToken)).Take(MostFaults));
        return new VerifiedAudit(head, faults);
    }

    private readonly record struct PrintedHead(long Number, string Hash)
    {
        public static PrintedHead Parse(string text)
        {
            var parts = text.Split(':');
            return parts.Length == 2 && long.TryParse(parts[0], out var number) && parts[1].Length is >= 16 and <= 64 && parts[1].All(char.IsAsciiHexDigit)
                ? new PrintedHead(number, parts[1].ToLowerInvariant())
                : throw new ArgumentException($"'{text}' is no head of the audit chain; a report prints it as number:hash.");
        }
    }
}
