using System.Globalization;
using Emulation.Benchmarks.Data;
using Emulation.Benchmarks.Hosting;
using Emulation.Benchmarks.Limits;
using Emulation.Benchmarks.Measuring;
using Emulation.Ingest;
using Emulation.Ingest.Intake;

namespace Emulation.Benchmarks.Cases;

/// <summary>One large CSV of an office that reports for all units: from the drop to the receipt.</summary>
internal sealed class BulkImport(BenchSizes sizes) : IBenchmark
{
    private readonly BenchPlan plan = new("bench-bulk", sizes.BulkUnits, sizes.BulkIndicators, HasUnitTargets: false);

    public string Code => "A";

    public string Work => string.Create(CultureInfo.InvariantCulture, $"1 CSV × {sizes.BulkRows:N0} rows, drop to receipt");

    public double? AimSeconds => null;

    public IReadOnlyList<Limit> Limits { get; } = [new("\\copy + upsert", 0.4), new("\\copy alone", null)];

    public async Task<Round> RunAsync(string folder, int number, CancellationToken cancellationToken)
    {
        await using var host = await BenchHost.OpenAsync(folder, plan, cancellationToken);
        var bare = await BareTables.CreateAsync(host.Postgres, plan, cancellationToken);
        var (form, rows) = WriteFiles(folder, number);

        await bare.ClearAsync(cancellationToken);
        var copy = await Meter.TheirsAsync(() => bare.CopyOnlyAsync(rows, cancellationToken));
        await bare.ClearAsync(cancellationToken);
        var upsert = await Meter.TheirsAsync(() => bare.LoadAsync(rows, cancellationToken));
        await bare.ClearAsync(cancellationToken);

        File.Move(form, Path.Combine(host.InboxOf(BenchPlan.OfficeFolder), "so-lieu.csv"));
        await host.SettleAsync(cancellationToken);
        var intake = await IntakeRun.RunAsync(host, cancellationToken);
        await IntakeRun.RequireAsync(host, files: 1, figures: sizes.BulkRows, cancellationToken);
        return new Round(intake.Total, intake.Stages, [new("\\copy + upsert", upsert), new("\\copy alone", copy)]);
    }

    private (string Form, string Rows) WriteFiles(string folder, int number)
    {
        var (form, rows) = (Path.Combine(folder, "form.csv"), Path.Combine(folder, "rows.csv"));
        new FigureFiles(new Sample(number)).Write(form, rows, FigureKey.First(plan, sizes.BulkRows));
        return (form, rows);
    }
}
