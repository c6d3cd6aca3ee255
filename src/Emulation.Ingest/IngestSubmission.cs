using System.Data.Common;
using Emulation.Ingest.Answers;
using Emulation.Ingest.Intake;
using Emulation.Ingest.Storage;
using Emulation.Ingest.Validation;
using Emulation.Plan;
using Microsoft.Extensions.Logging;

namespace Emulation.Ingest;

/// <summary>Reads one file's content. The implementation is <see cref="SubmissionReader"/>; tests put failing ones in its place.</summary>
public delegate SubmissionVerdict ReadContent(ReadOnlyMemory<byte> content, ReadingContext context);

/// <summary>Takes a batch of leased files from the inbox to their answers. Killed between any two lines and begun again, it ends the same.</summary>
public sealed class IngestSubmission(
    IntakeOptions options, FileKeeping keeping, FileReading reading, SubmissionStore submissions, FileAnswering answering, LeaseStore leases, ILogger<IngestSubmission> log)
{
    /// <summary>The decisions made; files that must wait, or that another worker has, are not among them.</summary>
    /// <exception cref="ShareUnavailableException">The share is away.</exception>
    public async Task<IReadOnlyList<Decision>> RunAsync(PlanLookup plan, IReadOnlyList<Claim> claims, CancellationToken cancellationToken)
    {
        using var share = ShareRoot.TryOpen(options.Share) ?? throw new ShareUnavailableException(options.Share);
        var inbox = new Inbox(options, plan.Plan, share);
        var files = claims.Select(claim => new FileInHand(claim, DropPlace.Of(claim.Folder, plan.Plan, options))).ToList();
        var undecided = files.FindAll(file => !file.Claim.IsDecided);

        var kept = await keeping.KeepAsync(inbox, undecided, cancellationToken);
        var inHand = await keeping.LeaveAsync(inbox, kept, cancellationToken);
        var read = await reading.ReadAllAsync(plan, inHand, cancellationToken);
        FailPoint.Reach("intake.read");
        var decisions = await StoreInOrderAsync(plan, read, cancellationToken);
        FailPoint.Reach("intake.stored");
        await answering.AnswerAsync(share, inbox, [.. read, .. files.Except(undecided)], cancellationToken);
        return decisions;
    }

    /// <summary>What takes something back is stored by itself, so that it sees what came before it, and is seen by what comes after.</summary>
    private async Task<IReadOnlyList<Decision>> StoreInOrderAsync(PlanLookup plan, List<FileInHand> files, CancellationToken cancellationToken)
    {
        var decisions = new List<Decision>();
        var run = new List<FileInHand>();
        foreach (var file in files.OrderBy(file => file.Claim.SeenAt).ThenBy(file => file.Claim.SubmissionId))
        {
            if (file.Withdraws is null)
            {
                run.Add(file);
                continue;
            }

            decisions.AddRange(await StoreAsync(plan, run, cancellationToken));
            decisions.AddRange(await StoreAsync(plan, [file], cancellationToken));
            run = [];
        }

        decisions.AddRange(await StoreAsync(plan, run, cancellationToken));
        return decisions;
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
}
