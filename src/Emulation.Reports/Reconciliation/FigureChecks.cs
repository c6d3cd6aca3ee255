using Emulation.Plan;
using Emulation.Reports.Scoring;

namespace Emulation.Reports.Reconciliation;

/// <summary>The relations the catalogue demands between figures (<see cref="IndicatorCheck"/>), looked at over the whole run. For a ratio its numerator is compared.</summary>
public static class FigureChecks
{
    public const string Kind = "check";

    public static IEnumerable<Mismatch> Of(ReconciledUnit reconciled) =>
        from indicator in reconciled.Run.Catalogue.Checked
        let measurement = reconciled.Find(indicator)
        where measurement is not null
        let compared = Compared(measurement)
        where compared is not null
        from check in indicator.Indicator.Checks
        let bound = Bound(reconciled, check.Other)
        where bound is not null && !Holds(check.Kind, compared.Value, bound.Value.Number)
        select Found(reconciled, measurement, compared.Value, check, bound.Value);

    private static Mismatch Found(ReconciledUnit reconciled, Measurement measurement, Fraction value, IndicatorCheck check, (Fraction Number, string Name) bound) => new(
        Kind, reconciled.Run.Subject.Code, reconciled.Unit.Code, measurement.Indicator.Code, (check.Kind == CheckKind.AtMost ? "<=" : ">=") + check.Other,
        MismatchSide.Of(value, reconciled.SourcesOf(measurement.Measured)),
        MismatchSide.Of(
            bound.Number,
            reconciled.Find(new IndicatorCode(check.Other)) is { } other ? reconciled.SourcesOf(other.Measured) : []),
        RunTexts.Get(
            $"Check{check.Kind}", reconciled.Unit.ShortName, Name(measurement), measurement.Indicator.Name, VietnameseNumber.Value(value),
            bound.Name, VietnameseNumber.Value(bound.Number)));

    private static bool Holds(CheckKind kind, Fraction value, Fraction bound) => kind == CheckKind.AtMost ? value <= bound : value >= bound;

    private static Fraction? Compared(Measurement measurement) =>
        !measurement.Value.HasValue ? null
        : measurement.Indicator.Kind == IndicatorKind.Ratio ? measurement.Value.Numerator
        : measurement.Value.Number;

    private static string Name(Measurement measurement) => measurement.Indicator.Kind == IndicatorKind.Ratio
        ? RunTexts.Get("NumeratorOf", measurement.Indicator.Code)
        : measurement.Indicator.Code.Value;

    private static (Fraction Number, string Name)? Bound(ReconciledUnit reconciled, string other) => other switch
    {
        UnitCounts.Communes => reconciled.Unit.Communes is { } communes ? (communes, RunTexts.Get("Communes")) : null,
        UnitCounts.RuralCommunes => reconciled.Unit.RuralCommunes is { } communes ? (communes, RunTexts.Get("RuralCommunes")) : null,
        _ => reconciled.Find(new IndicatorCode(other)) is { } measurement && Compared(measurement) is { } number
            ? (number, RunTexts.Get("Indicator", measurement.Indicator.Code, measurement.Indicator.Name))
            : null,
    };
}
