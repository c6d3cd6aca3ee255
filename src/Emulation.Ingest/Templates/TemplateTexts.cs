using System.Globalization;
using System.Resources;

namespace Emulation.Ingest.Templates;

/// <summary>The sentences of templates, in Vietnamese.</summary>
internal static class TemplateTexts
{
    private static readonly ResourceManager Resources = new("Emulation.Ingest.Templates.TemplateTexts", typeof(TemplateTexts).Assembly);
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    /// <summary>The text of that name with its places filled in.</summary>
    /// <exception cref="MissingManifestResourceException">There is no such text.</exception>
    public static string Get(string name, params ReadOnlySpan<string> values)
    {
        var text = Resources.GetString(name, Vietnamese) ?? throw new MissingManifestResourceException($"No text '{name}'.");
        return values.Length == 0 ? text : string.Format(Vietnamese, text, (ReadOnlySpan<object?>)values.ToArray());
    }

    /// <summary>The text of that name in that language, for tests and translators.</summary>
    public static string? Find(string name, CultureInfo culture) => Resources.GetString(name, culture);

    public static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    public static string Capitals(string text) => text.ToUpper(Vietnamese);

    /// <summary>For the texts inside a cell or a text file: decimal comma, no separators between thousands.</summary>
    public static string Number(decimal value) => value.ToString("0.####", Vietnamese);
}
