using System.Globalization;

namespace Emulation.Ingest.Parsing.Workbooks;

/// <summary>Cells shown as one; the value stands in the first.</summary>
internal readonly record struct MergedRange(int FirstRow, int FirstColumn, int LastRow, int LastColumn)
{
    public override string ToString() =>
        $"{new Validation.CellAddress(1, FirstRow, (short)FirstColumn)}:{new Validation.CellAddress(1, LastRow, (short)LastColumn)}";

    public static bool TryParse(string? text, out MergedRange range)
    {
        range = default;
        var parts = (text ?? "").Split(':');
        if (parts.Length != 2 || !TryParseCell(parts[0], out var row1, out var column1) || !TryParseCell(parts[1], out var row2, out var column2))
        {
            return false;
        }

        range = new MergedRange(row1, column1, row2, column2);
        return true;
    }

    private static bool TryParseCell(string text, out int row, out int column)
    {
        column = CellReader.ParseColumn(text, out var length);
        row = 0;
        return column > 0 && int.TryParse(text.AsSpan(length), NumberStyles.None, CultureInfo.InvariantCulture, out row);
    }
}
