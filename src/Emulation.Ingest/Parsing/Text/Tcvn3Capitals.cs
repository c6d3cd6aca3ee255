using System.Buffers;

namespace Emulation.Ingest.Parsing.Text;

/// <summary>Gives words in capitals back the capitals with a tone that TCVN3 cannot hold: TổNG CộNG → TỔNG CỘNG.</summary>
/// <remarks>
/// A word is in capitals if it has two or more of them and no letter that is surely small: neither a to z nor one whose
/// capital has a byte of its own. A word like "Số" or "SỞ" does not tell; the other words of its cell do.
/// </remarks>
internal static class Tcvn3Capitals
{
    private const string SurelySmall = "ăâđêôơư";
    private static readonly SearchValues<char> CellEnds = SearchValues.Create(";,\t\"|\r\n");

    private enum WordCase
    {
        Unclear,
        Small,
        Capital,
    }

    public static string Restore(string text)
    {
        if (text.AsSpan().IndexOfAnyExceptInRange('\0', '\u007F') < 0)
        {
            return text;
        }

        var letters = text.ToCharArray();
        for (var rest = letters.AsSpan(); !rest.IsEmpty;)
        {
            var end = rest.IndexOfAny(CellEnds);
            RestoreCell(end < 0 ? rest : rest[..end]);
            rest = end < 0 ? [] : rest[(end + 1)..];
        }

        return new string(letters);
    }

    private static void RestoreCell(Span<char> cell)
    {
        var (hasSmall, hasCapital) = (false, false);
        for (var start = 0; NextWord(cell, ref start, out var end); start = end)
        {
            var kind = CaseOf(cell[start..end]);
            hasSmall |= kind == WordCase.Small;
            hasCapital |= kind == WordCase.Capital;
        }

        for (var start = 0; hasCapital && NextWord(cell, ref start, out var end); start = end)
        {
            var word = cell[start..end];
            var kind = CaseOf(word);
            if (kind == WordCase.Capital || (kind == WordCase.Unclear && !hasSmall))
            {
                MakeCapital(word);
            }
        }
    }

    private static bool NextWord(ReadOnlySpan<char> cell, ref int start, out int end)
    {
        while (start < cell.Length && !char.IsLetter(cell[start]))
        {
            start++;
        }

        for (end = start; end < cell.Length && char.IsLetter(cell[end]); end++)
        {
        }

        return end > start;
    }

    private static WordCase CaseOf(ReadOnlySpan<char> word)
    {
        var capitals = 0;
        foreach (var one in word)
        {
            if (char.IsAsciiLetterLower(one) || SurelySmall.Contains(one, StringComparison.Ordinal))
            {
                return WordCase.Small;
            }

            capitals += char.IsUpper(one) ? 1 : 0;
        }

        return capitals >= 2 ? WordCase.Capital : WordCase.Unclear;
    }

    private static void MakeCapital(Span<char> word)
    {
        foreach (ref var one in word)
        {
            one = char.ToUpperInvariant(one);
        }
    }
}
