namespace Emulation.Ingest.Workbooks;

/// <summary>Row heights for wrapped text: merged cells are not fitted by Excel, and measuring text needs a graphics library this system does without.</summary>
internal static class RowHeight
{
    /// <summary>Excel's highest row, in points.</summary>
    public const double Highest = 409;

    /// <summary>Height in points, at most <see cref="Highest"/>.</summary>
    /// <param name="width">Width in characters of the standard font (11 points).</param>
    /// <param name="size">Font size in points.</param>
    public static double Of(string text, double width, double size)
    {
        var perLine = Math.Max(1, (width - 1.5) * 11 / size * 1.2);
        var lines = text.Split('\n').Sum(line => Math.Max(1, (int)Math.Ceiling(line.Length / perLine)));
        return Math.Min(Highest, (lines * size * 1.32) + 4);
    }
}
