using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MailKit;
using MailKit.Security;

namespace Emulation.Reports.Delivery;

/// <summary>Which certificates of a mail server are trusted: the system's authorities, or the office's own and no other.</summary>
internal static class TrustedAuthority
{
    private static readonly Oid ServerAuthentication = new("1.3.6.1.5.5.7.3.1");

    /// <summary>There is no third way: every other setting may fall back to plain text.</summary>
    public static SecureSocketOptions SecurityOf(string security) =>
        security == "SslOnConnect" ? SecureSocketOptions.SslOnConnect : SecureSocketOptions.StartTls;

    /// <param name="authorityFile">A PEM file; null: the authorities of the system.</param>
    public static void Apply(MailService client, string? authorityFile, bool checkRevocation)
    {
        client.CheckCertificateRevocation = checkRevocation;
        if (authorityFile is not null)
        {
            var authority = new X509Certificate2Collection();
            authority.ImportFromPemFile(authorityFile);
            client.ServerCertificateValidationCallback = (_, certificate, sent, errors) => IsTrusted(certificate, sent, errors, authority, checkRevocation);
        }
    }

    /// <summary>The name must match in any case; the chain, with what the server sent of it, must end at the given authority and be meant for servers.</summary>
    private static bool IsTrusted(
        X509Certificate? certificate, X509Chain? sent, SslPolicyErrors errors, X509Certificate2Collection authority, bool checkRevocation)
    {
        if (certificate is null || (errors & ~SslPolicyErrors.RemoteCertificateChainErrors) != SslPolicyErrors.None)
        {
            return false;
        }

        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(authority);
        chain.ChainPolicy.ApplicationPolicy.Add(ServerAuthentication);
        chain.ChainPolicy.RevocationMode = checkRevocation ? X509RevocationMode.Online : X509RevocationMode.NoCheck;
        foreach (var element in sent?.ChainElements ?? Enumerable.Empty<X509ChainElement>())
        {
            chain.ChainPolicy.ExtraStore.Add(element.Certificate);
        }

        using var presented = X509CertificateLoader.LoadCertificate(certificate.GetRawCertData());
        return chain.Build(presented);
    }
}
