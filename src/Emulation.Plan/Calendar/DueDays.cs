namespace Emulation.Plan.Calendar;

/// <summary>The last day on time: the due day, moved on while we could take no files when it ended.</summary>
public static class DueDays
{
    /// <summary>The day on which we took files again is still on time; if that day ended in an outage again, the next return.</summary>
    /// <returns>The last day there is while an outage lasts.</returns>
    public static DateOnly Extended<T>(TimeZoneInfo zone, DateOnly dueOn, IReadOnlyList<T> outages, Func<T, (DateTimeOffset BeganAt, DateTimeOffset? EndedAt)> times)
    {
        ArgumentNullException.ThrowIfNull(times);
        return OutagesAfter(zone, dueOn, outages, times).Select(outage => ReturnedOn(zone, times(outage).EndedAt)).DefaultIfEmpty(dueOn).Last();
    }

    /// <summary>The outages that move the due day, in order; of several at one midnight the one that ended last.</summary>
    public static IEnumerable<T> OutagesAfter<T>(TimeZoneInfo zone, DateOnly dueOn, IReadOnlyList<T> outages, Func<T, (DateTimeOffset BeganAt, DateTimeOffset? EndedAt)> times)
    {
        ArgumentNullException.ThrowIfNull(outages);
        ArgumentNullException.ThrowIfNull(times);
        for (var day = dueOn; day < DateOnly.MaxValue;)
        {
            var end = zone.InstantOf(day.AddDays(1), TimeOnly.MinValue);
            var lasting = outages.Where(outage => times(outage) is var (began, ended) && began < end && (ended is null || ended >= end)).ToList();
            if (lasting.Count == 0)
            {
                yield break;
            }
            var last = lasting.MaxBy(outage => times(outage).EndedAt ?? DateTimeOffset.MaxValue)!;
            yield return last;
            day = ReturnedOn(zone, times(last).EndedAt);
        }
    }

    private static DateOnly ReturnedOn(TimeZoneInfo zone, DateTimeOffset? endedAt) => endedAt is { } ended ? zone.DateOf(ended) : DateOnly.MaxValue;
}
