using Emulation.Plan;
using Emulation.Plan.Packing;
using Emulation.Reports.Scoring;

namespace Emulation.Reports.Summing;

/// <summary>One sum while it grows: a unit's figures of an indicator in one form and slot.</summary>
internal struct RunningSum
{
    private const byte HasValue = 0;
    private const byte NotApplicable = 1;

    private int values;
    private int notApplicable;
    private int withParts;
    private decimal? sum;
    private decimal? estimated;
    private decimal? numerator;
    private decimal? denominator;
    private int lastOrdinal;
    private PackedFigure last;
    private bool hasDoubtfulParts;

    /// <summary>True once a figure was added, be it one that was left blank.</summary>
    public bool IsUsed { get; private set; }

    /// <param name="ordinal">The figure's place in time; 1 or more.</param>
    /// <param name="isOrdered">True if the latest value is asked.</param>
    public void Add(in PackedFigure figure, int ordinal, bool isOrdered)
    {
        IsUsed = true;
        if (figure.State != HasValue)
        {
            notApplicable += figure.State == NotApplicable ? 1 : 0;
            return;
        }
        values++;
        sum = ExactSum.Plus(sum, figure.Value);
        estimated = ExactSum.Plus(estimated, figure.Estimated);
        if (figure is { Numerator: not null, Denominator: not null })
        {
            withParts++;
            numerator = ExactSum.Plus(numerator, figure.Numerator);
            denominator = ExactSum.Plus(denominator, figure.Denominator);
            hasDoubtfulParts = hasDoubtfulParts || DoubtfulParts.In(figure);
        }
        if (isOrdered && (ordinal > lastOrdinal || (ordinal == lastOrdinal && IsAfter(figure, last))))
        {
            (lastOrdinal, last) = (ordinal, figure);
        }
    }

    public readonly FigureSum ToFigureSum(UnitCode unit, IndicatorCode indicator, FormKind form, int slot) =>
        new(unit, indicator, form, slot, values, notApplicable, withParts, sum, estimated, numerator, denominator,
            lastOrdinal == 0 ? null : new LastFigure(last.Value, last.Estimated, last.Numerator, last.Denominator, last.Date))
        {
            HasDoubtfulParts = hasDoubtfulParts,
        };

    // Of two figures of one period the larger, as PostgreSQL orders arrays: part by part, and nothing after everything.
    private static bool IsAfter(in PackedFigure left, in PackedFigure right) =>
        Compare(left.Value, right.Value) is var byValue and not 0 ? byValue > 0
        : Compare(left.Estimated, right.Estimated) is var byEstimated and not 0 ? byEstimated > 0
        : Compare(left.Numerator, right.Numerator) is var byNumerator and not 0 ? byNumerator > 0
        : Compare(left.Denominator, right.Denominator) is var byDenominator and not 0 ? byDenominator > 0
        : Compare(left.Date, right.Date) > 0;

    private static int Compare<T>(T? left, T? right)
        where T : struct, IComparable<T> =>
        left is { } first && right is { } second ? first.CompareTo(second) : (left is null).CompareTo(right is null);
}
