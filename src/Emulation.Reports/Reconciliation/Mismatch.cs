using Emulation.Plan;
using Emulation.Reports.Scoring;

namespace Emulation.Reports.Reconciliation;

/// <summary>Two values that should agree and do not, or one that wants an answer, with the figures both rest on.</summary>
/// <param name="Kind">Stable name, one of <see cref="MismatchKinds"/>.</param>
/// <param name="Period">What it is about: the period of the figure, or of the wave or year that was looked at as a whole. Runs over different periods that meet the same mismatch name the same one.</param>
/// <param name="Indicator">Null if a unit reported nothing at all.</param>
/// <param name="Against">What it is compared with, where an indicator has several such comparisons: an indicator's code, a count of the unit, a period; else empty.</param>
/// <param name="Stated">What the unit states.</param>
/// <param name="Compared">What it is compared with.</param>
/// <param name="Sentence">One Vietnamese sentence with both values.</param>
public sealed record Mismatch(
    string Kind, PeriodCode Period, UnitCode Unit, IndicatorCode? Indicator, string Against, MismatchSide Stated, MismatchSide Compared, string Sentence)
{
    /// <summary>What makes it the same mismatch in a later run.</summary>
    public MismatchKey Key => new(Period, Unit, Indicator, Kind, Against);

    /// <summary>As it stands in a run's result.</summary>
    public Discrepancy ToDiscrepancy() => new(Kind, Unit, Indicator, Sentence);
}

/// <summary>What makes two findings the same mismatch.</summary>
public readonly record struct MismatchKey(PeriodCode Period, UnitCode Unit, IndicatorCode? Indicator, string Kind, string Against);

/// <summary>One of the two values of a mismatch.</summary>
/// <param name="Number">In the indicator's measure; null for dates and where nothing was said.</param>
/// <param name="Sources">The figures it was made of; empty if it comes from the plan.</param>
public sealed record MismatchSide(Fraction? Number, DateOnly? Date, IReadOnlyList<FigureSource> Sources)
{
    public static MismatchSide Of(Fraction? number, params IReadOnlyList<FigureSource> sources) => new(number, null, sources);

    public static MismatchSide Of(IndicatorValue value, params IReadOnlyList<FigureSource> sources) => new(value.Number, value.Date, sources);
}

/// <summary>Figures of a unit that make up a value: one indicator in one form over one or more periods.</summary>
/// <param name="Unit">Another unit only where figures of several units are added up.</param>
public sealed record FigureSource(UnitCode Unit, IndicatorCode Indicator, FormKind Form, IReadOnlyList<PeriodCode> Periods);

/// <summary>The kinds of mismatch, in the order in which people read them.</summary>
public static class MismatchKinds
{
    public const string Target = MissingTargets.Kind;
    public const string MonthsAgainstWave = Reconciliation.MonthsAgainstWave.Kind;
    public const string ActualAgainstMonths = "actual-against-months";
    public const string MonthsAgainstYear = "months-against-year";
    public const string WavesAgainstYear = "waves-against-year";
    public const string Cumulative = "cumulative";
    public const string UnitSum = "unit-sum";
    public const string Check = FigureChecks.Kind;
    public const string Numerator = "numerator";
    public const string Parts = "parts-against-total";
    public const string Ratio = "ratio-against-parts";
    public const string Swing = "swing";
    public const string Pace = Reconciliation.Pace.Kind;

    /// <summary>Found over a run as a whole; the others are about single periods of figures.</summary>
    public static IReadOnlyList<string> OfRuns { get; } = [Target, Check, Pace];

    /// <summary>About a wave's own report.</summary>
    public static IReadOnlyList<string> OfWaves { get; } = [MonthsAgainstWave, ActualAgainstMonths];

    /// <summary>About the report on the whole year.</summary>
    public static IReadOnlyList<string> OfYears { get; } = [MonthsAgainstYear, WavesAgainstYear, Cumulative];

    /// <summary>About the figures of one period.</summary>
    public static IReadOnlyList<string> OfFigures { get; } = [Numerator, Parts, Ratio, Swing, UnitSum];
}
