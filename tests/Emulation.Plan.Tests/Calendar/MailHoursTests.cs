using System.Globalization;
using Emulation.Plan.Calendar;

namespace Emulation.Plan.Tests.Calendar;

/// <summary>Nobody is written to at night or on a day off: 07:00 to 18:00 of working days.</summary>
public sealed class MailHoursTests
{
    [Theory]
    // Thursday 16/7/2020
    [InlineData("2020-07-16 07:00", null)]
    [InlineData("2020-07-16 17:59", null)]
    [InlineData("2020-07-16 06:59", "2020-07-16 07:00")]
    [InlineData("2020-07-16 18:00", "2020-07-17 07:00")]
    // Friday evening and the weekend wait for Monday
    [InlineData("2020-07-17 18:00", "2020-07-20 07:00")]
    [InlineData("2020-07-18 08:00", "2020-07-20 07:00")]
    // the eve of Tết waits until it is over
    [InlineData("2020-01-22 20:00", "2020-01-30 07:00")]
    [InlineData("2020-01-27 09:00", "2020-01-30 07:00")]
    public void NextOpening_ByLocalTime(string local, string? expected)
    {
        var opening = MailHours.NextOpening(Plans.DakLak, At(local));

        Assert.Equal(expected is null ? null : At(expected), opening);
    }

    private static DateTimeOffset At(string local) =>
        new(DateTime.ParseExact(local, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), TimeSpan.FromHours(7));
}
