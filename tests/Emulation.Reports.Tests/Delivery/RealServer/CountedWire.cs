using System.Net;
using System.Net.Sockets;

namespace Emulation.Reports.Tests.Delivery.RealServer;

/// <summary>A wire to a mail server that counts what a sender sends, piece by piece. It understands nothing of it: most is encrypted.</summary>
/// <remarks>A sender waits for an answer after every command, so a piece is a command, a step of the TLS greeting or (a part of) the message.</remarks>
internal sealed class CountedWire : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stopping = new();
    private readonly int server;
    private readonly Task serving;
    private int pieces;

    public CountedWire(int server)
    {
        this.server = server;
        listener.Start();
        serving = ServeAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>Told of every piece after the server has it: 1 for the first since <see cref="StartAgain"/>.</summary>
    public Action<int>? AfterPiece { get; set; }

    public void StartAgain(Action<int>? afterPiece)
    {
        (pieces, AfterPiece) = (0, afterPiece);
    }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        listener.Stop();
        await serving;
        stopping.Dispose();
    }

    private async Task ServeAsync()
    {
        var connections = new List<Task>();
        try
        {
            while (true)
            {
                connections.Add(ConnectAsync(await listener.AcceptTcpClientAsync(stopping.Token)));
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(connections);
        }
    }

    private async Task ConnectAsync(TcpClient sender)
    {
        using (sender)
        using (var upstream = new TcpClient { NoDelay = true })
        {
            sender.NoDelay = true;
            await upstream.ConnectAsync(IPAddress.Loopback, server, stopping.Token);
            var ends = new[] { PumpAsync(sender, upstream, counts: true), PumpAsync(upstream, sender, counts: false) };
            // Whichever end goes first takes the other with it, as a dead process does.
            await Task.WhenAny(ends);
            sender.Close();
            upstream.Close();
            await Task.WhenAll(ends);
        }
    }

    private async Task PumpAsync(TcpClient from, TcpClient to, bool counts)
    {
        var held = new byte[64 * 1024];
        try
        {
            var (source, target) = (from.GetStream(), to.GetStream());
            for (var read = await source.ReadAsync(held, stopping.Token); read > 0; read = await source.ReadAsync(held, stopping.Token))
            {
                await target.WriteAsync(held.AsMemory(0, read), stopping.Token);
                if (counts)
                {
                    AfterPiece?.Invoke(Interlocked.Increment(ref pieces));
                }
            }
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException or ObjectDisposedException or InvalidOperationException)
        {
            // An end was closed or killed: that is what the wire is for.
        }
    }
}
