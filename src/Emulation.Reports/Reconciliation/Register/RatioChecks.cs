using Emulation.Plan;
using Emulation.Reports.Scoring;

namespace Emulation.Reports.Reconciliation.Register;

/// <summary>A percentage and its parts, as one file states them: the numerator is within the denominator, the parts are the other indicators' figures, the percentage is theirs.</summary>
/// <remarks>Intake refuses such files; they slip where the plan has learned of a relation since, or where an administrator loaded figures by other ways.</remarks>
public static class RatioChecks
{
    private const decimal PercentTolerance = 0.05m;

    public static IEnumerable<Mismatch> Of(CountedRun run, CountedUnit unit) =>
        from indicator in run.Plan.Indicators
        where indicator.Kind == IndicatorKind.Ratio
        from period in run.Plan.Periods
        from form in new[] { FormKind.Figures, FormKind.WaveReport }
        let figure = unit.Find(indicator.Code, form, period.Code)
        where figure is { Value: not null }
        from mismatch in new[]
        {
            Larger(unit, period, indicator, figure), Differs(unit, period, indicator, figure),
            Part(unit, period, indicator, figure, figure.Numerator, indicator.NumeratorOf, "numerator"),
            Part(unit, period, indicator, figure, figure.Denominator, indicator.DenominatorOf, "denominator"),
        }
        where mismatch is not null
        select mismatch;

    private static Mismatch? Larger(CountedUnit unit, Period period, Indicator indicator, CountedFigure figure) =>
        figure is not { Numerator: { } numerator, Denominator: { } denominator } || numerator <= denominator ? null
            : Found(unit, period, indicator, figure, MismatchKinds.Numerator, "", numerator, MismatchSide.Of(denominator, unit.SourceOf(figure)), "NumeratorLarger");

    private static Mismatch? Differs(CountedUnit unit, Period period, Indicator indicator, CountedFigure figure)
    {
        if (figure is not { Numerator: { } numerator, Denominator: { } denominator, Estimated: null } || denominator == 0)
        {
            return null;
        }
        var computed = (Fraction)numerator * 100 / denominator;
        return Fraction.Max(computed - figure.Value!.Value, figure.Value.Value - computed) <= PercentTolerance ? null
            : Found(unit, period, indicator, figure, MismatchKinds.Ratio, "", figure.Value.Value, MismatchSide.Of(computed, unit.SourceOf(figure)), "RatioDiffers");
    }

    // The whole of the other figure, or its actual part where some is estimated: as intake takes it.
    private static Mismatch? Part(CountedUnit unit, Period period, Indicator indicator, CountedFigure figure, decimal? part, IndicatorCode? source, string which) =>
        part is not { } stated || source is not { } code || unit.Find(code, figure.Form, period.Code) is not { Value: { } whole } other
            || stated == whole || stated == other.Actual ? null
            : Found(
                unit, period, indicator, figure, MismatchKinds.Parts, $"{which} {code}", stated, MismatchSide.Of(whole, unit.SourceOf(other)),
                which == "numerator" ? "NumeratorDiffers" : "DenominatorDiffers", code);

    private static Mismatch Found(
        CountedUnit unit, Period period, Indicator indicator, CountedFigure figure, string kind, string against, decimal stated, MismatchSide compared, string sentence,
        IndicatorCode? other = null) => new(
            kind, period.Code, unit.Unit.Code, indicator.Code, FormOf(figure, against), MismatchSide.Of(stated, unit.SourceOf(figure)), compared,
            RunTexts.Get(
                sentence, unit.Unit.ShortName, indicator.Code, indicator.Name, period.Name, VietnameseNumber.Value(stated),
                VietnameseNumber.Value(compared.Number!.Value), other));

    // A wave that is also asked for as a month's form would be two comparisons.
    private static string FormOf(CountedFigure figure, string against) => $"{figure.Form.ToName()} {against}".TrimEnd();
}
