using System.CommandLine;
using Emulation.Jobs.Slots;
using Emulation.Plan.Calendar;
using Emulation.Plan.Storage;

namespace Emulation.Jobs.Commands;

/// <summary><c>calendar backfill</c>: makes reports, closings and score cards of the past.</summary>
internal static class BackFillCommand
{
    public static Command Create()
    {
        var from = Arguments.Day("--from", "First day (yyyy-MM-dd).");
        var to = Arguments.Day("--to", "Last day (yyyy-MM-dd).");
        var missing = new Option<bool>("--missing") { Description = "Runs that never ran, were missed or left no report (the default)." };
        var failed = new Option<bool>("--failed") { Description = "Runs that failed." };
        var all = new Option<bool>("--all") { Description = "All; a report that stands stays as it is." };
        var dry = new Option<bool>("--dry-run") { Description = "Only lists what would be made." };
        var send = new Option<bool>("--send") { Description = "Mails what is made; without it mails are held until a person releases them." };
        var by = new Option<string?>("--by") { Description = "The person's name; needed unless --dry-run." };
        var command = new Command("backfill", "Makes reports, closings and score cards of the past, each for its own period.") { from, to, missing, failed, all, dry, send, by };
        command.Validators.Add(result =>
        {
            if (new[] { missing, failed, all }.Count(option => result.GetValue(option)) > 1)
            {
                result.AddError("Give one of --missing, --failed and --all.");
            }

            if (!result.GetValue(dry) && string.IsNullOrWhiteSpace(result.GetValue(by)))
            {
                result.AddError("--by is needed: who orders it is kept.");
            }
        });
        command.SetAction((parsed, cancellationToken) => HostedCommand.RunAsync(
            (services, stop) => RunAsync(
                services, parsed.GetRequiredValue(from), parsed.GetRequiredValue(to), ScopeOf(parsed.GetValue(failed), parsed.GetValue(all)),
                parsed.GetValue(dry) ? null : new Order(parsed.GetValue(send), parsed.GetValue(by)!), stop),
            cancellationToken));
        return command;
    }

    private static BackFillScope ScopeOf(bool failed, bool all) => failed ? BackFillScope.Failed : all ? BackFillScope.All : BackFillScope.Missing;

    private static async Task<int> RunAsync(
        IServiceProvider services, DateOnly from, DateOnly to, BackFillScope scope, Order? order, CancellationToken cancellationToken)
    {
        var plan = (await services.GetRequiredService<CurrentPlan>().GetAsync(cancellationToken)).Plan;
        var backFill = services.GetRequiredService<BackFill>();
        var items = await backFill.FindAsync(
            scope, plan.TimeZone.InstantOf(from, TimeOnly.MinValue), plan.TimeZone.InstantOf(to.AddDays(1), TimeOnly.MinValue).AddTicks(-1), cancellationToken);
        var table = ListTable.Of("when (" + plan.TimeZone.Id + ")", "schedule", "period", "found");
        foreach (var item in items)
        {
            ListTable.AddRow(table, ListTable.Moment(plan, item.Slot.SlotAt), item.Slot.Schedule, item.Slot.Period?.Value, item.Found);
        }

        ListTable.Write(table);
        if (order is null || items.Count == 0)
        {
            return CommandLine.Well;
        }

        await backFill.OrderAsync(items, order.Sends, order.By, cancellationToken);
        return await MakeAsync(services, [.. items.Select(item => item.Slot.Schedule).Distinct()], cancellationToken);
    }

    /// <summary>Runs what was written down here and now; a host on the same database may help.</summary>
    private static async Task<int> MakeAsync(IServiceProvider services, IReadOnlyList<string> schedules, CancellationToken cancellationToken)
    {
        var total = default(SlotCounts);
        foreach (var schedule in schedules)
        {
            var counts = await services.GetRequiredService<ScheduleSlots>().RunDueAsync(schedule, cancellationToken);
            total = new SlotCounts(total.Done + counts.Done, total.Missed + counts.Missed, total.Failed + counts.Failed, total.Waiting + counts.Waiting);
        }

        await Console.Out.WriteLineAsync(FormattableString.Invariant($"{total.Done} done, {total.Waiting} waiting, {total.Failed} failed"));
        return total.Failed == 0 ? CommandLine.Well : CommandLine.FaultFound;
    }

    private sealed record Order(bool Sends, string By);
}
