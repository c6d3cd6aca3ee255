using Emulation.Plan;
using Emulation.Plan.Calendar;
using Emulation.Reports.Scoring;

namespace Emulation.Reports.Reconciliation;

/// <summary>What a unit's sum would be by a day if it kept pace with its target; an expectation, never scored.</summary>
/// <param name="Value">0 where nothing was reported.</param>
/// <param name="ReachedOn">The day up to which figures are there, or should be: nobody is behind for a month that is not due.</param>
/// <param name="Expected">The target's share of that day, two places.</param>
public sealed record PaceStanding(UnitCode Unit, IndicatorCode Indicator, decimal Value, decimal Target, DateOnly ReachedOn, decimal Expected)
{
    /// <summary>Per cent above (or, negative, below) the expected value, one place; null where nothing is expected yet.</summary>
    public decimal? AheadPercent => Ahead(Value, Expected);

    internal static decimal? Ahead(decimal value, decimal expected) => expected == 0 ? null : Math.Round((value - expected) * 100 / expected, 1, MidpointRounding.AwayFromZero);
}

/// <summary>An indicator over all units that have a target of their own.</summary>
/// <param name="UnitsBehind">Units below their expected value.</param>
public sealed record PaceTotal(IndicatorCode Indicator, int Units, int UnitsBehind, decimal Value, decimal Expected, DateOnly ReachedOn)
{
    public decimal? AheadPercent => PaceStanding.Ahead(Value, Expected);
}

/// <summary>Sums with a target against the day: pro rata by the unit's own course of last year where the plan has it whole, else by working days.</summary>
/// <remarks>docs/adr/0019-mismatch-register.md. Only indicators that are added up and of which more is better.</remarks>
public sealed class ExpectedPace
{
    private readonly EmulationPlan plan;
    private readonly Period subject;
    private readonly DateOnly reachedOn;
    private readonly WorkingDays workingDays;
    private readonly Dictionary<(UnitCode, IndicatorCode, PeriodCode), decimal> lastYear;

    private ExpectedPace(EmulationPlan plan, Period period, DateOnly asOn)
    {
        this.plan = plan;
        subject = period.Kind == PeriodKind.Month ? plan.Waves.First(wave => plan.MonthsOf(wave.Period).Any(month => month.Code == period.Code)).Period : period;
        reachedOn = period.Kind == PeriodKind.Month ? period.To : ReachedOn(plan, subject, asOn);
        workingDays = WorkingDays.Of(plan.Calendar);
        lastYear = plan.LastYear.ToDictionary(figure => (figure.Unit, figure.Indicator, figure.Period), figure => figure.Value);
    }

    /// <summary>In the order of the run's results; empty before the first figures are due.</summary>
    public static IReadOnlyList<PaceStanding> Of(EmulationPlan plan, RunResult run, DateOnly asOn)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(run);
        var pace = new ExpectedPace(plan, plan.PeriodByCode(run.Period), asOn);
        var indicators = plan.Indicators.Where(indicator => indicator is { Aggregation: Aggregation.Sum, Direction: Direction.MoreIsBetter }).Select(indicator => indicator.Code).ToHashSet();
        return pace.reachedOn < pace.subject.From ? [] : [.. run.Indicators
            .Where(result => indicators.Contains(result.Indicator) && result is { Target: > 0, Verdict: TargetVerdict.Met or TargetVerdict.Short or TargetVerdict.Missing })
            .Select(pace.Standing)];
    }

    /// <summary>In the order of the catalogue.</summary>
    public static IReadOnlyList<PaceTotal> Totals(EmulationPlan plan, IEnumerable<PaceStanding> standings)
    {
        var byIndicator = standings.ToLookup(standing => standing.Indicator);
        return [.. from indicator in plan.Indicators
                   let units = byIndicator[indicator.Code].ToList()
                   where units.Count > 0
                   select new PaceTotal(
                       indicator.Code, units.Count, units.Count(unit => unit.Value < unit.Expected), units.Sum(unit => unit.Value), units.Sum(unit => unit.Expected), units.Max(unit => unit.ReachedOn))];
    }

    private PaceStanding Standing(IndicatorResult result)
    {
        // A wave report speaks of the whole wave: what is still to come is in its estimate.
        var day = result.Source == IndicatorValue.FromWaveReport ? subject.To : reachedOn;
        var share = LastYearShare(result.Unit, result.Indicator, day) ?? WorkedShare(subject, day);
        return new PaceStanding(result.Unit, result.Indicator, result.Value ?? 0, result.Target!.Value, day, (result.Target.Value * share).Round(2));
    }

    // The last month whose figures are due; where no months are reported, the day itself.
    private static DateOnly ReachedOn(EmulationPlan plan, Period subject, DateOnly asOn)
    {
        var months = plan.Duties.Where(duty => duty.Form == FormKind.Figures).SelectMany(duty => duty.Occurrences).ToList();
        var last = asOn < subject.To ? asOn : subject.To;
        return months.Count == 0 ? last : months.Where(month => month.DueOn < asOn && month.Period.To <= last).Select(month => month.Period.To).DefaultIfEmpty(DateOnly.MinValue).Max();
    }

    private Fraction? LastYearShare(UnitCode unit, IndicatorCode indicator, DateOnly day) =>
        ShareOf([.. plan.MonthsOf(subject)], unit, indicator, day)
        ?? (subject.Kind == PeriodKind.Year ? ShareOf([.. plan.Waves.Select(wave => wave.Period)], unit, indicator, day) : null);

    // Null unless last year's figure of every part is known and there is one.
    private Fraction? ShareOf(IReadOnlyList<Period> parts, UnitCode unit, IndicatorCode indicator, DateOnly day)
    {
        var known = parts.Select(part => (Part: part, Value: lastYear.TryGetValue((unit, indicator, part.Code), out var value) ? value : (decimal?)null)).ToList();
        var total = known.Sum(part => part.Value ?? 0);
        return known.Count == 0 || known.Exists(part => part.Value is null) || total <= 0 ? null
            : known.Aggregate(Fraction.Zero, (sum, part) => sum + (part.Value!.Value * WorkedShare(part.Part, day))) / total;
    }

    private Fraction WorkedShare(Period period, DateOnly day)
    {
        if (day >= period.To || day < period.From)
        {
            return day >= period.To ? Fraction.One : Fraction.Zero;
        }
        var (all, gone) = (Worked(period.From, period.To), Worked(period.From, day));
        return all == 0 ? Fraction.One : (Fraction)gone / all;
    }

    private int Worked(DateOnly from, DateOnly to) =>
        Enumerable.Range(0, to.DayNumber - from.DayNumber + 1).Count(offset => workingDays.IsWorkingDay(from.AddDays(offset)));
}
