using System.CommandLine;
using System.Globalization;
using Emulation.Jobs.Pages.Storage;
using Emulation.Jobs.Slots;
using Emulation.Plan;
using Emulation.Plan.Storage;
using Emulation.Reports;
using Emulation.Reports.Scoring;
using Spectre.Console;

namespace Emulation.Jobs.Commands;

/// <summary><c>calendar</c>, <c>deliveries</c>, <c>duties</c>: what is planned, mailed and owed, as tables.</summary>
internal static class ListCommands
{
    public static Command Calendar()
    {
        var nights = new Option<bool>("--all") { Description = "Lists the nightly housekeeping too." };
        var command = new Command("calendar", "Lists the runs of the last month and the next 12 months with their state.") { nights };
        command.SetAction((parsed, cancellationToken) => HostedCommand.RunAsync(
            (services, stop) => CalendarAsync(services, parsed.GetValue(nights), stop), cancellationToken));
        return command;
    }

    public static Command Deliveries()
    {
        var state = new Option<string?>("--state") { Description = "Only mails in that state." };
        state.AcceptOnlyFromAmong("held", "queued", "sending", "accepted", "refused", "bounced", "uncertain");
        var command = new Command("deliveries", "Lists mails, those that need a person first.") { state, DecisionCommands.Decide() };
        command.SetAction((parsed, cancellationToken) => HostedCommand.RunAsync(
            (services, stop) => DeliveriesAsync(services, parsed.GetValue(state), stop), cancellationToken));
        return command;
    }

    public static Command Duties()
    {
        var period = new Option<string?>("--period") { Description = "Only duties of that period." };
        var command = new Command("duties", "Shows who has reported what: every duty due or met, by unit.") { period };
        command.SetAction((parsed, cancellationToken) => HostedCommand.RunAsync(
            (services, stop) => DutiesAsync(services, parsed.GetValue(period), stop), cancellationToken));
        return command;
    }

    private static async Task<int> CalendarAsync(IServiceProvider services, bool all, CancellationToken cancellationToken)
    {
        var plan = (await services.GetRequiredService<CurrentPlan>().GetAsync(cancellationToken)).Plan;
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var entries = await services.GetRequiredService<RunCalendar>().ListAsync(now.AddMonths(-1), now.AddMonths(12), cancellationToken);
        var table = Table("when (" + plan.TimeZone.Id + ")", "schedule", "period", "state", "outcome");
        foreach (var entry in entries.Where(entry => all || entry.Schedule != Plan.Calendar.Schedules.Housekeeping || entry.State == "failed"))
        {
            AddRow(table, Moment(plan, entry.SlotAt), entry.Schedule, entry.Period?.Value, entry.State, entry.Said);
        }

        Write(table);
        return entries.Any(entry => entry.State == "failed") ? CommandLine.FaultFound : CommandLine.Well;
    }

    private static async Task<int> DeliveriesAsync(IServiceProvider services, string? state, CancellationToken cancellationToken)
    {
        var plan = (await services.GetRequiredService<CurrentPlan>().GetAsync(cancellationToken)).Plan;
        var queries = services.GetRequiredService<PageQueries>();
        var table = Table("id", "state", "to", "subject", "attempts", "settled", "answer");
        foreach (var mail in await queries.DeliveriesAsync(state, 1000, cancellationToken))
        {
            AddRow(
                table, mail.DeliveryId.ToString(CultureInfo.InvariantCulture), mail.State, mail.Address, mail.Subject,
                mail.Attempts.ToString(CultureInfo.InvariantCulture), mail.SettledAt is { } settled ? Moment(plan, settled) : "", mail.LastAnswer);
        }

        Write(table);
        var counts = await queries.CountDeliveriesAsync(cancellationToken);
        AnsiConsole.WriteLine(string.Join(", ", counts.Select(count => FormattableString.Invariant($"{count.Count} {count.State}"))));
        return CommandLine.Well;
    }

    private static async Task<int> DutiesAsync(IServiceProvider services, string? period, CancellationToken cancellationToken)
    {
        var plan = (await services.GetRequiredService<CurrentPlan>().GetAsync(cancellationToken)).Plan;
        var only = period is null ? (PeriodCode?)null : Arguments.PeriodOf(plan, period);
        var standings = await services.GetRequiredService<ShowDuties>().RunAsync(cancellationToken);
        var table = Table("duty", "period", "due", "on time", "late", "needs fixing", "missing", "exempt", "not yet due", "who is missing");
        foreach (var duty in standings.Where(standing => only is null || standing.Period == only).GroupBy(standing => (standing.Duty, standing.Period, standing.DueOn)))
        {
            AddRow(
                table, duty.Key.Duty, duty.Key.Period.Value, duty.Key.DueOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                Count(duty, Standing.OnTime), Count(duty, Standing.Late), Count(duty, Standing.NeedsFixing), Count(duty, Standing.Missing),
                Count(duty, Standing.Exempt), Count(duty, Standing.NotYetDue),
                string.Join(", ", duty.Where(standing => standing.Standing == Standing.Missing).Select(standing => plan.UnitByCode(standing.Unit).ShortName)));
        }

        Write(table);
        return CommandLine.Well;
    }

    private static string Count(IEnumerable<DutyStanding> duty, Standing standing) =>
        duty.Count(entry => entry.Standing == standing) is var count and > 0 ? count.ToString(CultureInfo.InvariantCulture) : "";

    private static void Write(Table table)
    {
        if (table.Rows.Count == 0)
        {
            AnsiConsole.WriteLine("Nothing to list.");
            return;
        }

        // A pipe or a file has no width of its own; 80 columns would break every cell.
        AnsiConsole.Profile.Width = Console.IsOutputRedirected ? 240 : AnsiConsole.Profile.Width;
        AnsiConsole.Write(table);
    }

    private static Table Table(params string[] columns) => new Table().Border(TableBorder.Simple).AddColumns(columns);

    // Cells are data, not Spectre's markup.
    private static void AddRow(Table table, params string?[] cells) => table.AddRow([.. cells.Select(cell => new Text(cell ?? ""))]);

    private static string Moment(EmulationPlan plan, DateTimeOffset instant) =>
        TimeZoneInfo.ConvertTime(instant, plan.TimeZone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
