namespace Emulation.Plan.Files.Checks;

/// <summary>The bands of a rule hold every per cent from 0 up exactly once.</summary>
internal static class BandChecks
{
    public static void Check(Located<ScoringRule> rule, FaultList faults)
    {
        if (rule.Value.Bands.Count == 0)
        {
            return;
        }

        void Add(PlanFaultKind kind, decimal at) => faults.Add(rule.File, rule.Line, kind, rule.Value.Code, at.ToText());
        foreach (var band in rule.Value.Bands.Where(band => band.Factor is < 0 or > 1))
        {
            faults.Add(rule.File, rule.Line, PlanFaultKind.FactorOutOfRange, band.Factor.ToText());
        }

        var rising = rule.Value.Bands.OrderBy(band => band.From ?? decimal.MinValue).ToList();
        if (rising[0] is { From: { } lowest, FromInclusive: var included } && (lowest > 0 || (lowest == 0 && !included)))
        {
            Add(PlanFaultKind.BandGap, lowest);
        }

        foreach (var (lower, upper) in rising.Zip(rising.Skip(1)))
        {
            if (Meeting(lower, upper) is { } fault)
            {
                Add(fault.Kind, fault.At);
            }
        }

        if (rising[^1].To is { } highest)
        {
            Add(PlanFaultKind.BandGap, highest);
        }
    }

    /// <summary>Where more is better, a higher band never earns less than a lower one.</summary>
    public static void CheckFactors(Located<ScoringRule> rule, FaultList faults)
    {
        var rising = rule.Value.Bands.OrderBy(band => band.From ?? decimal.MinValue).ToList();
        foreach (var (lower, upper) in rising.Zip(rising.Skip(1)))
        {
            if (lower.Factor > upper.Factor)
            {
                faults.Add(rule.File, rule.Line, PlanFaultKind.BandFactorRises, rule.Value.Code, (upper.From ?? 0).ToText());
            }
        }
    }

    /// <summary>What is wrong where two neighbours meet; null if nothing is.</summary>
    private static (PlanFaultKind Kind, decimal At)? Meeting(ScoreBand lower, ScoreBand upper)
    {
        if (lower.To is not { } top || upper.From is not { } bottom)
        {
            return (PlanFaultKind.BandOverlap, upper.From ?? lower.To ?? 0);
        }

        return (Math.Sign(top.CompareTo(bottom)), lower.ToInclusive, upper.FromInclusive) switch
        {
            (-1, _, _) => (PlanFaultKind.BandGap, top),
            (1, _, _) => (PlanFaultKind.BandOverlap, bottom),
            (_, true, true) => (PlanFaultKind.BandOverlap, top),
            (_, false, false) => (PlanFaultKind.BandGap, top),
            _ => null,
        };
    }
}
