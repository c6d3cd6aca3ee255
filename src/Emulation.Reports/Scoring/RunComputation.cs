using System.Collections.Concurrent;
using Emulation.Plan;
using Emulation.Reports.Reconciliation;

namespace Emulation.Reports.Scoring;

/// <summary>A run being computed. Units know nothing of each other until they are ranked, so their cards are made side by side and in any order, while the sums of other units still come in; the result is the same.</summary>
/// <param name="data">Everything the run counts but its figures, which come unit by unit.</param>
/// <param name="ranges">Told how far every unit's points can still move; null if nobody asks.</param>
public sealed class RunComputation(EmulationPlan plan, int planVersion, Period period, RunData data, IProgress<PointRange>? ranges = null)
{
    private readonly ReconciledRun run = new(plan, period, data);
    private readonly UnitOutcome?[] outcomes = new UnitOutcome?[plan.Units.Count];
    private readonly ConcurrentBag<CanonicalJson> idle = [];
    private readonly Dictionary<UnitCode, int> places = plan.Units.Select((unit, place) => (unit.Code, place)).ToDictionary();

    /// <summary>Computes a unit from all its sums; safe to call from several threads for different units. A unit that did not exist in the period is left out.</summary>
    /// <exception cref="InvalidOperationException">The unit was computed before: half of its sums would be lost.</exception>
    public void Add(UnitCode unit, IReadOnlyList<FigureSum> figures)
    {
        var place = places[unit];
        if (!run.Exists(plan.Units[place]))
        {
            return;
        }
        var json = idle.TryTake(out var waiting) ? waiting : new CanonicalJson();
        if (Interlocked.CompareExchange(ref outcomes[place], UnitOutcome.Of(run, plan.Units[place], figures, ranges, json), null) is not null)
        {
            throw new InvalidOperationException($"Unit {unit} was computed twice in one run.");
        }
        idle.Add(json);
    }

    /// <summary>The result, with the units that reported no figure at all.</summary>
    public RunResult Complete()
    {
        Parallel.For(0, outcomes.Length, place =>
        {
            if (outcomes[place] is null)
            {
                Add(plan.Units[place].Code, []);
            }
        });
        var units = outcomes.OfType<UnitOutcome>().ToList();
        return new RunResult
        {
            PlanCode = plan.Code,
            PlanVersion = planVersion,
            RuleSet = run.Plan.Scoring.Code,
            Period = period.Code,
            Units = UnitScoring.Rank(run.Plan, period, [.. units.Select(unit => unit.Scored).OfType<ScoredUnit>()]),
            Indicators = new CanonicalRows<IndicatorResult>([.. units.Select(unit => unit.Indicators).Where(chunk => chunk.Count > 0)]),
            Duties = run.Duties,
            Discrepancies = [.. units.SelectMany(unit => unit.Mismatches).Select(mismatch => mismatch.ToDiscrepancy())],
        };
    }

    /// <summary>What disagrees in the completed run, with both values: what its result says in sentences.</summary>
    public RunFindings Findings() => new(
        run.Data,
        [.. outcomes.OfType<UnitOutcome>().SelectMany(outcome => outcome.Mismatches)],
        plan.Units.Where((_, place) => outcomes[place] is { HasDoubtfulParts: true }).Select(unit => unit.Code).ToHashSet());

    /// <summary>What a run says of one unit before it is ranked.</summary>
    /// <param name="Scored">Null if no rule speaks to the unit.</param>
    private sealed record UnitOutcome(ScoredUnit? Scored, CanonicalChunk Indicators, IReadOnlyList<Mismatch> Mismatches, bool HasDoubtfulParts)
    {
        /// <param name="json">Lent.</param>
        public static UnitOutcome Of(ReconciledRun run, Unit unit, IReadOnlyList<FigureSum> figures, IProgress<PointRange>? ranges, CanonicalJson json)
        {
            var reconciled = ReconciledUnit.Of(run, unit, figures);
            var scored = UnitScoring.Of(reconciled);
            if (ranges is not null && PointRange.Of(reconciled, scored) is { } range)
            {
                ranges.Report(range);
            }
            return new UnitOutcome(Written(scored, json), CanonicalChunk.Of(json, DutyIndicators.Merge(reconciled), CanonicalItems.Indicator), [.. Reconciler.MismatchesOf(reconciled)], figures.Any(sum => sum.HasDoubtfulParts));
        }

        // With the lines of its card as they will be stored.
        private static ScoredUnit? Written(ScoredUnit? scored, CanonicalJson json) => scored is null ? null
            : scored with { Card = scored.Card with { Lines = new CanonicalRows<ScoreLine>([CanonicalChunk.Of(json, scored.Card.Lines, CanonicalItems.Line)]) } };
    }
}
