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

    private static readonly string NotReported = RunTexts.Get("NotReported");
    private static readonly string NoBand = RunTexts.Get("NoBand");
    private static readonly Sentence NothingAsked = RunTexts.Sentence("NothingAsked");
    private static readonly Sentence ProportionalTo = RunTexts.Sentence("Proportional");
    private static readonly Sentence InBand = RunTexts.Sentence("Banded");
    private static readonly Sentence Yes = RunTexts.Sentence("Yes");
    private static readonly Sentence No = RunTexts.Sentence("No");
    private static readonly Sentence LessACase = RunTexts.Sentence("LowerIsBetter");

    /// <summary>Scores a figure.</summary>
    public static Earning OfFigure(RunRule rule, RuleSet rules, Measurement measurement)
    {
        var text = FigureText.Of(measurement);
        var inputs = text.Inputs(rule, measurement);
        if (Excluded(rule.Rule, measurement) is { } why)
        {
            return Excluding(why, measurement.Target?.ExemptReason, inputs);
        }
        if (measurement.Value.State == ScoredState.NotReported)
        {
            return new Earning(ScoredState.NotReported, 0, null, (_, _) => NotReported, inputs);
        }
        var (share, formula) = rule.Rule.Function switch
        {
            ScoringFunction.Proportional or ScoringFunction.ProportionalOver => Proportional(rule, measurement, text),
            ScoringFunction.Banded => Banded(rule, measurement),
            ScoringFunction.YesNo => YesNo(rule, measurement),
            ScoringFunction.LowerIsBetter => LowerIsBetter(rule, measurement, text),
            ScoringFunction.Deadline => ByDate(rules, measurement),
            _ => throw new InvalidOperationException($"Rule {rule.Rule.Code} has the unknown function {rule.Rule.Function}."),
        };
        return new Earning(measurement.Value.State, share, null, Noted(formula, measurement.Target), inputs);
    }

    /// <summary>A line that leaves the denominator.</summary>
    public static Earning Excluding(Exclusion why, string? reason, InputDictionary inputs) =>
        new(ScoredState.NotApplicable, 0, why, (_, _) => RunTexts.Get($"Excluded{why}", reason), inputs);

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

    private static (Fraction, Formula) Proportional(RunRule rule, Measurement measurement, FigureText text)
    {
        if (measurement.Target?.Value == 0)
        {
            return (rule.Cap, (max, points) => NothingAsked.With(rule.Printed(max), Points(points)));
        }
        var ratio = measurement.Achieved ?? (Number(measurement) / (measurement.Target?.Value ?? 100));
        return (
            Fraction.Min(Fraction.Max(ratio, 0), rule.Cap),
            (max, points) => ProportionalTo.With(rule.Printed(max), text.Number ?? "0", text.Target ?? "100", rule.CapText, Points(points)));
    }

    private static (Fraction, Formula) Banded(RunRule rule, Measurement measurement)
    {
        var percent = measurement.Target?.Value switch
        {
            null => Number(measurement),
            0 => 100,
            _ => measurement.AchievedPercent!.Value,
        };
        var band = 0;
        while (band < rule.Rule.Bands.Count && !Bands.Contains(rule.Rule.Bands[band], percent))
        {
            band++;
        }
        var isInBand = band < rule.Rule.Bands.Count;
        Fraction factor = isInBand ? rule.Rule.Bands[band].Factor : 0;
        return (factor, (max, points) => InBand.With(
            rule.Printed(max), Value(factor), Value(percent), isInBand ? rule.BandTexts[band] : NoBand, Points(points)));
    }

    private static (Fraction, Formula) YesNo(RunRule rule, Measurement measurement)
    {
        var isYes = Number(measurement) >= 1;
        return (isYes ? 1 : 0, (max, points) => (isYes ? Yes : No).With(rule.Printed(max), Points(points)));
    }

    private static (Fraction, Formula) LowerIsBetter(RunRule rule, Measurement measurement, FigureText text)
    {
        Fraction perCase = rule.Rule.PointsPerCase ?? throw new InvalidOperationException($"Rule {rule.Rule.Code} says no points per case.");
        var lost = rule.MaxPoints.IsZero ? 0 : perCase * Number(measurement) / rule.MaxPoints;
        return (
            Fraction.Min(Fraction.Max(1 - lost, 0), 1),
            (max, points) => LessACase.With(
                rule.Printed(max), Value(rule.MaxPoints.IsZero ? 0 : perCase * max / rule.MaxPoints), text.Number ?? "0", Points(points)));
    }

    private static (Fraction, Formula) ByDate(RuleSet rules, Measurement measurement)
    {
        var daysLate = measurement.Value.Date is { } date ? Math.Max(0, date.DayNumber - measurement.Target!.Date!.Value.DayNumber) : int.MaxValue;
        var factor = Punctuality.Factor(rules, daysLate);
        return (factor, (max, points) => Punctuality.Describe(max, points, factor, daysLate));
    }

    private static Fraction Number(Measurement measurement) => measurement.Value.Number ?? 0;

    private static string Points(Fraction points) => VietnameseNumber.Points(points);

    private static string Value(Fraction value) => VietnameseNumber.Value(value);

    // Beside the figure, on every face that prints the arithmetic.
    private static Formula Noted(Formula formula, UnitTarget? target)
    {
        if (target is not { Decision: { } decision, ExemptReason: null })
        {
            return formula;
        }
        var note = target.Assigned is { } assigned ? RunTexts.Get("AdjustedFrom", Value(assigned), decision.Grounds) : RunTexts.Get("Adjusted", decision.Grounds);
        return (max, points) => formula(max, points) + note;
    }
}
