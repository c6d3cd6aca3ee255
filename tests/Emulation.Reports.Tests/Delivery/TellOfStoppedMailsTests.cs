using Emulation.Plan;

namespace Emulation.Reports.Tests.Delivery;

/// <summary>The owner is told of a mail that stopped once, also when two hosts tell him at once and a mail stops between their looks.</summary>
public sealed class TellOfStoppedMailsTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Run_WhileAnotherIsTelling_TellsOnlyWhatTheOtherDoesNot()
    {
        await using var room = await MailRoom.OpenAsync("eml", Cancellation);
        await room.QueueAsync(Cancellation, "mot@stp.example", "hai@stp.example", "ba@stp.example");
        await StopAsync(room, "address <> 'ba@stp.example'");
        var tell = room.Results.Get<TellOfStoppedMails>();
        FailPoint.Armed = name =>
        {
            if (name == "stopped-mails-worded")
            {
                FailPoint.Armed = null;
                Task.Run(async () =>
                {
                    await StopAsync(room, "address = 'ba@stp.example'");
                    await tell.RunAsync("chu@stp.example", Cancellation);
                }, Cancellation).Wait(Cancellation);
            }
        };
        await tell.RunAsync("chu@stp.example", Cancellation);
        FailPoint.Armed = null;
        await tell.RunAsync("chu@stp.example", Cancellation);

        foreach (var address in new[] { "mot@stp.example", "hai@stp.example", "ba@stp.example" })
        {
            Assert.Equal(1, await room.ScalarAsync<long>($"select count(*) from emulation.deliveries where recipient_kind = 'owner' and body_text like '%{address}%'", Cancellation));
        }
    }

    private static Task<long> StopAsync(MailRoom room, string which) => room.ScalarAsync<long>(
        $"with stopped as (update emulation.deliveries set state = 'refused', attempts = 1, last_answer = '550', settled_at = created_at where {which} and recipient_kind = 'to' returning 1) select count(*) from stopped", Cancellation);
}
