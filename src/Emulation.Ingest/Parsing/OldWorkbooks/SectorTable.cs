namespace Emulation.Ingest.Parsing.OldWorkbooks;

/// <summary>Which sector follows which (FAT or mini FAT). A sector is handed out once: no chain can be a circle or share a sector with another.</summary>
internal sealed class SectorTable(uint[] next, string part)
{
    public const uint Free = 0xFFFFFFFF;
    public const uint End = 0xFFFFFFFE;

    private readonly bool[] taken = new bool[next.Length];

    /// <summary>Takes one sector of the table itself, which no chain may use. What the table says of it differs from program to program.</summary>
    public void Take(int sector)
    {
        if (taken[sector])
        {
            throw OldDamage.In(part);
        }

        taken[sector] = true;
    }

    /// <summary>The sectors of a chain, in order.</summary>
    /// <param name="count">How many it must have; what some programs keep behind them is left alone. Null: all up to the end mark.</param>
    public List<int> Chain(uint first, long? count)
    {
        var chain = new List<int>();
        for (var sector = first; sector != End && chain.Count != count; sector = next[sector])
        {
            if (sector >= next.Length || taken[sector])
            {
                throw OldDamage.In(part);
            }

            taken[sector] = true;
            chain.Add((int)sector);
        }

        return count is null || chain.Count == count ? chain : throw OldDamage.In(part);
    }
}
