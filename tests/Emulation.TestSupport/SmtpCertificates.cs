using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Emulation.TestSupport;

/// <summary>Certificates for mail servers in tests: an authority of its own, one nobody trusts, and what they have signed.</summary>
public sealed class SmtpCertificates : IDisposable
{
    private readonly DateTimeOffset now = TimeProvider.System.GetUtcNow();
    private readonly X509Certificate2 authority;
    private readonly X509Certificate2 stranger;
    private readonly X509Certificate2 right;
    private readonly X509Certificate2 untrusted;
    private readonly X509Certificate2 wrongHost;
    private readonly X509Certificate2 expired;
    private readonly X509Certificate2 selfSigned;
    private readonly X509Certificate2 forClients;

    public SmtpCertificates()
    {
        authority = Authority("CN=Test authority");
        stranger = Authority("CN=Unknown authority");
        right = Sign(authority, "localhost");
        untrusted = Sign(stranger, "localhost");
        wrongHost = Sign(authority, "mail.elsewhere.example");
        expired = Sign(authority, "localhost", until: now.AddHours(-1));
        selfSigned = SelfSigned("localhost");
        forClients = Sign(authority, "localhost", usage: "1.3.6.1.5.5.7.3.2");
        AuthorityFile = Path.Combine(Path.GetTempPath(), $"emulation-test-authority-{Guid.NewGuid():N}.pem");
        File.WriteAllText(AuthorityFile, authority.ExportCertificatePem());
    }

    public string AuthorityFile { get; }

    public X509Certificate2 For(SmtpFault fault) => fault switch
    {
        SmtpFault.UntrustedCertificate => untrusted,
        SmtpFault.WrongHostCertificate => wrongHost,
        SmtpFault.ExpiredCertificate => expired,
        SmtpFault.SelfSignedCertificate => selfSigned,
        SmtpFault.ClientCertificate => forClients,
        _ => right,
    };

    /// <summary>Writes the right certificate for localhost and its key where a server of another make can read them.</summary>
    public (string Certificate, string Key) Write(string folder)
    {
        var (certificate, key) = (Path.Combine(folder, "certificate.pem"), Path.Combine(folder, "key.pem"));
        File.WriteAllText(certificate, right.ExportCertificatePem());
        using var secret = right.GetECDsaPrivateKey()!;
        File.WriteAllText(key, secret.ExportPkcs8PrivateKeyPem());
        File.SetUnixFileMode(key, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        return (certificate, key);
    }

    public void Dispose()
    {
        foreach (var certificate in new[] { authority, stranger, right, untrusted, wrongHost, expired, selfSigned, forClients })
        {
            certificate.Dispose();
        }

        File.Delete(AuthorityFile);
    }

    private X509Certificate2 Authority(string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(name, key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, true));
        return request.CreateSelfSigned(now.AddDays(-1), now.AddDays(30));
    }

    private X509Certificate2 Sign(X509Certificate2 issuer, string host, DateTimeOffset? until = null, string usage = "1.3.6.1.5.5.7.3.1")
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var signed = Request(host, key, usage).Create(issuer, now.AddDays(-1), until ?? now.AddDays(29), RandomNumberGenerator.GetBytes(16));
        return signed.CopyWithPrivateKey(key);
    }

    private X509Certificate2 SelfSigned(string host)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return Request(host, key, "1.3.6.1.5.5.7.3.1").CreateSelfSigned(now.AddDays(-1), now.AddDays(29));
    }

    private static CertificateRequest Request(string host, ECDsa key, string usage)
    {
        var request = new CertificateRequest("CN=" + host, key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(host);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(usage)], false));
        return request;
    }
}
