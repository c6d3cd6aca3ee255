using Emulation.Jobs.Hosting;
using Emulation.Jobs.Slots.Storage;
using Emulation.Plan;
using Emulation.Plan.Storage;
using Emulation.Reports;
using Microsoft.Extensions.Options;

namespace Emulation.Jobs.Slots;

/// <summary>The dead-man signal: tells the owner of what was due and produced nothing. Once a slot, and never more than one mail an hour.</summary>
/// <remarks>ADR 0024. A crash between raising, putting under a mail and queueing repeats the same mail, which is unique by its key.</remarks>
public sealed class WatchSchedule(
    ISlotCalendarSource calendars, AlarmStore alarms, CurrentPlan plans, TellOwner tell, TimeProvider clock, IOptions<ScheduleOptions> options, ILogger<WatchSchedule> log)
{
    /// <summary>At most one mail in this time: what is found meanwhile goes into the next.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    /// <summary>Looks at the slots.</summary>
    /// <returns>Mails queued.</returns>
    public async Task<int> LookAsync(CancellationToken cancellationToken)
    {
        if (await calendars.CurrentAsync(cancellationToken) is not { } calendar)
        {
            return 0;
        }

        var raised = await alarms.RaiseAsync(calendar.PlanCode, clock.GetUtcNow(), options.Value.OverdueAfter, cancellationToken);
        if (raised > 0)
        {
            log.LogError("{Raised} slots were due and came to nothing; see 'emulation calendar'", raised);
        }

        return await TellAsync(calendar.PlanCode, cancellationToken);
    }

    /// <summary>Looks at the tick itself. Called from outside Hangfire, which may be what is dead.</summary>
    /// <returns>Mails queued.</returns>
    public async Task<int> LookForSilenceAsync(string heartbeat, TimeSpan longest, CancellationToken cancellationToken)
    {
        if (await calendars.CurrentAsync(cancellationToken) is not { } calendar
            || !await alarms.RaiseSilenceAsync(calendar.PlanCode, heartbeat, longest, clock.GetUtcNow(), cancellationToken))
        {
            return 0;
        }

        log.LogError("No {Heartbeat} for {Longest}: nothing that is due is started", heartbeat, longest);
        return await TellAsync(calendar.PlanCode, cancellationToken);
    }

    private async Task<int> TellAsync(string planCode, CancellationToken cancellationToken)
    {
        FailPoint.Reach("alarms-raised");
        await alarms.BeginMailAsync(planCode, clock.GetUtcNow(), Interval, cancellationToken);
        FailPoint.Reach("alarm-mail-begun");
        var plan = (await plans.GetAsync(cancellationToken)).Plan;
        var queued = 0;
        foreach (var mail in await alarms.ToMailAsync(planCode, cancellationToken))
        {
            queued += await tell.RunAsync(mail.Key, options.Value.Owner, [.. mail.Select(alarm => Worded(plan, alarm))], cancellationToken);
            FailPoint.Reach("alarm-mail-queued");
            await alarms.EndMailAsync(planCode, mail.Key, clock.GetUtcNow(), cancellationToken);
        }

        return queued;
    }

    private static OwnerNotice Worded(EmulationPlan plan, ScheduleAlarm alarm)
    {
        var at = TimeZoneInfo.ConvertTime(alarm.SlotAt, plan.TimeZone).ToString("HH:mm dd/MM/yyyy", Texts.Vietnamese);
        var period = plan.Periods.FirstOrDefault(period => period.Code == alarm.Period)?.Name;
        var schedule = Texts.Get("schedule." + alarm.Schedule);
        return new OwnerNotice(
            period is null ? schedule : $"{schedule} – {period}",
            Texts.Get("alarm." + alarm.Kind, at),
            alarm.Kind is "failed" ? alarm.Said : null,
            Texts.Get("alarm." + alarm.Kind + ".cure"));
    }
}
