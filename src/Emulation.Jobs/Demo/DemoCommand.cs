using System.CommandLine;
using System.Globalization;
using Emulation.Jobs.Commands;
using Spectre.Console;

namespace Emulation.Jobs.Demo;

/// <summary><c>demo</c>: plays the plan year through the host and says what came of it.</summary>
internal static class DemoCommand
{
    private static readonly Option<int> Seed = new("--seed") { Description = "Another seed gives other files and figures.", DefaultValueFactory = _ => DemoSettings.DefaultSeed };
    private static readonly Option<string?> Data = new("--data") { Description = "The demo's data folder; a finished demo in it is replaced, an unfinished one goes on." };
    private static readonly Option<string?> PlanFolder = new("--plan") { Description = "The plan folder to play." };
    private static readonly Option<DateOnly?> Until = new("--until") { Description = "Last day to play (yyyy-MM-dd).", CustomParser = ParseDay };
    private static readonly Option<bool> Json = new("--json") { Description = "Prints one JSON object and nothing else." };

    public static Command Create()
    {
        var command = new Command("demo", "Plays a whole emulation year: files dropped, taken, scored, waves closed, reports mailed.") { Seed, Data, PlanFolder, Until, Json };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var plan = DemoSettings.ReadPlan(parsed.GetValue(PlanFolder) ?? DemoSettings.FindPlanFolder());
        var folder = new DemoFolder(parsed.GetValue(Data) ?? DemoSettings.DefaultDataFolder());
        var until = parsed.GetValue(Until) ?? DemoSettings.LastDayOf(plan.Plan);
        var isJson = parsed.GetValue(Json);
        var screen = new DemoScreen(isJson ? Silent() : AnsiConsole.Console, plan.Plan.TimeZone);

        await using var run = await DemoRun.PrepareAsync(plan, folder, parsed.GetValue(Seed), until, screen, cancellationToken);
        var summary = await run.PlayAsync(screen, cancellationToken);
        if (isJson)
        {
            await Console.Out.WriteLineAsync(summary.ToJson());
        }
        else
        {
            screen.Show(summary, run.Places());
        }

        return CommandLine.Well;
    }

    private static IAnsiConsole Silent() => AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(TextWriter.Null), Interactive = InteractionSupport.No });

    private static DateOnly? ParseDay(System.CommandLine.Parsing.ArgumentResult result)
    {
        if (DateOnly.TryParseExact(result.Tokens[0].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        result.AddError("--until: write the day as yyyy-MM-dd, e.g. 2020-07-15.");
        return null;
    }
}
