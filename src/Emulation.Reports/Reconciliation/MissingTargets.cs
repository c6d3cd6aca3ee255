using Emulation.Plan;
using Emulation.Reports.Scoring;

namespace Emulation.Reports.Reconciliation;

/// <summary>A target is set and nothing was reported, though a report was due.</summary>
public static class MissingTargets
{
    public const string Kind = "target-missing";

    /// <summary>One sentence per indicator; a single one for a unit that reported no figure at all.</summary>
    public static IEnumerable<Discrepancy> Of(ReconciledRun run, Unit unit, IReadOnlyList<Measurement> measurements, IEnumerable<DutyStanding> duties)
    {
        var missing = measurements.Where(measurement => measurement.Verdict == TargetVerdict.Missing).ToList();
        var hasReported = run.Data.Received.Any(form => form.Unit == unit.Code && IsFigures(form.Form));
        if (missing.Count == 0 || !(hasReported || IsDue(run, duties)))
        {
            return [];
        }
        var period = run.Span.Period.Name;
        return hasReported
            ? missing.Select(measurement => new Discrepancy(Kind, unit.Code, measurement.Indicator.Code, RunTexts.Get(
                "TargetMissing", unit.ShortName, measurement.Indicator.Code, measurement.Indicator.Name, Asked(measurement.Target!), period)))
            : [new Discrepancy(Kind, unit.Code, null, RunTexts.Get("AllTargetsMissing", unit.ShortName, period, missing.Count))];
    }

    private static bool IsDue(ReconciledRun run, IEnumerable<DutyStanding> duties)
    {
        var figureDuties = run.Plan.Duties.Where(duty => IsFigures(duty.Form)).Select(duty => duty.Code).ToHashSet();
        return duties.Any(duty => figureDuties.Contains(duty.Duty) && duty.Standing is (Standing.Missing or Standing.NeedsFixing));
    }

    private static bool IsFigures(FormKind form) => form is FormKind.Figures or FormKind.WaveReport;

    private static string Asked(UnitTarget target) =>
        target.Date is { } day ? VietnameseNumber.Day(day) : VietnameseNumber.Value(target.Value ?? 0);
}
