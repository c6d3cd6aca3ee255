using System.Buffers;
using Emulation.Ingest.Parsing.Text;

namespace Emulation.Ingest.Parsing.Workbooks;

/// <summary>Texts of a workbook that are letters of an old encoding shown in a font of Unicode, or have lost their letters: wherever a form holds one, it is refused.</summary>
internal sealed class SuspectTexts
{
    /// <summary>Why words like "Huy?n" are refused.</summary>
    public const string Lost = "chữ có dấu đã mất (còn lại dấu ?)";

    /// <summary>Letters that only Unicode has: with one of them a text is no old encoding's.</summary>
    private static readonly SearchValues<char> OnlyUnicode = SearchValues.Create(
        [.. Enumerable.Range(0x1EA0, 0x5A).Select(code => (char)code), 'đ', 'Đ', 'ơ', 'Ơ', 'ư', 'Ư']);

    private readonly Dictionary<int, string> reasons = [];

    public bool IsEmpty => reasons.Count == 0;

    public static SuspectTexts In(SharedTexts texts)
    {
        var suspects = new SuspectTexts();
        for (var index = 0; index < texts.Texts.Length; index++)
        {
            if (Why(texts.Texts[index]) is { } why)
            {
                suspects.reasons[index] = why;
            }
        }

        return suspects;
    }

    /// <summary>Why the text with that number is refused; null if it is sound.</summary>
    public string? Of(int index) => reasons.GetValueOrDefault(index);

    /// <summary>Why a text is refused; null if it is sound.</summary>
    public static string? Why(ReadOnlySpan<char> text) =>
        LostLetters.IsIn(text) ? Lost
        : System.Text.Ascii.IsValid(text) || text.IndexOfAny(OnlyUnicode) >= 0 || MixedLetters.BehindLetters(text.ToString()) is not { } encoding ? null
        : encoding == OldEncoding.Utf8Again ? encoding.Name
        : $"chữ {encoding.Name} nằm trong phông Unicode";
}
