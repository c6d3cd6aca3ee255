using System.Numerics;

namespace Emulation.Reports.Scoring;

/// <summary>An exact rational number, in lowest terms with a positive denominator. Points are computed in it, so that the one rounding at the end sees the true value.</summary>
/// <remarks>In decimals 10 ÷ 7 × 7 is 9.999…, and an edge like 89,985 could round down: docs/adr/0005.</remarks>
public readonly record struct Fraction : IComparable<Fraction>
{
    private readonly BigInteger denominatorLessOne;

    private Fraction(BigInteger numerator, BigInteger denominator)
    {
        var divisor = BigInteger.GreatestCommonDivisor(numerator, denominator);
        Numerator = numerator / divisor;
        denominatorLessOne = (denominator / divisor) - 1;
    }

    public static Fraction Zero => default;

    public static Fraction One => new(1, 1);

    public BigInteger Numerator { get; }

    public BigInteger Denominator => denominatorLessOne + 1;

    public bool IsZero => Numerator.IsZero;

    public static implicit operator Fraction(decimal value) => FromDecimal(value);

    public static implicit operator Fraction(int value) => new(value, 1);

    public static Fraction operator +(Fraction left, Fraction right) =>
        new((left.Numerator * right.Denominator) + (right.Numerator * left.Denominator), left.Denominator * right.Denominator);

    public static Fraction operator -(Fraction left, Fraction right) =>
        new((left.Numerator * right.Denominator) - (right.Numerator * left.Denominator), left.Denominator * right.Denominator);

    public static Fraction operator *(Fraction left, Fraction right) =>
        new(left.Numerator * right.Numerator, left.Denominator * right.Denominator);

    /// <exception cref="DivideByZeroException">The divisor is zero.</exception>
    public static Fraction operator /(Fraction left, Fraction right) =>
        right.IsZero ? throw new DivideByZeroException()
        : right.Numerator.Sign > 0 ? new(left.Numerator * right.Denominator, left.Denominator * right.Numerator)
        : new(-left.Numerator * right.Denominator, left.Denominator * -right.Numerator);

    public static bool operator <(Fraction left, Fraction right) => left.CompareTo(right) < 0;

    public static bool operator >(Fraction left, Fraction right) => left.CompareTo(right) > 0;

    public static bool operator <=(Fraction left, Fraction right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Fraction left, Fraction right) => left.CompareTo(right) >= 0;

    public static Fraction Min(Fraction left, Fraction right) => left <= right ? left : right;

    public static Fraction Max(Fraction left, Fraction right) => left >= right ? left : right;

    public static Fraction FromDecimal(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        var digits = unchecked(((BigInteger)(uint)bits[2] << 64) | ((BigInteger)(uint)bits[1] << 32) | (uint)bits[0]);
        return new(bits[3] < 0 ? -digits : digits, BigInteger.Pow(10, (bits[3] >> 16) & 0xFF));
    }

    public int CompareTo(Fraction other) =>
        (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);

    /// <summary>The nearest decimal of so many places; halves go away from zero.</summary>
    /// <exception cref="OverflowException">The value does not fit a decimal.</exception>
    public decimal Round(int places)
    {
        var scale = BigInteger.Pow(10, places);
        var doubled = (BigInteger.Abs(Numerator) * scale * 2) + Denominator;
        var units = doubled / (Denominator * 2);
        return Math.Sign(Numerator.Sign) * (decimal)units / (decimal)scale;
    }

    public override string ToString() => Denominator.IsOne ? $"{Numerator}" : $"{Numerator}/{Denominator}";
}
