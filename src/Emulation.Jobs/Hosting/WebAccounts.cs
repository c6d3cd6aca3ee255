using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.Options;

namespace Emulation.Jobs.Hosting;

/// <summary>Who may enter the pages, and as what: the people of <see cref="WebOptions.People"/>, or the office by its one password.</summary>
public sealed class WebAccounts(IOptions<WebOptions> web, WebPassword office)
{
    /// <summary>Who decides, in the audit log, where the office shares one account.</summary>
    public const string OfficeName = "văn phòng";

    // Changes with the password: who signed in with an old one is out.
    private const string Stamp = "stamp";

    /// <summary>True if the login asks for a name.</summary>
    public bool AsksForName => web.Value.People.Count > 0;

    /// <summary>True if the office's one password opens the pages.</summary>
    public bool HasOffice => !AsksForName || web.Value.Password is not null;

    /// <summary>The person of that name and password; null if there is none. The empty name is the office.</summary>
    public ClaimsPrincipal? Find(string? name, string? password)
    {
        var plain = WebPerson.Plain(name);
        if (plain.Length == 0 || plain == WebPerson.Plain(OfficeName))
        {
            return HasOffice && office.Matches(password) ? Of(OfficeName, WebPerson.Office, password!) : null;
        }

        // Compared also where nobody has that name: the time must not tell.
        var person = web.Value.People.FirstOrDefault(one => WebPerson.Plain(one.Name) == plain);
        var matches = CryptographicOperations.FixedTimeEquals(Hash(person?.Password ?? ""), Hash(password ?? ""));
        return matches && person is not null ? Of(person.Name.Trim(), person.Role, person.Password) : null;
    }

    /// <summary>False once the person's name, role or password is no longer what it was at the login.</summary>
    public bool IsCurrent(ClaimsPrincipal person)
    {
        ArgumentNullException.ThrowIfNull(person);
        var accounts = web.Value.People.Select(one => Of(one.Name.Trim(), one.Role, one.Password));
        return (HasOffice ? accounts.Append(Of(OfficeName, WebPerson.Office, office.Value)) : accounts).Any(account => Key(account) == Key(person));
    }

    private static (string?, string?, string?) Key(ClaimsPrincipal person) =>
        (person.Identity?.Name, person.FindFirstValue(ClaimTypes.Role), person.FindFirstValue(Stamp));

    private static ClaimsPrincipal Of(string name, string role, string password) => new(new ClaimsIdentity(
        [new Claim(ClaimTypes.Name, name), new Claim(ClaimTypes.Role, role), new Claim(Stamp, Convert.ToHexStringLower(Hash(name + "\n" + password))[..16])],
        CookieAuthenticationDefaults.AuthenticationScheme));

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
