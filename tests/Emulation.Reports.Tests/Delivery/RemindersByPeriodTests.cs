using Emulation.Plan;
using Emulation.Reports.Tests.Closing;

namespace Emulation.Reports.Tests.Delivery;

/// <summary>Reminders of an amended plan, and of days on which we took no files: July's figures are due on 20/7 by version 1; version 2 holds from 16/7, so for August on, and asks for the 24th.</summary>
public sealed class RemindersByPeriodTests : IAsyncLifetime
{
    private ResultsRoom room = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        room = await ResultsRoom.OpenAsync(Cancellation);
        room.Clock.SetUtcNow(new DateTimeOffset(2020, 7, 16, 1, 0, 0, TimeSpan.Zero));
    }

    public ValueTask DisposeAsync() => room.DisposeAsync();

    [Theory]
    // a version that holds from 16/7 leaves July alone, which ended on 14/7
    [InlineData("2020-07-16", 7, 20, "hạn gửi 20/07/2020, là hôm nay")]
    [InlineData("2020-07-16", 8, 24, "hạn gửi 24/08/2020, là hôm nay")]
    // one that holds from the month itself moves it
    [InlineData("2020-07-14", 7, 20, "hạn gửi 24/07/2020, còn 4 ngày")]
    public async Task Mail_NamesTheDueDayOfTheVersionThatHoldsForThePeriod(string holdsFrom, int month, int day, string says)
    {
        await room.ApplyAsync(
            texts => new(texts)
            {
                ["plan.yaml"] = texts["plan.yaml"].Replace("holds-from: 2020-01-01", $"holds-from: {holdsFrom}", StringComparison.Ordinal)
                    .Replace("cutoff-day: 18, due-day: 20", "cutoff-day: 22, due-day: 24", StringComparison.Ordinal),
            },
            Cancellation);

        await room.Get<SendReminders>().RunAsync(new DateOnly(2020, month, day), Cancellation);

        Assert.Contains($"tháng {month}/2020: {says}", await TextAsync(), StringComparison.Ordinal);
    }

    [Theory]
    // the share came back on 22/7: that day is still on time, the next is not
    [InlineData(22, "2020-07-22 07:00+07", "hạn gửi 22/07/2020, là hôm nay")]
    [InlineData(23, "2020-07-22 07:00+07", "hạn gửi 22/07/2020, đã quá 1 ngày")]
    // nobody is late while it is away
    [InlineData(21, null, "hạn gửi 21/07/2020, là hôm nay")]
    public async Task Mail_AfterAnOutageAtTheEndOfTheDueDay_CountsFromTheDayItWasOver(int day, string? ended, string says)
    {
        room.Clock.SetUtcNow(new DateTimeOffset(2020, 7, day, 1, 0, 0, TimeSpan.Zero));
        await using var outage = room.Database.OwnerDataSource.CreateCommand(
            $"insert into emulation.outages (kind, began_at, ended_at) values ('share', '2020-07-20 20:00+07', {(ended is null ? "null" : $"'{ended}'")})");
        await outage.ExecuteNonQueryAsync(Cancellation);

        await room.Get<SendReminders>().RunAsync(new DateOnly(2020, 7, day), Cancellation);

        Assert.Contains($"tháng 7/2020: {says}", await TextAsync(), StringComparison.Ordinal);
    }

    private async Task<string> TextAsync()
    {
        await using var command = room.Database.DataSource.CreateCommand("select body_text from emulation.deliveries where recipient_code = '654'");
        return (string)(await command.ExecuteScalarAsync(Cancellation))!;
    }
}
