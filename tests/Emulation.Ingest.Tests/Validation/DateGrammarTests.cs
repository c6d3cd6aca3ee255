using Emulation.Ingest.Validation.Values;

namespace Emulation.Ingest.Tests.Validation;

public sealed class DateGrammarTests
{
    [Theory]
    [InlineData("31/01/2020", "2020-01-31")]
    [InlineData("3/2/2020", "2020-02-03")]
    [InlineData("03/02/2020", "2020-02-03")]
    [InlineData("30/6/20", "2020-06-30")]
    [InlineData("30.6.2020", "2020-06-30")]
    [InlineData("30-6-2020", "2020-06-30")]
    [InlineData("30/VI/2020", "2020-06-30")]
    [InlineData("2020-06-30", "2020-06-30")]
    [InlineData("2020-06-30 00:00:00", "2020-06-30")]
    [InlineData("ngày 30 tháng 6 năm 2020", "2020-06-30")]
    [InlineData("Ngày 31 tháng 01 năm 2020", "2020-01-31")]
    [InlineData("29/02/2020", "2020-02-29")]
    public void Date_DayFirst_IsRead(string text, string expected)
    {
        Assert.True(DateGrammar.TryRead(text, out var date, out var isMonthFirst));
        Assert.Equal((DateOnly.ParseExact(expected, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), false), (date, isMonthFirst));
    }

    [Fact]
    public void Date_ThatCanOnlyHaveTheMonthFirst_IsReadWithANote()
    {
        Assert.True(DateGrammar.TryRead("01/31/2020", out var date, out var isMonthFirst));
        Assert.Equal((new DateOnly(2020, 1, 31), true), (date, isMonthFirst));
    }

    [Theory]
    [InlineData("31/02/2020")]
    [InlineData("29/02/2019")]
    [InlineData("31/13/2020")]
    [InlineData("0/1/2020")]
    [InlineData("30/6")]
    [InlineData("6/2020")]
    [InlineData("30/6-2020")]
    [InlineData("30/6/2563")]
    [InlineData("30/6/020")]
    [InlineData("43861")]
    [InlineData("hôm qua")]
    [InlineData("2020-06-30 14:05:00")]
    [InlineData("30/IIX/2020")]
    public void Date_AnythingElse_IsRefused(string text) => Assert.False(DateGrammar.TryRead(text, out _, out _));

    [Theory]
    [InlineData(43861, "2020-01-31")]
    [InlineData(43889, "2020-02-28")]
    [InlineData(44012, "2020-06-30")]
    [InlineData(44012.75, "2020-06-30")]
    [InlineData(44165, "2020-11-30")]
    [InlineData(44196, "2020-12-31")]
    [InlineData(61, "1900-03-01")]
    public void Serial_OfAWorkbook_IsItsDay(double serial, string expected)
    {
        Assert.True(DateGrammar.TryFromSerial(serial, out var date));
        Assert.Equal(expected, date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData(60)]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(2958466)]
    public void Serial_OutsideTheCalendarOfForms_IsRefused(double serial) => Assert.False(DateGrammar.TryFromSerial(serial, out _));
}
