namespace Emulation.Ingest.Parsing.Workbooks;

/// <summary>The type a cell declares.</summary>
internal enum CellType : byte
{
    Number,
    Shared,
    FormulaText,
    Inline,
    Boolean,
    Error,
    IsoDate,
}

/// <summary>A cell as read: its type, format and the place of its content in the row's characters.</summary>
/// <param name="Start">First character of the content.</param>
/// <param name="IsUncached">True for a formula without a stored value.</param>
/// <param name="Font">The cell's old font; null for a font of Unicode.</param>
/// <param name="Runs">The runs of a text that stands in the cell itself; null if none has a font of its own that matters.</param>
internal readonly record struct RawCell(int Column, CellType Type, CellFormat Format, int Start, bool IsUncached, OldFont? Font, TextRun[]? Runs);
