using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using MailKit.Net.Smtp;

namespace Emulation.Reports.Delivery;

/// <summary>Which certificates of a mail server are trusted: the system's authorities, or the office's own and no other.</summary>
internal static class TrustedAuthority
{
    public static void Apply(SmtpClient client, SmtpOptions server)
    {
        client.CheckCertificateRevocation = server.CheckRevocation;
        if (server.CertificateAuthority is { } file)
        {
            var authority = new X509Certificate2Collection();
            authority.ImportFromPemFile(file);
            client.ServerCertificateValidationCallback = (_, certificate, _, errors) => IsTrusted(certificate, errors, authority, server);
        }
    }

    /// <summary>The name must match in any case; the chain must end at the given authority.</summary>
    private static bool IsTrusted(X509Certificate? certificate, SslPolicyErrors errors, X509Certificate2Collection authority, SmtpOptions server)
    {
        if (certificate is null || (errors & ~SslPolicyErrors.RemoteCertificateChainErrors) != SslPolicyErrors.None)
        {
            return false;
        }

        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(authority);
        chain.ChainPolicy.RevocationMode = server.CheckRevocation ? X509RevocationMode.Online : X509RevocationMode.NoCheck;
        using var presented = X509CertificateLoader.LoadCertificate(certificate.GetRawCertData());
        return chain.Build(presented);
    }
}
