using System.Numerics;

namespace Emulation.Reports.Scoring;

/// <summary>An exact rational number, in lowest terms with a positive denominator. Points are computed in it, so that the one rounding at the end sees the true value.</summary>
/// <remarks>In decimals 10 ÷ 7 × 7 is 9.999…, and an edge like 89,985 could round down: docs/adr/0005. Terms that fit 64 bits, as nearly all do, are kept in two machine words.</remarks>
public readonly record struct Fraction : IComparable<Fraction>
{
    private const int MostPlaces = 18;
    private static readonly long[] PowersOfTen = [.. Enumerable.Range(0, MostPlaces + 1).Select(power => (long)BigInteger.Pow(10, power))];

    private readonly long numerator;
    private readonly long denominatorLessOne;
    private readonly WideTerms? wide;

    private Fraction(long numerator, long denominator)
    {
        this.numerator = numerator;
        denominatorLessOne = denominator - 1;
    }

    private Fraction(WideTerms wide)
    {
        this.wide = wide;
    }

    public static Fraction Zero => default;

    public static Fraction One => new(1, 1);

    public BigInteger Numerator => wide?.Numerator ?? numerator;

    public BigInteger Denominator => wide?.Denominator ?? Bottom;

    public bool IsZero => wide is null && numerator == 0;

    private long Bottom => denominatorLessOne + 1;

    public static implicit operator Fraction(decimal value) => FromDecimal(value);

    public static implicit operator Fraction(int value) => new(value, 1);

    public static Fraction operator +(Fraction left, Fraction right) =>
        left.wide is null && right.wide is null
            ? Sum(left, right)
            : Reduced((left.Numerator * right.Denominator) + (right.Numerator * left.Denominator), left.Denominator * right.Denominator);

    public static Fraction operator -(Fraction left, Fraction right) => left + -right;

    public static Fraction operator -(Fraction value) =>
        value.wide is { } wide ? new Fraction(wide with { Numerator = -wide.Numerator }) : new Fraction(-value.numerator, value.Bottom);

    public static Fraction operator *(Fraction left, Fraction right) =>
        left.wide is null && right.wide is null
            ? Product(left, right)
            : Reduced(left.Numerator * right.Numerator, left.Denominator * right.Denominator);

    /// <exception cref="DivideByZeroException">The divisor is zero.</exception>
    public static Fraction operator /(Fraction left, Fraction right) => left * right.Reciprocal();

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
        var places = (bits[3] >> 16) & 0xFF;
        var low = unchecked(((ulong)(uint)bits[1] << 32) | (uint)bits[0]);
        if (bits[2] == 0 && low <= long.MaxValue && places <= MostPlaces)
        {
            var divisor = GreatestCommonDivisor((long)low, PowersOfTen[places]);
            return new Fraction((bits[3] < 0 ? -(long)low : (long)low) / divisor, PowersOfTen[places] / divisor);
        }
        var digits = unchecked(((BigInteger)(uint)bits[2] << 64) | low);
        return Reduced(bits[3] < 0 ? -digits : digits, BigInteger.Pow(10, places));
    }

    public int CompareTo(Fraction other) =>
        wide is null && other.wide is null
            ? denominatorLessOne == other.denominatorLessOne ? numerator.CompareTo(other.numerator)
                : Math.BigMul(numerator, other.Bottom).CompareTo(Math.BigMul(other.numerator, Bottom))
            : (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);

    /// <summary>The nearest decimal of so many places; halves go away from zero.</summary>
    /// <exception cref="OverflowException">The value does not fit a decimal.</exception>
    public decimal Round(int places)
    {
        if (wide is null && denominatorLessOne == 0)
        {
            return numerator;
        }
        if (TryRound(places, out var small))
        {
            return WithoutTrailingZeros(small, places);
        }
        var scale = BigInteger.Pow(10, places);
        var doubled = (BigInteger.Abs(Numerator) * scale * 2) + Denominator;
        var units = doubled / (Denominator * 2);
        return Math.Sign(Numerator.Sign) * (decimal)units / (decimal)scale;
    }

    /// <summary>The value × 10^places as a whole number, halves away from zero, where all of it fits 64 bits.</summary>
    public bool TryRound(int places, out long units)
    {
        units = 0;
        if (wide is not null || places > MostPlaces)
        {
            return false;
        }
        var scale = (ulong)PowersOfTen[places];
        var (whole, rest) = Math.DivRem((ulong)Math.Abs(numerator), (ulong)Bottom);
        // The rest alone, scaled, mostly fits a machine word where the whole value would not.
        var rounded = Math.BigMul(whole, scale) + (rest == 0 ? UInt128.Zero : (Math.BigMul(rest, scale * 2) + (ulong)Bottom) / ((ulong)Bottom * 2));
        if (rounded > long.MaxValue)
        {
            return false;
        }
        units = numerator < 0 ? -(long)rounded : (long)rounded;
        return true;
    }

    public override string ToString() => Denominator.IsOne ? $"{Numerator}" : $"{Numerator}/{Denominator}";

    private static decimal WithoutTrailingZeros(long units, int places)
    {
        while (places > 0 && units % 10 == 0)
        {
            units /= 10;
            places--;
        }
        var digits = (ulong)Math.Abs(units);
        return new decimal(unchecked((int)digits), unchecked((int)(digits >> 32)), 0, units < 0, (byte)places);
    }

    // The terms are reduced before they are multiplied, which keeps them small.
    private static Fraction Sum(Fraction left, Fraction right)
    {
        var common = GreatestCommonDivisor(left.Bottom, right.Bottom);
        var sum = Math.BigMul(left.numerator, right.Bottom / common) + Math.BigMul(right.numerator, left.Bottom / common);
        var rest = common == 1 ? 1 : GreatestCommonDivisor((long)(sum % common), common);
        return InLowestTerms(rest == 1 ? sum : sum / rest, Math.BigMul(left.Bottom / common, right.Bottom / rest));
    }

    private static Fraction Product(Fraction left, Fraction right)
    {
        var (first, second) = (GreatestCommonDivisor(left.numerator, right.Bottom), GreatestCommonDivisor(right.numerator, left.Bottom));
        return InLowestTerms(
            Math.BigMul(left.numerator / first, right.numerator / second), Math.BigMul(left.Bottom / second, right.Bottom / first));
    }

    private Fraction Reciprocal() =>
        IsZero ? throw new DivideByZeroException()
        : wide is null ? new Fraction(Bottom * Math.Sign(numerator), Math.Abs(numerator))
        : Reduced(Denominator * Numerator.Sign, BigInteger.Abs(Numerator));

    // long.MinValue has no counterpart of the other sign; it goes the wide way.
    private static Fraction InLowestTerms(Int128 numerator, Int128 denominator) =>
        numerator > long.MaxValue || numerator <= long.MinValue || denominator > long.MaxValue
            ? new Fraction(new WideTerms(numerator, denominator))
            : new Fraction((long)numerator, (long)denominator);

    private static Fraction Reduced(BigInteger numerator, BigInteger denominator)
    {
        var divisor = BigInteger.GreatestCommonDivisor(numerator, denominator);
        var (top, bottom) = (numerator / divisor, denominator / divisor);
        return top <= long.MaxValue && top > long.MinValue && bottom <= long.MaxValue
            ? new Fraction((long)top, (long)bottom)
            : new Fraction(new WideTerms(top, bottom));
    }

    private static long GreatestCommonDivisor(long left, long right)
    {
        var (divisor, rest) = ((ulong)Math.Abs(left), (ulong)right);
        while (rest > 1)
        {
            (divisor, rest) = (rest, divisor % rest);
        }
        return rest == 1 ? 1 : (long)divisor;
    }

    private sealed record WideTerms(BigInteger Numerator, BigInteger Denominator);
}
