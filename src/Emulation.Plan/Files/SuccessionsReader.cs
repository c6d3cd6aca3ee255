namespace Emulation.Plan.Files;

/// <summary>successions.csv: which units followed which, one line a pair.</summary>
internal static class SuccessionsReader
{
    private static readonly string[] Columns = ["from", "to", "kind", "on", "legal_basis", "basis"];

    public static IReadOnlyList<Located<Succession>>? Read(string text, FaultList faults) =>
        CsvTable.Read(PlanFiles.Successions, text, Columns, faults)?.Locate(SuccessionOf);

    private static Succession SuccessionOf(CsvLine line) => new(
        new UnitCode(line.Code("from")),
        line.TextOrNull("to") is null ? null : new UnitCode(line.Code("to")),
        line.Choice("kind", PlanWords.SuccessionKinds),
        line.Date("on"),
        line.Text("legal_basis"),
        line.Choice("basis", PlanWords.Bases));
}
