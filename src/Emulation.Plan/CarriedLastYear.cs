namespace Emulation.Plan;

/// <summary>Last year's figures of units that did not exist then: those of the one unit they were, or the sums of all that were merged into them. Nothing of what was split or abolished.</summary>
public static class CarriedLastYear
{
    /// <summary>All figures of last year to compare with: the plan's own and those carried over.</summary>
    public static IEnumerable<LastYearFigure> With(EmulationPlan plan) => plan.LastYear.Concat(Of(plan));

    /// <summary>No figure for which the plan has one of the unit's own, and none where a predecessor's is missing.</summary>
    public static IEnumerable<LastYearFigure> Of(EmulationPlan plan)
    {
        if (plan.Successions.Count == 0)
        {
            yield break;
        }

        var known = plan.LastYear.ToDictionary(figure => (figure.Unit, figure.Indicator, figure.Period));
        var arrived = plan.Successions.Select(line => line.To).ToHashSet();
        foreach (var unit in plan.Units.Where(unit => arrived.Contains(unit.Code)))
        {
            foreach (var period in plan.Periods)
            {
                if (plan.Compare(unit, period.To.AddYears(-1), period.To) is Comparability.Successor successor)
                {
                    foreach (var figure in Summed(plan, unit, period, successor, known))
                    {
                        yield return figure;
                    }
                }
            }
        }
    }

    private static IEnumerable<LastYearFigure> Summed(
        EmulationPlan plan, Unit unit, Period period, Comparability.Successor successor, Dictionary<(UnitCode, IndicatorCode, PeriodCode), LastYearFigure> known)
    {
        foreach (var indicator in plan.Indicators.Where(indicator => successor.Carries(indicator) && !known.ContainsKey((unit.Code, indicator.Code, period.Code))))
        {
            var parts = successor.Units.Select(one => known.GetValueOrDefault((one.Code, indicator.Code, period.Code))).OfType<LastYearFigure>().ToList();
            if (parts.Count == successor.Units.Count)
            {
                yield return new LastYearFigure(unit.Code, indicator.Code, period.Code, parts.Sum(part => part.Value), parts.Max(part => part.Basis));
            }
        }
    }
}
