namespace Emulation.Plan.Files;

/// <summary>targets.csv: one line an indicator and group of units, one column a period.</summary>
internal static class TargetsReader
{
    private static readonly string[] LeadingColumns = ["indicator", "units"];
    private static readonly string[] TrailingColumns = ["exempt", "basis", "note"];

    public static IReadOnlyList<Located<Target>>? Read(
        string text, IReadOnlyList<Period>? periods, IReadOnlyList<Located<Indicator>>? indicators, FaultList faults)
    {
        var header = CsvTable.HeaderOf(PlanFiles.Targets, text);
        var periodColumns = header.Where(name => periods?.Any(period => period.Code.Value == name) ?? IsNoOwnColumn(name)).Distinct().ToList();
        var lines = CsvTable.Read(PlanFiles.Targets, text, [.. LeadingColumns, .. periodColumns, .. TrailingColumns], faults);
        var kinds = KindsOf(indicators);
        return lines is null ? null : [.. lines.SelectMany(line => TargetsOf(line, periodColumns, kinds))];
    }

    /// <summary>The kind of each indicator; empty if they could not be read.</summary>
    public static Dictionary<IndicatorCode, IndicatorKind> KindsOf(IReadOnlyList<Located<Indicator>>? indicators) =>
        indicators?.GroupBy(indicator => indicator.Value.Code).ToDictionary(group => group.Key, group => group.First().Value.Kind) ?? [];

    /// <summary>The number, or Có or Không, under a period; null for a date and where nothing stands.</summary>
    public static decimal? ValueOf(CsvLine line, string period, IndicatorCode indicator, Dictionary<IndicatorCode, IndicatorKind> kinds) =>
        !kinds.TryGetValue(indicator, out var kind) || kind == IndicatorKind.Date || line.TextOrNull(period) is null ? null
        : kind == IndicatorKind.YesNo ? line.Choice(period, PlanWords.TargetYesNo)
        : line.NumberOrNull(period);

    private static bool IsNoOwnColumn(string name) => !LeadingColumns.Contains(name) && !TrailingColumns.Contains(name);

    private static IEnumerable<Located<Target>> TargetsOf(
        CsvLine line, IReadOnlyList<string> periods, Dictionary<IndicatorCode, IndicatorKind> kinds)
    {
        var indicator = new IndicatorCode(line.Text("indicator"));
        var units = line.Text("units");
        var basis = line.Choice("basis", PlanWords.Bases);
        var exempt = line.TextOrNull("exempt");
        foreach (var period in periods.Where(period => exempt is not null || line.TextOrNull(period) is not null))
        {
            yield return line.Locate(_ => new Target
            {
                Indicator = indicator,
                Units = units,
                Period = new PeriodCode(period),
                Value = ValueOf(line, period, indicator, kinds),
                Date = kinds.GetValueOrDefault(indicator) == IndicatorKind.Date ? line.DateOrNull(period) : null,
                ExemptReason = exempt,
                Basis = basis,
            });
        }
    }
}
