using Emulation.Plan;

namespace Emulation.Reports.Documents.Model;

/// <summary>Figures that swing: what their units say about them, and where nothing has been said yet.</summary>
internal static class ExplanationsPart
{
    private const string Given = "explained";
    private const string Owed = "unexplained";

    public static IReadOnlyList<OpenQuestion> Build(ReportInput input) =>
    [
        .. input.Explanations.Open.Select(open => Line(
            input.Plan, open.Unit, null, Owed, Texts.Get("Explanation.Owed", VietnameseFormat.Number(open.Count)))),
        .. input.Explanations.Given.Select(given => Line(
            input.Plan, given.Unit, given.Indicator.Value, Given, given.Value is { } value ? $"{given.Indicator} = {VietnameseFormat.Number(value)}: {given.Text}" : given.Text)),
    ];

    private static OpenQuestion Line(EmulationPlan plan, UnitCode unit, string? indicator, string kind, string sentence) =>
        new(plan.UnitByCode(unit).ShortName, unit.Value, indicator, kind, sentence);
}
