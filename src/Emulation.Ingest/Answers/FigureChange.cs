using Emulation.Ingest.Intake;
using Emulation.Ingest.Validation;
using Emulation.Plan;

namespace Emulation.Ingest.Answers;

/// <summary>One figure, or one cell or line of a list, that differs from the version before, as printed.</summary>
/// <param name="Indicator">Code; for a list whether the line is new, gone or changed.</param>
/// <param name="Address">The cell in the new file; null if the figure is there no more.</param>
public sealed record FigureChange(string Indicator, string Name, string? Address, string Old, string New);

/// <summary>Compares what two versions say of one unit and period.</summary>
public static class FigureChanges
{
    /// <summary>In the order of the catalogue.</summary>
    public static IReadOnlyList<FigureChange> Between(IEnumerable<Figure> before, IEnumerable<Figure> after, PlanLookup plan)
    {
        var old = before.ToLookup(figure => figure.IndicatorId);
        var now = after.ToLookup(figure => figure.IndicatorId);
        return [.. plan.Plan.Indicators
            .Select(indicator => Change(indicator, Find(old, indicator, plan), Find(now, indicator, plan)))
            .OfType<FigureChange>()];
    }

    private static Figure? Find(ILookup<int, Figure> figures, Indicator indicator, PlanLookup plan) =>
        figures[plan.Stored.Ids.Indicators[indicator.Code]].Select(figure => (Figure?)figure).LastOrDefault();

    private static FigureChange? Change(Indicator indicator, Figure? old, Figure? now) =>
        Print(indicator, old) is var before && Print(indicator, now) is var after && before == after
            ? null
            : new FigureChange(indicator.Code.Value, indicator.Name, now is { } figure ? ReceiptPlaces.Of(figure.Source) : null, before, after);

    private static string Print(Indicator indicator, Figure? figure) => figure switch
    {
        null => Texts.Get("Value.Absent"),
        { State: FigureState.NotApplicable } => Texts.Get("Value.NotApplicable"),
        { State: FigureState.NotReported } => Texts.Get("Value.NotReported"),
        { Date: { } date } => VietnameseNumbers.Day(date),
        { Value: { } value } when indicator.Kind == IndicatorKind.YesNo => Texts.Get(value == 0 ? "Value.No" : "Value.Yes"),
        { } given => Number(indicator, given),
    };

    private static string Number(Indicator indicator, Figure figure)
    {
        var text = VietnameseNumbers.Figure(figure.Value ?? 0) + (indicator.Kind == IndicatorKind.Ratio ? "%" : "");
        text = figure is { Numerator: { } part, Denominator: { } whole }
            ? Texts.Get("Value.Ratio", text, VietnameseNumbers.Figure(part), VietnameseNumbers.Figure(whole))
            : text;
        return figure.Estimated is { } estimated ? Texts.Get("Value.Estimated", text, VietnameseNumbers.Figure(estimated)) : text;
    }
}
