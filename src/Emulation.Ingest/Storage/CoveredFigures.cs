using Emulation.Ingest.Validation;

namespace Emulation.Ingest.Storage;

/// <summary>Which figures of a file speak of one unit and period.</summary>
/// <param name="Indexes">Of the figures, in their order; may be empty.</param>
internal readonly record struct CoveredFigures(int UnitId, int PeriodId, ReadOnlyMemory<int> Indexes)
{
    /// <summary>The figures by unit and period: those of <paramref name="covers"/> in their order, then others. Counted before they are laid out, so a million rows in any order cost two passes.</summary>
    public static IReadOnlyList<CoveredFigures> Of(IReadOnlyList<Figure> figures, IEnumerable<(int UnitId, int PeriodId)> covers)
    {
        var places = covers.Distinct().Select((cover, place) => (cover, place)).ToDictionary();
        var placeOf = new int[figures.Count];
        for (var index = 0; index < placeOf.Length; index++)
        {
            var cover = (figures[index].UnitId, figures[index].PeriodId);
            if (!places.TryGetValue(cover, out placeOf[index]))
            {
                places.Add(cover, placeOf[index] = places.Count);
            }
        }

        var starts = StartsOf(placeOf, places.Count);
        var laidOut = new int[placeOf.Length];
        var next = starts[..^1];
        for (var index = 0; index < placeOf.Length; index++)
        {
            laidOut[next[placeOf[index]]++] = index;
        }

        return [.. places.Select(pair => new CoveredFigures(
            pair.Key.UnitId, pair.Key.PeriodId, laidOut.AsMemory(starts[pair.Value], starts[pair.Value + 1] - starts[pair.Value])))];
    }

    /// <returns>Where each place begins, and at the end where the last one ends.</returns>
    private static int[] StartsOf(int[] placeOf, int count)
    {
        var starts = new int[count + 1];
        foreach (var place in placeOf)
        {
            starts[place + 1]++;
        }

        for (var place = 0; place < count; place++)
        {
            starts[place + 1] += starts[place];
        }

        return starts;
    }
}
