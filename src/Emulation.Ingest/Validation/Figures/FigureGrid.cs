namespace Emulation.Ingest.Validation.Figures;

/// <summary>The figures of a file by unit, period and indicator: finds the second line of the same figure, and the others a check compares with.</summary>
internal sealed class FigureGrid(PlanIndex index)
{
    private readonly int[]?[] units = new int[index.Units.Length][];
    private readonly int periods = index.Periods.Length;
    private readonly int indicators = index.Indicators.Length;

    /// <summary>Notes the figure at <paramref name="position"/> of the list; the position of an earlier one of the same place, if there is one.</summary>
    public int? Add(int unit, int period, int indicator, int position)
    {
        ref var slot = ref (units[unit] ??= new int[periods * indicators])[(period * indicators) + indicator];
        if (slot != 0)
        {
            return slot - 1;
        }

        slot = position + 1;
        return null;
    }

    /// <summary>The position of that figure; null if the file has none.</summary>
    public int? Find(int unit, int period, int indicator) =>
        units[unit] is { } slots && slots[(period * indicators) + indicator] is > 0 and var position ? position - 1 : null;
}
