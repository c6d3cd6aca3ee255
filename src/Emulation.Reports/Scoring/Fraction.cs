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
            ? Reduced(((Int128)left.numerator * right.Bottom) + ((Int128)right.numerator * left.Bottom), (Int128)left.Bottom * right.Bottom)
            : Reduced((left.Numerator * right.Denominator) + (right.Numerator * left.Denominator), left.Denominator * right.Denominator);

    public static Fraction operator -(Fraction left, Fraction right) =>
        left.wide is null && right.wide is null
            ? Reduced(((Int128)left.numerator * right.Bottom) - ((Int128)right.numerator * left.Bottom), (Int128)left.Bottom * right.Bottom)
            : Reduced((left.Numerator * right.Denominator) - (right.Numerator * left.Denominator), left.Denominator * right.Denominator);

    public static Fraction operator *(Fraction left, Fraction right) =>
        left.wide is null && right.wide is null
            ? Reduced((Int128)left.numerator * right.numerator, (Int128)left.Bottom * right.Bottom)
            : Reduced(left.Numerator * right.Numerator, left.Denominator * right.Denominator);

    /// <exception cref="DivideByZeroException">The divisor is zero.</exception>
    public static Fraction operator /(Fraction left, Fraction right) =>
        right.IsZero ? throw new DivideByZeroException()
        : left.wide is null && right.wide is null
            ? Reduced((Int128)left.numerator * right.Bottom * Math.Sign(right.numerator), (Int128)left.Bottom * Math.Abs(right.numerator))
        : right.Numerator.Sign > 0 ? Reduced(left.Numerator * right.Denominator, left.Denominator * right.Numerator)
        : Reduced(-left.Numerator * right.Denominator, left.Denominator * -right.Numerator);

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
            return Reduced(bits[3] < 0 ? -(long)low : (long)low, PowersOfTen[places]);
        }
        var digits = unchecked(((BigInteger)(uint)bits[2] << 64) | low);
        return Reduced(bits[3] < 0 ? -digits : digits, BigInteger.Pow(10, places));
    }

    public int CompareTo(Fraction other) =>
        wide is null && other.wide is null
            ? ((Int128)numerator * other.Bottom).CompareTo((Int128)other.numerator * Bottom)
            : (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);

    /// <summary>The nearest decimal of so many places; halves go away from zero.</summary>
    /// <exception cref="OverflowException">The value does not fit a decimal.</exception>
    public decimal Round(int places)
    {
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
        if (Bottom == 1 && Math.Abs(numerator) <= long.MaxValue / PowersOfTen[places])
        {
            units = numerator * PowersOfTen[places];
            return true;
        }
        var doubled = ((UInt128)Math.Abs(numerator) * (ulong)PowersOfTen[places] * 2) + (ulong)Bottom;
        var rounded = doubled <= ulong.MaxValue ? (ulong)doubled / ((ulong)Bottom * 2) : doubled / ((UInt128)Bottom * 2);
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

    // long.MinValue has no counterpart of the other sign; it goes the wide way.
    private static Fraction Reduced(Int128 numerator, Int128 denominator)
    {
        if (numerator > long.MaxValue || numerator <= long.MinValue || denominator > long.MaxValue)
        {
            return Reduced((BigInteger)numerator, (BigInteger)denominator);
        }
        var (top, bottom) = ((long)numerator, (long)denominator);
        var divisor = GreatestCommonDivisor(Math.Abs(top), bottom);
        return divisor == 1 ? new Fraction(top, bottom) : new Fraction(top / divisor, bottom / divisor);
    }

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
        while (right != 0)
        {
            (left, right) = (right, left % right);
        }
        return left;
    }

    private sealed record WideTerms(BigInteger Numerator, BigInteger Denominator);
}
