using Emulation.Plan;
using Emulation.Reports.Scoring;

namespace Emulation.Reports.Reconciliation;

/// <summary>A target is set and nothing was reported, though a report was due.</summary>
public static class MissingTargets
{
    public const string Kind = "target-missing";

    /// <summary>One sentence per indicator; a single one for a unit that reported no figure at all.</summary>
    public static IEnumerable<Mismatch> Of(ReconciledUnit reconciled)
    {
        var (run, unit) = (reconciled.Run, reconciled.Unit);
        var missing = reconciled.Measurements.Where(measurement => measurement.IsMissing).ToList();
        var hasReported = reconciled.Received.Any(form => form.Form.IsOfFigures());
        if (missing.Count == 0 || !(hasReported || IsDue(reconciled)))
        {
            return [];
        }
        var period = run.Span.Period.Name;
        return hasReported
            ? missing.Select(measurement => Found(
                reconciled, measurement.Indicator.Code, new MismatchSide(measurement.Target!.Value, measurement.Target.Date, []), RunTexts.Get(
                    "TargetMissing", unit.ShortName, measurement.Indicator.Code, measurement.Indicator.Name, Asked(measurement.Target), period)))
            : [Found(reconciled, null, MismatchSide.Of(missing.Count), RunTexts.Get("AllTargetsMissing", unit.ShortName, period, missing.Count))];
    }

    private static Mismatch Found(ReconciledUnit reconciled, IndicatorCode? indicator, MismatchSide asked, string sentence) =>
        new(Kind, reconciled.Run.Subject.Code, reconciled.Unit.Code, indicator, "", MismatchSide.Of((Fraction?)null), asked, sentence);

    private static bool IsDue(ReconciledUnit unit) =>
        unit.Duties.Any(duty => unit.Run.FigureDuties.Contains(duty.Duty) && duty.Standing is (Standing.Missing or Standing.NeedsFixing));

    private static string Asked(UnitTarget target) =>
        target.Date is { } day ? VietnameseNumber.Day(day) : VietnameseNumber.Value(target.Value ?? 0);
}
