using System.Globalization;
using Emulation.Benchmarks.Data;
using Emulation.Benchmarks.Hosting;
using Emulation.Benchmarks.Limits;
using Emulation.Benchmarks.Measuring;

namespace Emulation.Benchmarks.Cases;

/// <summary>A month's workbooks of many units, all at once: each from its own inbox to its own receipt.</summary>
internal sealed class SmallWorkbooks(BenchSizes sizes) : IBenchmark
{
    private const int Month = 4;
    private const string Twins = "psql, their CSV twins";
    private const string Library = "ExcelDataReader, reading only";

    private readonly BenchPlan plan = new("bench-books", sizes.SmallWorkbooks, sizes.SmallFileRows, HasUnitTargets: false);

    public string Code => "D";

    public string Work => string.Create(CultureInfo.InvariantCulture, $"{sizes.SmallWorkbooks:N0} XLSX × {sizes.SmallFileRows} rows, drop to receipt");

    public double? AimSeconds => null;

    public IReadOnlyList<Limit> Limits { get; } = [new(Twins, 3), new(Library, null)];

    public async Task<Round> RunAsync(string folder, int number, CancellationToken cancellationToken)
    {
        await using var host = await BenchHost.OpenAsync(folder, plan, cancellationToken);
        var bare = await BareTables.CreateAsync(host.Postgres, plan, cancellationToken);
        var files = WriteFiles(folder, host, number);

        var upsert = await Meter.TheirsAsync(() => bare.LoadEachAsync(files.Select(file => file.Rows), cancellationToken));
        await bare.ClearAsync(cancellationToken);
        var library = await Meter.TheirsAsync(() => Task.Run(() => files.ForEach(file => PlainReaders.ReadByExcelDataReader(file.Form)), cancellationToken));

        await host.SettleAsync(cancellationToken);
        var intake = await IntakeRun.RunAsync(host, cancellationToken);
        await IntakeRun.RequireAsync(host, sizes.SmallWorkbooks, sizes.SmallWorkbooks * sizes.SmallFileRows, cancellationToken);
        return new Round(intake.Total, intake.Stages, [new(Twins, upsert), new(Library, library)]);
    }

    private List<(string Form, string Rows)> WriteFiles(string folder, BenchHost host, int number)
    {
        var writer = new FigureFiles(new Sample(number));
        var files = new List<(string, string)>();
        foreach (var unit in Enumerable.Range(0, plan.UnitCount))
        {
            var rows = Path.Combine(folder, "rows", BenchPlan.UnitCode(unit) + ".csv");
            var form = Path.Combine(host.InboxOf(BenchPlan.UnitFolder(unit)), "so-lieu-thang-5.xlsx");
            writer.WriteWorkbook(form, rows, [.. Enumerable.Range(0, plan.IndicatorCount).Select(indicator => new FigureKey(unit, indicator, Month))]);
            files.Add((form, rows));
        }

        return files;
    }
}
