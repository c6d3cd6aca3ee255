using Emulation.Ingest.Validation.Recognition;
using Emulation.Plan;

namespace Emulation.Ingest.Validation.Figures;

/// <summary>Total rows of an indicator ("Tổng số trên địa bàn"), first or last: compared with the sum of the units' rows, never added to them.</summary>
internal sealed class TotalRows(FormTable table, FigureColumns columns, Findings findings)
{
    private readonly List<(Indexed<Indicator> Indicator, Indexed<Period> Period, decimal Value, int Row)> totals = [];

    /// <summary>Notes the current row.</summary>
    public void Add(Indexed<Indicator> indicator, Indexed<Period>? period, in FigureReading? reading)
    {
        if (period is not null && reading is { Value: { } value } && indicator.Value.Kind is IndicatorKind.Count or IndicatorKind.Money)
        {
            totals.Add((indicator, period, value, table.Source.RowNumber));
        }
        else if (reading is { State: FigureState.Value })
        {
            findings.Add(RejectionCatalogue.RowNotRead, table.Row, ("found", Findings.Clip(table.Cell(columns.Unit).Text)));
        }
    }

    /// <summary>After the last row.</summary>
    public void Check(List<Figure> figures)
    {
        var sums = totals.Select(total => (total.Indicator.Id, total.Period.Id)).Distinct().ToDictionary(key => key, _ => 0m);
        foreach (var figure in totals.Count > 0 ? figures : [])
        {
            if (sums.ContainsKey((figure.IndicatorId, figure.PeriodId)))
            {
                sums[(figure.IndicatorId, figure.PeriodId)] += figure.Value ?? 0;
            }
        }

        foreach (var (indicator, period, value, row) in totals)
        {
            if (sums[(indicator.Id, period.Id)] is var sum && sum != value)
            {
                findings.Add(
                    RejectionCatalogue.Total, table.PlaceOf(row, columns.Value),
                    ("code", indicator.Value.Code.Value), ("found", VietnameseText.Say(value)), ("expected", VietnameseText.Say(sum)));
            }
        }
    }
}
