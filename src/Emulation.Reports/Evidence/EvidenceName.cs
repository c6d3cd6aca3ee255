using System.Globalization;
using System.Text;

namespace Emulation.Reports.Evidence;

/// <summary>The name of an evidence file as it is kept, printed and written out again: without folders, control and direction characters and what Windows refuses, at most 200 bytes.</summary>
public static class EvidenceName
{
    private const int MostBytes = 200;
    private const int MostExtensionBytes = 16;

    public static string Of(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var name = path[(path.LastIndexOfAny(['/', '\\']) + 1)..].Normalize();
        var clean = string.Concat(name.EnumerateRunes().Select(rune => IsPlain(rune) ? rune.ToString() : "_")).Trim(' ', '.');
        var extension = Path.GetExtension(clean);
        extension = Encoding.UTF8.GetByteCount(extension) > MostExtensionBytes ? "" : extension;
        var stem = Cut(clean[..^extension.Length], MostBytes - Encoding.UTF8.GetByteCount(extension));
        return (stem.Length == 0 ? "_" : stem) + extension;
    }

    private static bool IsPlain(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned)
        && !(rune.IsAscii && "<>:\"|?*".Contains((char)rune.Value, StringComparison.Ordinal));

    private static string Cut(string text, int bytes)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            bytes -= rune.Utf8SequenceLength;
            if (bytes < 0)
            {
                break;
            }

            kept.Append(rune.ToString());
        }

        return kept.ToString();
    }
}
