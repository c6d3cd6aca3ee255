using System.Data.Common;
using Emulation.Ingest.Answers.Returned;
using Emulation.Ingest.Storage;
using Emulation.Ingest.Validation;
using Emulation.Plan;
using Emulation.Plan.Calendar;
using Microsoft.Extensions.Logging;

namespace Emulation.Ingest.Intake;

/// <summary>Reads the files of a batch, one by one: a file on which the reader itself fails stops no other.</summary>
public sealed class FileReading(IntakeOptions options, Archive archive, LeaseStore leases, EarlierReports earlierReports, ExceptionStore exceptionStore, ReadContent read, OpenOldWorkbook openOld, ILogger<FileReading> log)
{
    /// <summary>The files with a verdict; those that must be tried again alone are not among them.</summary>
    public async Task<List<FileInHand>> ReadAllAsync(PlanLookup plan, List<FileInHand> files, CancellationToken cancellationToken)
    {
        var done = new List<FileInHand>(files.Count);
        var unread = files.FindAll(file => file is { IsWithdrawn: false, Verdict: null, Withdraws: null });
        var background = new Background(await earlierReports.FindAsync(plan, unread, cancellationToken), await exceptionStore.OpenAsync(plan, unread, cancellationToken));
        // In the order in which they are decided: what one says is earlier for the next.
        foreach (var file in files.OrderBy(file => file.Claim.SeenAt).ThenBy(file => file.Claim.SubmissionId))
        {
            if (!unread.Contains(file) || await ReadAsync(plan, file, background, cancellationToken))
            {
                done.Add(file);
                background = await AfterAsync(background, file, cancellationToken);
            }
        }

        return done;
    }

    /// <summary>What the next file of the batch finds reported before: what this one says, unless it will not count, as a trial or as content that came before.</summary>
    private async Task<Background> AfterAsync(Background background, FileInHand file, CancellationToken cancellationToken) =>
        file is { Place.IsInbox: true, Claim.UnitId: not null, Verdict: ReadSubmission { Form: FormKind.WaveReport } report } && !await earlierReports.HasCountedAsync(file, cancellationToken)
            ? background with { Earlier = background.Earlier.After(report) }
            : background;

    /// <summary>False if reading failed in a way no file should make it fail: the attempt stands, the file is tried again alone.</summary>
    private async Task<bool> ReadAsync(PlanLookup plan, FileInHand file, Background background, CancellationToken cancellationToken)
    {
        try
        {
            var mayRead = !file.IsSuspect || file.Claim.Attempts > options.Attempts || await leases.CountAttemptAsync(file.Claim, cancellationToken);
            file.Verdict = mayRead ? VerdictOf(plan, file, background) : null;
            file.Returned = ReturnedOf(file);
            return mayRead;
        }
        catch (Exception exception) when (exception is not (OperationCanceledException or IOException or UnauthorizedAccessException or DbException))
        {
            log.LogError("Reading submission {SubmissionId} failed: {Fault} at {Place}", file.Claim.SubmissionId, exception.GetType().Name, exception.StackTrace?.Split('\n')[0].Trim());
            await leases.ReleaseAsync([file.Claim], TimeSpan.Zero, givesAttemptBack: false, cancellationToken);
            return false;
        }
    }

    /// <summary>The marked workbook. Failing to make one costs the unit a convenience, never its verdict.</summary>
    private ReturnedFile ReturnedOf(FileInHand file)
    {
        try
        {
            return file is { Content: { } content, Verdict: { } verdict }
                ? ReturnedCopy.Of(content, verdict.Findings, options.MaxReturnedBytes, openOld)
                : ReturnedFile.None;
        }
#pragma warning disable CA1031 // Whatever a file provokes here, it is decided and answered.
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            log.LogError("Submission {SubmissionId} is answered without a marked workbook: {Fault} at {Place}", file.Claim.SubmissionId, exception.GetType().Name, exception.StackTrace?.Split('\n')[0].Trim());
            return new ReturnedFile(null, WhyNotReturned.NotCopyable);
        }
#pragma warning restore CA1031
    }

    private SubmissionVerdict VerdictOf(PlanLookup plan, FileInHand file, Background background)
    {
        if (!file.Place.IsInbox && !file.Place.IsTrial)
        {
            return IntakeFindings.Misplaced(file.Place, options);
        }

        if (file.Claim.Attempts > options.Attempts)
        {
            file.IsSetAside = true;
            return IntakeFindings.SetAside();
        }

        file.Content ??= archive.Read(file.Hash!.Value);
        var verdict = read(file.Content, ContextOf(plan, file, background));
        if (verdict is RefusedSubmission { UnforeseenFault: { } fault })
        {
            log.LogError("Reading submission {SubmissionId} met a fault nobody foresaw: {Fault}", file.Claim.SubmissionId, fault);
        }

        return verdict;
    }

    private static ReadingContext ContextOf(PlanLookup plan, FileInHand file, Background background)
    {
        var today = plan.Plan.TimeZone.DateOf(file.Claim.ReceivedAt);
        return new ReadingContext(plan.Stored, file.Place.Unit!, file.Claim.Name.Text, today)
        {
            Versions = plan.Versions,
            Earlier = background.Earlier,
            Exceptions = [.. background.Exceptions.Where(exception => exception.Until >= today)],
        };
    }

    /// <summary>What the database knows that reading a batch needs.</summary>
    private sealed record Background(EarlierFigures Earlier, IReadOnlyList<DeadlineExtension> Exceptions);
}
