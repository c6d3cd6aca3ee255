using System.Text;

namespace Emulation.Reports.Documents.Workbook;

/// <summary>Makes any text safe for a cell, a sheet name or a page footer.</summary>
/// <remarks>EPPlus writes what it is given: control characters and lone surrogates spoil the file, over-long cells make Excel repair it, and <c>*</c> passes its name check.</remarks>
internal static class CellText
{
    private const int MostCharacters = 32_767;
    private const int MostNameCharacters = 31;

    /// <summary>First characters that a spreadsheet may take for a formula, full-width forms included.</summary>
    private static readonly char[] FormulaStarts = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

    /// <summary>The text without what XML cannot hold, cut to what a cell can hold.</summary>
    public static string Clean(string text) => text.Length <= MostCharacters && text.AsSpan().IndexOfAnyExceptInRange(' ', '\uD7FF') < 0 ? text : Mended(text);

    public static bool LooksLikeFormula(string text) => text.Length > 0 && FormulaStarts.Contains(text[0]);

    /// <summary>A sheet name Excel accepts: none of <c>[ ] / \ ? : *</c>, no apostrophe at its ends, at most 31 characters.</summary>
    public static string SheetName(string text)
    {
        var name = new string([.. Clean(text).Select(character => "[]/\\?:*".Contains(character, StringComparison.Ordinal) ? '-' : character)]).Trim('\'', ' ');
        var cut = name.Length > MostNameCharacters ? name[..MostNameCharacters].TrimEnd() : name;
        return cut.Length == 0 ? "-" : cut;
    }

    /// <summary>Text for a header or footer, where <c>&amp;</c> begins a code.</summary>
    public static string Footer(string text) => Clean(text).Replace("&", "&&", StringComparison.Ordinal);

    private static string Mended(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (clean.Length + rune.Utf16SequenceLength > MostCharacters)
            {
                break;
            }

            clean.Append(IsAllowed(rune) ? rune.ToString() : "\uFFFD");
        }

        return clean.ToString();
    }

    private static bool IsAllowed(Rune rune) =>
        rune.Value is '\t' or '\n' or '\r' || (rune.Value >= 0x20 && rune.Value is not (0xFFFE or 0xFFFF));
}
