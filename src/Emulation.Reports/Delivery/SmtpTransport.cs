using Microsoft.Extensions.Options;

namespace Emulation.Reports.Delivery;

/// <summary>Hands mails to a mail server, one recipient a message, over TLS only.</summary>
public sealed class SmtpTransport(IOptions<DeliveryOptions> options) : IMailTransport
{
    private readonly Lazy<MailSignature?> signature = new(() => MailSignature.Of(options.Value.Signature));

    public string Name => DeliveryOptions.Smtp;

    public IMailSession Open() => new SmtpSession(options.Value, signature.Value);

    /// <summary>A mail server cannot be asked.</summary>
    public Task<bool?> WasAcceptedAsync(MailKey key, CancellationToken cancellationToken) => Task.FromResult<bool?>(null);
}
