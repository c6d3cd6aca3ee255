using Emulation.Plan;
using Microsoft.Extensions.Options;

namespace Emulation.Reports.Delivery;

/// <summary>Checks the delivery settings at start; every fault names its key.</summary>
public sealed class DeliveryOptionsCheck : IValidateOptions<DeliveryOptions>
{
    public ValidateOptionsResult Validate(string? name, DeliveryOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var faults = Faults(options).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Faults(DeliveryOptions options)
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

        foreach (var fault in options.Transport == DeliveryOptions.Smtp ? ServerFaults(options.Server) : [])
        {
            yield return fault;
        }
    }

    private static bool IsAllowListEntry(string entry) =>
        MailAddresses.IsPlain(entry.StartsWith('@') ? "a" + entry : entry);

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
