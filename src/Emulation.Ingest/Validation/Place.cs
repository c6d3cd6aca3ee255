namespace Emulation.Ingest.Validation;

/// <summary>Where in a file something stands.</summary>
/// <param name="Sheet">Sheet name; null for a text file.</param>
/// <param name="Row">1-based row or line; null for the whole file or sheet.</param>
/// <param name="Column">1-based column; null for a whole row.</param>
/// <param name="Header">The column's heading; null if there is none.</param>
public readonly record struct Place(string? Sheet, int? Row, int? Column, string? Header)
{
    /// <summary>The file as a whole.</summary>
    public static Place File => default;

    /// <summary>E.g. <c>C7</c> in a workbook, <c>dòng 7, cột 3</c> in a text file; null for a whole row or file.</summary>
    public string? Address =>
        Row is not { } row || Column is not { } column ? null
        : Sheet is null ? $"dòng {row}, cột {column}"
        : CellName(row, column);

    /// <summary>As a sentence begins, e.g. <c>Ô C7 (trang tính “Biểu 1”, cột “Thực hiện”)</c>, <c>Dòng 7, cột “Thực hiện”</c>.</summary>
    public override string ToString() => (Sheet, Row, Column) switch
    {
        (null, null, _) => "Tệp",
        (null, { } row, null) => $"Dòng {row}",
        (null, { } row, { } column) => Header is null ? $"Dòng {row}, cột {column}" : $"Dòng {row}, cột “{Header}”",
        ({ } sheet, null, _) => $"Trang tính “{sheet}”",
        ({ } sheet, { } row, null) => $"Dòng {row} (trang tính “{sheet}”)",
        ({ } sheet, { } row, { } column) => Header is null
            ? $"Ô {CellName(row, column)} (trang tính “{sheet}”)"
            : $"Ô {CellName(row, column)} (trang tính “{sheet}”, cột “{Header}”)",
    };

    /// <summary>As it stands inside a sentence: <c>ô C7 (…)</c>.</summary>
    public string InSentence()
    {
        var text = ToString();
        return char.ToLower(text[0], VietnameseText.Culture) + text[1..];
    }

    private static string CellName(int row, int column) =>
        column <= short.MaxValue ? new CellAddress(1, row, (short)column).ToString() : $"dòng {row}, cột {column}";
}
