namespace Emulation.Plan.Calendar;

/// <summary>Turns instants into business dates of the office's zone and back: the one place where this is done.</summary>
public static class BusinessTime
{
    /// <summary>The date on the office's wall at that instant.</summary>
    public static DateOnly DateOf(this TimeZoneInfo zone, DateTimeOffset instant) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, zone).DateTime);

    /// <summary>The instant, in UTC, at which the office's clock shows that date and time.</summary>
    /// <remarks>A time the clock skips (daylight saving begins) becomes the first instant after the gap; a time it shows twice becomes the first of the two. So every date has exactly one instant, in the order of dates.</remarks>
    public static DateTimeOffset InstantOf(this TimeZoneInfo zone, DateOnly date, TimeOnly time)
    {
        var local = date.ToDateTime(time, DateTimeKind.Unspecified);
        while (zone.IsInvalidTime(local))
        {
            local = local.AddMinutes(1);
        }

        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }
}
