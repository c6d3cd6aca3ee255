using System.Collections.Concurrent;
using Emulation.Plan;
using Emulation.Reports.Reconciliation;
using Emulation.Reports.Reconciliation.Register;
using Emulation.Reports.Scoring;
using Npgsql;

namespace Emulation.Reports.Storage;

/// <summary>Everything that disagrees among what a run counted, with the cells: the checks of the run itself over its sums, and those of single figures.</summary>
internal sealed class MismatchFinder(RunScope scope)
{
    private const int Places = 6;

    /// <summary>In no particular order; every key once.</summary>
    public async Task<IReadOnlyList<MetEntry>> FindAsync(NpgsqlTransaction transaction, long runId, RunData data, CancellationToken cancellationToken)
    {
        var plan = scope.Plan.Plan;
        var counted = new CountedRun(plan, scope.Period, data);
        var overall = await OverallAsync(transaction, runId, data, cancellationToken);
        var (met, shared) = (new List<MetEntry>(), new Dictionary<UnitCode, CountedUnit>());
        var sharing = plan.Units.Where(unit => UnitSums.PartsOf(plan, unit).Count > 0).SelectMany(total => UnitSums.PartsOf(plan, total).Append(total)).Select(unit => unit.Code).ToHashSet();
        await foreach (var unit in new CountedFigures(scope).ReadAsync(transaction, runId, cancellationToken))
        {
            met.AddRange(overall[unit.Unit.Code].Concat(RegisterLook.Of(counted, unit)).Select(mismatch => Entry(mismatch, _ => unit)));
            if (sharing.Contains(unit.Unit.Code))
            {
                shared.Add(unit.Unit.Code, unit);
            }
        }
        met.AddRange(UnitSums.Of(counted, shared).Select(mismatch => Entry(mismatch, shared.GetValueOrDefault)));
        return met;
    }

    private async Task<ILookup<UnitCode, Mismatch>> OverallAsync(NpgsqlTransaction transaction, long runId, RunData data, CancellationToken cancellationToken)
    {
        var run = new ReconciledRun(scope.Plan.Plan, scope.Period, data);
        var found = new ConcurrentBag<Mismatch>();
        var units = scope.Plan.Plan.Units.ToDictionary(unit => unit.Code);
        var spoken = new ConcurrentDictionary<UnitCode, bool>();
        void Look(UnitCode unit, IReadOnlyList<FigureSum> figures)
        {
            if (spoken.TryAdd(unit, true) && run.Exists(units[unit]))
            {
                foreach (var mismatch in Reconciler.MismatchesOf(ReconciledUnit.Of(run, units[unit], figures)))
                {
                    found.Add(mismatch);
                }
            }
        }

        await new RunFigures(scope).FeedAsync(transaction, runId, Look, cancellationToken);
        foreach (var silent in scope.Plan.Plan.Units)
        {
            Look(silent.Code, []);
        }
        return found.ToLookup(mismatch => mismatch.Unit);
    }

    private MetEntry Entry(Mismatch mismatch, Func<UnitCode, CountedUnit?> figures)
    {
        var ids = scope.Plan.Ids;
        return new MetEntry(
            new EntryKey(
                ids.Periods[mismatch.Period], ids.Units[mismatch.Unit], mismatch.Indicator is { } indicator ? ids.Indicators[indicator] : null, mismatch.Kind, mismatch.Against),
            new EntryValues(mismatch.Stated.Number?.Round(Places), mismatch.Stated.Date, mismatch.Compared.Number?.Round(Places), mismatch.Compared.Date),
            mismatch.Sentence,
            [.. Cells(mismatch.Stated, false, figures).Concat(Cells(mismatch.Compared, true, figures)).Distinct()]);
    }

    private IEnumerable<EntryCell> Cells(MismatchSide side, bool isCompared, Func<UnitCode, CountedUnit?> figures) =>
        from source in side.Sources
        from period in source.Periods
        let figure = figures(source.Unit)?.Find(source.Indicator, source.Form, period)
        where figure is not null
        select new EntryCell(
            isCompared, figure.SubmissionId, scope.Plan.Ids.Units[source.Unit], scope.Plan.Ids.Indicators[source.Indicator], scope.Plan.Ids.Periods[period],
            figure.Sheet, figure.Row, figure.Column);
}
