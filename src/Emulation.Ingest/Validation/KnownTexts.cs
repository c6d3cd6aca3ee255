namespace Emulation.Ingest.Validation;

/// <summary>What texts of a file were found to stand for: rows repeat few of them, and most cost more to look up than to recognise.</summary>
internal sealed class KnownTexts<T>
{
    /// <summary>Texts remembered; beyond that they are resolved again each time.</summary>
    private const int Most = 50_000;

    private readonly Dictionary<string, T> answers;
    private readonly Dictionary<string, T>.AlternateLookup<ReadOnlySpan<char>> byText;

    public KnownTexts()
    {
        answers = new Dictionary<string, T>(StringComparer.Ordinal);
        byText = answers.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public bool TryGet(ReadOnlySpan<char> text, [System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)] out T answer) => byText.TryGetValue(text, out answer);

    public void Remember(ReadOnlySpan<char> text, T answer)
    {
        if (answers.Count < Most)
        {
            answers[text.ToString()] = answer;
        }
    }
}
