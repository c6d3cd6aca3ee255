using System.Globalization;
using Emulation.Benchmarks.Data;
using Emulation.Benchmarks.Hosting;
using Emulation.Benchmarks.Limits;
using Emulation.Benchmarks.Measuring;
using Emulation.Plan;
using Emulation.Reports;
using Emulation.Reports.Scoring;
using Emulation.Reports.Storage;

namespace Emulation.Benchmarks.Cases;

/// <summary>Scoring a year of monthly figures: inputs frozen, sums, score cards, ranks and grades stored under one hash.</summary>
/// <param name="isOneFile">True if an office's one file, taken in by intake, brings all figures; false if every unit sends one a month.</param>
internal sealed class WaveScoring(string code, ScoringSize size, bool hasUnitTargets, bool isOneFile) : IBenchmark
{
    private const string Pass = "covering-index pass";
    private const string StoredPass = "pass over the stored table";
    private static readonly PeriodCode Year = new("2020");

    private readonly BenchPlan plan = new("bench-scoring", size.Units, size.Indicators, hasUnitTargets);

    public string Code => code;

    public string Work => string.Create(
        CultureInfo.InvariantCulture,
        $"scoring {size.Units:N0} units × {size.Indicators} indicators × {BenchPlan.Months} months = {size.Figures:N0} figures");

    public double? AimSeconds => null;

    public IReadOnlyList<Limit> Limits { get; } = [new(Pass, 3), new(StoredPass, null)];

    /// <summary>The sizes of a province, of many and of the nation.</summary>
    public static IEnumerable<WaveScoring> All(BenchSizes sizes) =>
    [
        new("S", sizes.Scoring, hasUnitTargets: true, isOneFile: true),
        new("S3", sizes.LargeScoring, hasUnitTargets: true, isOneFile: false),
        new("S10", sizes.NationalScoring, hasUnitTargets: false, isOneFile: false),
    ];

    public async Task<Round> RunAsync(string folder, int number, CancellationToken cancellationToken)
    {
        await using var host = await BenchHost.OpenAsync(folder, plan, cancellationToken);
        await FillAsync(host, folder, number, cancellationToken);
        var bare = new BarePass(host.Postgres);
        await bare.PrepareAsync(cancellationToken);
        await bare.AskAsync(cancellationToken);
        var pass = await Meter.TheirsAsync(() => bare.AskAsync(cancellationToken));
        var stored = await Meter.TheirsAsync(() => bare.AskStoredAsync(cancellationToken));

        await ComputeMonthsAsync(host, cancellationToken);
        using var stages = new StageTimes();
        ComputedRun? run = null;
        var ours = await Meter.OursAsync(async () => run = await host.Get<ComputeRun>().RunAsync(Year, RunKind.Provisional, cancellationToken));
        await RequireAsync(host, run!, cancellationToken);
        return new Round(ours, stages.InOrder(), [new(Pass, pass), new(StoredPass, stored)]);
    }

    // The host lives for months, and has computed every month before it computes the year: nothing of its code is new to it.
    private static async Task ComputeMonthsAsync(BenchHost host, CancellationToken cancellationToken)
    {
        for (var month = 0; month < BenchPlan.Months; month++)
        {
            await host.Get<ComputeRun>().RunAsync(new PeriodCode(BenchPlan.MonthCode(month)), RunKind.Provisional, cancellationToken);
        }
    }

    private async Task FillAsync(BenchHost host, string folder, int number, CancellationToken cancellationToken)
    {
        if (!isOneFile)
        {
            await new StoredFigures(host.Postgres).FillAsync(number, cancellationToken);
            return;
        }
        var inbox = Path.Combine(host.InboxOf(BenchPlan.OfficeFolder), "so-lieu.csv");
        new FigureFiles(new Sample(number)).Write(inbox, Path.Combine(folder, "rows.csv"), FigureKey.First(plan, size.Figures));
        await IntakeRun.RunAsync(host, cancellationToken);
        await IntakeRun.RequireAsync(host, files: 1, size.Figures, cancellationToken);
    }

    // A run that found nothing would be fast, and one that stored nothing faster.
    private async Task RequireAsync(BenchHost host, ComputedRun run, CancellationToken cancellationToken)
    {
        var figures = await host.CountAsync("figures", cancellationToken);
        var stored = await host.Get<RunStore>().FindAsync(run.RunId, cancellationToken);
        var lines = stored!.Result.Units.Sum(unit => unit.Lines.Count(line => line.State == ScoredState.Value));
        if (figures != size.Figures || lines != size.Units * plan.ScoredCount)
        {
            throw new InvalidOperationException($"{lines} lines were scored on {figures} figures.");
        }
        var rows = await host.CountAsync($"unit_results where run_id = {run.RunId}", cancellationToken);
        var hashed = await host.CountAsync($"runs where run_id = {run.RunId} and result_hash = sha256(emulation.run_result(run_id))", cancellationToken);
        if (rows != stored.Result.Units.Count || hashed != 1)
        {
            throw new InvalidOperationException($"{rows} units were stored, {hashed} result under its hash.");
        }
    }
}
