namespace Emulation.Plan.Files.Checks;

/// <summary>One scoring rule: what it is about, whether its function fits, and whether it has all it needs.</summary>
internal static class RuleChecks
{
    public static void Check(Located<ScoringRule> rule, PlanDraft draft, ScoringDraft scoring, FaultList faults)
    {
        CheckReferences(rule, draft, scoring, faults);
        if (!rule.IsWhole)
        {
            return;
        }

        if (rule.Value.Indicator is null == rule.Value.Duty is null)
        {
            faults.Add(rule.File, rule.Line, PlanFaultKind.RuleAboutNothing, rule.Value.Code);
            return;
        }

        CheckFunction(rule, draft, faults);
        CheckNeeds(rule, faults);
        CheckUnused(rule, faults);
        BandChecks.Check(rule, faults);
        if (rule.Value.Indicator is { } code && draft.IndicatorOf(code) is { Direction: Direction.MoreIsBetter })
        {
            BandChecks.CheckFactors(rule, faults);
        }

        MissingTargets.Check(rule, scoring.RuleSet, draft, faults);
    }

    private static void CheckReferences(Located<ScoringRule> rule, PlanDraft draft, ScoringDraft scoring, FaultList faults)
    {
        void Add(PlanFaultKind kind, string value) => faults.Add(rule.File, rule.Line, kind, value);
        var value = rule.Value;
        if (value.Group.Length > 0 && scoring.Groups.All(group => group.Value.Code != value.Group))
        {
            Add(PlanFaultKind.UnknownGroup, value.Group);
        }

        if (value.Indicator is { } indicator && !draft.KnowsIndicator(indicator))
        {
            Add(PlanFaultKind.UnknownIndicator, indicator.Value);
        }

        if (value.Duty is { } duty && draft.Duties?.Any(known => known.Value.Code == duty) == false)
        {
            Add(PlanFaultKind.UnknownDuty, duty);
        }

        foreach (var group in value.Units.Where(group => !draft.KnowsUnits(group)))
        {
            Add(PlanFaultKind.UnknownUnits, group);
        }

        foreach (var period in value.Periods.Where(period => !draft.KnowsPeriod(period)))
        {
            Add(PlanFaultKind.UnknownPeriod, period.Value);
        }

        foreach (var month in value.Periods.Where(code => draft.Periods?.Any(period => period.Code == code && period.Kind == PeriodKind.Month) == true))
        {
            faults.Add(rule.File, rule.Line, PlanFaultKind.RuleForMonth, value.Code, month.Value);
        }
    }

    private static void CheckFunction(Located<ScoringRule> rule, PlanDraft draft, FaultList faults)
    {
        void Add(PlanFaultKind kind, params string[] values) => faults.Add(rule.File, rule.Line, kind, [rule.Value.Code, .. values]);
        var indicator = rule.Value.Indicator is { } code ? draft.IndicatorOf(code) : null;
        if (indicator?.Direction == Direction.None)
        {
            Add(PlanFaultKind.RuleOnInformation, indicator.Code.Value);
            return;
        }

        var fitting = indicator is not null ? FittingFor(indicator) : rule.Value.Duty is not null ? [ScoringFunction.Deadline] : null;
        if (fitting?.Contains(rule.Value.Function) == false)
        {
            Add(
                PlanFaultKind.FunctionUnfit,
                PlanWords.Functions.WordOf(rule.Value.Function),
                indicator?.Code.Value ?? rule.Value.Duty!,
                string.Join(", ", fitting.Select(PlanWords.Functions.WordOf)));
        }
    }

    private static ScoringFunction[] FittingFor(Indicator indicator) => (indicator.Kind, indicator.Direction) switch
    {
        (IndicatorKind.YesNo, _) => [ScoringFunction.YesNo],
        (IndicatorKind.Date, _) => [ScoringFunction.Deadline],
        (_, Direction.LessIsBetter) => [ScoringFunction.LowerIsBetter],
        _ => [ScoringFunction.Proportional, ScoringFunction.ProportionalOver, ScoringFunction.Banded],
    };

    // A number that is silently ignored is taken for one that counts.
    private static void CheckUnused(Located<ScoringRule> rule, FaultList faults)
    {
        var value = rule.Value;
        (string Name, bool IsGiven, ScoringFunction User)[] parameters =
        [
            ("cap", value.Cap is not null, ScoringFunction.ProportionalOver),
            ("per-case", value.PointsPerCase is not null, ScoringFunction.LowerIsBetter),
            ("bands", value.Bands.Count > 0, ScoringFunction.Banded),
        ];
        foreach (var (name, _, _) in parameters.Where(parameter => parameter.IsGiven && parameter.User != value.Function))
        {
            faults.Add(rule.File, rule.Line, PlanFaultKind.RuleParameterUnused, value.Code, PlanWords.Functions.WordOf(value.Function), name);
        }

        if (value is { Function: ScoringFunction.ProportionalOver, Cap: > 0 and < 1 })
        {
            faults.Add(rule.File, rule.Line, PlanFaultKind.NumberOutOfRange, "cap", value.Cap.Value.ToText(), "1", "10");
        }
    }

    private static void CheckNeeds(Located<ScoringRule> rule, FaultList faults)
    {
        var value = rule.Value;
        var need = value.Function switch
        {
            _ when value.MaxPoints <= 0 => "points",
            ScoringFunction.ProportionalOver when value.Cap is null or <= 0 => "cap",
            ScoringFunction.LowerIsBetter when value.PointsPerCase is null or <= 0 => "per-case",
            ScoringFunction.Banded when value.Bands.Count == 0 => "bands",
            _ => null,
        };
        if (need is not null)
        {
            faults.Add(rule.File, rule.Line, PlanFaultKind.RuleNeeds, value.Code, PlanWords.Functions.WordOf(value.Function), need);
        }
    }
}
