namespace Emulation.Ingest.Parsing.OldWorkbooks;

/// <summary>A sheet as the workbook lists it (BOUNDSHEET8).</summary>
/// <param name="Offset">Where its records begin in the stream.</param>
/// <param name="State">0 visible, 1 hidden, 2 very hidden: only a macro can show it.</param>
/// <param name="Kind">0 worksheet, 1 macro sheet, 2 chart, 6 Visual Basic.</param>
internal sealed record OldSheet(string Name, int Offset, byte State, byte Kind)
{
    public bool HoldsCells => Kind is 0 or 1;

    public bool IsMacro => Kind is 1 or 6;
}
