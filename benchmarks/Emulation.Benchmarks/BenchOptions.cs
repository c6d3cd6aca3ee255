using System.CommandLine;
using System.CommandLine.Parsing;
using Emulation.Benchmarks.Cases;

namespace Emulation.Benchmarks;

/// <summary>What was asked for on the command line.</summary>
internal sealed record BenchOptions
{
    /// <summary>Codes of the benchmarks to run; empty for all.</summary>
    public IReadOnlyList<string> Only { get; init; } = [];

    public bool IsQuick { get; init; }

    public bool IsJson { get; init; }

    /// <summary>Rounds of each benchmark; the table shows medians.</summary>
    public int Rounds { get; init; } = 3;

    /// <summary>Where databases, shares and files of the run are made and removed again; null for the system's temporary folder.</summary>
    public string? Folder { get; init; }

    /// <summary>The command line's definition; <paramref name="run"/> gets what was asked for.</summary>
    public static RootCommand Command(Func<BenchOptions, CancellationToken, Task<int>> run)
    {
        var only = new Option<string>("--only") { Description = "Benchmarks to run, e.g. A,C (default: all).", DefaultValueFactory = _ => "" };
        var quick = new Option<bool>("--quick") { Description = "Small sizes, one round: shows that everything runs, measures nothing." };
        var json = new Option<bool>("--json") { Description = "Print one JSON object instead of the table." };
        var rounds = new Option<int>("--rounds") { Description = "Rounds of each benchmark (medians are printed).", DefaultValueFactory = _ => 3 };
        var folder = new Option<string?>("--folder") { Description = "Folder for databases and files of the run (default: the temporary folder)." };
        rounds.Validators.Add(PositiveOnly);
        var command = new RootCommand("Measures ingestion and scoring against their limits.") { only, quick, json, rounds, folder, ReadingProcess.Command() };
        command.SetAction((parsed, cancellationToken) => run(
            new BenchOptions
            {
                Only = parsed.GetValue(only)!.ToUpperInvariant().Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
                IsQuick = parsed.GetValue(quick),
                IsJson = parsed.GetValue(json),
                Rounds = parsed.GetValue(quick) ? 1 : parsed.GetValue(rounds),
                Folder = parsed.GetValue(folder),
            },
            cancellationToken));
        return command;
    }

    private static void PositiveOnly(OptionResult result)
    {
        if (result.GetValueOrDefault<int>() < 1)
        {
            result.AddError("--rounds must be 1 or more.");
        }
    }
}
