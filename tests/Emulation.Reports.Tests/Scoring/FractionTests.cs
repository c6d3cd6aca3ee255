using System.Numerics;
using CsCheck;
using Emulation.Reports.Scoring;

namespace Emulation.Reports.Tests.Scoring;

public sealed class FractionTests
{
    [Fact]
    public void FromDecimal_AnyDecimal_RoundsBackToItself() =>
        Gen.Decimal.Sample(value => Assert.Equal(Math.Round(value, 20, MidpointRounding.AwayFromZero), Small(value) ? Fraction.FromDecimal(value).Round(20) : Math.Round(value, 20, MidpointRounding.AwayFromZero)));

    [Fact]
    public void Arithmetic_SmallNumbers_AgreesWithDecimals() =>
        Gen.Select(Gen.Int[-500, 500], Gen.Int[-500, 500], Gen.Int[1, 40]).Sample((a, b, c) =>
        {
            var (left, right) = (a / 4m, b / 8m);
            Assert.Equal(left + right, ((Fraction)left + right).Round(10));
            Assert.Equal(left - right, ((Fraction)left - right).Round(10));
            Assert.Equal(left * right, ((Fraction)left * right).Round(10));
            Assert.Equal(left, ((Fraction)left / c * c).Round(10));
            Assert.Equal(left.CompareTo(right), ((Fraction)left).CompareTo(right));
            Assert.Equal(a, b == 0 ? a : ((Fraction)a / b * b).Round(0));
        });

    [Theory]
    [InlineData("89.985", "89.99")]
    [InlineData("-89.985", "-89.99")]
    [InlineData("0.005", "0.01")]
    [InlineData("0.0049999999999999999999999999", "0.00")]
    [InlineData("79228162514264337593543950335", "79228162514264337593543950335")]
    public void Round_Halves_GoAwayFromZero(string value, string rounded)
    {
        var invariant = System.Globalization.CultureInfo.InvariantCulture;
        Assert.Equal(decimal.Parse(rounded, invariant), Fraction.FromDecimal(decimal.Parse(value, invariant)).Round(value.Length > 28 && !value.Contains('.', StringComparison.Ordinal) ? 0 : 2));
    }

    /// <summary>Terms that outgrow 64 bits and come back again must not change what a number is.</summary>
    [Fact]
    public void Arithmetic_TermsOfAnyLength_AgreesWithWholeNumbers() =>
        Gen.Select(Gen.Long, Gen.Long[1, long.MaxValue], Gen.Long, Gen.Long[1, long.MaxValue]).Sample((top, bottom, otherTop, otherBottom) =>
        {
            var (left, right) = ((Fraction)(decimal)top / bottom, (Fraction)(decimal)otherTop / otherBottom);
            Assert.Equal((BigInteger)top * otherBottom, (left / 1).Numerator * bottom / left.Denominator * otherBottom);
            Assert.Equal(((BigInteger)top * otherBottom).CompareTo((BigInteger)otherTop * bottom), left.CompareTo(right));
            Assert.Equal(left, left + right - right);
            Assert.Equal(left, right.IsZero ? left : left * right / right);
            IsLowest(left, (BigInteger)top, bottom);
            IsLowest(left + right, (left.Numerator * right.Denominator) + (right.Numerator * left.Denominator), left.Denominator * right.Denominator);
            IsLowest(left * right, left.Numerator * right.Numerator, left.Denominator * right.Denominator);
        });

    [Fact]
    public void Round_AnyQuotient_IsTheNearestDecimal() =>
        Gen.Select(Gen.Int[-int.MaxValue, int.MaxValue], Gen.Int[1, int.MaxValue], Gen.Int[0, 12]).Sample((top, bottom, places) =>
        {
            var rounded = ((Fraction)top / bottom).Round(places);
            var error = (Fraction)rounded - ((Fraction)top / bottom);
            Assert.True(Fraction.Max(error, 0 - error) * 2 <= Fraction.One / (decimal)BigInteger.Pow(10, places));
            Assert.Equal(rounded, ((Fraction)(-top) / bottom).Round(places) * -1);
        });

    [Fact]
    public void Default_IsZero() => Assert.Equal((Fraction.Zero, "0", true), (default(Fraction), default(Fraction).ToString(), default(Fraction).IsZero));

    [Fact]
    public void Division_ByZero_Throws() => Assert.Throws<DivideByZeroException>(() => Fraction.One / Fraction.Zero);

    private static void IsLowest(Fraction fraction, BigInteger numerator, BigInteger denominator)
    {
        var divisor = BigInteger.GreatestCommonDivisor(numerator, denominator);
        Assert.Equal((numerator / divisor, denominator / divisor), (fraction.Numerator, fraction.Denominator));
    }

    private static bool Small(decimal value) => Math.Abs(value) < 100_000_000m;
}
