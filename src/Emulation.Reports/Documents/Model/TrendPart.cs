namespace Emulation.Reports.Documents.Model;

/// <summary>The months of the year up to the report, each as its own report said: nothing is computed anew, so a trend never contradicts what was sent.</summary>
internal static class TrendPart
{
    public static IReadOnlyList<TrendMonth> Build(ReportInput input) =>
        [.. input.Months.OrderBy(month => month.Cover.To).Select(Of)];

    private static TrendMonth Of(ReportModel month) => new(
        month.Cover.PeriodCode,
        month.Cover.PeriodName,
        month.Cover.Edition,
        month.Cover.CompleteUnits,
        month.Cover.ExpectedUnits,
        month.Indicators.Count(total => total.Verdict == "met"),
        month.Indicators.Count(total => total.Verdict != "none"),
        [.. month.Results.Select(unit => new TrendPoints(unit.UnitCode, unit.Points))]);
}
