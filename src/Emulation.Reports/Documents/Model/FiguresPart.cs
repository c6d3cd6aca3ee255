using Emulation.Plan;
using Emulation.Reports.Scoring;

namespace Emulation.Reports.Documents.Model;

/// <summary>Every figure of every unit against its target, in plan order of units and catalogue order of indicators.</summary>
internal static class FiguresPart
{
    public static IReadOnlyList<UnitFigures> Build(ReportInput input, IReadOnlyList<IndicatorTotal> indicators)
    {
        var results = input.Run.Indicators.ToLookup(result => result.Unit);
        var decisions = DecisionsOf(input);
        return
        [
            .. input.Plan.Units
                .Where(unit => results.Contains(unit.Code))
                .Select(unit => Row(input.Plan, unit, results[unit.Code].ToDictionary(result => result.Indicator.Value), indicators, decisions)),
        ];
    }

    /// <summary>The target of a unit that a decision stands behind; null for one as assigned.</summary>
    private static Func<Unit, IndicatorCode, UnitTarget?> DecisionsOf(ReportInput input)
    {
        var (plan, about) = (input.Plan, input.Plan.Exemptions.Select(decision => decision.Subject).ToHashSet());
        if (about.Count == 0)
        {
            return (_, _) => null;
        }

        var targets = new TargetBook(plan, RunSpan.Of(plan, plan.PeriodByCode(input.Run.Period)));
        return (unit, code) => about.Contains(code.Value) && targets.Find(unit, plan.IndicatorByCode(code)) is { Decision: not null } target ? target : null;
    }

    private static UnitFigures Row(
        EmulationPlan plan, Unit unit, Dictionary<string, IndicatorResult> results, IReadOnlyList<IndicatorTotal> indicators, Func<Unit, IndicatorCode, UnitTarget?> decisions) => new(
        unit.ShortName, unit.Code.Value, ResultsPart.BlockName(plan, unit.Block),
        [.. indicators.Select(total => results.GetValueOrDefault(total.Code) is { } result ? Cell(result, decisions(unit, result.Indicator)) : null)]);

    private static UnitFigure Cell(IndicatorResult result, UnitTarget? decided) => new(
        Rounded(result.Value, 2), Rounded(result.Estimated, 2), Rounded(result.Target, 2), Rounded(result.AchievedPercent, 1),
        result.Date, result.TargetDate, StateName(result.State), VerdictName(result.Verdict),
        decided is { ExemptReason: null } ? Rounded(decided.Assigned, 2) : null, decided?.Decision!.Grounds);

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
