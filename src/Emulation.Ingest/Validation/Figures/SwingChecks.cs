using Emulation.Ingest.Validation.Recognition;
using Emulation.Plan;

namespace Emulation.Ingest.Validation.Figures;

/// <summary>Asks for an explanation where a figure differs much from the same period of last year and none is given beside it.</summary>
/// <remarks>"Không phát sinh" is compared as zero; a blank cell is not compared: what is missing is asked for elsewhere.</remarks>
internal sealed class SwingChecks(FormTable table, PlanIndexes indexes, FigureRows rows, Findings findings)
{
    private readonly FigureColumns columns = new(table.Form);

    public void Run(IEnumerable<(Indexed<Unit> Unit, Indexed<Period> Period)> covered)
    {
        foreach (var (unit, period) in covered)
        {
            var index = indexes.Of(period);
            foreach (var (indicator, lastYear) in index.Plan.Swing is null ? [] : index.LastYearOf(unit, period))
            {
                if (rows.Find(unit, period, indicator) is { } position && !rows.Explanations.Has(position))
                {
                    Check(index.Plan.Swing!, indicator.Value, rows.Figures[position], lastYear);
                }
            }
        }
    }

    private void Check(SwingRule swing, Indicator indicator, in Figure figure, decimal lastYear)
    {
        var value = figure.State == FigureState.NotApplicable ? 0 : figure.Value;
        if (value is not { } now || !swing.Asks(now, lastYear))
        {
            return;
        }

        findings.Add(
            RejectionCatalogue.Swing, table.PlaceOf(figure.Source.Row, columns.Value),
            ("code", indicator.Code.Value),
            ("found", figure.State == FigureState.NotApplicable ? "KPS" : VietnameseText.Say(now)),
            ("change", ChangeOf(now, lastYear)),
            ("expected", VietnameseText.Say(lastYear)));
    }

    /// <summary>"tăng 35 %", "giảm 22,5 %"; only "tăng" from nothing.</summary>
    private static string ChangeOf(decimal now, decimal lastYear)
    {
        var word = now > lastYear ? "tăng" : "giảm";
        var change = lastYear == 0 ? (decimal?)null : Math.Round(Math.Abs(now - lastYear) * 100 / Math.Abs(lastYear), 1, MidpointRounding.AwayFromZero);
        return change is { } percent ? $"{word} {VietnameseText.Say(percent)} %" : word;
    }
}
