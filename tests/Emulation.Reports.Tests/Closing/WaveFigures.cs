using Emulation.Plan;
using Emulation.Reports.Tests.Scoring;

namespace Emulation.Reports.Tests.Closing;

/// <summary>Plausible figures of a unit for a wave: every target met, or a share of it.</summary>
internal static class WaveFigures
{
    public static IReadOnlyList<RawFigure> Of(EmulationPlan plan, Unit unit, Period wave, decimal share) =>
        [.. plan.Indicators
            .Where(indicator => indicator.FromDuty is null && indicator.Units.Any(group => plan.UnitsIn(group).Contains(unit)))
            .Select(indicator => Of(plan, unit, wave, indicator, share))];

    private static RawFigure Of(EmulationPlan plan, Unit unit, Period wave, Indicator indicator, decimal share)
    {
        var asked = plan.Targets.FirstOrDefault(target => target.Indicator == indicator.Code && target.Period == wave.Code && plan.UnitsIn(target.Units).Contains(unit));
        var figure = new RawFigure(unit.Code, indicator.Code, FormKind.WaveReport, wave.Code, 0);
        return indicator.Kind switch
        {
            IndicatorKind.Date => figure with { Date = asked?.Date ?? wave.From },
            IndicatorKind.YesNo => figure with { Value = 1 },
            IndicatorKind.Ratio => figure with { Value = Math.Round(100 * share, 2), Numerator = 1000 * share, Denominator = 1000 },
            _ => figure with { Value = decimal.Truncate((asked?.Value ?? 10) * share) },
        };
    }
}
