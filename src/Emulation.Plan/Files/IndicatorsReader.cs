namespace Emulation.Plan.Files;

/// <summary>indicators.csv: what is measured.</summary>
internal static class IndicatorsReader
{
    private static readonly string[] Columns =
    [
        "code", "name", "english_name", "measure", "kind", "direction", "aggregation", "group", "core", "units", "checks",
        "numerator", "denominator", "from_duty", "synonyms", "basis",
    ];

    public static IReadOnlyList<Located<Indicator>>? Read(string text, FaultList faults) =>
        CsvTable.Read(PlanFiles.Indicators, text, Columns, faults)?.Locate(IndicatorOf);

    private static Indicator IndicatorOf(CsvLine line) => new()
    {
        Code = new IndicatorCode(line.Code("code")),
        Name = line.Text("name"),
        EnglishName = line.Text("english_name"),
        Measure = line.Text("measure"),
        Kind = line.Choice("kind", PlanWords.IndicatorKinds),
        Direction = line.Choice("direction", PlanWords.Directions),
        Aggregation = line.Choice("aggregation", PlanWords.Aggregations),
        Group = new MovementOrCriterion(line.Text("group")),
        IsCore = line.Choice("core", PlanWords.YesOrNo),
        Units = UnitsOf(line),
        Checks = [.. line.Words("checks").Select(check => CheckOf(line, check)).OfType<IndicatorCheck>()],
        NumeratorOf = CodeOrNull(line, "numerator"),
        DenominatorOf = CodeOrNull(line, "denominator"),
        FromDuty = line.TextOrNull("from_duty"),
        Synonyms = line.Words("synonyms"),
        Basis = line.Choice("basis", PlanWords.Bases),
    };

    private static IReadOnlyList<string> UnitsOf(CsvLine line)
    {
        line.Text("units");
        return line.Words("units");
    }

    private static IndicatorCheck? CheckOf(CsvLine line, string check)
    {
        CheckKind? kind = check.StartsWith("<=", StringComparison.Ordinal) ? CheckKind.AtMost
            : check.StartsWith(">=", StringComparison.Ordinal) ? CheckKind.AtLeast
            : null;
        if (kind is not null && check.Length > 2)
        {
            return new IndicatorCheck(kind.Value, check[2..].Trim());
        }

        line.Add(PlanFaultKind.CheckNotReadable, check);
        return null;
    }

    private static IndicatorCode? CodeOrNull(CsvLine line, string name) =>
        line.TextOrNull(name) is { } code ? new IndicatorCode(code) : null;
}
