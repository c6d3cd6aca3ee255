using Emulation.Plan.Packing;
using Emulation.Reports.Scoring;

namespace Emulation.Reports.Summing;

/// <summary>The rule of <c>sum_figures</c> for a value that may not agree with its own numerator and denominator.</summary>
internal static class DoubtfulParts
{
    private const int FewPlaces = 4;
    private const decimal Small = 1_000_000_000;
    private const decimal Slack = 0.05m;

    /// <summary>True if the numerator is the larger, or the value is more than 0,05 away from the per cent they make; without both parts false.</summary>
    public static bool In(in PackedFigure figure)
    {
        if (figure is not { Numerator: { } top, Denominator: { } bottom })
        {
            return false;
        }
        return top > bottom || (figure.Value is { } value && IsFar(value, top, bottom));
    }

    // Decimals of few digits multiply exactly; others do not.
    private static bool IsFar(decimal value, decimal top, decimal bottom) =>
        IsShort(value) && IsShort(top) && IsShort(bottom)
            ? Math.Abs((top * 100) - (value * bottom)) > Slack * Math.Abs(bottom)
            : Distance((Fraction)top * 100, (Fraction)value * bottom) > (Fraction)Slack * Math.Abs(bottom);

    private static bool IsShort(decimal number) => number.Scale <= FewPlaces && Math.Abs(number) < Small;

    private static Fraction Distance(Fraction left, Fraction right) => Fraction.Max(left - right, right - left);
}
