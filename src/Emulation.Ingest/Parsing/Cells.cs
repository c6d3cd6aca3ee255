namespace Emulation.Ingest.Parsing;

/// <summary>What a cell holds, as its file says.</summary>
internal enum CellKind : byte
{
    Blank,
    Text,
    Number,

    /// <summary>A number whose format shows a date; the serial day in <see cref="CellView.Number"/>, of the 1900 system.</summary>
    Date,

    Boolean,

    /// <summary>#REF!, #DIV/0! and the like.</summary>
    Error,

    /// <summary>A formula whose value the writing program did not store.</summary>
    Formula,
}

/// <summary>One cell of the current row. Valid until the next row is read.</summary>
/// <param name="text">Trimmed text; for a number its digits as stored.</param>
/// <param name="number">The number, the serial day, or 1/0 for a boolean.</param>
/// <param name="isPercent">True if the cell's number format multiplies by 100.</param>
internal readonly ref struct CellView(CellKind kind, ReadOnlySpan<char> text, double number = 0, bool isPercent = false)
{
    public CellKind Kind { get; } = kind;

    public ReadOnlySpan<char> Text { get; } = text;

    public double Number { get; } = number;

    public bool IsPercent { get; } = isPercent;

    public bool IsBlank => Kind == CellKind.Blank;

    public override string ToString() => Text.ToString();
}
