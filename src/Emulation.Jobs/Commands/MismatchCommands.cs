using System.CommandLine;
using System.Globalization;
using Emulation.Plan;
using Emulation.Plan.Storage;
using Emulation.Reports;
using Emulation.Reports.Reconciliation.Register;
using Emulation.Reports.Scoring;
using Emulation.Reports.Storage;

namespace Emulation.Jobs.Commands;

/// <summary><c>mismatches</c>: the register of values that should agree and do not; looking, deciding, following.</summary>
internal static class MismatchCommands
{
    public static Command Create()
    {
        var period = new Option<string?>("--period") { Description = "Only entries about that period." };
        var unit = new Option<string?>("--unit") { Description = "Only entries of that unit." };
        var all = new Option<bool>("--all") { Description = "Also entries that are decided or gone." };
        var command = Command(
            new Command("mismatches", "The register of values that should agree and do not: open ones, with both values.")
            {
                period, unit, all, Show(), Look(), Estimates(), Decide(), Follow(), Close(),
            },
            (parsed, services, stop) => ListAsync(services, parsed.GetValue(period), parsed.GetValue(unit), parsed.GetValue(all), stop));
        return command;
    }

    private static Command Show()
    {
        var number = Number();
        return Command(
            new Command("show", "Everything about one entry: both values, the cells they stand in, its history.") { number },
            async (parsed, services, stop) =>
            {
                var stored = await PlanAsync(services, stop);
                var id = parsed.GetRequiredValue(number);
                var file = await services.GetRequiredService<MismatchStore>().FindAsync(stored, id, stop)
                    ?? throw new ArgumentException(FormattableString.Invariant($"There is no mismatch {id}."));
                foreach (var line in MismatchLines.Of(stored.Plan, file))
                {
                    await Console.Out.WriteLineAsync(line);
                }

                return CommandLine.Well;
            });
    }

    private static Command Look()
    {
        var period = Arguments.Period();
        return Command(
            new Command("look", "Computes a period over what is accepted now, and enters what disagrees.") { period },
            async (parsed, services, stop) =>
            {
                var stored = await PlanAsync(services, stop);
                var run = await services.GetRequiredService<ComputeRun>().RunAsync(
                    Arguments.PeriodOf(stored.Plan, parsed.GetRequiredValue(period)), RunKind.Provisional, stop);
                var counts = await services.GetRequiredService<MismatchStore>().CountAsync(stored, stop);
                await Console.Out.WriteLineAsync(FormattableString.Invariant($"run {run.RunId}; the register holds {Counts(counts)}"));
                return CommandLine.Well;
            });
    }

    private static Command Estimates()
    {
        var period = new Option<string?>("--period") { Description = "Only reports on that period." };
        return Command(
            new Command("estimates", "Lists figures that were estimated in an earlier version of a report, beside what counts now.") { period },
            async (parsed, services, stop) =>
            {
                var stored = await PlanAsync(services, stop);
                var of = parsed.GetValue(period) is { } named ? Arguments.PeriodOf(stored.Plan, named) : (PeriodCode?)null;
                var table = ListTable.Of("unit", "indicator", "period", "then", "of it estimated", "as of", "now", "of it estimated", "as of");
                foreach (var one in await services.GetRequiredService<MismatchStore>().ReplacedEstimatesAsync(stored, of, stop))
                {
                    ListTable.AddRow(
                        table, one.Unit.Value, one.Indicator.Value, one.Period.Value, Number(one.ValueThen), Number(one.EstimatedThen), Day(one.AsOfThen),
                        Number(one.ValueNow), Number(one.EstimatedNow), Day(one.AsOfNow));
                }

                ListTable.Write(table);
                return CommandLine.Well;
            });
    }

    private static string Number(decimal? value) => value?.ToString("0.######", CultureInfo.InvariantCulture) ?? "";

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private static Command Decide()
    {
        var number = Number();
        var (reason, by) = (Required<string>("--reason", "Why, as the report will say."), By());
        var counts = new Option<string>("--counts")
        {
            Description = "Which value is right: stated (what the unit states), compared (what it is compared with), as-is (both stand).",
            DefaultValueFactory = _ => "as-is",
        };
        counts.AcceptOnlyFromAmong([.. DecideMismatch.Choices]);
        return Command(
            new Command("decide", "Writes down what was decided about an entry; no figure and no result changes.") { number, reason, by, counts },
            async (parsed, services, stop) =>
            {
                await services.GetRequiredService<DecideMismatch>().RunAsync(
                    parsed.GetRequiredValue(number), parsed.GetRequiredValue(counts), parsed.GetRequiredValue(reason), parsed.GetRequiredValue(by), stop);
                return await SayAsync(parsed.GetRequiredValue(number), "decided");
            });
    }

    private static Command Follow()
    {
        var number = Number();
        var owner = Required<string>("--owner", "Who sees to it: a unit's code, an office, a post.");
        var due = Required<DateOnly>("--due", "Until when: 2020-07-20.");
        var note = new Option<string?>("--note") { Description = "What is to be done." };
        var by = Optional();
        return Command(
            new Command("follow", "Arranges who sees to an entry until when; a later arrangement replaces an earlier one.") { number, owner, due, note, by },
            async (parsed, services, stop) =>
            {
                await services.GetRequiredService<DecideMismatch>().FollowAsync(
                    parsed.GetRequiredValue(number), parsed.GetRequiredValue(owner), parsed.GetRequiredValue(due), parsed.GetValue(note), parsed.GetRequiredValue(by), stop);
                return await SayAsync(parsed.GetRequiredValue(number), "followed");
            });
    }

    private static Command Close()
    {
        var number = Number();
        var note = new Option<string?>("--note") { Description = "What came of it." };
        var by = Optional();
        return Command(
            new Command("close", "Ends the follow-up of an entry: what was to be done is done.") { number, note, by },
            async (parsed, services, stop) =>
            {
                await services.GetRequiredService<DecideMismatch>().EndFollowUpAsync(
                    parsed.GetRequiredValue(number), parsed.GetValue(note), parsed.GetRequiredValue(by), stop);
                return await SayAsync(parsed.GetRequiredValue(number), "follow-up closed");
            });
    }

    private static async Task<int> ListAsync(IServiceProvider services, string? period, string? unit, bool all, CancellationToken cancellationToken)
    {
        var stored = await PlanAsync(services, cancellationToken);
        var today = TimeZoneInfo.ConvertTime(services.GetRequiredService<TimeProvider>().GetUtcNow(), stored.Plan.TimeZone);
        var filter = new MismatchFilter(
            period is null ? null : Arguments.PeriodOf(stored.Plan, period),
            unit is null ? null : stored.Plan.Units.FirstOrDefault(one => one.Code.Value == unit)?.Code ?? throw new ArgumentException($"The plan has no unit '{unit}'."),
            Limit: int.MaxValue);
        var entries = await services.GetRequiredService<MismatchStore>().ListAsync(stored, filter, cancellationToken);
        foreach (var entry in entries.Where(entry => all || entry.IsOpen))
        {
            await Console.Out.WriteLineAsync(MismatchLines.Line(entry, DateOnly.FromDateTime(today.DateTime)));
        }

        await Console.Out.WriteLineAsync(Counts([.. entries.CountBy(entry => entry.State).OrderBy(count => count.Key).Select(count => (count.Key, count.Value))]));
        return CommandLine.Well;
    }

    private static string Counts(IReadOnlyList<(MismatchState State, int Count)> counts) => counts.Count == 0
        ? "nothing"
        : string.Join(", ", counts.Select(count => FormattableString.Invariant($"{count.Count} {count.State.ToName()}")));

    private static async Task<int> SayAsync(long number, string what)
    {
        await Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"mismatch {number}: {what}"));
        return CommandLine.Well;
    }

    private static Command Command(Command command, Func<ParseResult, IServiceProvider, CancellationToken, Task<int>> run)
    {
        command.SetAction((parsed, cancellationToken) => HostedCommand.RunAsync((services, stop) => run(parsed, services, stop), cancellationToken));
        return command;
    }

    private static Task<StoredPlan> PlanAsync(IServiceProvider services, CancellationToken cancellationToken) => services.GetRequiredService<CurrentPlan>().GetAsync(cancellationToken);

    private static Argument<long> Number() => new("number") { Description = "The number of an entry, as 'mismatches' lists it." };

    private static Option<T> Required<T>(string name, string description) => new(name) { Description = description, Required = true };

    private static Option<string> By() => Required<string>("--by", "The person's name.");

    private static Option<string> Optional() => new("--by") { Description = "The person's name; the account's if left out.", DefaultValueFactory = _ => Environment.UserName };
}
