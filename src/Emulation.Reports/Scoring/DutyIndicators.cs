using Emulation.Plan;
using Emulation.Plan.Calendar;
using Emulation.Reports.Reconciliation;

namespace Emulation.Reports.Scoring;

/// <summary>Indicators that are no figures of a form: the day on which a duty was met. The unit's own word on it is not asked; the inbox knows.</summary>
public static class DutyIndicators
{
    private const string Source = "duty";

    /// <summary>The results of all indicators of a unit in the order of the catalogue, those of duties put in from the board.</summary>
    public static IReadOnlyList<IndicatorResult> Merge(ReconciledUnit unit)
    {
        var results = new List<IndicatorResult>(unit.Run.Catalogue.Indicators.Length);
        foreach (var indicator in unit.Run.Catalogue.Indicators)
        {
            if ((indicator.Indicator.FromDuty is { } duty ? OfDuty(unit, indicator.Indicator, duty) : unit.Find(indicator)?.ToResult()) is { } result)
            {
                results.Add(result);
            }
        }
        return results;
    }

    // Null if nothing of the duty is owed within the run. Of several occurrences the last one received is shown.
    private static IndicatorResult? OfDuty(ReconciledUnit unit, Indicator indicator, string duty)
    {
        var standings = unit.Duties.Where(standing => standing.Duty == duty).ToList();
        if (standings.Count == 0 || !PlanGroups.BelongsToAny(unit.Unit, indicator.Units))
        {
            return null;
        }
        var last = standings.FindLast(standing => standing.ReceivedAt is not null) ?? standings[^1];
        var verdict = Verdict(standings);
        var state = last.ReceivedAt is not null ? ScoredState.Value
            : verdict is TargetVerdict.Exempt or TargetVerdict.None ? ScoredState.NotApplicable
            : ScoredState.NotReported;
        return new IndicatorResult(
            unit.Unit.Code, indicator.Code, state, null, null, null, null,
            last.ReceivedAt is { } receivedAt ? unit.Run.Plan.TimeZone.DateOf(receivedAt) : null, null, last.DueOn, null,
            last.ReceivedAt is null ? null : Source, verdict);
    }

    private static TargetVerdict Verdict(List<DutyStanding> standings) =>
        standings.Exists(standing => standing.Standing is Standing.Missing or Standing.NeedsFixing) ? TargetVerdict.Missing
        : standings.Exists(standing => standing.Standing == Standing.Late) ? TargetVerdict.Short
        : standings.Exists(standing => standing.Standing == Standing.OnTime) ? TargetVerdict.Met
        : standings.Exists(standing => standing.Standing == Standing.Exempt) ? TargetVerdict.Exempt
        : TargetVerdict.None;
}
