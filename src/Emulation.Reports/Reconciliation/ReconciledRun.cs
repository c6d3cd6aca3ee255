using System.Collections.Immutable;
using Emulation.Plan;
using Emulation.Reports.Scoring;

namespace Emulation.Reports.Reconciliation;

/// <summary>What all units of a run share: the plan, the span, and what the inbox and the entries say, found by unit.</summary>
public sealed class ReconciledRun
{
    private readonly ILookup<UnitCode, DutyStanding> duties;
    private readonly ILookup<UnitCode, ReceivedForm> received;
    private readonly ILookup<UnitCode, decimal> adjustments;
    private readonly Period period;

    public ReconciledRun(EmulationPlan plan, Period period, RunData data)
    {
        (Plan, Data, this.period) = (plan.ScoredFor(period), data, period);
        Span = RunSpan.Of(plan, period);
        Targets = new TargetBook(plan, Span);
        Catalogue = new RunCatalogue(plan, Span, Targets);
        Rules = [.. Plan.Scoring.Rules.Where(rule => IsOfRun(rule, Span)).Select(rule => new RunRule(rule, Plan.Scoring, Catalogue))];
        Duties = new DutyBoard(plan, Targets, data).Of(Span.Owes);
        FigureDuties = plan.Duties.Where(duty => duty.Form.IsOfFigures()).Select(duty => duty.Code).ToHashSet();
        duties = Duties.ToLookup(duty => duty.Unit);
        received = data.Received.ToLookup(form => form.Unit);
        var periods = Span.AdjustmentPeriods;
        adjustments = data.Adjustments.Where(entry => periods.Contains(entry.Period)).ToLookup(entry => entry.Unit, entry => entry.Points);
    }

    /// <summary>With the rules that hold for the period.</summary>
    public EmulationPlan Plan { get; }

    public RunSpan Span { get; }

    public RunData Data { get; }

    /// <summary>The wave or year that is looked at: for a month the wave it belongs to, whose figures so far are summed up.</summary>
    public Period Subject => period.Kind == PeriodKind.Month ? Span.Slots[0].Wave.Period : period;

    public TargetBook Targets { get; }

    public RunCatalogue Catalogue { get; }

    /// <summary>The rules that speak in the run, in the order of the rule set.</summary>
    public ImmutableArray<RunRule> Rules { get; }

    /// <summary>The whole board, in the order of duties, their occurrences and the plan's units.</summary>
    public IReadOnlyList<DutyStanding> Duties { get; }

    /// <summary>The duties by which units owe figures.</summary>
    public IReadOnlySet<string> FigureDuties { get; }

    /// <summary>True if the unit existed on some day of the run's period.</summary>
    public bool Exists(Unit unit) => unit.ExistsIn(period);

    public IReadOnlyList<DutyStanding> DutiesOf(UnitCode unit) => [.. duties[unit]];

    /// <summary>What was accepted from the unit.</summary>
    public IReadOnlyList<ReceivedForm> ReceivedFrom(UnitCode unit) => [.. received[unit]];

    /// <summary>Bonus (positive) and penalty (negative) points that count in the run.</summary>
    public IReadOnlyList<decimal> AdjustmentsOf(UnitCode unit) => [.. adjustments[unit]];

    // A month is scored by the rules of its wave.
    private static bool IsOfRun(ScoringRule rule, RunSpan span) =>
        rule.Periods.Count == 0
        || rule.Periods.Contains(span.Period.Kind == PeriodKind.Month ? span.Slots[0].Wave.Period.Code : span.Period.Code);
}
