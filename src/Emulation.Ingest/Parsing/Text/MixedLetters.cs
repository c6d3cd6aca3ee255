using System.Buffers;
using System.Text;

namespace Emulation.Ingest.Parsing.Text;

/// <summary>Finds fields that make no sense as the rest of the file is read but all sense in another encoding: pasted from another file, they must not be guessed at.</summary>
internal static class MixedLetters
{
    private static readonly SearchValues<byte> FieldEnds = SearchValues.Create(";,\t\"|\r\n"u8);
    private static readonly OldEncoding[] InOldFile = [.. OldEncoding.All, OldEncoding.Utf8Again];

    /// <summary>The encoding of a field of a line in an old encoding; null if the line is of one piece.</summary>
    public static OldEncoding? InLine(ReadOnlySpan<byte> line, OldEncoding own)
    {
        foreach (var range in Fields(line))
        {
            var field = line[range].ToArray();
            if (own.Decode(field) is { } text && LetterEvidence.Of(text) is { Invalid: > 0 } evidence
                && Array.Find(InOldFile, other => other != own && MakesSense(other.Decode(field), evidence)) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>The encoding that a field of a line of good UTF-8 had before a code page was taken for it; null if there is none.</summary>
    public static OldEncoding? InUnicodeLine(ReadOnlySpan<byte> line)
    {
        foreach (var range in Fields(line))
        {
            if (BehindLetters(Encoding.UTF8.GetString(line[range])) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>The encoding whose letters a Unicode text shows through windows-1252 or 1258; null if it is good text, or nothing known.</summary>
    public static OldEncoding? BehindLetters(string text)
    {
        // Most good text has a letter that no code page has: the spelling of the others is looked at.
        var western = CodePage.Windows1252.Encode(text);
        if ((western ?? CodePage.Windows1258.Encode(text)) is not { } bytes || LetterEvidence.Of(text.Normalize()) is not { Invalid: > 0 } evidence)
        {
            return null;
        }

        return western is not null ? Array.Find(InOldFile, other => MakesSense(other.Decode(western), evidence))
            : MakesSense(OldEncoding.Utf8Again.Decode(bytes), evidence) ? OldEncoding.Utf8Again
            : null;
    }

    /// <summary>All its words are syllables: two of them, or one in place of a word with letters that Vietnamese does not have.</summary>
    private static bool MakesSense(string? text, LetterEvidence own) =>
        text is not null && LetterEvidence.Of(text) is { Invalid: 0 } evidence && (evidence.Valid >= 2 || (evidence.Valid == 1 && own.Foreign > 0));

    private static List<Range> Fields(ReadOnlySpan<byte> line)
    {
        var fields = new List<Range>();
        for (var start = 0; start < line.Length;)
        {
            var length = line[start..].IndexOfAny(FieldEnds);
            var end = length < 0 ? line.Length : start + length;
            if (line[start..end].IndexOfAnyExceptInRange((byte)0, (byte)0x7F) >= 0)
            {
                fields.Add(start..end);
            }

            start = end + 1;
        }

        return fields;
    }
}
