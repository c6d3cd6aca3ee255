using Emulation.Plan;
using Emulation.Reports.Scoring;
using Emulation.TestSupport;

namespace Emulation.Reports.Tests.Scoring;

/// <summary>Scores a plan built in a test on figures written in a line.</summary>
internal static class Scored
{
    public static readonly DateOnly AfterAll = new(2020, 7, 10);

    public static RunResult Run(EmulationPlan plan, params IEnumerable<RawFigure> figures) => Run(plan, Data(figures));

    public static RunResult Run(EmulationPlan plan, RawData data, Period? period = null) =>
        ResultComputation.Of(plan, 1, period ?? Some.Wave1, data.ToRunData(plan, period ?? Some.Wave1));

    /// <summary>Figures with the forms they stand in received in time.</summary>
    public static RawData Data(IEnumerable<RawFigure> figures)
    {
        var list = figures.ToList();
        var forms = list.Select(figure => (figure.Unit, figure.Form, figure.Period)).Distinct();
        return new RawData(AfterAll, list, [.. forms.Select(form => new ReceivedForm(form.Unit, form.Form, form.Period, At(new(2020, 1, 20)), 1))], [], []);
    }

    public static DateTimeOffset At(DateOnly day, int hour = 9, int minute = 0) => new(day, new TimeOnly(hour, minute), TimeSpan.FromHours(7));

    public static RawFigure Wave(string unit, string indicator, decimal? value, decimal? numerator = null, decimal? denominator = null, decimal? estimated = null) =>
        new(new UnitCode(unit), new IndicatorCode(indicator), FormKind.WaveReport, Some.Wave1.Code, 0, value, estimated, numerator, denominator);

    public static RawFigure Month(int month, string unit, string indicator, decimal? value, decimal? numerator = null, decimal? denominator = null, decimal? estimated = null) =>
        new(new UnitCode(unit), new IndicatorCode(indicator), FormKind.Figures, Some.Month(month).Code, 0, value, estimated, numerator, denominator);

    public static RawFigure NothingArose(string unit, string indicator) => Wave(unit, indicator, null) with { State = 1 };

    public static RawFigure Blank(string unit, string indicator) => Wave(unit, indicator, null) with { State = 2 };
}
