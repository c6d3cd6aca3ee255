using System.Collections.Concurrent;
using System.Globalization;
using Emulation.TestSupport;

namespace Emulation.Reports.Tests.Delivery;

/// <summary>Senders in processes of their own, killed (SIGKILL) at every step of sending: the ledger and what the server took must tell one story.</summary>
/// <remarks>
/// The steps are taken in turn, and each in the first, second and third mail of a sender; every kill says at which step it happened, and the
/// test fails if a step was left out. 200 kills by default, more with the environment variable EMULATION_KILLS.
/// </remarks>
public sealed class KilledSenderTests
{
    /// <summary>Ledgers worked on side by side, each with a server of its own.</summary>
    private const int Lanes = 2;

    /// <summary>The fail points of a hand-over, in its order.</summary>
    private static readonly string[] OurSteps =
        ["delivery-sending", "smtp-connected", "smtp-message-begun", "smtp-answered", "delivery-handed-over", "delivery-settled"];

    /// <summary>Killed by the server's hand, at a moment only the server knows.</summary>
    private static readonly string[] ServerSteps = ["answered", "MAIL", "RCPT", "DATA", "body", "dot"];

    /// <summary>The fail points of taking over what a dead sender left; they follow a step that always leaves something.</summary>
    private static readonly string[] RecoverySteps = ["delivery-taken-over", "delivery-recovered"];

    /// <summary>Steps that come once however many mails follow.</summary>
    private static readonly string[] OncePerSender = ["smtp-connected", .. RecoverySteps];

    private static readonly string[] Steps = [.. OurSteps, .. ServerSteps, .. RecoverySteps];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    internal static int Kills { get; } = int.Parse(Environment.GetEnvironmentVariable("EMULATION_KILLS") ?? "200", CultureInfo.InvariantCulture);

    [Fact]
    public async Task Drain_KilledAtEveryStepOverAndOver_LedgerAndServerAgree()
    {
        var hits = new ConcurrentBag<string>();
        await Task.WhenAll(Enumerable.Range(0, Lanes).Select(lane => Task.Run(() => RunLaneAsync(lane, hits), Cancellation)));

        TestContext.Current.TestOutputHelper?.WriteLine(string.Join(", ", hits.CountBy(step => step).OrderBy(count => count.Key, StringComparer.Ordinal).Select(count => $"{count.Key} {count.Value}")));
        Assert.Equal(Kills, hits.Count);
        Assert.All(Steps, step => Assert.True(hits.Count(hit => hit == step) >= Kills / Lanes / Steps.Length * Lanes, $"Nobody died often enough at {step}."));
    }

    private static async Task RunLaneAsync(int lane, ConcurrentBag<string> hits)
    {
        await using var room = await MailRoom.OpenAsync("smtp", Cancellation);
        string[] addresses = [.. Enumerable.Range(1, (Kills * 4 / Lanes) + 10).Select(number => $"nguoi-nhan-{number}@stp.example")];
        await room.QueueAsync(Cancellation, addresses);
        for (var kill = lane; kill < Kills; kill += Lanes)
        {
            hits.Add(await KillAsync(room, kill / Lanes));
        }

        await AloneAsync(room);
        await room.DrainAsync(Cancellation);
        await AgreeAsync(room, addresses);
    }

    /// <summary>Starts a sender that dies at the step whose turn it is.</summary>
    /// <returns>The step at which it died.</returns>
    private static async Task<string> KillAsync(MailRoom room, int turn)
    {
        var step = Steps[turn % Steps.Length];
        var passes = OncePerSender.Contains(step) ? 0 : turn / Steps.Length % 3;
        if (RecoverySteps.Contains(step))
        {
            await AloneAsync(room);
        }

        using var sender = new MortalSender(room.ArgumentsOfASender(parallel: 1 + (turn / Steps.Length % 2)), step, passes);
        var left = passes;
        room.Server.AtStep = reached =>
        {
            if (reached == step && Interlocked.Decrement(ref left) < 0)
            {
                sender.KillAt(reached);
            }
        };
        var died = await sender.LiveAsync(Cancellation);
        room.Server.AtStep = null;
        Assert.Equal(step, died);
        return died;
    }

    /// <summary>Waits until PostgreSQL has noticed that the last killed sender is gone: until then its mail counts as being sent.</summary>
    internal static async Task AloneAsync(MailRoom room)
    {
        while (await room.ScalarAsync<long>(
            "select count(*) from pg_locks where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())", Cancellation) > 0)
        {
            await Task.Delay(20, Cancellation);
        }
    }

    private static async Task AgreeAsync(MailRoom room, string[] addresses)
    {
        Assert.Empty(await DeliveryInvariants.FaultsAsync(room.Results.Database.DataSource, Cancellation));
        var copies = room.Server.Taken.CountBy(mail => mail.Recipient).ToDictionary();
        Assert.All(copies.Values, count => Assert.Equal(1, count));
        var (accepted, uncertain) = (await room.AddressesAsync("accepted", Cancellation), await room.AddressesAsync("uncertain", Cancellation));
        Assert.Equal(addresses.Order(StringComparer.Ordinal), accepted.Concat(uncertain).Order(StringComparer.Ordinal));
        Assert.All(accepted, address => Assert.True(copies.ContainsKey(address), $"{address} was never taken by the server."));
        Assert.InRange(uncertain.Length, 1, Kills * 2);
    }
}
