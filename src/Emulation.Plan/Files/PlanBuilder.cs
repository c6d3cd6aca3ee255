namespace Emulation.Plan.Files;

/// <summary>Makes the plan of a draft that was read without fault.</summary>
internal static class PlanBuilder
{
    public static EmulationPlan Build(PlanDraft draft)
    {
        var head = draft.Head!;
        var waves = draft.Waves.Values()!;
        var periods = draft.Periods!;
        var rules = draft.Scoring!.Select(set => set.RuleSet).OrderBy(set => set.From ?? DateOnly.MinValue).ToList();
        return new EmulationPlan
        {
            Code = head.Code,
            Title = head.Title,
            DocumentNumber = head.DocumentNumber,
            Issuer = head.Issuer,
            Year = head.Year,
            TimeZone = head.TimeZone,
            HoldsFrom = head.HoldsFrom,
            LegalBasis = head.LegalBasis,
            Units = UnitsOf(draft),
            Successions = draft.Successions.Values() ?? [],
            Movements = draft.Movements.Values()!,
            Indicators = draft.Indicators.Values()!,
            Targets = draft.Targets.Values()!,
            ProvinceTargets = draft.ProvinceTargets.Values() ?? [],
            Exemptions = draft.Exemptions.Values() ?? [],
            Waves = waves,
            Duties = draft.Duties.Values()!,
            Blocks = draft.Blocks.Values()!,
            Scoring = rules.LastOrDefault(set => set.HoldsOn(periods.Single(period => period.Kind == PeriodKind.Year).To)) ?? rules[^1],
            RuleSets = rules,
            Recipients = draft.Recipients.Values()!,
            Release = draft.Release.Values() ?? [],
            Calendar = CalendarOf(draft),
            Periods = periods,
            Swing = draft.Swing,
            LastYear = draft.LastYear.Values() ?? [],
            Contacts = draft.Contacts.Values() ?? [],
            Awards = draft.Awards is { } awards
                ? new AwardBook(awards.Titles.Values()!, [.. awards.RuleSets.Select(set => set.Value.Set)]) { Disciplines = awards.Disciplines.Values()! }
                : AwardBook.Empty,
        };
    }

    private static IReadOnlyList<Unit> UnitsOf(PlanDraft draft)
    {
        var names = (draft.UnitNames.Values() ?? []).ToLookup(line => line.Unit, line => line.Name);
        var codes = (draft.UnitCodes.Values() ?? []).ToLookup(line => line.Unit, line => line.Code);
        return [.. draft.Units.Values()!.Select(unit => names.Contains(unit.Code) || codes.Contains(unit.Code)
            ? unit with { DatedNames = [.. names[unit.Code]], OtherCodes = [.. codes[unit.Code]] }
            : unit)];
    }

    private static PlanCalendar CalendarOf(PlanDraft draft)
    {
        var times = draft.Times!;
        return new PlanCalendar(
            [.. draft.SpecialDays.Values()!.OrderBy(day => day.Date)],
            times.MonthEndShift,
            times.MonthEndTime,
            times.WaveClosingTime,
            times.ReminderTime,
            times.ReminderDaysBefore)
        {
            Escalation = times.Escalation,
            MailFrom = times.MailFrom,
            MailUntil = times.MailUntil,
        };
    }
}
