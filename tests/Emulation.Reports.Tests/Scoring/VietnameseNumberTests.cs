using System.Globalization;
using CsCheck;
using Emulation.Reports.Scoring;

namespace Emulation.Reports.Tests.Scoring;

public sealed class VietnameseNumberTests
{
    private static readonly NumberFormatInfo Format = new() { NumberDecimalSeparator = ",", NumberGroupSeparator = ".", NegativeSign = "−" };

    [Theory]
    //          value        points          value as printed
    [InlineData("0", "0,00", "0")]
    [InlineData("0.004", "0,00", "0")]
    [InlineData("0.005", "0,01", "0,01")]
    [InlineData("4.5", "4,50", "4,5")]
    [InlineData("-4.5", "−4,50", "−4,5")]
    [InlineData("999.999", "1.000,00", "1.000")]
    [InlineData("1234567.8", "1.234.567,80", "1.234.567,8")]
    [InlineData("12345678901234567890.5", "12.345.678.901.234.567.890,50", "12.345.678.901.234.567.890,5")]
    public void Numbers_ArePrintedTheVietnameseWay(string number, string points, string value)
    {
        var fraction = (Fraction)decimal.Parse(number, CultureInfo.InvariantCulture);

        Assert.Equal((points, value), (VietnameseNumber.Points(fraction), VietnameseNumber.Value(fraction)));
    }

    [Fact]
    public void Numbers_Any_AreThoseOfThePattern() => Gen.Long[-1_000_000_000_000, 1_000_000_000_000].Sample(hundredths =>
    {
        var number = hundredths / 100m;
        Assert.Equal(number.ToString("#,##0.00", Format), VietnameseNumber.Points(number));
        Assert.Equal(number.ToString("#,##0.##", Format), VietnameseNumber.Value(number));
    });

    /// <summary>The texts of small numbers are kept: asked in any order, and for the second time, each has its own.</summary>
    [Fact]
    public void Numbers_SmallAndAskedAgain_AreThoseOfThePattern() => Assert.All(
        Enumerable.Range(-200, 10_500).Concat(Enumerable.Range(0, 10_300).Reverse()),
        number =>
        {
            Assert.Equal((number / 100m).ToString("#,##0.00", Format), VietnameseNumber.Points(number / 100m));
            Assert.Equal((number / 100m).ToString("#,##0.##", Format), VietnameseNumber.Value(number / 100m));
            Assert.Equal(number.ToString("#,##0.##", Format), VietnameseNumber.Value(number));
        });
}
