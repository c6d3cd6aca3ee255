using System.Globalization;
using Emulation.Plan.Calendar;

namespace Emulation.Plan.Tests.Calendar;

/// <summary>Instants and business dates.</summary>
public sealed class BusinessTimeTests
{
    [Theory]
    // zone, date, time, the instant in UTC
    [InlineData("Asia/Ho_Chi_Minh", "2020-06-30", "23:59", "2020-06-30T16:59:00Z")]
    [InlineData("Asia/Ho_Chi_Minh", "2020-07-01", "00:00", "2020-06-30T17:00:00Z")]
    // skipped: 02:00–03:00 does not exist on 29/3/2020 in Berlin
    [InlineData("Europe/Berlin", "2020-03-29", "02:30", "2020-03-29T01:00:00Z")]
    // shown twice: 02:30 is first shown in summer time
    [InlineData("Europe/Berlin", "2020-10-25", "02:30", "2020-10-25T00:30:00Z")]
    // the clock moves by half an hour
    [InlineData("Australia/Lord_Howe", "2020-10-04", "02:15", "2020-10-03T15:30:00Z")]
    public void InstantOf_DateAndTime_IsTheFirstInstantThatShowsThem(string zone, string date, string time, string expected) =>
        Assert.Equal(
            DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture),
            Zone(zone).InstantOf(DateOnly.Parse(date, CultureInfo.InvariantCulture), TimeOnly.Parse(time, CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("Asia/Ho_Chi_Minh", "2020-06-30T16:59:59Z", "2020-06-30")]
    [InlineData("Asia/Ho_Chi_Minh", "2020-06-30T17:00:00Z", "2020-07-01")]
    [InlineData("Europe/Berlin", "2020-06-30T21:59:59Z", "2020-06-30")]
    public void DateOf_Instant_IsTheDateOnTheOfficesWall(string zone, string instant, string expected) =>
        Assert.Equal(
            DateOnly.Parse(expected, CultureInfo.InvariantCulture), Zone(zone).DateOf(DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture)));

    private static TimeZoneInfo Zone(string id) => TimeZoneInfo.FindSystemTimeZoneById(id);
}
