using System.Buffers;
using System.Text.RegularExpressions;
using Emulation.Ingest.Forms;
using Emulation.Plan;

namespace Emulation.Ingest.Validation.Recognition;

/// <summary>What a row of a table is.</summary>
internal enum RowKind
{
    Data,

    /// <summary>"(1) (2) (3)", "A B 1=2+3".</summary>
    ColumnNumbers,

    /// <summary>"A. Nhiệm vụ", "II. Cá nhân": one text, no values.</summary>
    Section,

    /// <summary>"Tổng cộng".</summary>
    Total,

    /// <summary>A note under the table.</summary>
    Note,

    /// <summary>"NGƯỜI LẬP BIỂU", "TRƯỞNG PHÒNG": the table is over.</summary>
    Signature,
}

/// <summary>Tells data rows from what officers put around them.</summary>
/// <param name="keyColumn">Column of the form that a data row fills: the indicator's code, the name.</param>
/// <param name="keyColumns">Columns of the form of which a data row fills at least one.</param>
internal sealed partial class TableRows(FormTable table, int keyColumn, int[] keyColumns)
{
    private static readonly HashSet<string> Signatures = [.. FormCatalogue.Words.Signatures.Select(word => TextKey.Of(word))];
    private static readonly SearchValues<char> SectionMarks = SearchValues.Create("IVXLABCDĐEGH ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ");
    private static readonly (string Key, string Name)[] Totals = [.. FormCatalogue.Words.Totals.Select(word => (TextKey.Of(word), NameKey.Of(word)))];

    /// <summary>What the source's current row is. For a text file every row is data.</summary>
    public RowKind Kind()
    {
        if (table.IsText)
        {
            return RowKind.Data;
        }

        var filled = Filled();
        if (table.LastDataRow == 0 && filled.TrueForAll(text => IsColumnNumber(text.Text))
            && (filled.Count >= 3 || filled.Exists(text => text.Text.Contains('=', StringComparison.Ordinal))))
        {
            return RowKind.ColumnNumbers;
        }

        return IsSignature(filled) ? RowKind.Signature
            : IsNote(filled) ? RowKind.Note
            : IsTotal(filled) ? RowKind.Total
            : IsSection(filled) ? SaysEstimate(filled) ? RowKind.Note : RowKind.Section
            : RowKind.Data;
    }

    /// <summary>What the row says of a part of the row above it, e.g. <c>- Nam</c>, <c>Trong đó: vùng sâu</c>; null if it is no such row: it has a code of its own.</summary>
    public string? ChildLabel()
    {
        if (!table.Cell(keyColumn).IsBlank && !IsChildLabel(table.Cell(keyColumn).Text))
        {
            return null;
        }

        for (var column = 1; column <= table.Source.ColumnCount; column++)
        {
            var cell = table.Source.Cell(column);
            if (cell.Kind == Parsing.CellKind.Text && !IsValueColumn(column) && IsChildLabel(cell.Text))
            {
                return cell.ToString();
            }
        }

        return null;
    }

    /// <summary>True if the label is of parts among others: they need not make up the whole.</summary>
    public static bool IsOfWhich(string label) => TextKey.Of(label).StartsWith("trong do", StringComparison.Ordinal);

    private bool IsValueColumn(int column) => Array.Exists(keyColumns, key => key != keyColumn && table.ColumnOf(key) == column);

    private static bool IsChildLabel(ReadOnlySpan<char> text) =>
        text.Length is > 1 and <= 200
        && ((text[0] is '-' or '–' or '+' or '•' && text[1..].ContainsAnyInRange('A', 'ỹ'))
            || (text[0] is 'T' or 't' && IsOfWhich(text.ToString())));

    /// <summary>A line under the table that no label marks, and that speaks of an estimate all the same.</summary>
    private static bool SaysEstimate(List<(int Column, string Text)> filled)
    {
        var text = string.Join(' ', filled.Select(one => one.Text));
        return text.Any(char.IsAsciiDigit) && (" " + TextKey.Of(text) + " ").Contains(" uoc ", StringComparison.Ordinal);
    }

    /// <summary>True if the current row speaks of an estimate and holds a number.</summary>
    public bool SaysEstimate() => SaysEstimate(Filled());

    /// <summary>The texts of the current row.</summary>
    public string Texts() => string.Join(' ', Filled().Select(text => text.Text));

    private List<(int Column, string Text)> Filled()
    {
        var filled = new List<(int, string)>(table.Source.ColumnCount);
        for (var column = 1; column <= table.Source.ColumnCount; column++)
        {
            var cell = table.Source.Cell(column);
            if (!cell.IsBlank)
            {
                filled.Add((column, cell.ToString()));
            }
        }

        return filled;
    }

    /// <summary>A spreadsheet takes a typed "(2)" for minus two.</summary>
    private static bool IsColumnNumber(string text)
    {
        var inner = text.Trim('(', ')', ' ', '-');
        return inner.Length is > 0 and <= 12 && (inner.Length == 1 ? char.IsAsciiLetterOrDigit(inner[0]) : char.IsAsciiDigit(inner[0]))
            && inner.All(one => char.IsAsciiLetterOrDigit(one) || one is '=' or '+' or '-' or '/' or '*' or ':' or 'x' or '(' or ')');
    }

    /// <summary>A signature's cell stands alone or beside another; a person's position in a list stands beside the person's name.</summary>
    private bool IsSignature(List<(int Column, string Text)> filled)
    {
        var keyText = table.Cell(keyColumn).ToString();
        return (keyText.Length == 0 || IsSignatureText(keyText)) && filled.Exists(text => IsSignatureText(text.Text));
    }

    /// <summary>The signer's title, or "Krông Pắc, ngày 16 tháng 3 năm 2020" above it.</summary>
    private static bool IsSignatureText(string text)
    {
        var key = TextKey.Of(text);
        return Signatures.Contains(key) || PlaceAndDate().IsMatch(key);
    }

    /// <summary>The mark may stand in a cell of its own, before the words.</summary>
    private bool IsNote(List<(int Column, string Text)> filled) =>
        filled.Count > 0 && (filled.Count == 1 || (filled.Count == 2 && filled[0].Text is "*" or "(*)") || Array.TrueForAll(keyColumns, column => table.Cell(column).IsBlank)) && FormCatalogue.Words.Notes.Any(note => (filled[0].Text + " ").StartsWith(note, StringComparison.OrdinalIgnoreCase));

    private static bool IsTotal(List<(int Column, string Text)> filled)
    {
        foreach (var (_, text) in filled.Take(2))
        {
            if (Array.Exists(Totals, total => IsTotal(text, total.Key, total.Name)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Accents, where written, must be the word's own: "Công tác" is no "Cộng". Nor is "Cộng đồng": a lone word must not go on in letters.</summary>
    private static bool IsTotal(string text, string key, string name)
    {
        var textKey = TextKey.Of(text);
        if (!textKey.StartsWith(key, StringComparison.Ordinal) || (textKey.Length > key.Length && textKey[key.Length] != ' '))
        {
            return false;
        }

        var isSpelled = NameKey.Of(text).StartsWith(name, StringComparison.Ordinal) || System.Text.Ascii.IsValid(text.AsSpan(0, Math.Min(text.Length, name.Length)));
        return isSpelled && (key.Contains(' ', StringComparison.Ordinal) || textKey.Length == key.Length || !char.IsLetter(textKey[key.Length + 1]));
    }

    /// <summary>No column that makes a data row is filled beside the section's own text.</summary>
    private bool IsSection(List<(int Column, string Text)> filled)
    {
        var values = 0;
        foreach (var column in keyColumns)
        {
            values += table.Cell(column).IsBlank ? 0 : 1;
        }

        // A row that says whose it is and of when is a line of a text file laid out in cells.
        return !NamesUnitAndPeriod() && (values == 0 || (filled.Count <= 2 && values <= 1 && filled.Exists(text => LooksLikeSection(text.Text))));
    }

    private bool NamesUnitAndPeriod()
    {
        for (var column = 0; column < table.Form.Columns.Count; column++)
        {
            if (table.Form.Columns[column].Id is "unit" or "period" or "year" && table.Cell(column).IsBlank)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>"I. Tập thể", "Ⅱ. Cá nhân", "A) …"; or the mark alone in the column of numbers; or just the kind.</summary>
    private static bool LooksLikeSection(string text)
    {
        if (text.Length <= 4 && text.AsSpan().TrimEnd(".)").IndexOfAnyExcept(SectionMarks) < 0)
        {
            return true;
        }

        if (TextKey.Of(text) is "tap the" or "ca nhan")
        {
            return true;
        }

        var end = text.AsSpan().IndexOfAny('.', ')');
        return end is > 0 and <= 4 && text.Length > end + 1
            && text.AsSpan(0, end).IndexOfAnyExcept(SectionMarks) < 0;
    }

    [GeneratedRegex("(?:^| )ngai [0-9 ]*thang [0-9 ]*nam")]
    private static partial Regex PlaceAndDate();
}
