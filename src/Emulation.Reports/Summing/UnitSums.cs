using Emulation.Plan;
using Emulation.Plan.Packing;
using Emulation.Reports.Scoring;

namespace Emulation.Reports.Summing;

/// <summary>Adds up the packed figures of one unit after the other; says of them what <c>sum_figures</c> says of the figures. Not for several threads at once.</summary>
internal sealed class UnitSums
{
    private readonly SumPlaces layout;
    private readonly Dictionary<int, int> rows;
    private readonly (IndicatorCode Code, bool IsOrdered)[] indicators;
    private readonly RunningSum[] sums;
    private readonly List<int> used = [];

    public UnitSums(SumPlaces layout)
    {
        this.layout = layout;
        indicators = [.. layout.Indicators.Select(pair => (pair.Value, layout.OrderedIndicatorIds.Contains(pair.Key)))];
        rows = layout.Indicators.Keys.Select((id, row) => (id, row)).ToDictionary();
        sums = new RunningSum[indicators.Length * layout.Places.Count];
    }

    /// <summary>Adds the figures of one file and period.</summary>
    /// <param name="place">Index in <see cref="SumPlaces.Places"/>.</param>
    /// <param name="ordinal">The period's place in time within its slot.</param>
    public void Add(int place, int ordinal, ReadOnlySpan<byte> packed)
    {
        var figures = new FigureUnpacker(packed);
        while (figures.TryRead(out var figure))
        {
            if (rows.TryGetValue(figure.IndicatorId, out var row))
            {
                Add(row, place, ordinal, figure);
            }
        }
    }

    /// <summary>The sums of everything added since the last time; begins anew.</summary>
    public IReadOnlyList<FigureSum> Take(UnitCode unit)
    {
        var taken = new FigureSum[used.Count];
        for (var index = 0; index < taken.Length; index++)
        {
            ref var sum = ref sums[used[index]];
            var (row, place) = Math.DivRem(used[index], layout.Places.Count);
            var (form, slot) = layout.Places[place];
            taken[index] = sum.ToFigureSum(unit, indicators[row].Code, form, slot);
            sum = default;
        }
        used.Clear();
        return taken;
    }

    private void Add(int row, int place, int ordinal, in PackedFigure figure)
    {
        var index = (row * layout.Places.Count) + place;
        ref var sum = ref sums[index];
        if (!sum.IsUsed)
        {
            used.Add(index);
        }
        sum.Add(figure, ordinal, indicators[row].IsOrdered);
    }
}
