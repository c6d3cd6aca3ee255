using System.Globalization;
using Emulation.Benchmarks.Data;
using Emulation.Benchmarks.Hosting;
using Emulation.Benchmarks.Limits;
using Emulation.Benchmarks.Measuring;
using Emulation.Plan;
using Emulation.Reports;
using Emulation.Reports.Scoring;

namespace Emulation.Benchmarks.Cases;

/// <summary>Scoring a year of monthly figures: inputs frozen, sums, score cards, ranks and grades stored under one hash.</summary>
internal sealed class WaveScoring(BenchSizes sizes) : IBenchmark
{
    private const string Pass = "covering-index pass";
    private static readonly PeriodCode Year = new("2020");

    private readonly BenchPlan plan = new("bench-scoring", sizes.ScoredUnits, sizes.ScoredIndicators, HasUnitTargets: true);

    public string Code => "S";

    public string Work => string.Create(
        CultureInfo.InvariantCulture, $"scoring {sizes.ScoredUnits} units × {sizes.ScoredIndicators} indicators × {BenchPlan.Months} months");

    public double? AimSeconds => null;

    public IReadOnlyList<Limit> Limits { get; } = [new(Pass, 3)];

    public async Task<Round> RunAsync(string folder, int number, CancellationToken cancellationToken)
    {
        await using var host = await BenchHost.OpenAsync(folder, plan, cancellationToken);
        await FillAsync(host, folder, number, cancellationToken);
        var bare = new BarePass(host.Postgres);
        await bare.PrepareAsync(cancellationToken);
        await bare.AskAsync(cancellationToken);
        var pass = await Meter.TheirsAsync(() => bare.AskAsync(cancellationToken));

        var ours = await Meter.OursAsync(() => host.Get<ComputeRun>().RunAsync(Year, RunKind.Provisional, cancellationToken));
        return new Round(ours, [], [new(Pass, pass)]);
    }

    private async Task FillAsync(BenchHost host, string folder, int number, CancellationToken cancellationToken)
    {
        var figures = plan.UnitCount * plan.IndicatorCount * BenchPlan.Months;
        var inbox = Path.Combine(host.InboxOf(BenchPlan.OfficeFolder), "so-lieu.csv");
        new FigureFiles(new Sample(number)).Write(inbox, Path.Combine(folder, "rows.csv"), FigureKey.First(plan, figures));
        await IntakeRun.RunAsync(host, cancellationToken);
        await IntakeRun.RequireAsync(host, files: 1, figures, cancellationToken);
    }
}
