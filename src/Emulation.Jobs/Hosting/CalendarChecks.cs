using System.Globalization;
using Emulation.Jobs.Slots;
using Emulation.Jobs.Slots.Storage;
using Emulation.Plan.Calendar;
using Emulation.Plan.Storage;
using Microsoft.Extensions.Options;

namespace Emulation.Jobs.Hosting;

/// <summary>Whether what was due was done, what is paused, and whether the coming year's holidays are known.</summary>
public sealed class CalendarChecks(
    ISlotCalendarSource calendars, CurrentPlan plans, AlarmStore alarms, PauseStore pauses, TimeProvider clock, IOptions<ScheduleOptions> options)
{
    /// <summary>A fault while a slot has failed or is overdue.</summary>
    public async Task<SelfCheck> SlotsAsync(CancellationToken cancellationToken)
    {
        if (await calendars.CurrentAsync(cancellationToken) is not { } calendar)
        {
            return new SelfCheck("slots", "no plan has been applied", null);
        }

        var (failed, overdue, example) = await alarms.CountLateAsync(calendar.PlanCode, clock.GetUtcNow(), options.Value.OverdueAfter, cancellationToken);
        return failed + overdue == 0
            ? new SelfCheck("slots", "everything due is done", null)
            : new SelfCheck(
                "slots",
                string.Create(CultureInfo.InvariantCulture, $"{failed} failed, {overdue} overdue, e.g. {example}"),
                "See 'emulation calendar' for the fault; failed slots are tried again by themselves.");
    }

    /// <summary>What a person should know beforehand: pauses, and next year's holidays.</summary>
    public async Task<IReadOnlyList<SelfCheck>> AheadAsync(CancellationToken cancellationToken)
    {
        if (await calendars.CurrentAsync(cancellationToken) is not { } calendar)
        {
            return [];
        }

        var plan = (await plans.GetAsync(cancellationToken)).Plan;
        var now = clock.GetUtcNow();
        var paused = await pauses.ListAsync(calendar.PlanCode, now, cancellationToken);
        return
        [
            .. paused.Select(pause => new SelfCheck(
                "paused",
                string.Create(CultureInfo.InvariantCulture, $"{pause.Schedule} until {TimeZoneInfo.ConvertTime(pause.EndsAt, plan.TimeZone):yyyy-MM-dd HH:mm} by {pause.PausedBy}: {pause.Reason}"),
                $"'emulation calendar resume {pause.Schedule} --by NAME' ends it early.",
                IsWarning: true)),
            Holidays(HolidayTable.MissingYear(plan, plan.TimeZone.DateOf(now))),
        ];
    }

    private static SelfCheck Holidays(int? missing) => missing is { } year
        ? new SelfCheck(
            "holidays",
            string.Create(CultureInfo.InvariantCulture, $"fewer than {HolidayTable.Least} days off of {year} are known"),
            "Add them to holidays.csv as soon as they are announced, and apply the plan: working days decide month-ends and reminders.",
            IsWarning: true)
        : new SelfCheck("holidays", "known as far as needed", null);
}
