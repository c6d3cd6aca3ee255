using MimeKit;
using MimeKit.Cryptography;

namespace Emulation.Reports.Delivery;

/// <summary>The office's S/MIME signature under its mails: who it is from, and that nobody changed it on the way.</summary>
internal sealed class MailSignature(CmsSigner signer)
{
    /// <summary>Null if no certificate is configured.</summary>
    public static MailSignature? Of(SignatureOptions options) =>
        options.File is { } file ? new MailSignature(new CmsSigner(file, options.Password ?? "")) : null;

    /// <summary>The certificate and what is wrong with using it now; null if nothing is.</summary>
    public static string? FaultOf(SignatureOptions options, DateTimeOffset now)
    {
        try
        {
            var certificate = new CmsSigner(options.File!, options.Password ?? "").Certificate;
            return certificate.IsValid(now.UtcDateTime)
                ? null
                : $"is valid from {certificate.NotBefore:yyyy-MM-dd} to {certificate.NotAfter:yyyy-MM-dd}";
        }
        catch (Exception exception) when (exception is IOException or ArgumentException or FormatException or InvalidOperationException or System.Security.Cryptography.CryptographicException)
        {
            return $"cannot be read as a PFX file with its private key ({exception.Message})";
        }
    }

    /// <summary>The body inside its signature; the boundary follows from the mail, the signature carries the time of signing.</summary>
    public MimeEntity Sign(MimeEntity body, string seed)
    {
        using var context = new TemporarySecureMimeContext();
        var signed = MultipartSigned.Create(context, signer, body);
        signed.ContentType.Boundary = "=_signed-" + seed;
        return signed;
    }
}
