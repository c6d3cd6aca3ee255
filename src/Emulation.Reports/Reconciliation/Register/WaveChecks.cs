using Emulation.Plan;
using Emulation.Reports.Scoring;

namespace Emulation.Reports.Reconciliation.Register;

/// <summary>The actual part of a wave report against the months up to its as-of day. The estimate may be wrong; what has happened cannot be.</summary>
/// <remarks>A month that had begun and not ended by that day may be in the actual part in whole, in part or not at all. Compared only where every month that had ended was reported, and the running one as well unless the report says too little anyway.</remarks>
public static class WaveChecks
{
    public static IEnumerable<Mismatch> Of(CountedRun run, CountedUnit unit) =>
        from wave in run.Plan.Waves
        where run.HasReceived(unit.Unit.Code, FormKind.WaveReport, wave.Period.Code)
        from indicator in run.Added
        let figure = unit.Find(indicator.Code, FormKind.WaveReport, wave.Period.Code)
        where figure is { Value: not null, DataAsOf: not null }
        let months = MonthsUntil(run.Plan, wave, figure.DataAsOf!.Value)
        where Disagrees(run, unit, figure, months)
        select Found(unit, indicator, wave, figure, months.Ended);

    private static bool Disagrees(CountedRun run, CountedUnit unit, CountedFigure figure, (IReadOnlyList<PeriodCode> Ended, PeriodCode? Running) months)
    {
        if (!months.Ended.All(month => run.HasReceived(unit.Unit.Code, FormKind.Figures, month)) || unit.RangeOf(figure.Indicator, FormKind.Figures, months.Ended) is not { } ended)
        {
            return false;
        }
        if (figure.Actual < Math.Min(ended.Actual, ended.Whole))
        {
            return true;
        }
        var most = Math.Max(ended.Actual, ended.Whole);
        return months.Running is not { } running ? figure.Actual > most
            : unit.Find(figure.Indicator, FormKind.Figures, running) is { Value: { } more } && figure.Actual > most + more;
    }

    private static (IReadOnlyList<PeriodCode> Ended, PeriodCode? Running) MonthsUntil(EmulationPlan plan, Wave wave, DateOnly day)
    {
        var begun = plan.MonthsOf(wave.Period).Where(month => month.From <= day).ToList();
        // Days of the wave behind its last administrative month belong to no month of it: what happened there is in the actual part only.
        var after = begun.Count > 0 && begun[^1].To < day ? plan.Months.FirstOrDefault(month => month.Contains(day)) : null;
        var running = begun.Find(month => month.To > day) ?? after;
        return ([.. begun.Where(month => month.To <= day).Select(month => month.Code)], running?.Code);
    }

    private static Mismatch Found(CountedUnit unit, Indicator indicator, Wave wave, CountedFigure figure, IReadOnlyList<PeriodCode> ended)
    {
        var added = unit.RangeOf(indicator.Code, FormKind.Figures, ended)!.Value.Whole;
        return new Mismatch(
            MismatchKinds.ActualAgainstMonths, wave.Period.Code, unit.Unit.Code, indicator.Code, "",
            MismatchSide.Of(figure.Actual!.Value, unit.SourceOf(figure)),
            MismatchSide.Of(added, new FigureSource(unit.Unit.Code, indicator.Code, FormKind.Figures, ended)),
            RunTexts.Get(
                "ActualAgainstMonths", unit.Unit.ShortName, indicator.Code, indicator.Name, wave.Period.Name, VietnameseNumber.Value(figure.Actual.Value),
                VietnameseNumber.Day(figure.DataAsOf!.Value), VietnameseNumber.Value(added)));
    }
}
