namespace Emulation.Plan.Files;

/// <summary>province-targets.csv: one line an indicator and group of units, one column a wave or the year.</summary>
internal static class ProvinceTargetsReader
{
    private static readonly string[] LeadingColumns = ["indicator", "units"];
    private static readonly string[] TrailingColumns = ["rule", "tolerance", "basis", "note"];

    public static IReadOnlyList<Located<ProvinceTarget>>? Read(
        string text, IReadOnlyList<Period>? periods, IReadOnlyList<Located<Indicator>>? indicators, FaultList faults)
    {
        var header = CsvTable.HeaderOf(PlanFiles.ProvinceTargets, text);
        var columns = header.Where(name => periods?.Any(period => period.Kind != PeriodKind.Month && period.Code.Value == name) ?? IsNoOwnColumn(name)).Distinct().ToList();
        var lines = CsvTable.Read(PlanFiles.ProvinceTargets, text, [.. LeadingColumns, .. columns, .. TrailingColumns], faults);
        var kinds = TargetsReader.KindsOf(indicators);
        return lines is null ? null : [.. lines.SelectMany(line => TargetsOf(line, columns, kinds))];
    }

    private static bool IsNoOwnColumn(string name) => !LeadingColumns.Contains(name) && !TrailingColumns.Contains(name);

    private static IEnumerable<Located<ProvinceTarget>> TargetsOf(CsvLine line, IReadOnlyList<string> periods, Dictionary<IndicatorCode, IndicatorKind> kinds)
    {
        var indicator = new IndicatorCode(line.Text("indicator"));
        var units = line.Text("units");
        var basis = line.Choice("basis", PlanWords.Bases);
        var rule = line.TextOrNull("rule") is null
            ? ProvinceTarget.RulesFor(kinds.GetValueOrDefault(indicator))[0]
            : line.Choice("rule", PlanWords.ProvinceRules);
        var tolerance = line.NumberOrNull("tolerance") ?? 0;
        foreach (var period in periods.Where(period => line.TextOrNull(period) is not null))
        {
            yield return line.Locate(_ => new ProvinceTarget
            {
                Indicator = indicator,
                Units = units,
                Period = new PeriodCode(period),
                Value = TargetsReader.ValueOf(line, period, indicator, kinds),
                Date = kinds.GetValueOrDefault(indicator) == IndicatorKind.Date ? line.DateOrNull(period) : null,
                Rule = rule,
                Tolerance = tolerance,
                Basis = basis,
            });
        }
    }
}
