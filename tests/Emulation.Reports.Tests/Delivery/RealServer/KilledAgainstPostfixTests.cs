using System.Text.RegularExpressions;
using Emulation.TestSupport;

namespace Emulation.Reports.Tests.Delivery.RealServer;

/// <summary>Senders killed (SIGKILL) while they talk to Debian's postfix, over STARTTLS and a login: ledger, mailboxes and postfix's log must tell one story.</summary>
/// <remarks>
/// The wire between them is cut by the piece: a sender dies right after its n-th piece has reached postfix, n in turn over two mails;
/// in between it dies at fail points of its own. At which command postfix lost it stands in postfix's log: the proof that every step was hit.
/// </remarks>
public sealed class KilledAgainstPostfixTests : IAsyncLifetime
{
    /// <summary>The pieces of a connection with its first mail are eleven, of every further mail three or four.</summary>
    private const int MostPieces = 15;

    /// <summary>Fail points after postfix's answer, which no wire can see.</summary>
    private static readonly string[] OurSteps = ["smtp-answered", "delivery-handed-over", "delivery-settled"];

    private static readonly int Kills = Math.Min(KilledSenderTests.Kills / 5, RealMailServer.Mailboxes / 4);

    private RealMailServer server = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Assert.SkipWhen(!RealMailServer.IsRoot, "Only root can let postfix and dovecot change to accounts of their own.");
        server = await RealMailServer.StartAsync(Cancellation);
    }

    public ValueTask DisposeAsync() => server?.DisposeAsync() ?? ValueTask.CompletedTask;

    [Fact]
    public async Task Drain_KilledAtEveryPieceOnTheWire_LedgerMailboxesAndPostfixLogAgree()
    {
        await using var room = await server.OpenRoomAsync(Cancellation);
        string[] addresses = [.. Enumerable.Range(1, (Kills * 3) + 10).Select(number => $"nguoi-nhan-{number}@stp.example")];
        await room.QueueAsync(Cancellation, addresses);
        await using var wire = new CountedWire(server.SmtpPort);

        for (var kill = 0; kill < Kills; kill++)
        {
            await KillAsync(room, wire, kill);
        }

        await KilledSenderTests.AloneAsync(room);
        await room.DrainAsync(Cancellation);
        var sent = await server.WaitUntilQueueIsEmptyAsync(Cancellation);

        TestContext.Current.TestOutputHelper?.WriteLine(string.Join(", ", server.LostAfter.CountBy(command => command).Select(count => $"{count.Key} {count.Value}")));
        await AgreeAsync(room, addresses, sent);
        Assert.Empty(new[] { "CONNECT", "STARTTLS", "EHLO", "AUTH", "RCPT", "DATA" }.Except(server.LostAfter));
    }

    private async Task KillAsync(MailRoom room, CountedWire wire, int kill)
    {
        var round = MostPieces + OurSteps.Length;
        var (turn, last) = (kill % round, (kill % round) + 1);
        var step = turn < MostPieces ? "wire" : OurSteps[turn - MostPieces];
        using var sender = new MortalSender(
            room.ArgumentsOfASender(1, wire.Port, server.CertificateAuthority, "user=" + RealMailServer.User, "password=" + RealMailServer.Password), step, passes: kill / round);
        wire.StartAgain(piece =>
        {
            if (step == "wire" && piece == last)
            {
                sender.KillAt(step);
            }
        });
        Assert.Equal(step, await sender.LiveAsync(Cancellation));
    }

    private async Task AgreeAsync(MailRoom room, string[] addresses, IReadOnlyList<string> sent)
    {
        Assert.Empty(await DeliveryInvariants.FaultsAsync(room.Results.Database.DataSource, Cancellation));
        var (accepted, uncertain) = (await room.AddressesAsync("accepted", Cancellation), await room.AddressesAsync("uncertain", Cancellation));
        Assert.Equal(addresses.Order(StringComparer.Ordinal), accepted.Concat(uncertain).Order(StringComparer.Ordinal));
        var copies = addresses.ToDictionary(address => address, address => server.MailsOf(address[..address.IndexOf('@', StringComparison.Ordinal)]).Count);
        foreach (var address in addresses)
        {
            Assert.InRange(copies[address], accepted.Contains(address) ? 1 : 0, 1);
            Assert.Equal(copies[address], sent.Count(to => to == address));
        }

        // Killed before and after postfix had the mail: the ledger cannot know which, and says so.
        Assert.InRange(uncertain.Count(address => copies[address] == 0), 1, Kills);
        Assert.InRange(uncertain.Count(address => copies[address] == 1), 1, Kills);
        // The queue number in the ledger is that of the copy in the log.
        foreach (var answer in (await room.ScalarAsync<string>("select string_agg(address || ' ' || last_answer, ';') from emulation.deliveries where state = 'accepted'", Cancellation)).Split(';'))
        {
            Assert.Matches($"{Regex.Escape(answer.Split(' ')[^1])}: to=<{Regex.Escape(answer.Split(' ')[0])}>.* status=sent", server.Log);
        }
    }
}
