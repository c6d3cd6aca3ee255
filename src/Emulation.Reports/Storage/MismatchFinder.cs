using Emulation.Plan;
using Emulation.Reports.Reconciliation;
using Emulation.Reports.Reconciliation.Register;
using Emulation.Reports.Scoring;
using Npgsql;

namespace Emulation.Reports.Storage;

/// <summary>Everything that disagrees among what a run counted, with the cells: what the run found over its sums, and the checks of single figures, of which only those are read that may disagree.</summary>
internal sealed class MismatchFinder(RunScope scope)
{
    private const int Places = 6;

    /// <summary>In no particular order; every key once.</summary>
    public async Task<IReadOnlyList<MetEntry>> FindAsync(NpgsqlTransaction transaction, long runId, RunFindings findings, CancellationToken cancellationToken)
    {
        var counted = new CountedRun(scope.Plan.Plan, scope.Period, findings.Data);
        var wanted = new WantedFigures(counted, findings);
        var overall = findings.Overall.ToLookup(mismatch => mismatch.Unit);
        var (met, read, shared) = (new List<MetEntry>(), new HashSet<UnitCode>(), new Dictionary<UnitCode, CountedUnit>());
        await foreach (var unit in new CountedFigures(scope).ReadAsync(transaction, runId, wanted, cancellationToken))
        {
            read.Add(unit.Unit.Code);
            met.AddRange(overall[unit.Unit.Code].Concat(RegisterLook.Of(counted, unit)).Select(mismatch => Entry(mismatch, _ => unit)));
            if (wanted.IsShared(unit.Unit.Code))
            {
                shared.Add(unit.Unit.Code, unit);
            }
        }
        met.AddRange(overall.Where(unit => !read.Contains(unit.Key)).SelectMany(unit => unit).Select(mismatch => Entry(mismatch, _ => null)));
        met.AddRange(UnitSums.Of(counted, shared).Select(mismatch => Entry(mismatch, shared.GetValueOrDefault)));
        return met;
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
