using Emulation.Ingest.Validation.Recognition;
using Emulation.Ingest.Validation.Values;
using Emulation.Plan;

namespace Emulation.Ingest.Validation.Figures;

/// <summary>The cell "Ước thực hiện" of the current row, where nothing can be added to the actual value.</summary>
internal sealed class EstimateCell(FormTable table, FigureColumns columns, Findings findings)
{
    /// <summary>True if it is blank or says so in words; false, with a finding, if it holds anything.</summary>
    public bool IsUnused(Indicator indicator)
    {
        var cell = table.Cell(columns.Estimate);
        if (cell.IsBlank || WordMeanings.InNumber(cell.Text) != WordMeaning.None)
        {
            return true;
        }

        findings.Add(RejectionCatalogue.EstimateUnused, table.PlaceOf(columns.Estimate), ("code", indicator.Code.Value));
        return false;
    }
}
