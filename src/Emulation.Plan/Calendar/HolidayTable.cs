namespace Emulation.Plan.Calendar;

/// <summary>Whether a plan knows the days off it will need soon. Pure.</summary>
public static class HolidayTable
{
    /// <summary>A year with fewer days off on weekdays is not complete.</summary>
    /// <remarks>Bộ luật Lao động 2019, Điều 112 gives eleven a year, moved when they fall on a weekend (Điều 111); Tết is announced year by year.</remarks>
    public const int Least = 8;

    /// <summary>From this month on the next year's should be there: Tết leave is announced in autumn.</summary>
    private const int FirstMonth = 10;

    /// <summary>The year whose days off are missing or incomplete; null if all is known, or it is not yet time.</summary>
    public static int? MissingYear(EmulationPlan plan, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return Needed(plan, today).Where(year => CountOf(plan, year) < Least).Cast<int?>().FirstOrDefault();
    }

    private static int CountOf(EmulationPlan plan, int year) =>
        plan.Calendar.SpecialDays.Count(day => day.Kind == SpecialDayKind.Holiday && day.Date.Year == year);

    // The plan's own year while it lasts, and the next from October on. A plan of the past needs none.
    private static IEnumerable<int> Needed(EmulationPlan plan, DateOnly today) =>
        today.Year < plan.Year ? [plan.Year]
        : today.Year > plan.Year ? []
        : today.Month < FirstMonth ? [plan.Year]
        : [plan.Year, plan.Year + 1];
}
