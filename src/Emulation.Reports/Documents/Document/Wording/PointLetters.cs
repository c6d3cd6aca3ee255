namespace Emulation.Reports.Documents.Document.Wording;

/// <summary>The letters points are counted by in Vietnamese documents: a, b, c, d, đ, e, g … – no f, j, w, z, and đ between d and e.</summary>
internal static class PointLetters
{
    private const string Letters = "abcdđeghiklmnopqrstuvxy";

    /// <param name="index">0-based; after y comes a1, b1 …</param>
    public static string Of(int index) =>
        Letters[index % Letters.Length] + (index < Letters.Length ? "" : VietnameseFormat.Number(index / Letters.Length));
}
