using Emulation.Plan;
using Microsoft.Extensions.Options;

namespace Emulation.Reports.Delivery;

/// <summary>Whether an address may be mailed at all, and from here.</summary>
public sealed class AddressPolicy(IOptions<DeliveryOptions> options)
{
    private readonly DeliveryOptions settings = options.Value;

    /// <summary>Why the mail is not handed over; null if it may be.</summary>
    public HoldReason? Check(string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (!MailAddresses.IsPlain(address))
        {
            return new HoldReason("refused", "The address is not a plain mail address.");
        }

        var isOpen = settings.Production || settings.Transport != DeliveryOptions.Smtp || settings.AllowList.Any(entry => Matches(entry, address));
        return isOpen ? null : new HoldReason("held", "Outside production only addresses on Delivery:AllowList are mailed.");
    }

    /// <summary>Why a test may not go there; null if the address is of the office itself or on the allow-list. Production opens nothing here.</summary>
    public HoldReason? CheckInside(Issuer issuer, string address)
    {
        ArgumentNullException.ThrowIfNull(issuer);
        ArgumentNullException.ThrowIfNull(address);
        if (!MailAddresses.IsPlain(address))
        {
            return new HoldReason("refused", $"'{address}' is not a plain mail address.");
        }

        var office = issuer.MailAddress[issuer.MailAddress.IndexOf('@', StringComparison.Ordinal)..];
        return settings.AllowList.Append(office).Any(entry => Matches(entry, address))
            ? null
            : new HoldReason("refused", $"A test goes only to addresses of the office ({office}) or on Delivery:AllowList, not to '{address}'.");
    }

    private static bool Matches(string entry, string address) => entry.StartsWith('@')
        ? address.EndsWith(entry, StringComparison.OrdinalIgnoreCase)
        : string.Equals(entry, address, StringComparison.OrdinalIgnoreCase);
}

/// <summary>Why a mail does not leave.</summary>
/// <param name="State">The state it gets: held or refused.</param>
public sealed record HoldReason(string State, string Reason);
