using Emulation.Plan;
using Emulation.Reports.Scoring;

namespace Emulation.Reports.Reconciliation;

/// <summary>A sum that lags far behind the time gone by: less than half of what an even pace would have brought. Only while the run's span still lasts, and not in its first third, when little can be told.</summary>
public static class Pace
{
    public const string Kind = "pace";

    private const decimal ToleratedShare = 0.5m;
    private static readonly Fraction TellingShare = Fraction.One / 3;

    public static IEnumerable<Mismatch> Of(ReconciledUnit unit)
    {
        var elapsed = Elapsed(unit.Run);
        return elapsed >= 1 || elapsed < TellingShare ? [] : unit.Measurements
            .Where(measurement => Lags(measurement, elapsed))
            .Select(measurement => Found(unit, measurement, elapsed));
    }

    // Compared with the target, not with the day's share of it: that grows daily, and a decision would not outlive the night.
    private static Mismatch Found(ReconciledUnit unit, Measurement measurement, Fraction elapsed) => new(
        Kind, unit.Run.Subject.Code, measurement.Unit.Code, measurement.Indicator.Code, "",
        MismatchSide.Of(measurement.Value, unit.SourcesOf(measurement.Measured)), MismatchSide.Of(measurement.Target!.Value!.Value),
        RunTexts.Get(
            "Pace", measurement.Unit.ShortName, measurement.Indicator.Code, measurement.Indicator.Name, VietnameseNumber.Value(measurement.Value.Number!.Value),
            VietnameseNumber.Value(measurement.Target.Value.Value), VietnameseNumber.Value(measurement.AchievedPercent!.Value), VietnameseNumber.Value(elapsed * 100)));

    private static bool Lags(Measurement measurement, Fraction elapsed) =>
        measurement is { Indicator: { Aggregation: Aggregation.Sum, Direction: Direction.MoreIsBetter }, IsExempt: false, Value.HasValue: true }
        && measurement.AchievedPercent is { } percent
        && percent < elapsed * 100 * ToleratedShare;

    // A month run counts months, any other run counts days.
    private static Fraction Elapsed(ReconciledRun run)
    {
        var period = run.Span.Period;
        if (period.Kind == PeriodKind.Month)
        {
            var slot = run.Span.Slots[0];
            return (Fraction)slot.Months.Count / run.Plan.MonthsOf(slot.Wave.Period).Count();
        }
        var days = (Fraction)(run.Data.AsOn.DayNumber - period.From.DayNumber + 1) / (period.To.DayNumber - period.From.DayNumber + 1);
        return Fraction.Max(days, 0);
    }
}
