using System.Globalization;
using System.Resources;
using System.Text;

namespace Emulation.Ingest.Validation;

/// <summary>The sentences of the catalogue: Vietnamese, and English for those who look after the system.</summary>
internal static class RejectionTexts
{
    private static readonly ResourceManager Resources = new("Emulation.Ingest.Validation.RejectionTexts", typeof(RejectionTexts).Assembly);

    /// <exception cref="MissingManifestResourceException">There is no text of that name.</exception>
    public static string Get(string name, CultureInfo culture) =>
        Resources.GetString(name, culture) ?? throw new MissingManifestResourceException($"No text '{name}' in the rejection catalogue.");

    /// <summary>Puts values into the braces of their names. Values are put in as they are: braces in them mean nothing.</summary>
    public static string Fill(string template, ReadOnlySpan<(string Name, string Value)> values)
    {
        var text = new StringBuilder(template.Length + 32);
        var rest = template.AsSpan();
        for (var open = rest.IndexOf('{'); open >= 0; open = rest.IndexOf('{'))
        {
            var close = rest.IndexOf('}');
            text.Append(rest[..open]).Append(ValueOf(rest[(open + 1)..close], values));
            rest = rest[(close + 1)..];
        }

        return text.Append(rest).ToString();
    }

    private static string ValueOf(ReadOnlySpan<char> name, ReadOnlySpan<(string Name, string Value)> values)
    {
        foreach (var (candidate, value) in values)
        {
            if (name.SequenceEqual(candidate))
            {
                return value;
            }
        }

        throw new ArgumentException($"No value for '{name}' in a sentence of the rejection catalogue.");
    }
}
