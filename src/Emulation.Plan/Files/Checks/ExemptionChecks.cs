namespace Emulation.Plan.Files.Checks;

/// <summary>Decisions about single units: about whom, about what, and whether they ever take effect.</summary>
internal static class ExemptionChecks
{
    public static void Check(PlanDraft draft, FaultList faults)
    {
        foreach (var exemption in draft.Exemptions ?? [])
        {
            CheckReferences(exemption, draft, faults);
            if (exemption.IsWhole)
            {
                CheckValue(exemption, draft, faults);
                CheckEffect(exemption, draft, faults);
            }
        }

        CheckTwice(draft, faults);
    }

    private static void CheckReferences(Located<Exemption> exemption, PlanDraft draft, FaultList faults)
    {
        void Add(PlanFaultKind kind, params string[] values) => faults.Add(exemption.File, exemption.Line, kind, values);
        var value = exemption.Value;
        if (value.Units.Length > 0 && !draft.KnowsUnits(value.Units))
        {
            Add(PlanFaultKind.UnknownUnits, value.Units);
        }

        if (value.Subject.Length > 0 && !draft.KnowsIndicator(new IndicatorCode(value.Subject)) && !IsDuty(value, draft) && draft.Duties is not null)
        {
            Add(PlanFaultKind.ExemptionOfNothing, value.Subject);
        }

        if (value.Period is { } period && !draft.KnowsPeriod(period))
        {
            Add(PlanFaultKind.UnknownPeriod, period.Value);
        }

        if (exemption.IsWhole && value.From > value.Until)
        {
            Add(PlanFaultKind.ValidityOutOfOrder, value.From.Value.ToText(), value.Until.ToText());
        }
    }

    private static void CheckValue(Located<Exemption> exemption, PlanDraft draft, FaultList faults)
    {
        var value = exemption.Value;
        var (isGiven, isAdjusted) = (value.Value is not null || value.Date is not null, value.Kind == ExemptionKind.Adjusted);
        if (isGiven != isAdjusted || (isAdjusted && (value.Period is null || IsDuty(value, draft))))
        {
            faults.Add(exemption.File, exemption.Line, isAdjusted ? PlanFaultKind.AdjustmentNeeds : PlanFaultKind.ExemptionWithValue, value.Subject);
        }
        else if (isAdjusted)
        {
            TargetChecks.CheckTarget(exemption.As(value.Units, value), draft, faults);
        }
    }

    private static void CheckEffect(Located<Exemption> exemption, PlanDraft draft, FaultList faults)
    {
        var value = exemption.Value;
        if (draft.Periods is not null && draft.Duties is not null && draft.KnowsUnits(value.Units) && (value.Period is not { } period || draft.KnowsPeriod(period))
            && !LinesOf(value, draft).Any() && draft.UnitsIn(value.Units).Count > 0)
        {
            faults.Add(exemption.File, exemption.Line, PlanFaultKind.ExemptionNeverHolds, value.Subject, value.Until.ToText());
        }
    }

    private static void CheckTwice(PlanDraft draft, FaultList faults)
    {
        var seen = new Dictionary<(string, string, PeriodCode), int>();
        foreach (var exemption in draft.Exemptions ?? [])
        {
            var twice = LinesOf(exemption.Value, draft).FirstOrDefault(line => !seen.TryAdd((line.Units, line.Indicator.Value, line.Period), exemption.Line));
            if (twice is not null && seen[(twice.Units, twice.Indicator.Value, twice.Period)] is var first && first != exemption.Line)
            {
                faults.Add(
                    exemption.File, exemption.Line, PlanFaultKind.ExemptionTwice,
                    twice.Indicator.Value, twice.Units, twice.Period.Value, first.ToInvariant());
            }
        }
    }

    private static IEnumerable<Target> LinesOf(Exemption exemption, PlanDraft draft) => Exemptions.LinesOf(
        exemption, draft.UnitsIn(exemption.Units), [.. (draft.Periods ?? []).DistinctBy(period => period.Code)], draft.Duties.Values() ?? []);

    private static bool IsDuty(Exemption exemption, PlanDraft draft) => draft.Duties?.Any(duty => duty.Value.Code == exemption.Subject) == true;

    private static Located<Target> As(this Located<Exemption> located, string units, Exemption exemption) => new(
        new Target
        {
            Indicator = new IndicatorCode(exemption.Subject),
            Units = units,
            Period = exemption.Period!.Value,
            Value = exemption.Value,
            Date = exemption.Date,
            Basis = exemption.Basis,
        },
        located.File, located.Line, located.IsWhole);
}
