using System.Globalization;
using System.Text;

namespace Emulation.Ingest.Intake;

/// <summary>Names we write ourselves, derived from names that others chose: no control or direction characters, nothing Windows refuses, never too long.</summary>
public static class SafeName
{
    /// <summary>Longest name of the file systems we meet, in bytes.</summary>
    private const int LongestName = 255;

    private const int LongestShown = 120;

    /// <summary>A file name <c>prefix + name + suffix</c> of at most 255 bytes: the middle is cleaned and, if need be, cut; its extension is kept.</summary>
    public static string Join(string prefix, string name, string suffix)
    {
        var clean = Clean(name).Trim(' ', '.');
        var room = LongestName - Encoding.UTF8.GetByteCount(prefix) - Encoding.UTF8.GetByteCount(suffix);
        var extension = Path.GetExtension(clean);
        extension = Encoding.UTF8.GetByteCount(extension) > 16 ? "" : extension;
        var stem = Cut(clean[..^extension.Length], room - Encoding.UTF8.GetByteCount(extension));
        return prefix + (stem.Length == 0 ? "_" : stem) + extension + suffix;
    }

    /// <summary>The name as shown in answers and logs: one line, at most 120 characters.</summary>
    public static string ForDisplay(string name)
    {
        var clean = Clean(name);
        return clean.Length <= LongestShown ? clean : Cut(clean, LongestShown) + "…";
    }

    private static string Clean(string name)
    {
        var text = new StringBuilder(name.Length);
        foreach (var rune in name.EnumerateRunes())
        {
            text.Append(IsHarmless(rune) ? rune.ToString() : "_");
        }

        return text.ToString();
    }

    private static bool IsHarmless(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned)
        && !"<>:\"/\\|?*".Contains(rune.ToString(), StringComparison.Ordinal);

    private static string Cut(string text, int bytes)
    {
        var length = 0;
        var used = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            used += rune.Utf8SequenceLength;
            if (used > bytes)
            {
                break;
            }

            length += rune.Utf16SequenceLength;
        }

        return text[..length];
    }
}
