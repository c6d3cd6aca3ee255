namespace Emulation.Plan.Files.Checks;

/// <summary>The checks that indicators demand of each other: known, comparable, free of circles.</summary>
internal static class CrossChecks
{
    private const string Communes = "communes";
    private const string RuralCommunes = "rural-communes";

    public static void Check(PlanDraft draft, FaultList faults)
    {
        foreach (var indicator in draft.Indicators ?? [])
        {
            foreach (var other in indicator.Value.Checks.Select(check => check.Other).Where(other => !IsCommunes(other)))
            {
                if (!draft.KnowsIndicator(new IndicatorCode(other)))
                {
                    faults.Add(indicator.File, indicator.Line, PlanFaultKind.UnknownIndicator, other);
                }
            }

            CheckCommunes(indicator, draft, faults);
        }

        CheckCircles(draft, faults);
    }

    private static bool IsCommunes(string other) => other is Communes or RuralCommunes;

    private static void CheckCommunes(Located<Indicator> indicator, PlanDraft draft, FaultList faults)
    {
        var units = indicator.Value.Units.SelectMany(draft.UnitsIn).Distinct().Where(draft.IsWhole);
        var without = units.FirstOrDefault(unit => indicator.Value.Checks.Any(check =>
            (check.Other == Communes && unit.Communes is null) || (check.Other == RuralCommunes && unit.RuralCommunes is null)));
        if (without is not null)
        {
            faults.Add(
                indicator.File, indicator.Line, PlanFaultKind.CheckWithoutCommunes, indicator.Value.Code.Value, without.Code.Value);
        }
    }

    /// <summary>Every check says "one is at most the other"; a circle of them would force all its figures to be equal.</summary>
    private static void CheckCircles(PlanDraft draft, FaultList faults)
    {
        var atMost = EdgesOf(draft).ToLookup(edge => edge.From, edge => edge.To);
        var reported = new HashSet<string>();
        foreach (var indicator in draft.Indicators ?? [])
        {
            var circle = CircleFrom(indicator.Value.Code.Value, atMost);
            if (circle is not null && !reported.Overlaps(circle))
            {
                reported.UnionWith(circle);
                faults.Add(
                    indicator.File, indicator.Line, PlanFaultKind.CheckCycle,
                    indicator.Value.Code.Value, string.Join(" ≤ ", circle.Append(circle[0])));
            }
        }
    }

    private static IEnumerable<(string From, string To)> EdgesOf(PlanDraft draft) =>
        from indicator in draft.Indicators ?? []
        from check in indicator.Value.Checks
        where !IsCommunes(check.Other)
        select check.Kind == CheckKind.AtMost
            ? (indicator.Value.Code.Value, check.Other)
            : (check.Other, indicator.Value.Code.Value);

    /// <summary>The shortest way from a code back to itself; null if there is none.</summary>
    private static List<string>? CircleFrom(string start, ILookup<string, string> atMost)
    {
        var ways = new Queue<List<string>>([[start]]);
        var seen = new HashSet<string>();
        while (ways.TryDequeue(out var way))
        {
            foreach (var next in atMost[way[^1]])
            {
                if (next == start)
                {
                    return way;
                }

                if (seen.Add(next))
                {
                    ways.Enqueue([.. way, next]);
                }
            }
        }

        return null;
    }
}
