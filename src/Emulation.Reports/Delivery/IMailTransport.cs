namespace Emulation.Reports.Delivery;

/// <summary>A way by which mails leave.</summary>
public interface IMailTransport
{
    /// <summary>Stable name: <c>eml</c> or <c>smtp</c>.</summary>
    string Name { get; }

    /// <summary>A session that hands over one mail after the other; connects when it is first used.</summary>
    IMailSession Open();

    /// <summary>True or false if this transport knows whether it accepted the mail; null if it cannot know.</summary>
    Task<bool?> WasAcceptedAsync(MailKey key, CancellationToken cancellationToken);
}

/// <summary>Hands over mails, one recipient a message, for one sender.</summary>
public interface IMailSession : IAsyncDisposable
{
    /// <summary>Hands one mail over. What the other side says, or fails to say, is a value and never an exception.</summary>
    /// <param name="cancellationToken">Stops the hand-over only while it is certain that nothing was accepted.</param>
    Task<HandOver> SendAsync(OutgoingMail mail, CancellationToken cancellationToken);
}

/// <summary>Shorter ways of using a transport.</summary>
public static class MailTransports
{
    /// <summary>Hands one mail over in a session of its own.</summary>
    public static async Task<HandOver> SendAsync(this IMailTransport transport, OutgoingMail mail, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(transport);
        await using var session = transport.Open();
        return await session.SendAsync(mail, cancellationToken);
    }
}
