using SkiaSharp;

namespace Emulation.Reports.Documents.Charts;

/// <summary>The font of the charts: the first known family of this machine that has every Vietnamese letter.</summary>
/// <remarks>The drawing library needs no fontconfig, but letters it must find: a missing glyph would be printed as an empty box, and some common fonts lack ế.</remarks>
public static class ChartFont
{
    private const string Letters = "ếềểễệốồổỗộứừửữựăâđơưýỳỷỹỵĐƠƯ–%";
    private static readonly string[] Families = ["DejaVu Sans", "Noto Sans", "Open Sans", "Arial", "Segoe UI", "Verdana", "Liberation Sans", "FreeSans"];
    private static readonly Lazy<string?> Found = new(Find);

    /// <summary>Name of the family; null if this machine has none, and then reports are sent without charts.</summary>
    public static string? Name => Found.Value;

    private static string? Find() => Families.FirstOrDefault(HasEveryLetter);

    private static bool HasEveryLetter(string family)
    {
        using var typeface = SKFontManager.Default.MatchFamily(family);
        return typeface is not null && typeface.FamilyName == family && Letters.EnumerateRunes().All(letter => typeface.ContainsGlyph(letter.Value));
    }
}
