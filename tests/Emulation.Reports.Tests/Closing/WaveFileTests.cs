using Emulation.Plan;
using Emulation.Reports.Tests.Documents;
using Emulation.Reports.Waves;

namespace Emulation.Reports.Tests.Closing;

/// <summary>Where a wave stands, by the day and by what was decided.</summary>
public sealed class WaveFileTests
{
    private static readonly Period Wave1 = new(new PeriodCode("2020-W1"), PeriodKind.Wave, "đợt 1 năm 2020", new DateOnly(2020, 1, 1), new DateOnly(2020, 6, 30));
    private static readonly ReopenedClosing Reopening = new("sai số liệu", "A", "B", DateTimeOffset.UnixEpoch);

    // the same days on which CloseWave refuses and closes
    [Theory]
    [InlineData("2020-06-29", null, WaveStanding.Lasting)]
    [InlineData("2020-06-30", null, WaveStanding.Provisional)]
    [InlineData("2020-06-29", "2020-07-05", WaveStanding.Lasting)]
    [InlineData("2020-06-30", "2020-07-05", WaveStanding.Objections)]
    [InlineData("2020-07-05", "2020-07-05", WaveStanding.Objections)]
    [InlineData("2020-07-06", "2020-07-05", WaveStanding.Provisional)]
    public void StandingOn_NeverClosed_GoesByTheDay(string today, string? objectionsUntil, WaveStanding standing) =>
        Assert.Equal(standing, File(objectionsUntil is null ? null : Day(objectionsUntil)).StandingOn(Day(today)));

    [Fact]
    public void StandingOn_Closed_GoesByWhatWasDecided()
    {
        var after = Day("2020-07-20");
        var asked = new ReopeningRequest(1, "sai số liệu", "A", DateTimeOffset.UnixEpoch, null);
        var declined = asked with { Declined = new DeclinedReopening("đã rõ", "B", DateTimeOffset.UnixEpoch) };

        Assert.Equal(WaveStanding.Closed, File(null, Closing(1)).StandingOn(after));
        Assert.Equal(WaveStanding.ReopeningAsked, (File(null, Closing(1)) with { Requests = [asked] }).StandingOn(after));
        Assert.Equal(WaveStanding.ReopeningAsked, (File(null, Closing(1)) with { Requests = [declined, asked] }).StandingOn(after));
        Assert.Equal(WaveStanding.Closed, (File(null, Closing(1)) with { Requests = [declined] }).StandingOn(after));
        Assert.Equal(WaveStanding.Reopened, File(null, Closing(1, Reopening)).StandingOn(after));
        Assert.Equal(WaveStanding.Closed, File(null, Closing(1, Reopening), Closing(2)).StandingOn(after));
        Assert.Equal((0, 2), (File(null).Edition, File(null, Closing(1, Reopening), Closing(2)).Edition));
        Assert.Null(File(null, Closing(1, Reopening)).Binding);
    }

    private static WaveFile File(DateOnly? objectionsUntil, params WaveClosing[] closings) =>
        new(SamplePlan.Plan, Wave1, objectionsUntil, Day("2020-07-10"), [], closings, []);

    private static WaveClosing Closing(int edition, ReopenedClosing? reopened = null) => new(edition, edition, [1], DateTimeOffset.UnixEpoch, "A", reopened, null);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
