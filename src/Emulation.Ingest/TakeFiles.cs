using Emulation.Ingest.Intake;
using Emulation.Ingest.Storage;
using Emulation.Plan;
using Emulation.Plan.Storage;
using Microsoft.Extensions.Logging;

namespace Emulation.Ingest;

/// <summary>What one sweep of the share did.</summary>
/// <param name="IsAvailable">False if the share could not be read; then nothing else is known.</param>
/// <param name="Seen">Files lying there.</param>
/// <param name="Ignored">Entries that are nobody's report.</param>
/// <param name="Claimed">Files that got a submission of their own.</param>
public sealed record TakenFiles(bool IsAvailable, int Seen, int Ignored, int Claimed);

/// <summary>Sweeps the share: what is new and at rest becomes a waiting submission. May run as often as one likes, and anywhere.</summary>
public sealed class TakeFiles(
    IntakeOptions options, CurrentPlan plan, ShareFolders folders, ShareListing listing, StableFiles stable, ShareRegister register, ClaimStore claims, TimeProvider time, ILogger<TakeFiles> log)
{
    public async Task<TakenFiles> RunAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var stored = await plan.GetAsync(cancellationToken);
        using var share = await OpenShareAsync(now, cancellationToken);
        if (share is null)
        {
            return new TakenFiles(false, 0, 0, 0);
        }

        folders.Mend(share, stored.Plan);
        var found = listing.List(share, stored.Plan);
        var ready = stable.Look(share, found);
        ClearAbandoned(share, found.LoneMarkers);
        await claims.RememberAsync([.. found.Files.Except(ready)], now, cancellationToken);
        FailPoint.Reach("intake.take.listed");
        // An outage ends when what lay there at its end is on record, and before anything is claimed: both count on its beginning.
        await EndOutagesAsync(now, cancellationToken);
        var claimed = await claims.ClaimAsync(stored, Fairly(ready), now, cancellationToken);
        if (claimed > 0)
        {
            log.LogInformation("Claimed {Claimed} of {Seen} files in the share, {Ignored} ignored", claimed, found.Files.Count, found.Ignored);
        }

        return new TakenFiles(true, found.Files.Count, found.Ignored, claimed);
    }

    private async Task<ShareRoot?> OpenShareAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var share = ShareRoot.TryOpen(options.Share);
        if (share is not null && (await register.FindAsync(options.Share, cancellationToken) is not { } known || known == share.Id))
        {
            return share;
        }

        share?.Dispose();
        // If nobody looked for a while, the share may have been away since the last look.
        var began = await NoteLookAsync(now, cancellationToken) ?? now;
        if (await register.BeginOutageAsync(began, cancellationToken))
        {
            log.LogError("The share {Share} cannot be read, or is not the one that was laid out", options.Share);
        }

        return null;
    }

    private async Task EndOutagesAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await NoteLookAsync(now, cancellationToken);
        if (await register.EndOutageAsync(now, cancellationToken) is { } began)
        {
            log.LogWarning("The share {Share} can be read again; it could not since {Began}", options.Share, began);
        }
    }

    private async Task<DateTimeOffset?> NoteLookAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (options.SilentAfter is not { } silentAfter || await register.NoteLookAsync(now, silentAfter, cancellationToken) is not { } began)
        {
            return null;
        }

        log.LogWarning("Nobody looked at the share since {Began}: recorded as an outage of ours", began);
        return began;
    }

    private void ClearAbandoned(ShareRoot share, IReadOnlyList<DroppedFile> markers)
    {
        foreach (var marker in stable.Abandoned(markers))
        {
            using var folder = share.Open(marker.Folder);
            if (folder is not null)
            {
                DoneMarker.Remove(marker.Name, folder);
            }
        }
    }

    // One file of each folder, then the second of each: a unit that drops thousands does not hold up the others.
    // Within a folder the older change first; among files first seen together there is no better sign of their order.
    private static List<DroppedFile> Fairly(IReadOnlyList<DroppedFile> files) =>
        [.. files
            .GroupBy(file => file.Folder)
            .SelectMany(folder => folder
                .OrderBy(file => file.Stamp.ModifiedSeconds).ThenBy(file => file.Stamp.ModifiedNanoseconds).ThenBy(file => file.Name.Text, StringComparer.Ordinal)
                .Select((file, index) => (file, index)))
            .OrderBy(one => one.index)
            .Select(one => one.file)];
}
