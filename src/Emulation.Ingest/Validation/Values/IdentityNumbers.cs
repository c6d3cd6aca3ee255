using System.Text.RegularExpressions;

namespace Emulation.Ingest.Validation.Values;

/// <summary>Numbers of identity papers in free text: twelve digits from 0 on (căn cước), or nine after the paper's name (CMND).</summary>
internal static partial class IdentityNumbers
{
    private const int FewestDigits = 9;

    /// <summary>Looks at runs of digits only, so that a note in each of a million rows costs next to nothing.</summary>
    public static bool IsIn(ReadOnlySpan<char> text)
    {
        var rest = text;
        for (var start = rest.IndexOfAnyInRange('0', '9'); start >= 0 && rest.Length - start >= FewestDigits; start = rest.IndexOfAnyInRange('0', '9'))
        {
            rest = rest[start..];
            var end = rest.IndexOfAnyExceptInRange('0', '9');
            var length = end < 0 ? rest.Length : end;
            if (length is 9 or 12 && Pattern().IsMatch(text))
            {
                return true;
            }

            rest = rest[length..];
        }

        return false;
    }

    /// <summary>The text with such numbers taken out.</summary>
    public static string Mask(string text) => Pattern().Replace(text, "…");

    [GeneratedRegex(@"(?<![0-9])0[0-9]{11}(?![0-9])|(?<=\b(?:CMND|CMTND|CCCD|CMT)\b[^0-9]{0,12})[0-9]{9}(?![0-9])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
