namespace Emulation.Plan.Files.Checks;

/// <summary>A rule that compares with a target needs one, or an exemption, for every unit and period it scores.</summary>
internal static class MissingTargets
{
    private const int UnitsNamed = 5;

    public static void Check(Located<ScoringRule> rule, PlanDraft draft, FaultList faults)
    {
        if (draft.Targets is not { } targets || draft.Periods is not { } periods
            || rule.Value.Indicator is not { } code || draft.IndicatorOf(code) is not { } indicator || !Compares(rule.Value, indicator))
        {
            return;
        }

        var set = targets.Where(target => target.Value.Indicator == code)
            .SelectMany(target => draft.UnitsIn(target.Value.Units).Select(unit => (unit.Code, target.Value.Period))).ToHashSet();
        foreach (var period in periods.Where(period => IsScored(rule.Value, period)))
        {
            var missing = ScoredUnits(rule.Value, indicator, draft).Where(unit => !set.Contains((unit.Code, period.Code))).ToList();
            if (missing.Count > 0)
            {
                faults.Add(rule.File, rule.Line, PlanFaultKind.TargetMissing, rule.Value.Code, code.Value, Named(missing), period.Code.Value);
            }
        }
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
