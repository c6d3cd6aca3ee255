using System.CommandLine;
using Emulation.Plan;
using Emulation.Plan.Comparison;
using Emulation.Reports;
using Spectre.Console;

namespace Emulation.Jobs.Commands;

/// <summary><c>plan diff</c>: what one plan says differently from another, by code and field, and what it would change in results. Stores nothing.</summary>
internal static class PlanDiffCommand
{
    private const int MostText = 200;
    private const string AllPeriods = "all";

    public static Command Create()
    {
        var first = new Argument<string>("before") { Description = PlanSource.Description + " Alone: what it changes in the version in force." };
        var second = new Argument<string?>("after") { Description = PlanSource.Description, Arity = ArgumentArity.ZeroOrOne };
        var results = new Option<string[]>("--results")
        {
            Description = "Periods (2020-W1, 2020; or 'all' waves and the year) to compute by the second plan over the data already in.",
            AllowMultipleArgumentsPerToken = true,
        };
        var command = new Command("diff", "Compares two plans item by item, and on demand the results they would give.") { first, second, results };
        command.SetAction((parsed, cancellationToken) =>
        {
            var (before, after) = parsed.GetValue(second) is { } named ? (parsed.GetRequiredValue(first), named) : (null, parsed.GetRequiredValue(first));
            var periods = parsed.GetValue(results) ?? [];
            return before is not null && !PlanSource.IsStored(before) && !PlanSource.IsStored(after) && periods.Length == 0
                ? Task.FromResult(Compare(PlanSource.Read(before), PlanSource.Read(after)))
                : HostedCommand.RunAsync((services, stop) => CompareAsync(services, before, after, periods, stop), cancellationToken);
        });
        return command;
    }

    private static async Task<int> CompareAsync(IServiceProvider services, string? before, string after, string[] periods, CancellationToken cancellationToken)
    {
        var draft = await PlanSource.FindAsync(services, after, cancellationToken);
        var compared = Compare(await PlanSource.FindAsync(services, before, cancellationToken), draft);
        if (compared == CommandLine.Well && draft.Plan is { } plan)
        {
            foreach (var period in Periods(plan, periods))
            {
                var trial = await services.GetRequiredService<TryPlan>().RunAsync(plan, period.Code, cancellationToken);
                Console.WriteLine();
                Console.WriteLine(Texts.Get("diff.results", period.Code, period.Name));
                TrialCommand.Say(plan, trial);
            }
        }

        return compared;
    }

    private static IEnumerable<Period> Periods(EmulationPlan plan, string[] codes) =>
        codes.Contains(AllPeriods) ? plan.Periods.Where(period => period.Kind != PeriodKind.Month)
        : codes.Select(code => plan.PeriodByCode(Arguments.PeriodOf(plan, code)));

    private static int Compare(PlanSource before, PlanSource after)
    {
        if (before.Plan is not { } old || after.Plan is not { } now)
        {
            foreach (var faulty in new[] { before, after }.Where(source => source.Plan is null))
            {
                Console.WriteLine(faulty.Name + ":");
                PlanCommands.SayFaults(faulty.Faults);
            }

            return CommandLine.FaultFound;
        }

        Write(PlanDiff.Of(old, now), $"{before.Name} → {after.Name}", before.Content!.Hash.AsSpan().SequenceEqual(after.Content!.Hash));
        return CommandLine.Well;
    }

    private static void Write(IReadOnlyList<PlanChange> changes, string named, bool isSameContent)
    {
        Console.WriteLine(named);
        if (changes.Count == 0)
        {
            Console.WriteLine(isSameContent ? "The same content." : "The same plan; only comments, notes or layout differ.");
            return;
        }

        AnsiConsole.Profile.Width = Console.IsOutputRedirected ? 240 : AnsiConsole.Profile.Width;
        AnsiConsole.Write(TableOf(changes));
        Console.WriteLine(string.Join("; ", changes.GroupBy(change => change.Part).Select(part => part.Key + ": " + Counts(part))));
    }

    private static Table TableOf(IReadOnlyList<PlanChange> changes)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns("part", "code", "what", "field", "before", "after");
        foreach (var row in changes.SelectMany(RowsOf))
        {
            table.AddRow([.. row.Select(cell => new Text(Clip(cell)))]);
        }

        return table;
    }

    private static IEnumerable<string[]> RowsOf(PlanChange change) => change.Kind switch
    {
        PlanChangeKind.Added => [[change.Part, change.Key, WordOf(change.Kind), "", "", Whole(change, field => field.New)]],
        PlanChangeKind.Removed => [[change.Part, change.Key, WordOf(change.Kind), "", Whole(change, field => field.Old), ""]],
        _ => change.Fields.Select((field, index) => index == 0
            ? new[] { change.Part, change.Key, WordOf(change.Kind), field.Field, field.Old ?? "", field.New ?? "" }
            : ["", "", "", field.Field, field.Old ?? "", field.New ?? ""]),
    };

    // What the key says already is not said again.
    private static string Whole(PlanChange change, Func<FieldChange, string?> side) => string.Join(
        "; ", change.Fields.Where(field => !change.Key.Split(' ').Contains(side(field))).Select(field => $"{field.Field}: {side(field)}"));

    private static string Counts(IEnumerable<PlanChange> part) => string.Join(
        ", ", part.GroupBy(change => change.Kind).Select(kind => FormattableString.Invariant($"{kind.Count()} {WordOf(kind.Key)}")));

    private static string WordOf(PlanChangeKind kind) => kind.ToString().ToLowerInvariant();

    private static string Clip(string text) => text.Length <= MostText ? text : string.Concat(text.AsSpan(0, MostText), "…");
}
