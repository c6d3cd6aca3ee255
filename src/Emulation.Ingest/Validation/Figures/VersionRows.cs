using Emulation.Ingest.Validation.Recognition;
using Emulation.Plan;

namespace Emulation.Ingest.Validation.Figures;

/// <summary>The rows of one table by the plan versions that hold for their periods: the catalogue a row is read by, and the figures found so far.</summary>
internal sealed class VersionRows(FormTable table, FigureColumns columns, PlanIndexes indexes, Findings findings)
{
    private readonly Dictionary<PlanIndex, Reading> readings = [];
    private Reading? last;

    /// <summary>How rows about a period are read; those about none known, by today's version.</summary>
    public Reading For(Indexed<Period>? period)
    {
        var index = indexes.Of(period);
        if (last is null || !ReferenceEquals(last.Index, index))
        {
            last = readings.TryGetValue(index, out var known) ? known
                : readings[index] = new Reading(index, new RowIndicator(table, columns, index, findings), new FigureGrid(index));
        }

        return last;
    }

    /// <summary>The position of a figure in the list, whichever versions its names come from; null if the file has none.</summary>
    public int? Find(Indexed<Unit> unit, Indexed<Period> period, Indexed<Indicator> indicator)
    {
        var (index, _, grid) = For(period);
        return index.Same(unit) is { } ownUnit && index.Same(period) is { } ownPeriod && index.Same(indicator) is { } ownIndicator
            ? grid.Find(ownUnit.Index, ownPeriod.Index, ownIndicator.Index)
            : null;
    }

    /// <param name="Index">The version.</param>
    /// <param name="Indicators">Its catalogue.</param>
    /// <param name="Grid">The figures of the periods it holds for.</param>
    public sealed record Reading(PlanIndex Index, RowIndicator Indicators, FigureGrid Grid);
}
