namespace Emulation.Reports.Delivery;

/// <summary>A way by which mails leave.</summary>
public interface IMailTransport
{
    /// <summary>Stable name: <c>eml</c> or <c>smtp</c>.</summary>
    string Name { get; }

    /// <summary>Hands one mail over. What the other side says, or fails to say, is a value and never an exception.</summary>
    /// <param name="cancellationToken">Stops the hand-over only while it is certain that nothing was accepted.</param>
    Task<HandOver> SendAsync(OutgoingMail mail, CancellationToken cancellationToken);

    /// <summary>True or false if this transport knows whether it accepted the mail; null if it cannot know.</summary>
    Task<bool?> WasAcceptedAsync(MailKey key, CancellationToken cancellationToken);
}
