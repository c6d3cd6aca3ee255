namespace Emulation.Plan.Files.Checks;

/// <summary>Targets of the province: for what, divided among whom, compared how, and whether the value can be.</summary>
internal static class ProvinceTargetChecks
{
    private const decimal MostTolerance = 100;

    public static void Check(PlanDraft draft, FaultList faults)
    {
        foreach (var (first, second) in Duplicates.Of(draft.ProvinceTargets ?? [], target => (target.Indicator, target.Units, target.Period)))
        {
            var target = second.Value;
            faults.Add(
                second.File, second.Line, PlanFaultKind.TargetTwice,
                target.Indicator.Value, target.Units, target.Period.Value, first.Line.ToInvariant());
        }

        foreach (var target in draft.ProvinceTargets ?? [])
        {
            TargetChecks.CheckTarget(AsTarget(target), draft, faults, isTogether: target.Value.Rule != ProvinceRule.Each);
            if (target.IsWhole)
            {
                CheckRule(target, draft, faults);
            }
        }
    }

    private static void CheckRule(Located<ProvinceTarget> target, PlanDraft draft, FaultList faults)
    {
        void Add(PlanFaultKind kind, params string[] values) => faults.Add(target.File, target.Line, kind, values);
        var value = target.Value;
        if (draft.IndicatorOf(value.Indicator) is { } indicator && ProvinceTarget.RulesFor(indicator.Kind) is var fitting && !fitting.Contains(value.Rule))
        {
            Add(
                PlanFaultKind.ProvinceRuleUnfit, value.Indicator.Value, PlanWords.IndicatorKinds.WordOf(indicator.Kind), PlanWords.ProvinceRules.WordOf(value.Rule),
                string.Join(", ", fitting.Select(PlanWords.ProvinceRules.WordOf)));
        }
        else if (value.Tolerance != 0 && value.Rule is ProvinceRule.Each or ProvinceRule.None)
        {
            Add(PlanFaultKind.ProvinceToleranceUnused, value.Indicator.Value, PlanWords.ProvinceRules.WordOf(value.Rule));
        }
        else if (value.Tolerance is < 0 or > MostTolerance)
        {
            Add(PlanFaultKind.NumberOutOfRange, "tolerance", value.Tolerance.ToText(), "0", MostTolerance.ToText());
        }
    }

    private static Located<Target> AsTarget(Located<ProvinceTarget> located)
    {
        var value = located.Value;
        var target = new Target { Indicator = value.Indicator, Units = value.Units, Period = value.Period, Value = value.Value, Date = value.Date, Basis = value.Basis };
        return new Located<Target>(target, located.File, located.Line, located.IsWhole);
    }
}
