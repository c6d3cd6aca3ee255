using Emulation.Ingest.Forms;
using Emulation.Ingest.Validation.Recognition;
using Emulation.Ingest.Validation.Values;
using Emulation.Plan;

namespace Emulation.Ingest.Validation.Figures;

/// <summary>Estimates that stand in a note under the table: "* Ghi chú: Số ước tính tháng 6: B09: 15; B10: 12". Read whole and added as estimates, or warned about; never lost.</summary>
internal sealed class FootnoteEstimates(FormTable table, FigureColumns columns, PlanIndex index, Findings findings)
{
    private readonly List<(Place Place, List<(Indexed<Indicator> Indicator, decimal Amount)>? Estimates)> notes = [];

    /// <summary>Notes the text of the current row.</summary>
    public void Read(string text) => notes.Add((table.Row, EstimatesOf(text)));

    /// <summary>After the last row: a note counts if every indicator it names has an actual value of its own and no estimate.</summary>
    public void Apply(List<Figure> figures, FigureGrid grid, Indexed<Unit>? unit, Indexed<Period>? period)
    {
        foreach (var (place, estimates) in notes)
        {
            var positions = estimates?.Select(estimate => unit is null || period is null ? null : grid.Find(unit.Index, period.Index, estimate.Indicator.Index)).ToList();
            if (positions is null || positions.Exists(position => position is null || figures[position.Value] is not { State: FigureState.Value, Estimated: null }))
            {
                findings.Add(RejectionCatalogue.Footnote, place);
                continue;
            }

            for (var item = 0; item < positions.Count; item++)
            {
                var amount = estimates![item].Amount;
                var figure = figures[positions[item]!.Value];
                figures[positions[item]!.Value] = figure with { Value = WorkbookNumber.Trimmed(figure.Value!.Value + amount), Estimated = amount };
            }

            findings.Add(
                RejectionCatalogue.FootnoteRead, place,
                ("found", string.Join("; ", estimates!.Select(estimate => $"{estimate.Indicator.Value.Code} + {VietnameseText.Say(estimate.Amount)}"))),
                ("column", table.Form.Columns[columns.Estimate].Header));
        }
    }

    /// <summary>The estimates, if the whole note can be read; null if not.</summary>
    private List<(Indexed<Indicator> Indicator, decimal Amount)>? EstimatesOf(string text)
    {
        if (!(" " + TextKey.Of(text) + " ").Contains(" uoc ", StringComparison.Ordinal))
        {
            return null;
        }

        var estimates = new List<(Indexed<Indicator> Indicator, decimal Amount)>();
        foreach (var item in text.TrimEnd('.', ' ', ')').Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var parts = item.Split(':', StringSplitOptions.TrimEntries);
            if (parts.Length < 2 || (estimates.Count > 0 && parts.Length > 2) || ItemOf(parts[^2], parts[^1]) is not { } estimate
                || estimates.Exists(other => other.Indicator == estimate.Indicator))
            {
                return null;
            }

            estimates.Add(estimate);
        }

        return estimates.Count > 0 ? estimates : null;
    }

    private (Indexed<Indicator> Indicator, decimal Amount)? ItemOf(string label, string number)
    {
        var indicator = index.IndicatorsByCode.GetValueOrDefault(label.Split(' ')[^1]) ?? index.IndicatorByName(label);
        if (indicator?.Value.Kind is not (IndicatorKind.Count or IndicatorKind.Money))
        {
            return null;
        }

        var reading = NumberGrammar.Read(number, indicator.Value.Kind == IndicatorKind.Count ? NumberRole.Count : NumberRole.Amount);
        return reading is { Outcome: NumberOutcome.Number, Marks: NumberMarks.None, Value: >= 0 } && reading.Rest.IsEmpty
            && (indicator.Value.Kind == IndicatorKind.Money || decimal.IsInteger(reading.Value))
            ? (indicator, reading.Value)
            : null;
    }
}
