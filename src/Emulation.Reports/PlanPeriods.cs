using Emulation.Plan;

namespace Emulation.Reports;

/// <summary>Finds periods that a person or a schedule names.</summary>
internal static class PlanPeriods
{
    /// <exception cref="ArgumentException">The plan has no such period.</exception>
    public static Period Period(this EmulationPlan plan, PeriodCode code) =>
        plan.Periods.SingleOrDefault(period => period.Code == code)
        ?? throw new ArgumentException($"Plan {plan.Code} has no period {code}.", nameof(code));

    /// <summary>A wave or the year.</summary>
    /// <exception cref="ArgumentException">The plan has no such period, or it is a month.</exception>
    public static Period Closable(this EmulationPlan plan, PeriodCode code) =>
        plan.Period(code) is { Kind: not PeriodKind.Month } period
            ? period
            : throw new ArgumentException($"{code} is a month; waves and the year are closed.", nameof(code));

    /// <summary>The last day on which units may object to the provisional results of a wave, or of the year, which goes with its last wave; null if the plan sets none.</summary>
    public static DateOnly? ObjectionsUntil(this EmulationPlan plan, Period period) => plan.ClosingWave(period)?.ObjectionsUntil;

    /// <summary>The day on which the schedule closes a wave, or the year, which goes with its last wave.</summary>
    public static DateOnly ClosesOn(this EmulationPlan plan, Period period) => plan.ClosingWave(period)?.ClosesOn ?? period.To;

    private static Wave? ClosingWave(this EmulationPlan plan, Period period) =>
        plan.Waves.OrderByDescending(wave => wave.ClosesOn).FirstOrDefault(wave => period.Kind == PeriodKind.Year || wave.Period.Code == period.Code);
}
