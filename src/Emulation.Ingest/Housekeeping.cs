using Emulation.Ingest.Answers;
using Emulation.Ingest.Intake;
using Emulation.Ingest.Storage;
using Microsoft.Extensions.Logging;

namespace Emulation.Ingest;

/// <summary>What one housekeeping found and did.</summary>
/// <param name="OrphansRemoved">Archived files that no submission and no decision names.</param>
/// <param name="Damaged">Archived files that are missing or no longer hold what their name says.</param>
/// <param name="ReceiptsRewritten">Receipts of the last day that were missing or cut short.</param>
public sealed record HousekeepingDone(int OrphansRemoved, IReadOnlyList<Fingerprint> Damaged, int ReceiptsRewritten);

/// <summary>Clears away what killed processes left, reads a sample of the archive, and writes lost receipts again.</summary>
public sealed class Housekeeping(
    IntakeOptions options, Archive archive, ArchiveLedger ledger, AnswerStore answers, ClaimStore claims, TimeProvider time, ILogger<Housekeeping> log)
{
    // Older receipts may have been cleared away by the people they were for.
    private static readonly TimeSpan ReceiptsLookedAt = TimeSpan.FromDays(1);
    private static readonly TimeSpan SightingsKept = TimeSpan.FromDays(7);

    public async Task<HousekeepingDone> RunAsync(CancellationToken cancellationToken)
    {
        archive.RemoveDrafts(options.OrphanAge);
        (await ledger.ErasedAsync(cancellationToken)).ForEach(archive.Erase);
        await claims.ForgetAsync(time.GetUtcNow() - SightingsKept, cancellationToken);
        var done = new HousekeepingDone(
            await RemoveOrphansAsync(cancellationToken),
            await VerifyAsync(options.ScrubSample, cancellationToken),
            await RewriteReceiptsAsync(time.GetUtcNow() - ReceiptsLookedAt, cancellationToken));
        log.LogInformation("Housekeeping: {Orphans} orphans removed, {Damaged} damaged, {Receipts} receipts written again", done.OrphansRemoved, done.Damaged.Count, done.ReceiptsRewritten);
        return done;
    }

    /// <summary>Reads that many archived files again, drawn at random.</summary>
    /// <returns>Those that are missing or damaged.</returns>
    public async Task<IReadOnlyList<Fingerprint>> VerifyAsync(int sample, CancellationToken cancellationToken)
    {
        var damaged = (await ledger.SampleAsync(sample, cancellationToken)).Where(hash => !archive.Verify(hash)).ToList();
        damaged.ForEach(hash => log.LogError("The archived file {Hash} is missing or damaged", hash));
        return damaged;
    }

    /// <summary>Writes the receipts answered since then that are not in the share.</summary>
    /// <returns>How many.</returns>
    public async Task<int> RewriteReceiptsAsync(DateTimeOffset since, CancellationToken cancellationToken)
    {
        using var share = ShareRoot.TryOpen(options.Share) ?? throw new ShareUnavailableException(options.Share);
        var rewritten = 0;
        foreach (var ids in (await answers.AnsweredSinceAsync(since, cancellationToken)).Chunk(200))
        {
            var missing = (await answers.FindAsync(ids, cancellationToken)).FindAll(receipt => !ReceiptFiles.IsThere(share, receipt));
            foreach (var receipt in missing)
            {
                await answers.WriteAsync(share, receipt, cancellationToken);
            }

            rewritten += missing.Count;
        }

        return rewritten;
    }

    private async Task<int> RemoveOrphansAsync(CancellationToken cancellationToken)
    {
        var removed = 0;
        foreach (var old in archive.OlderThan(options.OrphanAge).Chunk(500))
        {
            foreach (var orphan in old.Except(await ledger.KnownAsync(old, cancellationToken)))
            {
                var isGone = await archive.RemoveOrphanAsync(orphan, options.OrphanAge, async () => (await ledger.KnownAsync([orphan], cancellationToken)).Count > 0);
                removed += isGone ? 1 : 0;
            }
        }

        return removed;
    }
}
