namespace Emulation.Ingest.Parsing.Text;

/// <summary>Chooses how bytes were meant from what the readings look like; several readings that nothing tells apart are none.</summary>
/// <remarks>The thresholds and what they were measured on: docs/adr/0008-encodings.md.</remarks>
internal static class EncodingChoice
{
    /// <summary>So many accented words of our headings, found in one reading only, decide.</summary>
    public const int KnownWords = 3;

    /// <summary>Without our headings: fewer words with accents are too little evidence.</summary>
    public const int FewestWords = 6;

    /// <summary>Without our headings: this share of them must be syllables.</summary>
    public const double LeastShare = 0.85;

    /// <summary>Without our headings: the next reading's share must be lower by this much.</summary>
    public const double Lead = 0.2;

    /// <summary>With our headings: bytes that give fewer syllables than this are something else below the heading.</summary>
    private const double LeastShareUnderHeading = 0.5;

    /// <summary>The one encoding that makes sense of the bytes; null if none or several do.</summary>
    public static OldEncoding? Of(ReadOnlySpan<byte> bytes, IReadOnlyList<OldEncoding> encodings)
    {
        var readings = new List<Reading>(encodings.Count);
        foreach (var encoding in encodings)
        {
            // Encodings that agree on these bytes are one reading: "Buôn Đôn" has the same bytes in two of them.
            if (encoding.Decode(bytes) is { } text && !readings.Exists(reading => reading.Text == text))
            {
                readings.Add(new Reading(encoding, text, EvidenceOf(text)));
            }
        }

        return (ByHeadings(readings) ?? ByWords(readings))?.Encoding;
    }

    /// <summary>Evidence with the headings looked for.</summary>
    public static LetterEvidence EvidenceOf(string text) => LetterEvidence.Of(text) with { Known = FormVocabulary.CountIn(text) };

    private static Reading? ByHeadings(List<Reading> readings)
    {
        var best = readings.MaxBy(reading => reading.Evidence.Known);
        return best is { Evidence.Known: >= KnownWords } && best.Evidence.Share >= LeastShareUnderHeading
            && readings.TrueForAll(other => other == best || other.Evidence.Known * KnownWords <= best.Evidence.Known)
            ? best
            : null;
    }

    private static Reading? ByWords(List<Reading> readings)
    {
        var best = readings.MaxBy(reading => reading.Evidence.Share);
        return best is { Evidence.Words: >= FewestWords } && best.Evidence.Share >= LeastShare
            && readings.TrueForAll(other => other == best || (other.Evidence.Share <= best.Evidence.Share - Lead && other.Evidence.Known <= best.Evidence.Known))
            ? best
            : null;
    }

    private sealed record Reading(OldEncoding Encoding, string Text, LetterEvidence Evidence);
}
