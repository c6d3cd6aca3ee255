using Emulation.Ingest.Validation.Recognition;
using Emulation.Plan;

namespace Emulation.Ingest.Validation.Figures;

/// <summary>Compares a wave report with what the unit reported before: a figure that adds up over time never falls.</summary>
/// <remarks>
/// The whole (the year) is never less than a part of it (a wave) that was reported as actual: an error. The same period's actual
/// part at a later day is not less than at an earlier one, unless the earlier report was wrong: that must be explained.
/// </remarks>
internal sealed class CumulativeChecks(FormTable table, PlanIndexes indexes, FigureRows rows, EarlierFigures earlier, Findings findings)
{
    private readonly FigureColumns columns = new(table.Form);
    private readonly Dictionary<PlanIndex, Indexed<Indicator>[]> adding = [];

    public void Run(IEnumerable<(Indexed<Unit> Unit, Indexed<Period> Period)> covered)
    {
        if (table.Form.Kind != FormKind.WaveReport)
        {
            return;
        }

        foreach (var (unit, period) in covered)
        {
            var index = indexes.Of(period);
            var parts = index.Periods.Where(part => part != period && part.Value.From >= period.Value.From && part.Value.To <= period.Value.To).ToList();
            foreach (var indicator in AddingOf(index))
            {
                if (rows.Find(unit, period, indicator) is { } position && rows.Figures[position] is { Value: not null } figure)
                {
                    CheckParts(unit, period, indicator, figure, parts);
                    CheckSelf(unit, period, indicator, figure, position);
                }
            }
        }
    }

    /// <summary>The indicators of a version that add up over time.</summary>
    private Indexed<Indicator>[] AddingOf(PlanIndex index)
    {
        if (!adding.TryGetValue(index, out var found))
        {
            adding[index] = found = [.. index.Indicators.Where(indicator => indicator.Value is { Aggregation: Aggregation.Sum, Kind: IndicatorKind.Count or IndicatorKind.Money })];
        }

        return found;
    }

    private void CheckParts(Indexed<Unit> unit, Indexed<Period> period, Indexed<Indicator> indicator, in Figure figure, List<Indexed<Period>> parts)
    {
        foreach (var part in parts)
        {
            if (ActualOf(unit, part, indicator) is { } reported && figure.Value < reported)
            {
                findings.Add(
                    RejectionCatalogue.Cumulative, PlaceOf(figure),
                    ("code", indicator.Value.Code.Value), ("period", period.Value.Name), ("found", VietnameseText.Say(figure.Value!.Value)),
                    ("other", part.Value.Name), ("expected", VietnameseText.Say(reported)));
                return;
            }
        }
    }

    /// <summary>What counts as reported for a part: the same file's figure if it has one, else the earlier report's.</summary>
    private decimal? ActualOf(Indexed<Unit> unit, Indexed<Period> part, Indexed<Indicator> indicator) =>
        rows.Find(unit, part, indicator) is { } position
            ? rows.Figures[position] is { Value: { } value } figure ? value - (figure.Estimated ?? 0) : null
            : earlier.Find(unit.Id, part.Id, indicator.Id)?.Actual;

    private void CheckSelf(Indexed<Unit> unit, Indexed<Period> period, Indexed<Indicator> indicator, in Figure figure, int position)
    {
        var actual = figure.Value!.Value - (figure.Estimated ?? 0);
        if (rows.AsOf.Earliest is not { } day || earlier.Find(unit.Id, period.Id, indicator.Id) is not { DataAsOf: { } before } known
            || day <= before || actual >= known.Actual || rows.Explanations.Has(position))
        {
            return;
        }

        findings.Add(
            RejectionCatalogue.Falls, PlaceOf(figure),
            ("code", indicator.Value.Code.Value), ("day", VietnameseText.Say(day)), ("found", VietnameseText.Say(actual)),
            ("before", VietnameseText.Say(before)), ("expected", VietnameseText.Say(known.Actual)));
    }

    private Place PlaceOf(in Figure figure) => table.PlaceOf(figure.Source.Row, columns.Value);
}
