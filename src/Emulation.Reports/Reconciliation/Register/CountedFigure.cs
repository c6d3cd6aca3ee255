using Emulation.Plan;
using Emulation.Reports.Scoring;

namespace Emulation.Reports.Reconciliation.Register;

/// <summary>One figure that a run counted, with the cell it stands in.</summary>
/// <param name="Value">Null without value (blank, or nothing arose).</param>
/// <param name="Estimated">The estimated part of the value; null if all is actual.</param>
/// <param name="DataAsOf">The day up to which its file says figures are actual; null if it does not.</param>
/// <param name="Sheet">1-based; 0 for a text file.</param>
public sealed record CountedFigure(
    IndicatorCode Indicator, FormKind Form, PeriodCode Period, bool NothingArose, decimal? Value, decimal? Estimated, decimal? Numerator, decimal? Denominator,
    DateOnly? DataAsOf, long SubmissionId, short Sheet, int Row, short Column)
{
    /// <summary>The part that is no estimate.</summary>
    public decimal? Actual => Value - (Estimated ?? 0);
}

/// <summary>All figures of one unit that a run counted; at most one an indicator, form and period.</summary>
public sealed class CountedUnit
{
    private readonly Dictionary<(IndicatorCode, FormKind, PeriodCode), CountedFigure> figures;

    public CountedUnit(Unit unit, IEnumerable<CountedFigure> figures)
    {
        Unit = unit;
        this.figures = figures.ToDictionary(figure => (figure.Indicator, figure.Form, figure.Period));
    }

    public Unit Unit { get; }

    public IReadOnlyCollection<CountedFigure> Figures => figures.Values;

    /// <summary>Null if no file said anything there.</summary>
    public CountedFigure? Find(IndicatorCode indicator, FormKind form, PeriodCode period) => figures.GetValueOrDefault((indicator, form, period));

    public FigureSource SourceOf(CountedFigure figure) => new(Unit.Code, figure.Indicator, figure.Form, [figure.Period]);

    /// <summary>The smallest and the largest that figures of several periods can be taken for: without and with what is estimated. Null unless every period has said something.</summary>
    public ValueRange? RangeOf(IndicatorCode indicator, FormKind form, IReadOnlyList<PeriodCode> periods)
    {
        var said = periods.Select(period => Find(indicator, form, period)).ToList();
        return said.Count == 0 || said.Exists(figure => figure is null || (figure.Value is null && !figure.NothingArose)) || said.TrueForAll(figure => figure!.Value is null)
            ? null
            : new ValueRange(said.Sum(figure => figure!.Actual ?? 0), said.Sum(figure => figure!.Value ?? 0));
    }
}

/// <summary>A value that holds an estimate: it may turn out anywhere between its actual part and the whole.</summary>
public readonly record struct ValueRange(decimal Actual, decimal Whole)
{
    private decimal Least => Math.Min(Actual, Whole);

    private decimal Most => Math.Max(Actual, Whole);

    /// <summary>True if both could still turn out the same.</summary>
    public bool Meets(ValueRange other) => Least <= other.Most && other.Least <= Most;
}
