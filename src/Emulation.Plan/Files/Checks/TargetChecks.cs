namespace Emulation.Plan.Files.Checks;

/// <summary>Targets: for whom, for what, and whether the value can be.</summary>
internal static class TargetChecks
{
    public static void Check(PlanDraft draft, FaultList faults)
    {
        foreach (var (first, second) in Duplicates.Of(draft.Targets ?? [], target => (target.Indicator, target.Units, target.Period)))
        {
            var target = second.Value;
            faults.Add(
                second.File, second.Line, PlanFaultKind.TargetTwice,
                target.Indicator.Value, target.Units, target.Period.Value, first.Line.ToInvariant());
        }

        foreach (var target in draft.Targets ?? [])
        {
            CheckTarget(target, draft, faults);
        }
    }

    /// <param name="isTogether">True if the value is for all its units together, as a province's is.</param>
    public static void CheckTarget(Located<Target> target, PlanDraft draft, FaultList faults, bool isTogether = false)
    {
        void Add(PlanFaultKind kind, params string[] values) => faults.Add(target.File, target.Line, kind, values);
        var value = target.Value;
        if (value.Units.Length > 0 && !draft.KnowsUnits(value.Units))
        {
            Add(PlanFaultKind.UnknownUnits, value.Units);
        }

        if (!draft.KnowsIndicator(value.Indicator) && value.Indicator.Value.Length > 0)
        {
            Add(PlanFaultKind.UnknownIndicator, value.Indicator.Value);
        }

        if (draft.IndicatorOf(value.Indicator) is not { } indicator || !target.IsWhole)
        {
            return;
        }

        if (value.ExemptReason is not null)
        {
            if (value.Value is not null || value.Date is not null)
            {
                Add(PlanFaultKind.TargetWithExemption, value.Indicator.Value, value.Period.Value);
            }

            return;
        }

        if (indicator.Direction == Direction.None)
        {
            Add(PlanFaultKind.TargetUnfit, value.Indicator.Value);
        }

        if (draft.UnitsIn(value.Units).Count > 0 && !Reporting(draft, indicator, value).Any())
        {
            Add(PlanFaultKind.TargetForUnitThatDoesNotReport, value.Indicator.Value, value.Units);
        }

        if (RangeBroken(draft, indicator, value, isTogether) is { } range)
        {
            Add(
                PlanFaultKind.TargetOutOfRange,
                value.Indicator.Value, value.Units, value.Period.Value, value.Value!.Value.ToText(), range);
        }
    }

    private static IEnumerable<Unit> Reporting(PlanDraft draft, Indicator indicator, Target target) =>
        draft.UnitsIn(target.Units).Where(unit => indicator.Units.Any(group => PlanDraft.IsIn(unit, group)));

    /// <summary>What the value should be, in Vietnamese; null if it can be.</summary>
    private static string? RangeBroken(PlanDraft draft, Indicator indicator, Target target, bool isTogether)
    {
        if (target.Value is not { } value)
        {
            return null;
        }

        if (indicator.Kind == IndicatorKind.Ratio)
        {
            return value is < 0 or > 100 ? Texts.Get("Range.Percent", Texts.Vietnamese) : null;
        }

        if (value < 0 || (indicator.Kind == IndicatorKind.Count && value != decimal.Truncate(value)))
        {
            return Texts.Get(indicator.Kind == IndicatorKind.Count ? "Range.Count" : "Range.Positive", Texts.Vietnamese);
        }

        var bounds = Reporting(draft, indicator, target).SelectMany(unit => indicator.Checks.Select(check => BoundOf(unit, check))).OfType<int>().ToList();
        int? most = bounds.Count == 0 ? null : isTogether ? bounds.Sum() : bounds.Min();
        return value > most ? Texts.Get("Range.Communes", Texts.Vietnamese, [most.Value.ToInvariant()]) : null;
    }

    private static int? BoundOf(Unit unit, IndicatorCheck check) => (check.Kind, check.Other) switch
    {
        (CheckKind.AtMost, "communes") => unit.Communes,
        (CheckKind.AtMost, "rural-communes") => unit.RuralCommunes,
        _ => null,
    };
}
