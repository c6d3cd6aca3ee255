using System.Diagnostics;
using System.Globalization;
using Emulation.TestSupport;

namespace Emulation.Reports.Tests.Delivery;

/// <summary>Senders in processes of their own, killed (SIGKILL) at every step of sending: the ledger and what the server took must tell one story.</summary>
/// <remarks>The number of kills can be raised with the environment variable EMULATION_KILLS, e.g. 200.</remarks>
public sealed class KilledSenderTests
{
    private static readonly string[] OurSteps =
        ["delivery-sending", "smtp-connected", "smtp-message-begun", "smtp-answered", "delivery-handed-over", "delivery-settled"];

    // Killed by the server's hand, at a moment only the server knows.
    private static readonly string[] ServerSteps = ["MAIL", "RCPT", "DATA", "body", "dot", "answered"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static int Kills => int.Parse(Environment.GetEnvironmentVariable("EMULATION_KILLS") ?? "24", CultureInfo.InvariantCulture);

    [Fact]
    public async Task Drain_KilledAtEveryStepOverAndOver_LedgerAndServerAgree()
    {
        await using var room = await MailRoom.OpenAsync("smtp", Cancellation);
        string[] addresses = [.. Enumerable.Range(1, Kills * 3).Select(number => $"nguoi-nhan-{number}@stp.example")];
        await room.QueueAsync(Cancellation, addresses);
        string[] steps = [.. OurSteps, .. ServerSteps];

        for (var kill = 0; kill < Kills; kill++)
        {
            await LiveUntilAsync(room, steps[kill % steps.Length], passes: kill / steps.Length % 3);
        }

        await AloneAsync(room);
        await room.DrainAsync(Cancellation);
        await AgreeAsync(room, addresses);
    }

    /// <summary>Waits until PostgreSQL has noticed that the last killed sender is gone: until then its mail counts as being sent.</summary>
    private static async Task AloneAsync(MailRoom room)
    {
        while (await room.ScalarAsync<long>(
            "select count(*) from pg_locks where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())", Cancellation) > 0)
        {
            await Task.Delay(20, Cancellation);
        }
    }

    /// <summary>Starts a sender that dies at the step; by the server's hand after so many mails have passed it.</summary>
    private static async Task LiveUntilAsync(MailRoom room, string step, int passes)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Emulation.TestSender.dll"), .. room.ArgumentsOfASender()]) { RedirectStandardError = true };
        start.Environment["EMULATION_FAILPOINT"] = step;
        using var sender = new Process { StartInfo = start };
        var left = passes;
        room.Server.AtStep = reached =>
        {
            if (reached == step && Interlocked.Decrement(ref left) < 0)
            {
                sender.Kill();
            }
        };
        sender.Start();
        var fault = await sender.StandardError.ReadToEndAsync(Cancellation);
        await sender.WaitForExitAsync(Cancellation);
        room.Server.AtStep = null;
        Assert.True(sender.ExitCode == 128 + 9, $"The sender was to be killed at {step}, but ended with {sender.ExitCode}: {fault}");
    }

    private static async Task AgreeAsync(MailRoom room, string[] addresses)
    {
        Assert.Empty(await DeliveryInvariants.FaultsAsync(room.Results.Database.DataSource, Cancellation));
        var copies = room.Server.Taken.CountBy(mail => mail.Recipient).ToDictionary();
        Assert.All(copies.Values, count => Assert.Equal(1, count));
        var accepted = await AddressesAsync(room, "accepted");
        var uncertain = await AddressesAsync(room, "uncertain");
        Assert.Equal(addresses.Order(StringComparer.Ordinal), accepted.Concat(uncertain).Order(StringComparer.Ordinal));
        Assert.All(accepted, address => Assert.True(copies.ContainsKey(address), $"{address} was never taken by the server."));
        Assert.InRange(uncertain.Length, 1, Kills * 2);
    }

    private static async Task<string[]> AddressesAsync(MailRoom room, string state) =>
        (await room.ScalarAsync<string>($"select coalesce(string_agg(address, ' '), '') from emulation.deliveries where state = '{state}'", Cancellation))
        .Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
