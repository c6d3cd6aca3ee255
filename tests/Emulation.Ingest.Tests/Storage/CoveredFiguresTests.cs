using CsCheck;
using Emulation.Ingest.Storage;
using Emulation.Ingest.Validation;

namespace Emulation.Ingest.Tests.Storage;

public sealed class CoveredFiguresTests
{
    private static readonly Gen<(int, int)> Cover = Gen.Select(Gen.Int[1, 4], Gen.Int[1, 3]);

    /// <summary>An office's file may bring units and months in any order; each pair has its figures in the order of the file.</summary>
    [Fact]
    public void Of_FiguresInAnyOrder_GivesEveryCoverItsOwnInOrder() =>
        Gen.Select(Cover.List[0, 40], Cover.List[0, 12]).Sample((keys, covers) =>
        {
            var figures = keys.Select((key, index) => new Figure(key.Item1, index, key.Item2, FigureState.Value, index, null, null, null, null, default)).ToList();

            var grouped = CoveredFigures.Of(figures, covers);

            Assert.Equal(covers.Concat(keys).Distinct(), grouped.Select(group => (group.UnitId, group.PeriodId)));
            Assert.All(grouped, group => Assert.Equal(
                figures.Where(figure => (figure.UnitId, figure.PeriodId) == (group.UnitId, group.PeriodId)).Select(figure => figure.IndicatorId),
                group.Indexes.ToArray()));
        });
}
