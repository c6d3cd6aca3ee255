using System.Data.Common;
using Emulation.Ingest.Answers;
using Emulation.Ingest.Intake;
using Emulation.Ingest.Storage;
using Emulation.Ingest.Validation;
using Emulation.Plan;
using Emulation.Plan.Calendar;
using Microsoft.Extensions.Logging;

namespace Emulation.Ingest;

/// <summary>Reads one file's content. The implementation is <see cref="SubmissionReader"/>; tests put failing ones in its place.</summary>
public delegate SubmissionVerdict ReadContent(ReadOnlyMemory<byte> content, ReadingContext context);

/// <summary>Takes a batch of leased files from the inbox to their answers. Killed between any two lines and begun again, it ends the same.</summary>
public sealed class IngestSubmission(
    IntakeOptions options, Archive archive, LeaseStore leases, SubmissionStore submissions, AnswerStore answers, ReadContent read, ILogger<IngestSubmission> log)
{
    /// <summary>The decisions made; files that must wait, or that another worker has, are not among them.</summary>
    /// <exception cref="ShareUnavailableException">The share is away.</exception>
    public async Task<IReadOnlyList<Decision>> RunAsync(PlanLookup plan, IReadOnlyList<Claim> claims, CancellationToken cancellationToken)
    {
        using var share = ShareRoot.TryOpen(options.Share) ?? throw new ShareUnavailableException(options.Share);
        var inbox = new Inbox(options, plan.Plan, share);
        var files = claims.Select(claim => new FileInHand(claim, DropPlace.Of(claim.Folder, plan.Plan, options))).ToList();
        var undecided = files.Where(file => !file.Claim.IsDecided).ToList();

        var kept = await KeepAsync(inbox, undecided, cancellationToken);
        var inHand = await LeaveAsync(inbox, kept, cancellationToken);
        var done = await ReadAllAsync(plan, inHand, cancellationToken);
        FailPoint.Reach("intake.read");
        var decisions = await StoreAsync(plan, done, cancellationToken);
        FailPoint.Reach("intake.stored");
        await AnswerAsync(share, inbox, [.. done, .. files.Except(undecided)], cancellationToken);
        return decisions;
    }

    /// <summary>Archive: the original is safe, and the row says so.</summary>
    private async Task<List<FileInHand>> KeepAsync(Inbox inbox, List<FileInHand> files, CancellationToken cancellationToken)
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
    private async Task<List<FileInHand>> LeaveAsync(Inbox inbox, List<FileInHand> files, CancellationToken cancellationToken)
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

    private Handling Leave(Inbox inbox, FileInHand file)
    {
        try
        {
            return inbox.Leave(file);
        }
        catch (IOException exception)
        {
            // It stays where it is; the answer goes out, and moving is tried again.
            log.LogWarning("Submission {SubmissionId} could not be moved out of the inbox: {Reason}", file.Claim.SubmissionId, exception.Message);
            return Handling.Done;
        }
    }

    private async Task<List<FileInHand>> ReadAllAsync(PlanLookup plan, List<FileInHand> files, CancellationToken cancellationToken)
    {
        var read = new List<FileInHand>(files.Count);
        foreach (var file in files)
        {
            if (file.IsWithdrawn || file.Verdict is not null || await ReadAsync(plan, file, cancellationToken))
            {
                read.Add(file);
            }
        }

        return read;
    }

    /// <summary>False if reading failed in a way no file should make it fail: the attempt stands, the file is tried again alone.</summary>
    private async Task<bool> ReadAsync(PlanLookup plan, FileInHand file, CancellationToken cancellationToken)
    {
        try
        {
            var mayRead = !file.IsSuspect || file.Claim.Attempts > options.Attempts || await leases.CountAttemptAsync(file.Claim, cancellationToken);
            file.Verdict = mayRead ? VerdictOf(plan, file) : null;
            return mayRead;
        }
        catch (Exception exception) when (exception is not (OperationCanceledException or IOException or UnauthorizedAccessException or DbException))
        {
            log.LogError("Reading submission {SubmissionId} failed: {Fault} at {Place}", file.Claim.SubmissionId, exception.GetType().Name, exception.StackTrace?.Split('\n')[0].Trim());
            await leases.ReleaseAsync([file.Claim], TimeSpan.Zero, givesAttemptBack: false, cancellationToken);
            return false;
        }
    }

    private SubmissionVerdict VerdictOf(PlanLookup plan, FileInHand file)
    {
        if (!file.Place.IsInbox)
        {
            return IntakeFindings.Misplaced(file.Place, options);
        }

        if (file.Claim.Attempts > options.Attempts)
        {
            file.IsSetAside = true;
            return IntakeFindings.SetAside();
        }

        file.Content ??= archive.Read(file.Hash!.Value);
        var today = plan.Plan.TimeZone.DateOf(file.Claim.ReceivedAt);
        var verdict = read(file.Content, new ReadingContext(plan.Stored, file.Place.Unit!, file.Claim.Name.Text, today));
        if (verdict is RefusedSubmission { UnforeseenFault: { } fault })
        {
            log.LogError("Reading submission {SubmissionId} met a fault nobody foresaw: {Fault}", file.Claim.SubmissionId, fault);
        }

        return verdict;
    }

    /// <summary>All in one transaction; if one of the files holds what the database refuses, each in its own, so that it stops no other.</summary>
    private async Task<IReadOnlyList<Decision>> StoreAsync(PlanLookup plan, List<FileInHand> files, CancellationToken cancellationToken)
    {
        try
        {
            return await submissions.StoreAsync(plan, files, cancellationToken);
        }
        catch (DbException exception) when (IsRefusalOfData(exception) && files is [var only])
        {
            log.LogError("The database refuses what submission {SubmissionId} holds: {SqlState}", only.Claim.SubmissionId, exception.SqlState);
            await leases.ReleaseAsync([only.Claim], TimeSpan.Zero, givesAttemptBack: false, cancellationToken);
            return [];
        }
        catch (DbException exception) when (IsRefusalOfData(exception))
        {
            var decisions = new List<Decision>();
            foreach (var file in files)
            {
                decisions.AddRange(await StoreAsync(plan, [file], cancellationToken));
            }

            return decisions;
        }
    }

    // Classes 22 (data exception) and 23 (constraint violation) speak of the content, all others of the world.
    private static bool IsRefusalOfData(DbException exception) =>
        exception.SqlState is { } state && (state.StartsWith("22", StringComparison.Ordinal) || state.StartsWith("23", StringComparison.Ordinal));

    /// <summary>The answers lie in the share; what could not leave the inbox before is tried once more.</summary>
    private async Task AnswerAsync(ShareRoot share, Inbox inbox, List<FileInHand> files, CancellationToken cancellationToken)
    {
        foreach (var file in files.Where(file => file.Claim.IsDecided && !file.HasLeft))
        {
            // Gone, or another file by now: either way ours is no more in the inbox.
            file.HasLeft = Leave(inbox, file) != Handling.Done || file.HasLeft;
        }

        var unanswered = files.Where(file => !file.Claim.IsAnswered).Select(file => file.Claim.SubmissionId).ToList();
        foreach (var receipt in await answers.FindAsync(unanswered, cancellationToken))
        {
            ReceiptFiles.Write(share, receipt);
        }

        FailPoint.Reach("intake.answered");
        await answers.MarkAsync(files, cancellationToken);
        FailPoint.Reach("intake.answer-marked");
    }

    private Task PostponeAsync(IEnumerable<FileInHand> files, CancellationToken cancellationToken) =>
        leases.ReleaseAsync([.. files.Select(file => file.Claim)], options.PostponeFor, givesAttemptBack: true, cancellationToken);
}
