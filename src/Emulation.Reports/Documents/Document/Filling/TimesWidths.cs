using System.Globalization;
using System.Text;

namespace Emulation.Reports.Documents.Document.Filling;

/// <summary>How long a line of bold Times New Roman is, near enough for the rules under it: they are set by the length of the words above.</summary>
internal static class TimesWidths
{
    // Thousandths of the type size, A-Z and a-z; marks above and below a letter take no room.
    private static readonly int[] Capitals = [722, 667, 722, 722, 667, 611, 778, 778, 389, 500, 778, 667, 944, 722, 778, 611, 778, 722, 556, 667, 722, 722, 1000, 722, 722, 667];
    private static readonly int[] Small = [500, 556, 444, 556, 444, 333, 500, 556, 278, 333, 556, 278, 833, 556, 500, 556, 556, 444, 389, 333, 556, 500, 722, 500, 500, 444];

    /// <param name="halfPoints">Type size in half-points.</param>
    /// <returns>Twips.</returns>
    public static int Of(string text, int halfPoints) =>
        text.Normalize(NormalizationForm.FormD).Where(character => char.GetUnicodeCategory(character) != UnicodeCategory.NonSpacingMark).Sum(Thousandths) * halfPoints / 100;

    private static int Thousandths(char character) => character switch
    {
        >= 'A' and <= 'Z' => Capitals[character - 'A'],
        >= 'a' and <= 'z' => Small[character - 'a'],
        'Đ' => 722,
        'đ' => 556,
        ' ' or ',' or '.' => 250,
        '-' or '(' or ')' => 333,
        _ => 500,
    };
}
