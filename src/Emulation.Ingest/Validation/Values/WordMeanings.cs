using Emulation.Ingest.Forms;

namespace Emulation.Ingest.Validation.Values;

internal enum WordMeaning : byte
{
    /// <summary>None of the words of forms.</summary>
    None,
    NotApplicable,
    NotReported,
    Yes,
    No,
}

/// <summary>What the words officers write instead of values mean. "Không" is no in a yes/no cell and nothing-arose in a number cell.</summary>
internal static class WordMeanings
{
    private static readonly FormWords Words = FormCatalogue.Words;
    private static readonly Dictionary<string, WordMeaning> ForNumbers = Build(
        (Words.NotApplicable, WordMeaning.NotApplicable), (Words.NotReported, WordMeaning.NotReported));

    private static readonly Dictionary<string, WordMeaning> ForYesNo = Build(
        (Words.No, WordMeaning.No), (Words.Yes, WordMeaning.Yes),
        (Words.NotApplicable, WordMeaning.NotApplicable), (Words.NotReported, WordMeaning.NotReported));

    /// <summary>In a cell for a number or a date.</summary>
    public static WordMeaning InNumber(ReadOnlySpan<char> text) => Look(text, ForNumbers);

    /// <summary>In a cell for Có or Không.</summary>
    public static WordMeaning InYesNo(ReadOnlySpan<char> text) =>
        Is(Words.YesSigns, text) ? WordMeaning.Yes : Look(text, ForYesNo);

    private static WordMeaning Look(ReadOnlySpan<char> text, Dictionary<string, WordMeaning> words)
    {
        if (text.Length is 0 or > 40)
        {
            return WordMeaning.None;
        }

        return Is(Words.NotApplicableSigns, text) ? WordMeaning.NotApplicable
            : Is(Words.NotReportedSigns, text) ? WordMeaning.NotReported
            : words.GetValueOrDefault(TextKey.Of(text));
    }

    private static bool Is(IReadOnlyList<string> signs, ReadOnlySpan<char> text)
    {
        foreach (var sign in signs)
        {
            if (text.SequenceEqual(sign))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Earlier groups go before later ones where a word stands in both.</summary>
    private static Dictionary<string, WordMeaning> Build(params (IReadOnlyList<string> Words, WordMeaning Meaning)[] groups)
    {
        var meanings = new Dictionary<string, WordMeaning>(StringComparer.Ordinal);
        foreach (var (words, meaning) in groups)
        {
            foreach (var word in words)
            {
                meanings.TryAdd(TextKey.Of(word), meaning);
            }
        }

        return meanings;
    }
}
