using System.Diagnostics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Emulation.Reports.Delivery;
using Emulation.TestSupport;
using Microsoft.Extensions.Options;

namespace Emulation.Reports.Tests.Delivery;

/// <summary>S/MIME under mails: openssl, which shares no code with us, must find the signature good, and bad once a byte was changed.</summary>
public sealed class MailSignatureTests : IDisposable
{
    private const string Password = "mật-khẩu";
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("emulation-signature-");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public async Task Send_WithACertificate_SignsWhatOpensslVerifies(bool isChanged, bool isGood)
    {
        await using var server = new FakeSmtpServer();
        var answer = await new SmtpTransport(Options.Create(new DeliveryOptions
        {
            Transport = DeliveryOptions.Smtp,
            Server = new SmtpOptions { Host = server.Host, Port = server.Port, CertificateAuthority = server.CertificateAuthority, CheckRevocation = false },
            Signature = new SignatureOptions { File = WriteCertificate(), Password = Password },
        })).SendAsync(SomeMail.Report(), Cancellation);
        Assert.IsType<HandOver.Accepted>(answer);
        var text = Assert.Single(server.Taken).Text;
        var mail = Path.Combine(folder.FullName, "mail.eml");
        await File.WriteAllTextAsync(mail, isChanged ? text.Replace("filename=", "fileName=", StringComparison.Ordinal) : text, Encoding.Latin1, Cancellation);

        Assert.Contains("multipart/signed", text, StringComparison.Ordinal);
        Assert.Equal(isGood, await VerifyAsync(mail) == 0);
    }

    [Fact]
    public void Check_OfACertificateThatCannotBeUsed_SaysWhy()
    {
        var file = WriteCertificate();
        DeliveryOptions With(string path, string password) => new() { Signature = new SignatureOptions { File = path, Password = password } };

        Assert.Empty(Faults(With(file, Password)));
        Assert.StartsWith("Delivery:Signature:File cannot be read as a PFX file with its private key", Assert.Single(Faults(With(file, "sai"))), StringComparison.Ordinal);
        Assert.StartsWith("Delivery:Signature:File cannot be read", Assert.Single(Faults(With(file + ".pfx", Password))), StringComparison.Ordinal);
    }

    private static IEnumerable<string> Faults(DeliveryOptions options) => new DeliveryOptionsCheck(TimeProvider.System).Validate(null, options).Failures ?? [];

    private string WriteCertificate()
    {
        var now = TimeProvider.System.GetUtcNow();
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=Sở Tư pháp, E=thidua@stp.example", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.4")], false));
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(30));
        File.WriteAllText(Path.Combine(folder.FullName, "certificate.pem"), certificate.ExportCertificatePem());
        var file = Path.Combine(folder.FullName, "certificate.pfx");
        File.WriteAllBytes(file, certificate.Export(X509ContentType.Pfx, Password));
        return file;
    }

    private async Task<int> VerifyAsync(string mail)
    {
        string[] arguments = ["cms", "-verify", "-in", mail, "-CAfile", Path.Combine(folder.FullName, "certificate.pem"), "-purpose", "any", "-out", "/dev/null"];
        using var openssl = Process.Start(new ProcessStartInfo("openssl", arguments) { RedirectStandardError = true })!;
        await openssl.StandardError.ReadToEndAsync(Cancellation);
        await openssl.WaitForExitAsync(Cancellation);
        return openssl.ExitCode;
    }
}
