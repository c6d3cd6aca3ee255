namespace Emulation.Plan.Calendar;

/// <summary>The hours of working days in which people are written to about what they owe. Pure.</summary>
public static class MailHours
{
    /// <summary>The next instant at which mail may go out; null if it may now.</summary>
    public static DateTimeOffset? NextOpening(EmulationPlan plan, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var workingDays = WorkingDays.Of(plan.Calendar);
        var local = TimeZoneInfo.ConvertTime(now, plan.TimeZone);
        var (day, time) = (DateOnly.FromDateTime(local.DateTime), TimeOnly.FromDateTime(local.DateTime));
        if (workingDays.IsWorkingDay(day) && time >= plan.Calendar.MailFrom && time < plan.Calendar.MailUntil)
        {
            return null;
        }

        var first = workingDays.IsWorkingDay(day) && time < plan.Calendar.MailFrom ? day : workingDays.Shift(day.AddDays(1), DayShift.NextWorkingDay);
        return plan.TimeZone.InstantOf(first, plan.Calendar.MailFrom);
    }
}
