namespace Emulation.Plan.Files;

/// <summary>The duties of plan.yaml: single periods, or one every month.</summary>
internal static class DutiesReader
{
    public static IReadOnlyList<Located<Duty>> Read(YamlSection plan, IReadOnlyList<Period>? periods) =>
        plan.Sections("duties", "code", "name", "form", "units", "addressee", "mandatory", "basis", "months", "periods", "every-month")
            .Locate(duty => DutyOf(duty, PeriodsReader.WithMonthsOf(duty, periods)));

    private static Duty DutyOf(YamlSection duty, IReadOnlyList<Period>? periods) => new()
    {
        Code = duty.Code("code"),
        Name = duty.Text("name"),
        Form = duty.Choice("form", PlanWords.Forms),
        Units = UnitsOf(duty),
        Occurrences = OccurrencesOf(duty, periods),
        Addressee = duty.Text("addressee"),
        IsMandatory = duty.Choice("mandatory", PlanWords.TrueOrFalse),
        Basis = duty.Choice("basis", PlanWords.Bases),
    };

    private static IReadOnlyList<string> UnitsOf(YamlSection duty)
    {
        if (!duty.Has("units"))
        {
            duty.Add(PlanFaultKind.MissingKey, "units");
        }

        return [.. duty.Words("units").Select(word => word.Text)];
    }

    private static IReadOnlyList<DutyOccurrence> OccurrencesOf(YamlSection duty, IReadOnlyList<Period>? periods)
    {
        var single = duty.SectionsOrNone("periods", "period", "opens-on", "cutoff-on", "due-on", "locks-on")
            .Select(section => OccurrenceOf(section, duty, periods)).OfType<DutyOccurrence>().ToList();
        var monthly = duty.SectionOrNull("every-month", "opens-day", "cutoff-day", "due-day", "lock-days") is { } rule
            ? MonthlyOf(rule, duty, periods ?? [])
            : [];
        if (!duty.Has("periods") && !duty.Has("every-month"))
        {
            duty.Add(PlanFaultKind.DutyWithoutPeriods, duty.TextOrNull("code") ?? "?");
        }

        return [.. single, .. monthly];
    }

    private static DutyOccurrence? OccurrenceOf(YamlSection section, YamlSection duty, IReadOnlyList<Period>? periods)
    {
        var before = section.Faults.Count;
        var code = section.Text("period");
        var (opens, cutoff, due, locks) = (section.Date("opens-on"), section.Date("cutoff-on"), section.Date("due-on"), section.Date("locks-on"));
        var period = periods?.FirstOrDefault(period => period.Code.Value == code);
        if (periods is not null && period is null && code.Length > 0)
        {
            section.Faults.Add(section.File, section.LineOf("period"), PlanFaultKind.UnknownPeriod, code);
        }

        if (period is null || section.Faults.Count > before)
        {
            return null;
        }

        var occurrence = new DutyOccurrence(period, opens, cutoff, due, locks);
        CheckOrder(section, duty, occurrence);
        return occurrence;
    }

    private static List<DutyOccurrence> MonthlyOf(YamlSection rule, YamlSection duty, IReadOnlyList<Period> periods)
    {
        var before = rule.Faults.Count;
        var (opens, cutoff, due) = (NumberOf(rule, "opens-day", 1, 28), NumberOf(rule, "cutoff-day", 1, 28), NumberOf(rule, "due-day", 1, 28));
        var lockDays = NumberOf(rule, "lock-days", 0, 366);
        var occurrences = periods.Where(period => period.Kind == PeriodKind.Month).Select(month =>
        {
            DateOnly On(int day) => new(month.To.Year, month.To.Month, day);
            return new DutyOccurrence(month, On(opens), On(cutoff), On(due), On(due).AddDays(lockDays));
        }).ToList();
        if (occurrences.Count > 0 && rule.Faults.Count == before)
        {
            // All months have the same days, so one sentence says it for all.
            CheckOrder(rule, duty, occurrences[0]);
        }

        return occurrences;
    }

    private static void CheckOrder(YamlSection section, YamlSection duty, DutyOccurrence window)
    {
        if (window.OpensOn > window.CutoffOn || window.CutoffOn > window.DueOn || window.DueOn > window.LocksOn)
        {
            section.Add(
                PlanFaultKind.DutyOutOfOrder,
                duty.TextOrNull("code") ?? "?",
                window.Period.Code.Value,
                window.OpensOn.ToText(),
                window.CutoffOn.ToText(),
                window.DueOn.ToText(),
                window.LocksOn.ToText());
        }
    }

    /// <summary>A number in a range; days of a month are 1–28, so that every month has them.</summary>
    private static int NumberOf(YamlSection rule, string name, int least, int most)
    {
        var before = rule.Faults.Count;
        var number = rule.Whole(name);
        if (number >= least && number <= most)
        {
            return number;
        }

        if (rule.Faults.Count == before)
        {
            rule.Faults.Add(
                rule.File, rule.LineOf(name), PlanFaultKind.NumberOutOfRange, name, number.ToInvariant(), least.ToInvariant(), most.ToInvariant());
        }

        return least;
    }
}
