using System.Text;

namespace Emulation.TestSupport;

/// <summary>Lines in, lines out; reads byte by byte, so that nothing meant for TLS is swallowed before TLS begins.</summary>
internal sealed class SmtpDialogue(Stream stream, CancellationToken cancellationToken)
{
    private readonly byte[] one = new byte[1];
    private readonly byte[] many = new byte[8192];
    private int held;
    private int at;

    public Task SayAsync(string line) => stream.WriteAsync(Encoding.ASCII.GetBytes(line + "\r\n"), cancellationToken).AsTask();

    /// <summary>The next line without its end; null when the client is gone.</summary>
    public async Task<string?> HearAsync()
    {
        var line = new List<byte>();
        while (await NextAsync() is { } next)
        {
            if (next == '\n')
            {
                return Encoding.Latin1.GetString([.. line]).TrimEnd('\r');
            }

            line.Add(next);
        }

        return null;
    }

    private async Task<byte?> NextAsync()
    {
        if (stream is System.Net.Sockets.NetworkStream)
        {
            return await stream.ReadAsync(one, cancellationToken) == 0 ? null : one[0];
        }

        if (at == held)
        {
            (at, held) = (0, await stream.ReadAsync(many, cancellationToken));
        }

        return held == 0 ? null : many[at++];
    }
}
