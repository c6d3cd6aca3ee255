namespace Emulation.Plan.Files;

/// <summary>exemptions.csv: decisions that excuse single units, or give them another target, until a day.</summary>
internal static class ExemptionsReader
{
    private static readonly string[] Columns = ["units", "subject", "period", "kind", "value", "reason", "document", "from", "until", "basis"];

    public static IReadOnlyList<Located<Exemption>>? Read(string text, IReadOnlyList<Located<Indicator>>? indicators, FaultList faults)
    {
        var kinds = indicators?.GroupBy(indicator => indicator.Value.Code.Value).ToDictionary(group => group.Key, group => group.First().Value.Kind) ?? [];
        return CsvTable.Read(PlanFiles.Exemptions, text, Columns, faults)?.Locate(line => ExemptionOf(line, kinds));
    }

    private static Exemption ExemptionOf(CsvLine line, Dictionary<string, IndicatorKind> kinds)
    {
        var subject = line.Text("subject");
        var kind = kinds.TryGetValue(subject, out var known) ? known : (IndicatorKind?)null;
        return new Exemption
        {
            Units = line.Text("units"),
            Subject = subject,
            Period = line.TextOrNull("period") is { } period ? new PeriodCode(period) : null,
            Kind = line.Choice("kind", PlanWords.ExemptionKinds),
            Value = ValueOf(line, kind),
            Date = kind == IndicatorKind.Date ? line.DateOrNull("value") : null,
            Reason = line.Text("reason"),
            Document = line.Text("document"),
            From = line.DateOrNull("from"),
            Until = line.Date("until"),
            Basis = line.Choice("basis", PlanWords.Bases),
        };
    }

    private static decimal? ValueOf(CsvLine line, IndicatorKind? kind) =>
        kind == IndicatorKind.Date || line.TextOrNull("value") is null ? null
        : kind == IndicatorKind.YesNo ? line.Choice("value", PlanWords.TargetYesNo)
        : line.NumberOrNull("value");
}
