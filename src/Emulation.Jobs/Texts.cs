using System.Globalization;
using System.Resources;

namespace Emulation.Jobs;

/// <summary>The host's texts for people: Vietnamese (Texts.resx), English (Texts.en.resx).</summary>
public static class Texts
{
    private static readonly ResourceManager Resources = new("Emulation.Jobs.Texts", typeof(Texts).Assembly);

    /// <summary>The culture of what officials read: numbers 1.234,56 and dates dd/MM/yyyy.</summary>
    public static CultureInfo Vietnamese { get; } = CultureInfo.GetCultureInfo("vi-VN");

    /// <summary>The text of that key with its placeholders filled in.</summary>
    /// <exception cref="ArgumentException">There is no such text.</exception>
    public static string Get(string key, params object?[] values)
    {
        var text = Resources.GetString(key, Vietnamese) ?? throw new ArgumentException($"There is no text '{key}'.", nameof(key));
        return values.Length == 0 ? text : string.Format(Vietnamese, text, values);
    }
}
