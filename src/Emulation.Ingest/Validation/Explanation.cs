namespace Emulation.Ingest.Validation;

/// <summary>Why a figure is as it is, in the unit's words, given in the column “Giải trình” beside it.</summary>
/// <param name="Text">One line, composed (NFC); at least two words.</param>
/// <param name="Source">The cell of the explanation.</param>
public sealed record Explanation(int UnitId, int IndicatorId, int PeriodId, string Text, CellAddress Source);
