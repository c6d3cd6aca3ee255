using System.Globalization;
using Emulation.Benchmarks.Data;
using Emulation.Benchmarks.Limits;
using Emulation.Benchmarks.Measuring;
using Emulation.Reports.Documents.Workbook;

namespace Emulation.Benchmarks.Cases;

/// <summary>The workbook of a report over the nation: every figure, result, rank and score card, with frames, colours, filters and charts.</summary>
internal sealed class ReportRendering(BenchSizes sizes) : IBenchmark
{
    private const string Bare = "EPPlus, the same cells bare";

    public string Code => "R";

    public string Work => string.Create(CultureInfo.InvariantCulture, $"report workbook, {sizes.ReportUnits:N0} units × {sizes.ReportIndicators} indicators, figures and score cards");

    public double? AimSeconds => null;

    public IReadOnlyList<Limit> Limits { get; } = [new(Bare, 1.2)];

    public async Task<Round> RunAsync(string folder, int number, CancellationToken cancellationToken)
    {
        var model = NationReport.Of(sizes.ReportUnits, sizes.ReportIndicators);
        var bare = new BareWorkbook(ReportWorkbook.Write(model));
        var ours = await Meter.OursAsync(() => Task.Run(() => ReportWorkbook.Write(model), cancellationToken));
        var limit = await Meter.TheirsAsync(() => Task.Run(bare.Write, cancellationToken));
        return new Round(ours, [], [new(Bare, limit)]);
    }
}
