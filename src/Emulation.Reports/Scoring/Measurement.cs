using Emulation.Plan;

namespace Emulation.Reports.Scoring;

/// <summary>An indicator of a unit over a run, exact, beside its target.</summary>
/// <param name="Target">Null if none is set.</param>
public sealed record Measurement(Unit Unit, RunIndicator Measured, IndicatorValue Value, UnitTarget? Target)
{
    public Indicator Indicator => Measured.Indicator;

    public bool IsExempt => Target?.ExemptReason is not null;

    /// <summary>value ÷ target; null where it has no meaning (no target, target 0, dates).</summary>
    public Fraction? Achieved { get; } = Value.Number is { } number && Target?.Value is { } target && target != 0 ? number / target : null;

    /// <summary>value ÷ target × 100; null where it has no meaning.</summary>
    public Fraction? AchievedPercent => Achieved * 100;

    /// <summary>True if a target is set and nothing was reported.</summary>
    public bool IsMissing => Target is not null && !IsExempt && Value.State == ScoredState.NotReported;

    public TargetVerdict Verdict =>
        Target is null ? TargetVerdict.None
        : IsExempt ? TargetVerdict.Exempt
        : IsMissing ? TargetVerdict.Missing
        : Value.State == ScoredState.NotApplicable ? TargetVerdict.None
        : IsMet ? TargetVerdict.Met : TargetVerdict.Short;

    private bool IsMet =>
        Target?.Date is { } lastDay ? Value.Date is { } date && date <= lastDay
        : Value.Number is not { } number || Target?.Value is not { } target
        || (Indicator.Direction == Direction.LessIsBetter ? number <= target : number >= target);

    /// <summary>As printed and stored.</summary>
    public IndicatorResult ToResult() => new(
        Unit.Code, Indicator.Code, Value.State, Value.Number?.Round(ScoreRules.StoredPlaces), Value.Estimated, Value.Numerator, Value.Denominator,
        Value.Date, Target?.Value, Target?.Date, AchievedPercent?.Round(ScoreRules.StoredPlaces), Value.Source, Verdict);
}
