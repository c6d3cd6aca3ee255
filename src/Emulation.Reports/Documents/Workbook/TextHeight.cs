namespace Emulation.Reports.Documents.Workbook;

/// <summary>Row heights for wrapped text: merged cells are not fitted by Excel, and measuring text needs a graphics library this system does without.</summary>
internal static class TextHeight
{
    /// <summary>Letters of Vietnamese text in the room of one digit, what a line loses at its end included.</summary>
    private const double LettersADigit = 1.08;

    /// <summary>Height in points.</summary>
    /// <param name="width">Width in characters of the standard font (11 points).</param>
    /// <param name="size">Font size in points.</param>
    public static double Of(string text, double width, double size)
    {
        var perLine = Math.Max(1, (width - 1.5) * 11 / size * LettersADigit);
        var lines = 0;
        foreach (var line in text.AsSpan().Split('\n'))
        {
            lines += Math.Max(1, (int)Math.Ceiling(line.GetOffsetAndLength(text.Length).Length / perLine));
        }

        return (lines * size * 1.32) + 4;
    }
}
