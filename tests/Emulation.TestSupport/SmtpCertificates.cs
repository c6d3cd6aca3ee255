using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Emulation.TestSupport;

/// <summary>Certificates for <see cref="FakeSmtpServer"/>: an authority of its own, one nobody trusts, and what they have signed.</summary>
internal sealed class SmtpCertificates : IDisposable
{
    private readonly DateTimeOffset now = TimeProvider.System.GetUtcNow();
    private readonly X509Certificate2 authority;
    private readonly X509Certificate2 stranger;
    private readonly X509Certificate2 right;
    private readonly X509Certificate2 untrusted;
    private readonly X509Certificate2 wrongHost;

    public SmtpCertificates()
    {
        authority = Authority("CN=Test authority");
        stranger = Authority("CN=Unknown authority");
        right = Sign(authority, "localhost");
        untrusted = Sign(stranger, "localhost");
        wrongHost = Sign(authority, "mail.elsewhere.example");
        AuthorityFile = Path.Combine(Path.GetTempPath(), $"emulation-test-authority-{Guid.NewGuid():N}.pem");
        File.WriteAllText(AuthorityFile, authority.ExportCertificatePem());
    }

    public string AuthorityFile { get; }

    public X509Certificate2 For(SmtpFault fault) => fault switch
    {
        SmtpFault.UntrustedCertificate => untrusted,
        SmtpFault.WrongHostCertificate => wrongHost,
        _ => right,
    };

    public void Dispose()
    {
        foreach (var certificate in new[] { authority, stranger, right, untrusted, wrongHost })
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

    private X509Certificate2 Sign(X509Certificate2 issuer, string host)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=" + host, key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(host);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], false));
        using var signed = request.Create(issuer, now.AddDays(-1), now.AddDays(29), RandomNumberGenerator.GetBytes(16));
        return signed.CopyWithPrivateKey(key);
    }
}
