using Emulation.Plan;
using Emulation.Reports.Reconciliation;

namespace Emulation.Reports.Scoring;

/// <summary>How a rule turns a measurement, or the punctuality of a duty, into a share of its points. Pure; docs/adr/0005.</summary>
public static class ScoreRules
{
    /// <summary>Decimal places of stored unrounded numbers; what decides (points, grades, ranks) is computed from exact fractions.</summary>
    public const int StoredPlaces = 12;

    /// <summary>The cap of an overshoot where the rule names none.</summary>
    public const decimal DefaultCap = 1.10m;

    /// <summary>Scores a figure.</summary>
    public static Earning OfFigure(ScoringRule rule, RuleSet rules, Measurement measurement)
    {
        var excluded = Excluded(rule, measurement);
        var inputs = Inputs(rule, measurement);
        if (excluded is { } why)
        {
            return Excluding(why, measurement.Target?.ExemptReason, inputs);
        }
        if (measurement.Value.State == ScoredState.NotReported)
        {
            return new Earning(ScoredState.NotReported, 0, null, _ => RunTexts.Get("NotReported"), inputs);
        }
        var (share, formula) = rule.Function switch
        {
            ScoringFunction.Proportional => Proportional(measurement, 1),
            ScoringFunction.ProportionalOver => Proportional(measurement, rule.Cap ?? DefaultCap),
            ScoringFunction.Banded => Banded(rule, measurement),
            ScoringFunction.YesNo => YesNo(measurement),
            ScoringFunction.LowerIsBetter => LowerIsBetter(rule, measurement),
            ScoringFunction.Deadline => ByDate(rules, measurement),
            _ => throw new InvalidOperationException($"Rule {rule.Code} has the unknown function {rule.Function}."),
        };
        return new Earning(measurement.Value.State, share, null, max => formula(max) + AdjustedNote(measurement.Target), inputs);
    }

    /// <summary>A line that leaves the denominator.</summary>
    public static Earning Excluding(Exclusion why, string? reason, InputDictionary inputs) =>
        new(ScoredState.NotApplicable, 0, why, _ => RunTexts.Get($"Excluded{why}", reason), inputs);

    private static Exclusion? Excluded(ScoringRule rule, Measurement measurement) =>
        measurement.IsExempt ? Exclusion.Exempt
        : NeedsTarget(rule, measurement) ? Exclusion.NoTarget
        : measurement.Value.State == ScoredState.NotApplicable ? Exclusion.NothingArose
        : null;

    private static bool NeedsTarget(ScoringRule rule, Measurement measurement) => rule.Function switch
    {
        ScoringFunction.Deadline => measurement.Target?.Date is null,
        ScoringFunction.Proportional or ScoringFunction.ProportionalOver or ScoringFunction.Banded =>
            measurement.Target?.Value is null && measurement.Indicator.Kind != IndicatorKind.Ratio,
        _ => false,
    };

    private static (Fraction, Func<Fraction, string>) Proportional(Measurement measurement, Fraction cap)
    {
        var (value, target) = (Number(measurement), measurement.Target?.Value ?? 100m);
        var ratio = target == 0 ? cap : Fraction.Max(value / target, 0);
        return (Fraction.Min(ratio, cap), max => target == 0
            ? RunTexts.Get("NothingAsked", Points(max), Points(max * cap))
            : RunTexts.Get("Proportional", Points(max), Value(value), Value(target), Value(cap), Points(max * Fraction.Min(ratio, cap))));
    }

    private static (Fraction, Func<Fraction, string>) Banded(ScoringRule rule, Measurement measurement)
    {
        var percent = measurement.Target?.Value switch
        {
            null => Number(measurement),
            0 => 100,
            _ => measurement.AchievedPercent!.Value,
        };
        var band = rule.Bands.FirstOrDefault(band => Bands.Contains(band, percent));
        Fraction factor = band?.Factor ?? 0;
        return (factor, max => RunTexts.Get(
            "Banded", Points(max), Value(factor), Value(percent), band is null ? RunTexts.Get("NoBand") : Bands.Describe(band), Points(max * factor)));
    }

    private static (Fraction, Func<Fraction, string>) YesNo(Measurement measurement)
    {
        Fraction share = Number(measurement) >= 1 ? 1 : 0;
        return (share, max => RunTexts.Get(share.IsZero ? "No" : "Yes", Points(max), Points(max * share)));
    }

    private static (Fraction, Func<Fraction, string>) LowerIsBetter(ScoringRule rule, Measurement measurement)
    {
        Fraction perCase = rule.PointsPerCase ?? throw new InvalidOperationException($"Rule {rule.Code} says no points per case.");
        var count = Number(measurement);
        var lost = rule.MaxPoints == 0 ? 0 : perCase * count / rule.MaxPoints;
        var share = Fraction.Min(Fraction.Max(1 - lost, 0), 1);
        return (share, max => RunTexts.Get(
            "LowerIsBetter", Points(max), Value(rule.MaxPoints == 0 ? 0 : perCase * max / rule.MaxPoints), Value(count), Points(max * share)));
    }

    private static (Fraction, Func<Fraction, string>) ByDate(RuleSet rules, Measurement measurement)
    {
        var daysLate = measurement.Value.Date is { } date ? Math.Max(0, date.DayNumber - measurement.Target!.Date!.Value.DayNumber) : int.MaxValue;
        var factor = Punctuality.Factor(rules, daysLate);
        return (factor, max => Punctuality.Describe(max, factor, daysLate));
    }

    private static Fraction Number(Measurement measurement) => measurement.Value.Number ?? 0;

    private static string Points(Fraction points) => VietnameseNumber.Points(points);

    private static string Value(Fraction value) => VietnameseNumber.Value(value);

    // Beside the figure, on every face that prints the arithmetic.
    private static string AdjustedNote(UnitTarget? target) =>
        target is not { Decision: { } decision, ExemptReason: null } ? ""
        : target.Assigned is { } assigned ? RunTexts.Get("AdjustedFrom", Value(assigned), decision.Grounds)
        : RunTexts.Get("Adjusted", decision.Grounds);

    private static InputDictionary Inputs(ScoringRule rule, Measurement measurement)
    {
        var (value, target) = (measurement.Value, measurement.Target);
        return InputDictionary.Of(
            (RunTexts.Get("InputValue"), value.Date is { } date ? VietnameseNumber.Day(date) : value.Number is { } number ? Value(number) : null),
            (RunTexts.Get("InputTarget"), target?.Date is { } day ? VietnameseNumber.Day(day) : target?.Value is { } wanted ? Value(wanted) : null),
            (RunTexts.Get("InputNumerator"), value.Numerator is { } numerator ? Value(numerator) : null),
            (RunTexts.Get("InputDenominator"), value.Denominator is { } denominator ? Value(denominator) : null),
            (RunTexts.Get("InputEstimated"), value.Estimated is { } estimated ? Value(estimated) : null),
            (RunTexts.Get("InputSource"), value.Source switch
            {
                null => null,
                IndicatorValue.FromWaveReport => RunTexts.Get("SourceWaveReport"),
                _ => RunTexts.Get("SourceFigures"),
            }),
            (RunTexts.Get("InputStandardPoints"), Points(rule.MaxPoints)));
    }
}
