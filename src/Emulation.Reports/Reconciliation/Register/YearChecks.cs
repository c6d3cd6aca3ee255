using Emulation.Plan;
using Emulation.Reports.Scoring;

namespace Emulation.Reports.Reconciliation.Register;

/// <summary>A unit's report on the year against its months and its wave reports. Plans whose year is only the sum of its waves ask for no such report.</summary>
public static class YearChecks
{
    public static IEnumerable<Mismatch> Of(CountedRun run, CountedUnit unit)
    {
        var year = run.Plan.YearPeriod;
        return from indicator in run.Added
               let figure = unit.Find(indicator.Code, FormKind.WaveReport, year.Code)
               where figure is { Value: not null }
               from mismatch in Of(run, unit, year, indicator, figure)
               select mismatch;
    }

    private static IEnumerable<Mismatch> Of(CountedRun run, CountedUnit unit, Period year, Indicator indicator, CountedFigure figure)
    {
        var months = new FigureSource(unit.Unit.Code, indicator.Code, FormKind.Figures, [.. run.Plan.MonthsOf(year).Select(month => month.Code)]);
        var waves = new FigureSource(unit.Unit.Code, indicator.Code, FormKind.WaveReport, [.. run.Plan.Waves.Select(wave => wave.Period.Code)]);
        return new[] { Compared(unit, year, indicator, figure, months, MismatchKinds.MonthsAgainstYear), Compared(unit, year, indicator, figure, waves, MismatchKinds.WavesAgainstYear) }
            .OfType<Mismatch>()
            .Concat(run.Plan.Waves.Select(wave => LessThanAPart(unit, year, indicator, figure, wave)).OfType<Mismatch>());
    }

    private static Mismatch? Compared(CountedUnit unit, Period year, Indicator indicator, CountedFigure figure, FigureSource parts, string kind) =>
        unit.RangeOf(indicator.Code, parts.Form, parts.Periods) is not { } added || added.Meets(new ValueRange(figure.Actual!.Value, figure.Value!.Value)) ? null
            : new Mismatch(
                kind, year.Code, unit.Unit.Code, indicator.Code, "",
                MismatchSide.Of(figure.Value.Value, unit.SourceOf(figure)), MismatchSide.Of(added.Whole, parts),
                RunTexts.Get(
                    kind == MismatchKinds.MonthsAgainstYear ? "MonthsAgainstYear" : "WavesAgainstYear", unit.Unit.ShortName, indicator.Code, indicator.Name, year.Name,
                    VietnameseNumber.Value(figure.Value.Value), VietnameseNumber.Value(added.Whole)));

    /// <summary>What was reported as actual for a part cannot be more than the whole.</summary>
    private static Mismatch? LessThanAPart(CountedUnit unit, Period year, Indicator indicator, CountedFigure figure, Wave wave) =>
        unit.Find(indicator.Code, FormKind.WaveReport, wave.Period.Code) is not { Actual: { } part } reported || figure.Value >= part ? null
            : new Mismatch(
                MismatchKinds.Cumulative, year.Code, unit.Unit.Code, indicator.Code, wave.Period.Code.Value,
                MismatchSide.Of(figure.Value!.Value, unit.SourceOf(figure)), MismatchSide.Of(part, unit.SourceOf(reported)),
                RunTexts.Get(
                    "Cumulative", unit.Unit.ShortName, indicator.Code, indicator.Name, year.Name, VietnameseNumber.Value(figure.Value.Value),
                    wave.Period.Name, VietnameseNumber.Value(part)));
}
