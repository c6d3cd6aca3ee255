using System.CommandLine;
using System.Globalization;
using Emulation.Jobs.Pages.Storage;
using Emulation.Plan;
using Emulation.Plan.Calendar;
using Emulation.Plan.Storage;
using Emulation.Reports;
using Emulation.Reports.Reconciliation;
using Emulation.Reports.Scoring;
using Emulation.Reports.Storage;
using Spectre.Console;

namespace Emulation.Jobs.Commands;

/// <summary><c>deliveries</c>, <c>duties</c>: what is mailed and owed, as tables.</summary>
internal static class ListCommands
{
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
        var late = new Option<bool>("--late") { Description = "Lists what came after its due day instead: days, those our outages excuse, and their hours." };
        var json = new Option<bool>("--json") { Description = "Prints every duty, unit and period as one JSON object a line." };
        var pace = new Option<bool>("--pace") { Description = "Shows sums against what is expected by today instead; an expectation, never scored." };
        var command = new Command("duties", "Shows who has reported what: every duty due or met, by unit.") { period, pace, late, json };
        command.SetAction((parsed, cancellationToken) => HostedCommand.RunAsync(
            (services, stop) => parsed.GetValue(pace) ? PaceAsync(services, parsed.GetValue(period), stop)
                : parsed.GetValue(late) ? DutyLists.LateAsync(services, parsed.GetValue(period), stop)
                : parsed.GetValue(json) ? DutyLists.JsonAsync(services, parsed.GetValue(period), stop)
                : DutiesAsync(services, parsed.GetValue(period), stop), cancellationToken));
        return command;
    }

    private static async Task<int> DeliveriesAsync(IServiceProvider services, string? state, CancellationToken cancellationToken)
    {
        var plan = (await services.GetRequiredService<CurrentPlan>().GetAsync(cancellationToken)).Plan;
        var queries = services.GetRequiredService<PageQueries>();
        var table = ListTable.Of("id", "state", "to", "subject", "attempts", "settled", "answer");
        foreach (var mail in await queries.DeliveriesAsync(state, 1000, cancellationToken))
        {
            ListTable.AddRow(
                table, mail.DeliveryId.ToString(CultureInfo.InvariantCulture), mail.State, mail.Address, mail.Subject,
                mail.Attempts.ToString(CultureInfo.InvariantCulture), mail.SettledAt is { } settled ? ListTable.Moment(plan, settled) : "", mail.LastAnswer);
        }

        ListTable.Write(table);
        var counts = await queries.CountDeliveriesAsync(cancellationToken);
        AnsiConsole.WriteLine(string.Join(", ", counts.Select(count => FormattableString.Invariant($"{count.Count} {count.State}"))));
        return CommandLine.Well;
    }

    private static async Task<int> PaceAsync(IServiceProvider services, string? named, CancellationToken cancellationToken)
    {
        var plan = (await services.GetRequiredService<CurrentPlan>().GetAsync(cancellationToken)).Plan;
        var pace = await services.GetRequiredService<ShowPace>().RunAsync(named is null ? null : Arguments.PeriodOf(plan, named), cancellationToken);
        var table = ListTable.Of("indicator", "name", "until", "reported", "expected", "ahead %", "units behind");
        foreach (var total in pace.Totals)
        {
            ListTable.AddRow(
                table, total.Indicator.Value, pace.Plan.IndicatorByCode(total.Indicator).Name, total.ReachedOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                total.Value.ToString("0.##", CultureInfo.InvariantCulture), total.Expected.ToString("0.##", CultureInfo.InvariantCulture),
                total.AheadPercent?.ToString("+0.0;-0.0;0.0", CultureInfo.InvariantCulture), FormattableString.Invariant($"{total.UnitsBehind} of {total.Units}"));
        }

        await Console.Out.WriteLineAsync($"{pace.Period.Name}: expected by today, for information; never scored");
        ListTable.Write(table);
        return CommandLine.Well;
    }

    private static async Task<int> DutiesAsync(IServiceProvider services, string? period, CancellationToken cancellationToken)
    {
        var plan = (await services.GetRequiredService<CurrentPlan>().GetAsync(cancellationToken)).Plan;
        var only = period is null ? (PeriodCode?)null : Arguments.PeriodOf(plan, period);
        var owed = await services.GetRequiredService<ShowDuties>().RunAsync(cancellationToken);
        var table = ListTable.Of("duty", "period", "due", "on time", "late", "needs fixing", "missing", "exempt", "not yet due", "who is missing");
        foreach (var duty in owed.Standings.Where(standing => only is null || standing.Period == only).GroupBy(standing => (standing.Duty, standing.Period, standing.DueOn)))
        {
            ListTable.AddRow(
                table, duty.Key.Duty, duty.Key.Period.Value, duty.Key.DueOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                Count(duty, Standing.OnTime), Count(duty, Standing.Late), Count(duty, Standing.NeedsFixing), Count(duty, Standing.Missing),
                Count(duty, Standing.Exempt), Count(duty, Standing.NotYetDue),
                string.Join(", ", duty.Where(standing => standing.Standing == Standing.Missing).Select(standing => owed.UnitOf(standing).ShortName)));
        }

        ListTable.Write(table);
        foreach (var wave in Waves(plan, only, services.GetRequiredService<TimeProvider>().GetUtcNow()))
        {
            await WriteSensitiveAsync(services, wave, cancellationToken);
        }

        return CommandLine.Well;
    }

    // The wave that was asked for, or that of the month; without a period, the waves that have begun.
    private static IEnumerable<PeriodCode> Waves(EmulationPlan plan, PeriodCode? only, DateTimeOffset now) =>
        from wave in plan.Waves
        where only is { } code
            ? wave.Period.Code == code || plan.MonthsOf(wave.Period).Any(month => month.Code == code)
            : wave.Period.From <= plan.TimeZone.DateOf(now)
        select wave.Period.Code;

    /// <summary>The files that can still change ranks of the wave; nothing once it is closed.</summary>
    private static async Task WriteSensitiveAsync(IServiceProvider services, PeriodCode wave, CancellationToken cancellationToken)
    {
        var plan = await services.GetRequiredService<CurrentPlan>().GetAsync(cancellationToken);
        if (await services.GetRequiredService<RunStore>().FindClosedAsync(plan, plan.Plan.PeriodByCode(wave), cancellationToken) is not null)
        {
            return;
        }

        foreach (var line in (await services.GetRequiredService<CheckWave>().RunAsync(wave, cancellationToken)).Where(line => line.Kind == "sensitive"))
        {
            AnsiConsole.WriteLine($"{wave}: {line.Text}");
        }
    }

    private static string Count(IEnumerable<DutyStanding> duty, Standing standing) =>
        duty.Count(entry => entry.Standing == standing) is var count and > 0 ? count.ToString(CultureInfo.InvariantCulture) : "";
}
