using System.Globalization;
using Emulation.Reports.Documents;

namespace Emulation.Reports.Tests.Documents;

public sealed class VietnameseFormatTests
{
    [Theory]
    [InlineData("1234.56", 2, "1.234,56")]
    [InlineData("89.985", 2, "89,99")]
    [InlineData("-0.005", 2, "-0,01")]
    [InlineData("0", 1, "0,0")]
    [InlineData("1234567", 0, "1.234.567")]
    public void Fixed_RoundsAwayFromZeroAndWritesVietnamese(string value, int places, string text) =>
        Assert.Equal(text, VietnameseFormat.Fixed(decimal.Parse(value, CultureInfo.InvariantCulture), places));

    [Fact]
    public void Dates_AreDayMonthYear()
    {
        Assert.Equal("03/02/2020", VietnameseFormat.Date(new DateOnly(2020, 2, 3)));
        Assert.Equal("08:05 ngày 30/06/2020", VietnameseFormat.Moment(new DateTime(2020, 6, 30, 8, 5, 0, DateTimeKind.Unspecified)));
    }

    [Fact]
    public void List_OfManyNames_CountsTheRest() => Assert.Equal("Lắk, Ea Kar và 2 đơn vị khác", VietnameseFormat.List(["Lắk", "Ea Kar", "Ea Súp", "Krông Búk"], 2));
}
