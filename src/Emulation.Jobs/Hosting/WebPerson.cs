using System.Text;

namespace Emulation.Jobs.Hosting;

/// <summary>A person who may enter the pages.</summary>
/// <remarks>docs/adr/0027-acting-pages.md. Passwords come from the environment (<c>Emulation__Web__People__0__Password</c>).</remarks>
public sealed record WebPerson
{
    /// <summary>Decides: holds, releases, resends, concludes.</summary>
    public const string Office = "office";

    /// <summary>Only looks.</summary>
    public const string Viewer = "viewer";

    /// <summary>As it stands in the audit log, and as the person types it at the login; capitals do not matter there.</summary>
    public string Name { get; init; } = "";

    public string Password { get; init; } = "";

    /// <summary><see cref="Office"/> or <see cref="Viewer"/>.</summary>
    public string Role { get; init; } = Viewer;

    /// <summary>The name as it is compared: keyboards write the same Vietnamese letter in more than one way.</summary>
    internal static string Plain(string? name) => (name ?? "").Trim().Normalize(NormalizationForm.FormC).ToUpperInvariant();

    internal static IEnumerable<string> Faults(IReadOnlyList<WebPerson> people)
    {
        for (var index = 0; index < people.Count; index++)
        {
            var (person, key) = (people[index], FormattableString.Invariant($"Web:People:{index}"));
            if (Plain(person.Name).Length is 0 or > 80 || Plain(person.Name) == Plain(WebAccounts.OfficeName))
            {
                yield return $"{key}:Name must be a name of at most 80 letters, and not '{WebAccounts.OfficeName}', which is the office's own.";
            }

            if (people.Take(index).Any(other => Plain(other.Name) == Plain(person.Name)))
            {
                yield return $"{key}:Name '{person.Name}' is there twice.";
            }

            if (person.Password.Length < 12)
            {
                yield return $"{key}:Password must have at least 12 characters.";
            }

            if (person.Role is not (Office or Viewer))
            {
                yield return $"{key}:Role must be {Office} or {Viewer}, not '{person.Role}'.";
            }
        }
    }
}
