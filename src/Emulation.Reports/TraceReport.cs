using Emulation.Plan;
using Emulation.Plan.Storage;
using Emulation.Reports.Documents;
using Emulation.Reports.Documents.Twin;
using Emulation.Reports.Lineage;
using Emulation.Reports.Storage;

namespace Emulation.Reports;

/// <summary>A printed value, and what it follows from.</summary>
/// <param name="Text">As the faces of the report print it; null where they print a dash.</param>
public sealed record TracedValue(ValueAddress Address, string? Text, LineageNode Lineage);

/// <summary>Leads from any value of a report to the cells, plan lines and decisions it came from. Changes nothing.</summary>
/// <remarks>docs/adr/0020-lineage.md</remarks>
public sealed class TraceReport(LineageStore store, PlanStore versions, RunStore runs, RunTrace trace, AdjustmentStore adjustments, ScoreOpinionStore opinions)
{
    /// <param name="place">A cell of the workbook (<c>Xếp hạng!D7</c>), or an address (<c>ranking;654;K1;points</c>).</param>
    /// <exception cref="ArgumentException">There is no such report, cell or value.</exception>
    public async Task<TracedValue> RunAsync(long reportId, string place, CancellationToken cancellationToken)
    {
        var address = ValueAddress.Parse(place) ?? await AddressOfAsync(reportId, place, cancellationToken);
        var data = await ReadAsync(reportId, address, cancellationToken);
        var text = TwinRows.Of(data.Model).FirstOrDefault(row => new ValueAddress(row.Part, row.Unit, row.Code, row.Column) == address)?.Text
            ?? throw new ArgumentException($"Report {reportId} prints no value '{address}'.", nameof(place));
        return new TracedValue(address, text, new LineageOf(data).Value(address));
    }

    /// <summary>What the values of a report can lead to.</summary>
    /// <param name="address">Figures that have nothing to do with it are left out; null for all.</param>
    public async Task<LineageData> ReadAsync(long reportId, ValueAddress? address, CancellationToken cancellationToken)
    {
        var (runId, madeAt, model) = await store.FindReportAsync(reportId, cancellationToken) ?? throw new ArgumentException($"There is no report {reportId}.", nameof(reportId));
        var run = await runs.FindAsync(runId, cancellationToken) ?? throw new InvalidOperationException($"The run {runId} of report {reportId} is gone.");
        var plan = (await versions.LoadAsync(run.PlanVersionId, cancellationToken)).ScoredFor(run.Result.Period);
        return new LineageData
        {
            Plan = plan,
            Run = run,
            Model = model,
            Figures = await trace.OfUnitsAsync(runId, plan, UnitOf(address), IndicatorOf(address), cancellationToken),
            Files = await store.FilesAsync(runId, plan, cancellationToken),
            Adjustments = await adjustments.OfRunAsync(runId, plan, cancellationToken),
            Opinions = await opinions.OfPeriodAsync(plan, run.Result.Period, madeAt, cancellationToken),
        };
    }

    private async Task<ValueAddress> AddressOfAsync(long reportId, string place, CancellationToken cancellationToken)
    {
        var at = place.LastIndexOf('!');
        var (sheet, cell) = at < 0 ? ("", place) : (place[..at].Trim('\''), place[(at + 1)..].Replace("$", "", StringComparison.Ordinal).ToUpperInvariant());
        return await store.FindCellAsync(reportId, sheet, cell, cancellationToken)
            ?? throw new ArgumentException($"Report {reportId} prints no value in '{place}'. Name a cell as SHEET!CELL, or an address as in its CSV file: part;unit;code;column.", nameof(place));
    }

    // A rank asks for the points of the whole block.
    private static UnitCode? UnitOf(ValueAddress? address) =>
        address is { Unit.Length: > 0, Column: not "rank" } one ? new UnitCode(one.Unit) : null;

    private static IndicatorCode? IndicatorOf(ValueAddress? address) =>
        address is { Part: "indicators" or "figures" } one ? new IndicatorCode(one.Code) : null;
}
