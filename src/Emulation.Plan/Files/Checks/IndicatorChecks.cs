namespace Emulation.Plan.Files.Checks;

/// <summary>Indicators: groups, units, parts of ratios, aggregation, names.</summary>
internal static class IndicatorChecks
{
    private static readonly Dictionary<IndicatorKind, Aggregation[]> Fitting = new()
    {
        [IndicatorKind.Count] = [Aggregation.Sum, Aggregation.Last],
        [IndicatorKind.Money] = [Aggregation.Sum, Aggregation.Last],
        // Percentages are never added or averaged.
        [IndicatorKind.Ratio] = [Aggregation.Recompute, Aggregation.Last],
        [IndicatorKind.YesNo] = [Aggregation.Last],
        [IndicatorKind.Date] = [Aggregation.Last],
    };

    public static void Check(PlanDraft draft, FaultList faults)
    {
        Duplicates.Check(draft.Indicators, indicator => indicator.Code.Value, faults);
        foreach (var indicator in draft.Indicators ?? [])
        {
            CheckReferences(indicator, draft, faults);
            if (indicator.IsWhole)
            {
                CheckKind(indicator, faults);
            }
        }

        CheckNames(draft, faults);
    }

    private static void CheckReferences(Located<Indicator> indicator, PlanDraft draft, FaultList faults)
    {
        void Add(PlanFaultKind kind, string value) => faults.Add(indicator.File, indicator.Line, kind, value);
        var value = indicator.Value;
        if (value.Group.Value.Length > 0 && !Groups.Knows(draft, value.Group.Value))
        {
            Add(PlanFaultKind.UnknownGroup, value.Group.Value);
        }

        foreach (var group in value.Units.Where(group => !draft.KnowsUnits(group)))
        {
            Add(PlanFaultKind.UnknownUnits, group);
        }

        foreach (var part in new[] { value.NumeratorOf, value.DenominatorOf }.OfType<IndicatorCode>().Where(part => !draft.KnowsIndicator(part)))
        {
            Add(PlanFaultKind.UnknownIndicator, part.Value);
        }

        if (value.FromDuty is { } duty && draft.Duties?.Any(known => known.Value.Code == duty) == false)
        {
            Add(PlanFaultKind.UnknownDuty, duty);
        }
    }

    private static void CheckKind(Located<Indicator> indicator, FaultList faults)
    {
        void Add(PlanFaultKind kind, params string[] values) => faults.Add(indicator.File, indicator.Line, kind, values);
        var value = indicator.Value;
        if (!Fitting[value.Kind].Contains(value.Aggregation))
        {
            Add(
                PlanFaultKind.AggregationUnfit,
                PlanWords.IndicatorKinds.WordOf(value.Kind),
                PlanWords.Aggregations.WordOf(value.Aggregation),
                string.Join(", ", Fitting[value.Kind].Select(PlanWords.Aggregations.WordOf)));
        }

        if (value.Kind != IndicatorKind.Ratio && (value.NumeratorOf ?? value.DenominatorOf) is not null)
        {
            Add(PlanFaultKind.PartOfNonRatio, value.Code.Value);
        }

        if (value.Kind != IndicatorKind.Date && value.FromDuty is not null)
        {
            Add(PlanFaultKind.FromDutyUnfit, value.Code.Value);
        }
    }

    /// <summary>Files name indicators in words: a wording means one indicator.</summary>
    private static void CheckNames(PlanDraft draft, FaultList faults)
    {
        var names = (draft.Indicators ?? []).SelectMany(indicator => indicator.Value.Synonyms.Prepend(indicator.Value.Name)
            .Select(name => (Indicator: indicator, Name: name, Key: NameKey.Of(name)))).Where(name => name.Key.Length > 0);
        foreach (var sameKey in names.GroupBy(name => name.Key))
        {
            var first = sameKey.First().Indicator;
            foreach (var other in sameKey.DistinctBy(name => name.Indicator.Value.Code).Skip(1))
            {
                faults.Add(
                    other.Indicator.File, other.Indicator.Line, PlanFaultKind.IndicatorNameCollision,
                    other.Name, other.Indicator.Value.Code.Value, first.Value.Code.Value);
            }
        }
    }
}
