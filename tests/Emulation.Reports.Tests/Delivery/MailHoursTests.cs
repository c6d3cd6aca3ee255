using Emulation.Reports.Delivery;
using Emulation.Reports.Storage;
using Emulation.TestSupport;

namespace Emulation.Reports.Tests.Delivery;

/// <summary>A mail that is tried again may come into the night: a report goes all the same, a reminder waits for the office's morning.</summary>
public sealed class MailHoursTests
{
    // Friday 10/7/2020, 17:59 in the office; mail hours end at 18:00.
    private static readonly DateTimeOffset Evening = new(2020, 7, 10, 10, 59, 30, TimeSpan.Zero);
    private static readonly DateTimeOffset Monday = new(2020, 7, 13, 0, 0, 0, TimeSpan.Zero);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Drain_WhoseBackOffRunsIntoTheNight_SendsReportsAndLetsRemindersWait()
    {
        await using var room = await RoomAsync();
        room.Server.Fault = SmtpFault.PostponeRecipient;
        await room.DrainAsync(Cancellation);
        room.Server.Fault = SmtpFault.None;

        room.Results.Clock.SetUtcNow(Evening.AddMinutes(5));
        await room.DrainAsync(Cancellation);
        Assert.Equal(["bao-cao@stp.example"], room.Server.Taken.Select(mail => mail.Recipient));
        Assert.Equal(Monday.UtcDateTime, await room.ScalarAsync<DateTime>("select next_attempt_at from emulation.deliveries where state = 'queued'", Cancellation));

        room.Results.Clock.SetUtcNow(Monday);
        await room.DrainAsync(Cancellation);

        Assert.Equal(["bao-cao@stp.example", "nhac@stp.example"], room.Server.Taken.Select(mail => mail.Recipient));
        // Waiting for the morning is no attempt.
        Assert.Equal(2, await room.ScalarAsync<int>("select attempts from emulation.deliveries where keeps_mail_hours", Cancellation));
        Assert.Empty(await DeliveryInvariants.FaultsAsync(room.Results.Database.DataSource, Cancellation));
    }

    [Fact]
    public async Task Drain_OfAHostThatComesBackAtNight_SendsNoReminder()
    {
        await using var room = await RoomAsync();
        room.Results.Clock.SetUtcNow(Evening.AddHours(6));

        await room.DrainAsync(Cancellation);

        Assert.Equal(["bao-cao@stp.example"], room.Server.Taken.Select(mail => mail.Recipient));
    }

    private static async Task<MailRoom> RoomAsync()
    {
        var room = await MailRoom.OpenAsync("smtp", Cancellation);
        room.Results.Clock.SetUtcNow(Evening);
        var issuer = room.Results.Plan.Plan.Issuer;
        NewDelivery[] mails =
        [
            NewDelivery.From(issuer, "report:test", "X", "to", "bao-cao@stp.example", "Báo cáo", "Nội dung", "<p>Nội dung</p>"),
            NewDelivery.From(issuer, "reminder:test", "X", "unit", "nhac@stp.example", "Nhắc", "Nội dung", "<p>Nội dung</p>") with { KeepsMailHours = true },
        ];
        await room.Results.Get<DeliveryStore>().QueueAsync(mails, Evening, Cancellation);
        return room;
    }
}
