using Emulation.Benchmarks.Cases;
using Emulation.Benchmarks.Hosting;
using Emulation.Benchmarks.Measuring;
using Emulation.Benchmarks.Output;

namespace Emulation.Benchmarks;

/// <summary>One run: the benchmarks asked for, round by round, each beside its limits, and the table.</summary>
internal static class BenchRun
{
    /// <summary>Runs and prints; progress goes to standard error, results to standard output.</summary>
    public static Task<int> RunAsync(BenchOptions options, CancellationToken cancellationToken) =>
        RunAsync(options, Console.Out, Console.Error, cancellationToken);

    public static async Task<int> RunAsync(BenchOptions options, TextWriter output, TextWriter progress, CancellationToken cancellationToken)
    {
        var benchmarks = All(options.IsQuick ? BenchSizes.Quick : BenchSizes.Full);
        if (options.Only.FirstOrDefault(code => benchmarks.All(benchmark => benchmark.Code != code)) is { } unknown)
        {
            await progress.WriteLineAsync($"There is no benchmark {unknown}; there are {string.Join(", ", benchmarks.Select(benchmark => benchmark.Code))}.");
            return 2;
        }

        var machine = Machine.Read();
        var (outcomes, failures) = (new List<Outcome>(), 0);
        foreach (var benchmark in benchmarks.Where(benchmark => options.Only.Count == 0 || options.Only.Contains(benchmark.Code)))
        {
            try
            {
                outcomes.Add(await RunAsync(benchmark, options, progress, cancellationToken));
            }
#pragma warning disable CA1031 // What one benchmark broke on must not cost the figures of the others.
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                failures++;
                await progress.WriteLineAsync($"{benchmark.Code} failed: {exception}");
            }
#pragma warning restore CA1031
        }

        await output.WriteLineAsync(options.IsJson ? ResultJson.Of(machine, options.IsQuick, outcomes) : ResultTable.Of(machine, options.IsQuick, outcomes));
        return failures == 0 ? 0 : 1;
    }

    private static IReadOnlyList<IBenchmark> All(BenchSizes sizes) =>
        [new BulkImport(sizes), new CsvParsing(sizes), new SmallFiles(sizes), new WorkbookReading(sizes, isWarm: false), new WorkbookReading(sizes, isWarm: true), new SmallWorkbooks(sizes), new MailSending(sizes), .. WaveScoring.All(sizes), new ReportRendering(sizes)];

    private static async Task<Outcome> RunAsync(IBenchmark benchmark, BenchOptions options, TextWriter progress, CancellationToken cancellationToken)
    {
        var rounds = new List<Round>();
        for (var number = 1; number <= options.Rounds; number++)
        {
            await progress.WriteLineAsync($"{benchmark.Code} {number}/{options.Rounds}: {benchmark.Work}");
            using var folder = new RunFolder(options.Folder);
            rounds.Add(await benchmark.RunAsync(folder.Path, number, cancellationToken));
        }

        return Outcome.Of(benchmark, rounds);
    }
}
