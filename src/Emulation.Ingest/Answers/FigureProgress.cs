using Emulation.Ingest.Intake;
using Emulation.Ingest.Validation;
using Emulation.Plan;

namespace Emulation.Ingest.Answers;

/// <summary>How many of the indicators asked of a unit for a period have a figure: before this version, and now.</summary>
public sealed record FigureProgress(int Before, int Now, int Asked)
{
    /// <summary>Null for a form that brings no figures.</summary>
    public static FigureProgress? Of(FormKind form, Unit unit, IEnumerable<Figure> before, IEnumerable<Figure> after, PlanLookup plan)
    {
        if (form is not (FormKind.Figures or FormKind.WaveReport))
        {
            return null;
        }

        var index = PlanIndex.Of(plan.Stored);
        var own = index.UnitOf(unit);
        var asked = index.Indicators
            .Where(indicator => indicator.Value.FromDuty is null && (indicator.Value.IsCore || form == FormKind.WaveReport) && index.IsAsked(own, indicator.Value))
            .Select(indicator => indicator.Id).ToHashSet();
        return new FigureProgress(Count(before, asked), Count(after, asked), asked.Count);
    }

    // "Nothing arose" is an answer; a blank is none.
    private static int Count(IEnumerable<Figure> figures, HashSet<int> asked) =>
        figures.Where(figure => figure.State != FigureState.NotReported && asked.Contains(figure.IndicatorId)).Select(figure => figure.IndicatorId).Distinct().Count();
}
