using Emulation.Ingest.Validation.Recognition;
using Emulation.Ingest.Validation.Values;
using Emulation.Plan;

namespace Emulation.Ingest.Validation.Figures;

/// <summary>Rows that break down the indicator above them ("- Nam", "- Nữ"): read as its parts, compared with it, never added to it.</summary>
/// <remarks>Two parts or more must make up the whole. One part alone, and parts under "Trong đó", must not exceed it.</remarks>
internal sealed class ChildRows(FormTable table, FigureColumns columns, Findings findings)
{
    private readonly NumberCells numbers = new(table, findings);
    private readonly List<(string Label, int Row, decimal Value)> parts = [];
    private (Indicator? Indicator, decimal Scale, decimal? Whole, int Row)? parent;
    private bool isOfWhich;
    private bool isBroken;

    /// <summary>Notes the row whose parts may follow; without an indicator its parts are passed over, as it is a fault of its own.</summary>
    public void Begin(Indicator? indicator, decimal scale, in FigureReading? reading)
    {
        var whole = reading is { State: FigureState.Value, Value: { } value } ? value : reading is { State: FigureState.NotApplicable } ? 0 : (decimal?)null;
        parent = (indicator, scale, whole, table.Source.RowNumber);
    }

    /// <summary>Takes the current row as a part; false if no indicator stands above it.</summary>
    public bool Read(string label)
    {
        if (parent is not { } above)
        {
            return false;
        }

        table.LastDataRow = table.Source.RowNumber;
        isOfWhich |= TableRows.IsOfWhich(label);
        if (above.Indicator is not { } indicator)
        {
            return true;
        }

        if (indicator.Kind is not (IndicatorKind.Count or IndicatorKind.Money))
        {
            findings.Add(RejectionCatalogue.RowNotRead, table.Row, ("found", Findings.Clip(label)));
            return true;
        }

        var role = indicator.Kind == IndicatorKind.Count ? NumberRole.Count : NumberRole.Amount;
        var outcome = numbers.Read(columns.Value, role, indicator.Measure, out var value);
        var rest = numbers.Read(columns.Estimate, role, indicator.Measure, out var estimate);
        isBroken |= outcome is CellOutcome.Faulty || rest is CellOutcome.Faulty || (outcome is CellOutcome.NotReported && !TableRows.IsOfWhich(label));
        if (outcome is CellOutcome.Value or CellOutcome.NotApplicable)
        {
            parts.Add((label, table.Source.RowNumber, (value + (rest == CellOutcome.Value ? estimate : 0)) * above.Scale));
        }

        return true;
    }

    /// <summary>Compares the parts read with their whole, and forgets both.</summary>
    public void Finish()
    {
        if (parts.Count > 0 && parent is { Whole: { } whole, Indicator: { } indicator } above)
        {
            Compare(indicator, whole, above.Row);
        }

        parts.Clear();
        (parent, isOfWhich, isBroken) = (null, false, false);
    }

    private void Compare(Indicator indicator, decimal whole, int row)
    {
        var sum = parts.Sum(part => part.Value);
        var mustMakeUpTheWhole = parts.Count > 1 && !isOfWhich && !isBroken;
        var tooLarge = parts.Where(part => part.Value > whole).Select(part => part.Row).FirstOrDefault();
        if (mustMakeUpTheWhole ? sum == whole : tooLarge == 0 && (isOfWhich || sum <= whole))
        {
            return;
        }

        var (first, last, expected) = mustMakeUpTheWhole || tooLarge == 0 ? (parts[0].Row, parts[^1].Row, sum) : (tooLarge, tooLarge, parts.First(part => part.Row == tooLarge).Value);
        findings.Add(
            RejectionCatalogue.Parts, table.PlaceOf(row, columns.Value),
            ("code", indicator.Code.Value), ("found", VietnameseText.Say(whole)), ("expected", VietnameseText.Say(expected)),
            ("rows", first == last ? $"dòng {first} ghi" : $"các dòng {first}–{last} cộng lại được"));
    }
}
