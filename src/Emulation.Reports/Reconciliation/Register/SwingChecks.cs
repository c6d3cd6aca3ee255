using Emulation.Plan;
using Emulation.Reports.Scoring;

namespace Emulation.Reports.Reconciliation.Register;

/// <summary>A figure that differs much from the same period of last year (<see cref="SwingRule"/>). "Không phát sinh" is compared as zero; a blank is not compared.</summary>
public static class SwingChecks
{
    public static IEnumerable<Mismatch> Of(CountedRun run, CountedUnit unit) => run.Plan.Swing is not { } swing ? [] :
        from before in run.LastYearOf(unit.Unit.Code)
        from form in new[] { FormKind.Figures, FormKind.WaveReport }
        let figure = unit.Find(before.Indicator, form, before.Period)
        let value = figure is { NothingArose: true } ? 0 : figure?.Value
        where value is not null && swing.Asks(value.Value, before.Value)
        select Found(run.Plan, unit, figure, value.Value, before);

    private static Mismatch Found(EmulationPlan plan, CountedUnit unit, CountedFigure figure, decimal value, LastYearFigure before) => new(
        MismatchKinds.Swing, before.Period, unit.Unit.Code, before.Indicator, figure.Form.ToName(),
        MismatchSide.Of(value, unit.SourceOf(figure)), MismatchSide.Of(before.Value),
        RunTexts.Get(
            "Swing", unit.Unit.ShortName, before.Indicator, plan.IndicatorByCode(before.Indicator).Name, plan.PeriodByCode(before.Period).Name,
            VietnameseNumber.Value(value), VietnameseNumber.Value(before.Value)));
}
