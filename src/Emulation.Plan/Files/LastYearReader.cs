namespace Emulation.Plan.Files;

/// <summary>last-year.csv: one line a unit and indicator, one column a period of the year before.</summary>
internal static class LastYearReader
{
    private static readonly string[] LeadingColumns = ["unit", "indicator"];
    private static readonly string[] TrailingColumns = ["basis", "note"];

    public static IReadOnlyList<Located<LastYearFigure>>? Read(string text, IReadOnlyList<Period>? periods, FaultList faults)
    {
        var header = CsvTable.HeaderOf(PlanFiles.LastYear, text);
        var year = periods?.FirstOrDefault(period => period.Kind == PeriodKind.Year)?.From.Year ?? 0;
        var known = (periods ?? []).DistinctBy(period => period.Code).ToDictionary(period => CodeBefore(period, year), period => period.Code);
        var columns = header.Where(name => periods is null ? IsNoOwnColumn(name) : known.ContainsKey(name)).Distinct().ToList();
        var lines = CsvTable.Read(PlanFiles.LastYear, text, [.. LeadingColumns, .. columns, .. TrailingColumns], faults);
        return lines is null ? null : [.. lines.SelectMany(line => FiguresOf(line, columns, known))];
    }

    /// <summary>The code the same period had a year before, e.g. <c>2019-W1</c> for <c>2020-W1</c>.</summary>
    private static string CodeBefore(Period period, int year)
    {
        var (now, before) = (year.ToInvariant(), (year - 1).ToInvariant());
        return period.Code.Value.StartsWith(now, StringComparison.Ordinal) ? before + period.Code.Value[now.Length..] : period.Code.Value;
    }

    private static bool IsNoOwnColumn(string name) => !LeadingColumns.Contains(name) && !TrailingColumns.Contains(name);

    private static IEnumerable<Located<LastYearFigure>> FiguresOf(CsvLine line, IReadOnlyList<string> columns, Dictionary<string, PeriodCode> known)
    {
        var unit = new UnitCode(line.Text("unit"));
        var indicator = new IndicatorCode(line.Text("indicator"));
        var basis = line.Choice("basis", PlanWords.Bases);
        foreach (var column in columns.Where(column => line.TextOrNull(column) is not null))
        {
            yield return line.Locate(_ => new LastYearFigure(unit, indicator, known.GetValueOrDefault(column), line.NumberOrNull(column) ?? 0, basis));
        }
    }
}
