using System.Net.Sockets;
using MailKit;
using MailKit.Security;

namespace Emulation.Reports.Delivery;

/// <summary>What goes wrong between us and a mail server, as opposed to a fault of the program.</summary>
internal static class ConnectionFaults
{
    private const int Longest = 500;

    public static bool Is(Exception exception) => exception
        is SocketException or IOException or ProtocolException or CommandException or SslHandshakeException or AuthenticationException
        or NotSupportedException or ServiceNotConnectedException or ServiceNotAuthenticatedException or OperationCanceledException or TimeoutException;

    /// <summary>Another machine's words as one line without control characters, clipped.</summary>
    public static string OneLine(string text)
    {
        var plain = new string([.. text.Select(character => char.IsControl(character) ? ' ' : character)]);
        var line = string.Join(' ', plain.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return line.Length > Longest ? line[..Longest] : line;
    }
}
