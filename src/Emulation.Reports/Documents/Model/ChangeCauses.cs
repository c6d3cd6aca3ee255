using Emulation.Plan;

namespace Emulation.Reports.Documents.Model;

/// <summary>Why a re-issue differs: what was counted, entered or decided between the two runs, in words.</summary>
internal static class ChangeCauses
{
    public static IEnumerable<(UnitCode Unit, ReportChange Change)> Of(ReportInput input)
    {
        var plan = input.Plan;
        var files = input.Causes.Inputs.Select(changed => (changed.Unit, new ReportChange(
            UnitName(plan, changed.Unit), Texts.Get("Change.Input", Texts.Get($"Form.{changed.Form.ToName()}"), plan.PeriodByCode(changed.Period).Name),
            VersionText(changed.Before), VersionText(changed.Now))));
        var adjustments = input.Causes.Adjustments.Select(added => (added.Unit, new ReportChange(
            UnitName(plan, added.Unit), Texts.Get("Change.Adjustment", added.Reason), Texts.Get("None"), VietnameseFormat.Points(added.Points))));
        var objections = input.Causes.Objections.Select(decided => (decided.Unit, new ReportChange(
            UnitName(plan, decided.Unit), Texts.Get("Change.Objection", VietnameseFormat.Number((int)decided.Id), decided.DecidedBy), Texts.Get("Change.Pending"),
            Texts.Get(decided.IsUpheld ? "Change.Upheld" : "Change.Rejected", decided.Answer))));
        return files.Concat(adjustments).Concat(objections);
    }

    /// <summary>Another plan version or rule set: it may move every unit, and says so first.</summary>
    public static IReadOnlyList<ReportChange> OfPlan(ReportCover before, ReportInput input)
    {
        var (was, now) = (Version(before.PlanVersion, before.RuleSet), Version(input.Run.PlanVersion, CoverPart.RuleSetName(input)));
        return was == now ? [] : [new ReportChange(Texts.Get("Change.AllUnits"), Texts.Get("Change.Plan"), was, now)];
    }

    private static string Version(int version, string ruleSet) => Texts.Get("Change.PlanVersion", VietnameseFormat.Number(version), ruleSet);

    private static string UnitName(EmulationPlan plan, UnitCode code) => plan.Units.FirstOrDefault(unit => unit.Code == code)?.ShortName ?? code.Value;

    private static string VersionText(int? version) => version is { } number ? Texts.Get("Change.Version", VietnameseFormat.Number(number)) : Texts.Get("None");
}

/// <summary>The lines of score cards whose points moved, with the arithmetic before and after.</summary>
internal sealed class LineChanges(IReadOnlyList<ScoreCardLine> before, IReadOnlyList<ScoreCardLine> now)
{
    private readonly ILookup<string, ScoreCardLine> old = before.ToLookup(line => line.UnitCode);
    private readonly ILookup<string, ScoreCardLine> next = now.ToLookup(line => line.UnitCode);

    public IReadOnlyList<ReportChange> Of(string unit)
    {
        var (was, lines) = (old[unit].ToDictionary(line => line.Rule), next[unit].ToDictionary(line => line.Rule));
        return
        [
            .. lines.Keys.Union(was.Keys).Select(rule => (Was: was.GetValueOrDefault(rule), Now: lines.GetValueOrDefault(rule)))
                .Where(pair => (pair.Was?.Points, pair.Was?.MaxPoints) != (pair.Now?.Points, pair.Now?.MaxPoints))
                .Select(pair => Change((pair.Now ?? pair.Was)!, pair.Was, pair.Now)),
        ];
    }

    private static ReportChange Change(ScoreCardLine any, ScoreCardLine? was, ScoreCardLine? now) =>
        new(any.Unit, Texts.Get("Change.Line", any.Rule, any.Name), was?.Arithmetic ?? Texts.Get("None"), now?.Arithmetic ?? Texts.Get("None"), any.Rule);
}
