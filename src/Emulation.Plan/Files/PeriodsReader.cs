namespace Emulation.Plan.Files;

/// <summary>The waves and months of plan.yaml, and the periods that follow from them.</summary>
internal static class PeriodsReader
{
    public static IReadOnlyList<Located<Wave>> ReadWaves(YamlSection plan, int year) =>
        plan.Sections("waves", "number", "name", "from", "to", "closes-on", "objections-until").Locate(wave => WaveOf(wave, year));

    /// <summary>Months, then waves, then the year; null if what they follow from could not be read.</summary>
    public static IReadOnlyList<Period>? PeriodsOf(YamlSection plan, int year, IReadOnlyList<Located<Wave>> waves)
    {
        var before = plan.Faults.Count;
        var firstDay = plan.Section("months", "first-day")?.Locate(FirstDayOf);
        return plan.Faults.Count > before || firstDay is null || year is < 2 or > 9998 || !waves.All(wave => wave.IsWhole)
            ? null
            : [.. Months.Of(year, firstDay.Value), .. waves.Select(wave => wave.Value.Period), YearOf(year)];
    }

    /// <summary>The plan's periods with their months as this duty counts them: the same codes, by days of its own where it names a first day.</summary>
    public static IReadOnlyList<Period>? WithMonthsOf(YamlSection duty, IReadOnlyList<Period>? periods)
    {
        if (duty.SectionOrNull("months", "first-day") is not { } months)
        {
            return periods;
        }

        var before = months.Faults.Count;
        var firstDay = FirstDayOf(months);
        return months.Faults.Count > before ? periods : periods?.Select(period => period.Kind == PeriodKind.Month
            ? Months.Of(period.To.Year, firstDay).Single(month => month.Code == period.Code)
            : period).ToList();
    }

    private static int FirstDayOf(YamlSection months)
    {
        var day = months.Whole("first-day");
        if (day is < 1 or > 28)
        {
            months.Faults.Add(months.File, months.LineOf("first-day"), PlanFaultKind.NumberOutOfRange, "first-day", day.ToInvariant(), "1", "28");
        }

        return day;
    }

    private static Wave WaveOf(YamlSection wave, int year)
    {
        var number = wave.Whole("number");
        var period = new Period(
            new PeriodCode($"{year.ToInvariant()}-W{number.ToInvariant()}"), PeriodKind.Wave, wave.Text("name"), wave.Date("from"), wave.Date("to"));
        return new Wave(number, period, wave.Date("closes-on")) { ObjectionsUntil = wave.DateOrNull("objections-until") };
    }

    private static Period YearOf(int year) =>
        new(new PeriodCode(year.ToInvariant()), PeriodKind.Year, $"năm {year.ToInvariant()}", new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
}
