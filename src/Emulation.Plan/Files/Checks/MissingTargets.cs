namespace Emulation.Plan.Files.Checks;

/// <summary>A rule that compares with a target needs one, or an exemption, for every unit and period it scores.</summary>
internal static class MissingTargets
{
    private const int UnitsNamed = 5;

    public static void Check(Located<ScoringRule> rule, RuleSet set, PlanDraft draft, FaultList faults)
    {
        if (draft.Targets is not { } targets || draft.Periods is not { } periods
            || rule.Value.Indicator is not { } code || draft.IndicatorOf(code) is not { } indicator
            || indicator.Direction == Direction.None || !Compares(rule.Value, indicator))
        {
            return;
        }

        var given = targets.Where(target => target.Value.Indicator == code)
            .SelectMany(target => draft.UnitsIn(target.Value.Units).Select(unit => (unit.Code, target.Value.Period))).ToHashSet();
        var scored = ScoredUnits(rule.Value, indicator, draft).ToList();
        var missing = periods.Where(period => IsScored(rule.Value, period) && set.HoldsOn(period.To))
            .Select(period => (Period: period.Code.Value, Units: Named(scored.Where(unit => !IsSet(unit, period)).ToList())))
            .Where(gap => gap.Units.Length > 0);
        foreach (var gap in missing.GroupBy(gap => gap.Units, gap => gap.Period))
        {
            faults.Add(rule.File, rule.Line, PlanFaultKind.TargetMissing, rule.Value.Code, code.Value, gap.Key, string.Join(", ", gap));
        }

        // A unit of a part of the year has the year's target from the waves in which it exists.
        bool IsSet(Unit unit, Period period) =>
            !unit.ExistsIn(period) || given.Contains((unit.Code, period.Code))
            || (period.Kind == PeriodKind.Year && unit.PartOf(period) is not null
                && periods.Where(wave => wave.Kind == PeriodKind.Wave && unit.ExistsIn(wave) && IsScored(rule.Value, wave)).All(wave => given.Contains((unit.Code, wave.Code))));
    }

    /// <summary>A banded ratio may do without a target: then its own per cent is banded.</summary>
    private static bool Compares(ScoringRule rule, Indicator indicator) => rule.Function switch
    {
        ScoringFunction.Proportional or ScoringFunction.ProportionalOver or ScoringFunction.Deadline => true,
        ScoringFunction.Banded => indicator.Kind != IndicatorKind.Ratio,
        _ => false,
    };

    private static bool IsScored(ScoringRule rule, Period period) =>
        period.Kind != PeriodKind.Month && (rule.Periods.Count == 0 || rule.Periods.Contains(period.Code));

    private static IEnumerable<Unit> ScoredUnits(ScoringRule rule, Indicator indicator, PlanDraft draft)
    {
        var reporting = indicator.Units.SelectMany(draft.UnitsIn).Distinct();
        return rule.Units.Count == 0 ? reporting : reporting.Intersect(rule.Units.SelectMany(draft.UnitsIn));
    }

    private static string Named(List<Unit> units)
    {
        var named = string.Join(", ", units.Take(UnitsNamed).Select(unit => unit.Code.Value));
        var others = units.Count - UnitsNamed;
        return others > 0 ? Texts.Get("AndOthers", Texts.Vietnamese, [named, others.ToInvariant()]) : named;
    }
}
