using System.ComponentModel.DataAnnotations;
using System.Net;

namespace Emulation.Jobs.Hosting;

/// <summary>Where the pages are served and who may enter.</summary>
public sealed record WebOptions : IValidatableObject
{
    public const string Section = "Web";

    /// <summary>The address to listen on.</summary>
    public string Address { get; init; } = "http://127.0.0.1:5080";

    /// <summary>True allows an address other machines can reach; put a TLS proxy before it.</summary>
    public bool AllowRemote { get; init; }

    /// <summary>The password of the pages; null for one made at first start and kept in the data folder.</summary>
    public string? Password { get; init; }

    /// <summary>People with a name of their own; none for the one account of the office. With people the office's account is open only if <see cref="Password"/> is set.</summary>
    public IReadOnlyList<WebPerson> People { get; init; } = [];

    /// <summary>How many passwords may be tried a minute, from one address.</summary>
    [Range(1, 1000, ErrorMessage = "Web:LoginsPerMinute must be between 1 and 1000.")]
    public int LoginsPerMinute { get; init; } = 6;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!Uri.TryCreate(Address, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
        {
            yield return new ValidationResult($"Web:Address must be an address such as http://127.0.0.1:5080, not '{Address}'.");
        }
        else if (!AllowRemote && !IsLoopback(uri))
        {
            yield return new ValidationResult($"Web:Address {Address} can be reached by other machines; set Web:AllowRemote=true if that is meant.");
        }

        if (Password is { Length: < 12 })
        {
            yield return new ValidationResult("Web:Password must have at least 12 characters.");
        }

        foreach (var fault in WebPerson.Faults(People))
        {
            yield return new ValidationResult(fault);
        }
    }

    private static bool IsLoopback(Uri uri) =>
        uri.Host == "localhost" || (IPAddress.TryParse(uri.Host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
