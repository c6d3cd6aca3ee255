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
internal readonly record struct RawCell(int Column, CellType Type, CellFormat Format, int Start, bool IsUncached);
