using Emulation.Ingest.Validation.Recognition;
using Emulation.Plan;

namespace Emulation.Ingest.Validation.Figures;

/// <summary>Checks figures of one unit and period against each other, once all rows are read: relations of the catalogue, numerators and denominators that are indicators themselves.</summary>
internal sealed class FigureChecks(FormTable table, PlanIndexes indexes, FigureRows rows, Findings findings)
{
    private const string Communes = "communes";
    private const string RuralCommunes = "rural-communes";
    private readonly FigureColumns columns = new(table.Form);

    public void Run(IEnumerable<(Indexed<Unit> Unit, Indexed<Period> Period)> covered)
    {
        foreach (var (unit, period) in covered)
        {
            foreach (var indicator in indexes.Of(period).Indicators)
            {
                if (FigureOf(unit, period, indicator) is { State: FigureState.Value } figure)
                {
                    CheckRelations(unit, period, indicator.Value, figure);
                    CheckParts(unit, period, indicator.Value, figure);
                }
            }
        }
    }

    private Figure? FigureOf(Indexed<Unit> unit, Indexed<Period> period, Indexed<Indicator> indicator) =>
        rows.Find(unit, period, indicator) is { } position ? rows.Figures[position] : null;

    private Figure? FigureOf(Indexed<Unit> unit, Indexed<Period> period, string code) =>
        indexes.Of(period).IndicatorsByCode.TryGetValue(code, out var indicator) && FigureOf(unit, period, indicator) is { State: FigureState.Value } figure ? figure : null;

    private void CheckRelations(Indexed<Unit> unit, Indexed<Period> period, Indicator indicator, Figure figure)
    {
        foreach (var check in indicator.Checks)
        {
            var own = indicator.Kind == IndicatorKind.Ratio ? figure.Numerator : figure.Value;
            var (other, name) = check.Other switch
            {
                Communes => (unit.Value.Communes, "số xã, phường, thị trấn"),
                RuralCommunes => (unit.Value.RuralCommunes, "số xã"),
                _ => (FigureOf(unit, period, check.Other)?.Value, check.Other),
            };
            if (own is { } left && other is { } right && (check.Kind == CheckKind.AtMost ? left > right : left < right))
            {
                findings.Add(
                    RejectionCatalogue.CheckFails, PlaceOf(figure),
                    ("code", indicator.Kind == IndicatorKind.Ratio ? $"tử số của {indicator.Code}" : indicator.Code.Value),
                    ("found", VietnameseText.Say(left)),
                    ("relation", check.Kind == CheckKind.AtMost ? "không lớn hơn" : "không nhỏ hơn"),
                    ("other", name),
                    ("expected", VietnameseText.Say(right)));
            }
        }
    }

    private void CheckParts(Indexed<Unit> unit, Indexed<Period> period, Indicator indicator, Figure figure)
    {
        if (indicator.Kind != IndicatorKind.Ratio)
        {
            return;
        }

        CheckPart(indicator, figure, figure.Numerator, "tử số", indicator.NumeratorOf, unit, period);
        CheckPart(indicator, figure, figure.Denominator, "mẫu số", indicator.DenominatorOf, unit, period);
        CheckAgainstSources(indicator, figure, unit, period);
    }

    /// <summary>A percentage stated without its parts is computed again where both parts are indicators of the same file.</summary>
    private void CheckAgainstSources(Indicator indicator, Figure figure, Indexed<Unit> unit, Indexed<Period> period)
    {
        if (figure is not { Value: { } stated, Numerator: null, Estimated: null } || indicator is not { NumeratorOf: { } above, DenominatorOf: { } below }
            || FigureOf(unit, period, above.Value) is not { Value: { } numerator, Estimated: null }
            || FigureOf(unit, period, below.Value) is not { Value: { } denominator, Estimated: null } || denominator == 0)
        {
            return;
        }

        var computed = numerator * 100 / denominator;
        if (Math.Abs(stated - computed) > RatioValues.RatioTolerance)
        {
            findings.Add(
                RejectionCatalogue.RatioDiffers, PlaceOf(figure),
                ("found", VietnameseText.Say(stated)), ("expected", VietnameseText.Say(Math.Round(computed, 2, MidpointRounding.AwayFromZero))),
                ("parts", $"{above} = {VietnameseText.Say(numerator)}, {below} = {VietnameseText.Say(denominator)}"));
        }
    }

    /// <summary>The part must be the other indicator's figure: the whole of it, or its actual part where some is estimated.</summary>
    private void CheckPart(Indicator indicator, Figure figure, decimal? part, string what, IndicatorCode? source, Indexed<Unit> unit, Indexed<Period> period)
    {
        if (part is not { } stated || source is not { } code || FigureOf(unit, period, code.Value) is not { Value: { } whole } other
            || stated == whole || stated == whole - (other.Estimated ?? 0))
        {
            return;
        }

        findings.Add(
            RejectionCatalogue.RatioSource, PlaceOf(figure),
            ("what", what), ("code", indicator.Code.Value), ("found", VietnameseText.Say(stated)),
            ("other", code.Value), ("expected", VietnameseText.Say(whole)), ("line", other.Source.Row.ToString(VietnameseText.Culture)));
    }

    private Place PlaceOf(Figure figure) => table.PlaceOf(figure.Source.Row, columns.Value);
}
