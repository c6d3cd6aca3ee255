using System.Globalization;
using Emulation.Benchmarks.Data;
using Emulation.Benchmarks.Hosting;
using Emulation.Benchmarks.Limits;
using Emulation.Benchmarks.Measuring;

namespace Emulation.Benchmarks.Cases;

/// <summary>A month's files of many units, all at once: each from its own inbox to its own receipt.</summary>
internal sealed class SmallFiles(BenchSizes sizes) : IBenchmark
{
    private const int Month = 4;
    private readonly BenchPlan plan = new("bench-small", sizes.SmallFiles, sizes.SmallFileRows, HasUnitTargets: false);

    public string Code => "B";

    public string Work => string.Create(CultureInfo.InvariantCulture, $"{sizes.SmallFiles:N0} CSV × {sizes.SmallFileRows} rows, drop to receipt");

    public double? AimSeconds => null;

    public IReadOnlyList<Limit> Limits { get; } = [new("\\copy + upsert, a transaction a file", 3)];

    public async Task<Round> RunAsync(string folder, int number, CancellationToken cancellationToken)
    {
        await using var host = await BenchHost.OpenAsync(folder, plan, cancellationToken);
        var bare = await BareTables.CreateAsync(host.Postgres, plan, cancellationToken);
        var files = WriteFiles(folder, host, number);

        var upsert = await Meter.TheirsAsync(() => bare.LoadEachAsync(files, cancellationToken));
        await bare.ClearAsync(cancellationToken);

        await host.SettleAsync(cancellationToken);
        var intake = await IntakeRun.RunAsync(host, cancellationToken);
        await IntakeRun.RequireAsync(host, sizes.SmallFiles, sizes.SmallFiles * sizes.SmallFileRows, cancellationToken);
        return new Round(intake.Total, intake.Stages, [new(Limits[0].Name, upsert)]);
    }

    private List<string> WriteFiles(string folder, BenchHost host, int number)
    {
        var writer = new FigureFiles(new Sample(number));
        var paths = new List<string>();
        foreach (var unit in Enumerable.Range(0, plan.UnitCount))
        {
            var rows = Path.Combine(folder, "rows", BenchPlan.UnitCode(unit) + ".csv");
            var form = Path.Combine(host.InboxOf(BenchPlan.UnitFolder(unit)), "so-lieu-thang-5.csv");
            writer.Write(form, rows, Enumerable.Range(0, plan.IndicatorCount).Select(indicator => new FigureKey(unit, indicator, Month)));
            paths.Add(rows);
        }

        return paths;
    }
}
