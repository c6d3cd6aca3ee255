using Emulation.Ingest.Storage;
using Emulation.Plan;
using Microsoft.Extensions.Logging;

namespace Emulation.Ingest.Intake;

/// <summary>The first half of the way: the original is safe in the archive, its row says so, and the file is out of the inbox.</summary>
public sealed class FileKeeping(IntakeOptions options, Archive archive, LeaseStore leases, SubmissionStore submissions, ILogger<FileKeeping> log)
{
    /// <summary>Archive: the original is safe, and the row says so.</summary>
    public async Task<List<FileInHand>> KeepAsync(Inbox inbox, List<FileInHand> files, CancellationToken cancellationToken)
    {
        var outcomes = files.ToLookup(file => file.Claim.State == SubmissionState.Archived ? Handling.Done : Take(inbox, file));
        foreach (var gone in outcomes[Handling.Gone])
        {
            gone.IsWithdrawn = true;
            gone.HasLeft = true;
        }

        await PostponeAsync(outcomes[Handling.Unsteady], cancellationToken);
        FailPoint.Reach("intake.archived");
        var fresh = outcomes[Handling.Done].Where(file => file is { Content: not null, Claim.State: SubmissionState.Claimed }).ToList();
        var marked = await submissions.MarkArchivedAsync(fresh, cancellationToken);
        // Between keeping and marking, the file was an orphan that housekeeping might have cleared away.
        fresh.FindAll(file => !archive.Contains(file.Hash!.Value)).ForEach(file => archive.Keep(file.Hash!.Value, file.Content));
        FailPoint.Reach("intake.archive-marked");
        return [.. files.Except(outcomes[Handling.Unsteady]).Where(file => !fresh.Contains(file) || marked.Contains(file.Claim.SubmissionId))];
    }

    private Handling Take(Inbox inbox, FileInHand file)
    {
        var outcome = Open(inbox, file);
        if (outcome == Handling.Done && file.Content is { } content)
        {
            archive.Keep(file.Hash!.Value, content);
        }

        return outcome;
    }

    private Handling Open(Inbox inbox, FileInHand file)
    {
        try
        {
            return inbox.Take(file);
        }
        catch (IOException exception)
        {
            log.LogWarning("Submission {SubmissionId} cannot be read and waits: {Reason}", file.Claim.SubmissionId, exception.Message);
            return Handling.Unsteady;
        }
    }

    /// <summary>Out of the inbox, if what lies there is still what was archived.</summary>
    public async Task<List<FileInHand>> LeaveAsync(Inbox inbox, List<FileInHand> files, CancellationToken cancellationToken)
    {
        var outcomes = files.ToLookup(file => file.HasLeft ? Handling.Done : Leave(inbox, file));
        foreach (var gone in outcomes[Handling.Gone])
        {
            // Taken away after we had it: it counts, there is nothing left to move.
            gone.HasLeft = true;
        }

        var changed = outcomes[Handling.Unsteady].ToList();
        await submissions.StartAgainAsync([.. changed.Select(file => file.Claim)], cancellationToken);
        await PostponeAsync(changed, cancellationToken);
        FailPoint.Reach("intake.left");
        return [.. files.Except(changed)];
    }

    /// <summary>Moves a file out of the inbox; one that will not move stays, and is tried again after its answer.</summary>
    public Handling Leave(Inbox inbox, FileInHand file)
    {
        try
        {
            return inbox.Leave(file);
        }
        catch (IOException exception)
        {
            log.LogWarning("Submission {SubmissionId} could not be moved out of the inbox: {Reason}", file.Claim.SubmissionId, exception.Message);
            return Handling.Done;
        }
    }

    private Task PostponeAsync(IEnumerable<FileInHand> files, CancellationToken cancellationToken) =>
        leases.ReleaseAsync([.. files.Select(file => file.Claim)], options.PostponeFor, givesAttemptBack: true, cancellationToken);
}
