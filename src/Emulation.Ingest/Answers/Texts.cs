using System.Globalization;
using System.Resources;

namespace Emulation.Ingest.Answers;

/// <summary>The sentences of receipts and of intake's own findings, in Vietnamese.</summary>
internal static class Texts
{
    private static readonly ResourceManager Resources = new("Emulation.Ingest.Answers.Texts", typeof(Texts).Assembly);

    /// <summary>The text of that name with its places filled in.</summary>
    /// <exception cref="MissingManifestResourceException">There is no such text.</exception>
    public static string Get(string name, params ReadOnlySpan<string> values)
    {
        var text = Resources.GetString(name, VietnameseNumbers.Culture) ?? throw new MissingManifestResourceException($"No text '{name}'.");
        return values.Length == 0 ? text : string.Format(VietnameseNumbers.Culture, text, (ReadOnlySpan<object?>)values.ToArray());
    }

    /// <summary>The codes of intake's own findings, in order.</summary>
    public static IReadOnlyList<string> Codes() =>
        [.. Resources.GetResourceSet(CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: true)!.Cast<System.Collections.DictionaryEntry>()
            .Select(entry => (string)entry.Key).Where(name => name.StartsWith("E-", StringComparison.Ordinal) && name.EndsWith(".Message", StringComparison.Ordinal))
            .Select(name => name[..^".Message".Length]).Order(StringComparer.Ordinal)];

    /// <summary>The text of that name in that language, for tests and translators.</summary>
    public static string? Find(string name, CultureInfo culture) => Resources.GetString(name, culture);
}
