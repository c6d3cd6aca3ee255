namespace Emulation.Plan.Files.Checks;

/// <summary>What the office should look at in a plan that has no faults.</summary>
internal static class PlanNotices
{
    private const int UnitsNamed = 5;

    /// <summary>By file and line.</summary>
    /// <param name="draft">The draft the plan was made of: it knows the lines.</param>
    public static IReadOnlyList<PlanNotice> Of(EmulationPlan plan, PlanDraft draft) =>
        [.. ProvinceNotices.Of(plan, draft.ProvinceTargets ?? [])
            .Concat(DecisionNotices.Of(plan, draft.Exemptions ?? []))
            .OrderBy(notice => PlanFiles.PlaceOf(notice.File)).ThenBy(notice => notice.Line)];

    public static string Named(IReadOnlyList<Unit> units) => NamedUnits.Of(units, UnitsNamed);
}
