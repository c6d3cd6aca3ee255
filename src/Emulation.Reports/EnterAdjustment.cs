using Emulation.Plan;
using Emulation.Plan.Calendar;
using Emulation.Plan.Storage;
using Emulation.Reports.Evidence;
using Emulation.Reports.Scoring;
using Emulation.Reports.Storage;
using Microsoft.Extensions.Logging;

namespace Emulation.Reports;

/// <summary>A bonus (positive points) or penalty (negative points) as a person enters it.</summary>
public sealed record AdjustmentEntry(UnitCode Unit, PeriodCode Period, decimal Points, string Reason, string Evidence, string EnteredBy)
{
    /// <summary>The document itself; null if there is none.</summary>
    public OfferedEvidence? File { get; init; }
}

/// <summary>What came of entering an adjustment.</summary>
public abstract record AdjustmentOutcome
{
    /// <summary>Stored; counts from the next run on.</summary>
    /// <param name="File">The number by which its file is fetched; null without a file.</param>
    public sealed record Entered(long AdjustmentId, long? File) : AdjustmentOutcome;

    /// <summary>Not stored.</summary>
    /// <param name="Message">Why, one Vietnamese sentence.</param>
    public sealed record Refused(string Message) : AdjustmentOutcome;
}

/// <summary>Enters a bonus or penalty with its reason and evidence, whose file is kept. A closed period takes none: its results stand.</summary>
public sealed class EnterAdjustment(CurrentPlan plans, AdjustmentStore adjustments, KeepEvidence evidence, TimeProvider clock, ILogger<EnterAdjustment> log)
{
    /// <exception cref="ArgumentException">The plan has no such unit, or no such wave or year.</exception>
    public async Task<AdjustmentOutcome> RunAsync(AdjustmentEntry entry, CancellationToken cancellationToken)
    {
        var plan = await plans.ForAsync(entry.Period, cancellationToken);
        var period = plan.Plan.Closable(entry.Period);
        if (!plan.Plan.Units.Any(unit => unit.Code == entry.Unit))
        {
            throw new ArgumentException($"Plan {plan.Plan.Code} has no unit {entry.Unit}.", nameof(entry));
        }
        if (Fault(entry) is { } fault)
        {
            return new AdjustmentOutcome.Refused(fault);
        }
        var (kept, unfit) = await evidence.RunAsync(entry.File, cancellationToken);
        if (unfit is not null)
        {
            return new AdjustmentOutcome.Refused(unfit);
        }
        var (id, file, closedAt) = await adjustments.EnterAsync(plan, period, entry, kept, clock.GetUtcNow(), cancellationToken);
        if (closedAt is { } instant)
        {
            return new AdjustmentOutcome.Refused(RunTexts.Get("AdjustmentClosed", period.Name, VietnameseNumber.Instant(plan.Plan.TimeZone, instant)));
        }
        log.LogInformation("Adjustment {AdjustmentId} entered for {Unit} in {Period}", id, entry.Unit, entry.Period);
        return new AdjustmentOutcome.Entered(id, file);
    }

    private static string? Fault(AdjustmentEntry entry) =>
        entry.Points == 0 ? RunTexts.Get("AdjustmentZero")
        : string.IsNullOrWhiteSpace(entry.Reason) ? RunTexts.Get("AdjustmentNoReason")
        : string.IsNullOrWhiteSpace(entry.Evidence) ? RunTexts.Get("AdjustmentNoEvidence")
        : null;
}
