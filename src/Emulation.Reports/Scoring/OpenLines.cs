using Emulation.Plan;
using Emulation.Reports.Reconciliation;

namespace Emulation.Reports.Scoring;

/// <summary>A line of a card and the shares between which open files can still move it; null bounds if they cannot.</summary>
/// <param name="CanLeave">True if a file may say "không phát sinh", so that the line leaves the denominator.</param>
internal readonly record struct OpenLine(EarnedRule Rule, Fraction? Least, Fraction? Most, bool CanLeave = false);

/// <summary>Which lines of a unit's card the files still open speak to, and how far.</summary>
internal sealed class OpenLines(ReconciledUnit unit, IReadOnlyList<DutyStanding> open)
{
    private readonly Dictionary<string, Duty> duties = unit.Run.Plan.Duties.ToDictionary(duty => duty.Code);

    public IReadOnlyList<OpenLine> Of(IEnumerable<EarnedRule> earned) => [.. earned.Select(Of)];

    private OpenLine Of(EarnedRule earned) =>
        earned.Rule.Duty is { } duty ? OfDuty(earned, duty)
            : earned.Earning.Excluded is Exclusion.Exempt or Exclusion.NoTarget ? new OpenLine(earned, null, null)
            : OfFigure(earned, unit.Find(earned.Rule.Indicator!)!);

    // Worst: it never comes. Best: it comes today.
    private OpenLine OfDuty(EarnedRule earned, string duty)
    {
        if (open.All(standing => standing.Duty != duty))
        {
            return new OpenLine(earned, null, null);
        }
        var (rules, asOn) = (unit.Run.Plan.Scoring, unit.Run.Data.AsOn);
        var standings = unit.Duties.Where(standing => standing.Duty == duty).ToList();
        Fraction Share(Func<DutyStanding, DutyStanding> settle) =>
            Punctuality.OfDuty(earned.Rule, rules, [.. standings.Select(standing => open.Contains(standing) ? settle(standing) : standing)], asOn).Share;
        return new OpenLine(
            earned,
            Share(standing => standing with { Standing = Standing.Missing }),
            Share(standing => Math.Max(0, asOn.DayNumber - standing.DueOn.DayNumber) is var days && days > 0
                ? standing with { Standing = Standing.Late, DaysLate = days }
                : standing with { Standing = Standing.OnTime }));
    }

    private OpenLine OfFigure(EarnedRule earned, Measurement measurement)
    {
        var (hasWave, hasMonth) = SpeaksTo(measurement.Measured);
        if (!hasWave && !hasMonth)
        {
            return new OpenLine(earned, null, null);
        }
        var onlyGrows = !hasWave && measurement.Indicator.Aggregation == Aggregation.Sum && measurement.Value.HasValue;
        var canLeave = hasWave || !measurement.Value.HasValue;
        return measurement.Indicator.Direction == Direction.LessIsBetter
            ? new OpenLine(earned, 0, onlyGrows ? earned.Earning.Share : earned.Rule.Cap, canLeave)
            : new OpenLine(earned, onlyGrows && earned.Rule.Rule.Function != ScoringFunction.Banded ? earned.Earning.Share : 0, earned.Rule.Cap, canLeave);
    }

    // A wave report goes before the months, so a missing month says nothing where the report has spoken.
    private (bool Wave, bool Month) SpeaksTo(RunIndicator indicator)
    {
        var (wave, month) = (false, false);
        for (var slot = 0; slot < unit.Run.Span.Slots.Count; slot++)
        {
            var (ofWave, months, _) = unit.Run.Span.Slots[slot];
            wave |= open.Any(standing => duties[standing.Duty].Form == FormKind.WaveReport && standing.Period == ofWave.Period.Code);
            month |= unit.Forms.Get(unit.Unit, indicator, FormKind.WaveReport, slot).State == ScoredState.NotReported
                && open.Any(standing => duties[standing.Duty].Form == FormKind.Figures && months.Any(entry => entry.Code == standing.Period));
        }
        return (wave, month);
    }
}
