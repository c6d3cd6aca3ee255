using System.CommandLine;
using Emulation.Jobs.Slots;
using Emulation.Plan;
using Emulation.Plan.Calendar;
using Emulation.Plan.Storage;

namespace Emulation.Jobs.Commands;

/// <summary><c>calendar</c>, <c>calendar pause</c>, <c>calendar resume</c>, <c>calendar backfill</c>: what runs when, and what a person has stopped.</summary>
internal static class CalendarCommand
{
    public static Command Create()
    {
        var nights = new Option<bool>("--all") { Description = "Lists the nightly housekeeping too." };
        var command = new Command("calendar", "Lists the runs of the last month and the next 12 months with their state.") { nights, Pause(), Resume(), BackFillCommand.Create() };
        command.SetAction((parsed, cancellationToken) => HostedCommand.RunAsync(
            (services, stop) => ListAsync(services, parsed.GetValue(nights), stop), cancellationToken));
        return command;
    }

    private static Command Pause()
    {
        var schedule = ScheduleArgument();
        var until = Arguments.Day("--until", "The last day of the pause (yyyy-MM-dd); it ends by itself then.");
        var reason = new Option<string>("--reason") { Description = "Why; shown wherever runs are shown.", Required = true };
        var by = By();
        var command = new Command("pause", "Stops a schedule for a while. What comes due meanwhile waits and is caught up afterwards.") { schedule, until, reason, by };
        command.SetAction((parsed, cancellationToken) => HostedCommand.RunAsync(
            async (services, stop) =>
            {
                var plan = (await services.GetRequiredService<CurrentPlan>().GetAsync(stop)).Plan;
                var pause = await services.GetRequiredService<PauseSchedule>().PauseAsync(
                    parsed.GetRequiredValue(schedule), parsed.GetRequiredValue(until), parsed.GetRequiredValue(reason), parsed.GetRequiredValue(by), stop);
                await Console.Out.WriteLineAsync($"{pause.Schedule}: paused until {ListTable.Moment(plan, pause.EndsAt)}");
                return CommandLine.Well;
            },
            cancellationToken));
        return command;
    }

    private static Command Resume()
    {
        var (schedule, by) = (ScheduleArgument(), By());
        var command = new Command("resume", "Ends a pause early.") { schedule, by };
        command.SetAction((parsed, cancellationToken) => HostedCommand.RunAsync(
            async (services, stop) =>
            {
                await services.GetRequiredService<PauseSchedule>().ResumeAsync(parsed.GetRequiredValue(schedule), parsed.GetRequiredValue(by), stop);
                await Console.Out.WriteLineAsync($"{parsed.GetRequiredValue(schedule)}: goes on");
                return CommandLine.Well;
            },
            cancellationToken));
        return command;
    }

    private static async Task<int> ListAsync(IServiceProvider services, bool all, CancellationToken cancellationToken)
    {
        var plan = (await services.GetRequiredService<CurrentPlan>().GetAsync(cancellationToken)).Plan;
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var entries = await services.GetRequiredService<RunCalendar>().ListAsync(now.AddMonths(-1), now.AddMonths(12), cancellationToken);
        var table = ListTable.Of("when (" + plan.TimeZone.Id + ")", "schedule", "period", "state", "outcome");
        foreach (var entry in entries.Where(entry => all || entry.Schedule != Schedules.Housekeeping || entry.State == "failed"))
        {
            ListTable.AddRow(table, ListTable.Moment(plan, entry.SlotAt), entry.Schedule, entry.Period?.Value, entry.State, entry.Said);
        }

        ListTable.Write(table);
        await SayAheadAsync(services, plan, cancellationToken);
        return entries.Any(entry => entry.State == "failed") ? CommandLine.FaultFound : CommandLine.Well;
    }

    /// <summary>The pauses, and holidays that are not known yet.</summary>
    private static async Task SayAheadAsync(IServiceProvider services, EmulationPlan plan, CancellationToken cancellationToken)
    {
        foreach (var pause in await services.GetRequiredService<PauseSchedule>().ListAsync(cancellationToken))
        {
            await Console.Out.WriteLineAsync($"paused: {pause.Schedule} until {ListTable.Moment(plan, pause.EndsAt)} by {pause.PausedBy}: {pause.Reason}");
        }

        if (HolidayTable.MissingYear(plan, plan.TimeZone.DateOf(services.GetRequiredService<TimeProvider>().GetUtcNow())) is { } year)
        {
            await Console.Out.WriteLineAsync(FormattableString.Invariant($"warning: the holidays of {year} are not complete in holidays.csv"));
        }
    }

    private static Argument<string> ScheduleArgument()
    {
        var schedule = new Argument<string>("schedule") { Description = string.Join(", ", Schedules.Pausable) + "." };
        schedule.AcceptOnlyFromAmong([.. Schedules.Pausable]);
        return schedule;
    }

    private static Option<string> By() => new("--by") { Description = "The person's name.", Required = true };
}
