using System.Globalization;
using System.Resources;

namespace Emulation.Plan;

/// <summary>The sentences of this room: Texts.resx is Vietnamese, Texts.en.resx English.</summary>
internal static class Texts
{
    public static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    private static readonly ResourceManager Resources = new("Emulation.Plan.Texts", typeof(Texts).Assembly);

    /// <summary>The sentence of that key with its placeholders filled in.</summary>
    public static string Get(string key, CultureInfo language, IReadOnlyList<string> values) =>
        string.Format(language, Get(key, language), [.. values]);

    /// <summary>The sentence of that key in that language.</summary>
    public static string Get(string key, CultureInfo language) =>
        Resources.GetString(key, language) ?? throw new ArgumentException($"No text '{key}'.", nameof(key));
}
