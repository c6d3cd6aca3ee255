using System.Globalization;
using Emulation.Plan.Calendar;

namespace Emulation.Plan.Tests.Calendar;

/// <summary>The due day moves on from outage to outage, in whatever order they were noted. Due on 30/6; times of the office.</summary>
public sealed class DueDaysTests
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Ho_Chi_Minh");

    /// <summary>Outages as "began/ended", ended empty while one lasts; the outages that move the day, by their place in the list, and the last day on time.</summary>
    [Theory]
    [InlineData("30T20/01T05", "0", "2020-07-01")]
    [InlineData("30T08/30T23", "", "2020-06-30")]
    [InlineData("30T20/01T05 30T22/02T09", "1", "2020-07-02")]
    [InlineData("30T22/02T09 30T20/01T05", "0", "2020-07-02")]
    [InlineData("02T20/03T06 30T22/02T09 30T20/01T05", "1 0", "2020-07-03")]
    [InlineData("30T20/01T05 02T20/03T06", "0", "2020-07-01")]
    [InlineData("30T20/ 30T22/02T09", "0", "9999-12-31")]
    public void Outages_MoveTheDayFromReturnToReturn(string noted, string moving, string lastDay)
    {
        var outages = noted.Split(' ').Select(outage => outage.Split('/')).Select(ends => (BeganAt: At(ends[0])!.Value, EndedAt: At(ends[1]))).ToList();
        var dueOn = new DateOnly(2020, 6, 30);

        Assert.Equal(moving, string.Join(' ', DueDays.OutagesAfter(Zone, dueOn, outages, outage => outage).Select(outage => outages.IndexOf(outage))));
        Assert.Equal(DateOnly.Parse(lastDay, CultureInfo.InvariantCulture), DueDays.Extended(Zone, dueOn, outages, outage => outage));
    }

    /// <param name="text">A day of June (30) or July and an hour, e.g. <c>01T05</c>.</param>
    private static DateTimeOffset? At(string text) => text.Length == 0 ? null :
        DateTimeOffset.Parse($"2020-{(text.StartsWith("30", StringComparison.Ordinal) ? "06" : "07")}-{text}:00+07:00", CultureInfo.InvariantCulture);
}
