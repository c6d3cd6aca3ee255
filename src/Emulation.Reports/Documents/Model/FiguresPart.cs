using Emulation.Plan;
using Emulation.Reports.Scoring;

namespace Emulation.Reports.Documents.Model;

/// <summary>Every figure of every unit against its target, in plan order of units and catalogue order of indicators.</summary>
internal static class FiguresPart
{
    public static IReadOnlyList<UnitFigures> Build(ReportInput input, IReadOnlyList<IndicatorTotal> indicators)
    {
        var results = input.Run.Indicators.ToLookup(result => result.Unit);
        return
        [
            .. input.Plan.Units
                .Where(unit => results.Contains(unit.Code))
                .Select(unit => Row(input.Plan, unit, results[unit.Code].ToDictionary(result => result.Indicator.Value), indicators)),
        ];
    }

    private static UnitFigures Row(EmulationPlan plan, Unit unit, Dictionary<string, IndicatorResult> results, IReadOnlyList<IndicatorTotal> indicators) => new(
        unit.ShortName, unit.Code.Value, ResultsPart.BlockName(plan, unit.Block), [.. indicators.Select(total => Cell(results.GetValueOrDefault(total.Code)))]);

    private static UnitFigure? Cell(IndicatorResult? result) => result is null
        ? null
        : new UnitFigure(
            Rounded(result.Value, 2), Rounded(result.Estimated, 2), Rounded(result.Target, 2), Rounded(result.AchievedPercent, 1),
            result.Date, result.TargetDate, StateName(result.State), VerdictName(result.Verdict));

    private static decimal? Rounded(decimal? value, int places) =>
        value is { } known ? decimal.Round(known, places, MidpointRounding.AwayFromZero) : null;

    private static string StateName(ScoredState state) => state switch
    {
        ScoredState.Value => "value",
        ScoredState.Zero => "zero",
        ScoredState.Estimated => "estimated",
        ScoredState.NotApplicable => "not-applicable",
        _ => "not-reported",
    };

    private static string VerdictName(TargetVerdict verdict) => verdict switch
    {
        TargetVerdict.Met => "met",
        TargetVerdict.Short => "short",
        TargetVerdict.Missing => "missing",
        TargetVerdict.Exempt => "exempt",
        _ => "none",
    };
}
