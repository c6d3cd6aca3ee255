using Emulation.Plan;
using Emulation.Plan.Storage;
using Emulation.Reports.Documents;
using Emulation.Reports.Documents.Model;
using Emulation.Reports.Documents.Places;
using Emulation.Reports.Documents.Twin;
using Emulation.Reports.Lineage;
using Emulation.Reports.Storage;

namespace Emulation.Reports;

/// <summary>A printed number, and what it follows from.</summary>
/// <param name="Text">As the faces of the report print it.</param>
public sealed record TracedValue(NumberOrigin Origin, string Text, LineageNode Lineage);

/// <summary>Leads from any printed number of a report to the cells, plan lines and decisions it came from. Changes nothing.</summary>
/// <remarks>docs/adr/0020-lineage.md, docs/adr/0029-numbers-in-sentences.md</remarks>
public sealed class TraceReport(LineageStore store, PlanStore versions, RunStore runs, RunTrace trace, AdjustmentStore adjustments, ScoreOpinionStore opinions)
{
    /// <param name="place">Where it stands, as <see cref="PrintedPlace.Place"/> says (<c>Xếp hạng!D7</c>, <c>II.2.a/3#2</c>), or an address (<c>ranking;654;K1;points</c>).</param>
    /// <exception cref="ArgumentException">There is no such report, or it prints no number there.</exception>
    public async Task<TracedValue> RunAsync(long reportId, string place, CancellationToken cancellationToken)
    {
        var (origin, printed) = await OriginAsync(reportId, place, cancellationToken);
        var data = await ReadAsync(reportId, origin is { Step: OriginStep.Same, Of: [var only] } ? only : null, cancellationToken);
        var text = (printed.Length > 0 ? printed : TextOf(data.Model, origin.Of[0]))
            ?? throw new ArgumentException($"Report {reportId} prints no value '{origin}'.", nameof(place));
        return new TracedValue(origin, text, new LineageOf(data).Number(origin));
    }

    /// <summary>All places of the report where a number is printed like this, in workbook, mail and document.</summary>
    /// <param name="printed">As it stands on the paper, e.g. <c>98,5</c>; a per cent sign makes no difference.</param>
    /// <exception cref="ArgumentException">There is no such report.</exception>
    public async Task<IReadOnlyList<PrintedPlace>> FindAsync(long reportId, string printed, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(printed);
        var (_, _, model) = await store.FindReportAsync(reportId, cancellationToken) ?? throw NoReport(reportId);
        var places = await store.PlacesAsync(reportId, cancellationToken);
        if (places.Any(place => place.Text.Length == 0))
        {
            var texts = TwinRows.Of(model).ToDictionary(row => new ValueAddress(row.Part, row.Unit, row.Code, row.Column).ToString(), row => row.Text);
            places = [.. places.Select(place => place with { Text = texts.GetValueOrDefault(place.Origin, "") })];
        }

        return [.. places.Where(place => Bare(place.Text) == Bare(printed))];
    }

    private static string Bare(string number) => number.Trim().TrimEnd('%');

    private static string? TextOf(ReportModel model, ValueAddress address) =>
        TwinRows.Of(model).FirstOrDefault(row => new ValueAddress(row.Part, row.Unit, row.Code, row.Column) == address)?.Text;

    private static ArgumentException NoReport(long reportId) => new($"There is no report {reportId}.", nameof(reportId));

    /// <summary>What the values of a report can lead to.</summary>
    /// <param name="address">Figures that have nothing to do with it are left out; null for all.</param>
    public async Task<LineageData> ReadAsync(long reportId, ValueAddress? address, CancellationToken cancellationToken)
    {
        var (runId, madeAt, model) = await store.FindReportAsync(reportId, cancellationToken) ?? throw NoReport(reportId);
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

    /// <returns>The origin, and how the number is printed there; empty where the report was made before that was noted.</returns>
    private async Task<(NumberOrigin Origin, string Printed)> OriginAsync(long reportId, string place, CancellationToken cancellationToken)
    {
        var places = await store.PlacesAsync(reportId, cancellationToken);
        var wanted = ValueAddress.Parse(place) is { } address ? address.ToString() : null;
        var asked = Normal(place);
        var found = places.FirstOrDefault(one => wanted is null ? string.Equals(one.Place, asked, StringComparison.OrdinalIgnoreCase) : one.Origin == wanted);
        return (found, wanted) switch
        {
            ({ } at, _) => (NumberOrigin.Parse(at.Origin), wanted is null ? at.Text : ""),
            (null, { } alone) => (NumberOrigin.Parse(alone), ""),
            _ => throw new ArgumentException($"Report {reportId} prints no number in '{place}'. Name a cell as SHEET!CELL, a number of a sentence as SECTION/PARAGRAPH#NUMBER, or an address as in its CSV file: part;unit;code;column. 'trace report {reportId} --find 98,5' lists the places of a number.", nameof(place)),
        };
    }

    // 'Xếp hạng'!$D$7, as spreadsheets write it.
    private static string Normal(string place) => place.LastIndexOf('!') is > 0 and var at
        ? $"{place[..at].Trim('\'')}!{place[(at + 1)..].Replace("$", "", StringComparison.Ordinal)}"
        : place;

    // A rank asks for the points of the whole block.
    private static UnitCode? UnitOf(ValueAddress? address) =>
        address is { Unit.Length: > 0, Column: not "rank", Part: not "units" } one ? new UnitCode(one.Unit) : null;

    private static IndicatorCode? IndicatorOf(ValueAddress? address) =>
        address is { Part: "indicators" or "figures" } one ? new IndicatorCode(one.Code) : null;
}
