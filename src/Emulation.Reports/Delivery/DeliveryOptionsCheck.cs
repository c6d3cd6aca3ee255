using Emulation.Plan;
using Microsoft.Extensions.Options;

namespace Emulation.Reports.Delivery;

/// <summary>Checks the delivery settings at start; every fault names its key.</summary>
public sealed class DeliveryOptionsCheck(TimeProvider clock) : IValidateOptions<DeliveryOptions>
{
    public ValidateOptionsResult Validate(string? name, DeliveryOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var faults = Faults(options).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private IEnumerable<string> Faults(DeliveryOptions options)
    {
        if (options.Transport is not (DeliveryOptions.EmlFolder or DeliveryOptions.Smtp))
        {
            yield return $"Delivery:Transport is '{options.Transport}'; it must be 'eml' or 'smtp'.";
        }

        if (options.Parallel is < 1 or > 3)
        {
            yield return $"Delivery:Parallel is {options.Parallel}; it must be 1, 2 or 3.";
        }

        if (options.Attempts < 1)
        {
            yield return $"Delivery:Attempts is {options.Attempts}; it must be 1 or more.";
        }

        foreach (var entry in options.AllowList.Where(entry => !IsAllowListEntry(entry)))
        {
            yield return $"Delivery:AllowList holds '{entry}'; write an address or a domain as '@domain'.";
        }

        if (options.MailsPerMinute < 1)
        {
            yield return $"Delivery:MailsPerMinute is {options.MailsPerMinute}; it must be 1 or more, or absent for no limit.";
        }

        if (options.LargestMail < 100_000)
        {
            yield return $"Delivery:LargestMail is {options.LargestMail} bytes; it must be 100000 or more, or absent.";
        }

        if (options.FilesAt is { } page && !(Uri.TryCreate(page, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps))
        {
            yield return $"Delivery:FilesAt is '{page}'; it must be an address that begins with https://.";
        }

        if (options.Signature.File is not null && MailSignature.FaultOf(options.Signature, clock.GetUtcNow()) is { } fault)
        {
            yield return $"Delivery:Signature:File {fault}; give the password as the environment variable Emulation__Delivery__Signature__Password.";
        }

        foreach (var wrong in options.Bounces.IsOn ? MailboxFaults(options.Bounces) : [])
        {
            yield return wrong;
        }

        foreach (var wrong in options.Transport == DeliveryOptions.Smtp ? ServerFaults(options.Server) : [])
        {
            yield return wrong;
        }
    }

    private static bool IsAllowListEntry(string entry) =>
        MailAddresses.IsPlain(entry.StartsWith('@') ? "a" + entry : entry);

    private static IEnumerable<string> MailboxFaults(BounceOptions mailbox)
    {
        if (mailbox.Port is < 1 or > 65535)
        {
            yield return $"Delivery:Bounces:Port is {mailbox.Port}; it must be 1 to 65535.";
        }

        if (mailbox.Security is not ("StartTls" or "SslOnConnect"))
        {
            yield return $"Delivery:Bounces:Security is '{mailbox.Security}'; it must be 'SslOnConnect' or 'StartTls': a password never goes in plain text.";
        }

        if (mailbox.UserName.Length == 0 || mailbox.Password.Length == 0)
        {
            yield return "Delivery:Bounces:UserName and Delivery:Bounces:Password are needed; give the password as the environment variable Emulation__Delivery__Bounces__Password.";
        }

        if (mailbox.CertificateAuthority is { } file && !File.Exists(file))
        {
            yield return $"Delivery:Bounces:CertificateAuthority: there is no file '{file}'.";
        }
    }

    private static IEnumerable<string> ServerFaults(SmtpOptions server)
    {
        if (string.IsNullOrWhiteSpace(server.Host))
        {
            yield return "Delivery:Server:Host is missing; name the mail server, or set Delivery:Transport to 'eml'.";
        }

        if (server.Port is < 1 or > 65535)
        {
            yield return $"Delivery:Server:Port is {server.Port}; it must be 1 to 65535.";
        }

        if (server.Security is not ("StartTls" or "SslOnConnect"))
        {
            yield return $"Delivery:Server:Security is '{server.Security}'; it must be 'StartTls' or 'SslOnConnect': mail never goes in plain text.";
        }

        if (server.UserName is null != server.Password is null)
        {
            yield return "Delivery:Server:UserName and Delivery:Server:Password come together; give the password as the environment variable Emulation__Delivery__Server__Password.";
        }

        if (server.CommandTimeout <= TimeSpan.Zero || server.FinalTimeout <= TimeSpan.Zero)
        {
            yield return "Delivery:Server:CommandTimeout and Delivery:Server:FinalTimeout must be more than zero, e.g. 00:01:00.";
        }

        if (server.CertificateAuthority is { } file && !File.Exists(file))
        {
            yield return $"Delivery:Server:CertificateAuthority: there is no file '{file}'.";
        }
    }
}
