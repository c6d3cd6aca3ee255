using Emulation.Ingest.Validation;

namespace Emulation.Ingest.Parsing;

/// <summary>What reading one workbook may still cost, counted in work and not in time: the same file always ends the same way, on every machine.</summary>
/// <remarks>
/// Every byte inflated and every character handed out is paid for where it arises, in the row loops. What is done for each is
/// bounded, so the budget bounds the time (docs/adr/0010-reading-in-a-cage.md says what was measured).
/// </remarks>
internal sealed class ReadingBudget(long declaredBytes, ReadingLimits limits)
{
    /// <summary>Small packages may be gone through as often as they like.</summary>
    private const long FreeBytes = 1 << 20;

    private readonly long mostBytes = (declaredBytes * limits.Passes) + FreeBytes;
    private long bytes;
    private long characters;

    /// <exception cref="UnreadableFileException">E-TIMEOUT: the package is inflated over and over.</exception>
    public void SpendBytes(int count)
    {
        bytes += count;
        if (bytes > mostBytes)
        {
            throw new UnreadableFileException(
                RejectionCatalogue.Timeout, ("limit", Number(limits.Passes) + " lần đọc toàn bộ nội dung"));
        }
    }

    /// <exception cref="UnreadableFileException">E-TOOLARGE: the cells together hold too much.</exception>
    public void SpendCharacters(int count)
    {
        characters += count;
        if (characters > limits.Characters)
        {
            throw new UnreadableFileException(
                RejectionCatalogue.TooLarge, ("what", "nội dung của tất cả các ô"), ("limit", Number(limits.Characters) + " ký tự"));
        }
    }

    private static string Number(long value) => value.ToString("N0", VietnameseText.Culture);
}
