namespace Emulation.Plan.Files;

/// <summary>unit-names.csv and unit-codes.csv: names and other systems' codes of units, with their days.</summary>
internal static class UnitNamesReader
{
    private static readonly string[] NameColumns = ["unit", "kind", "name", "valid_from", "valid_to", "basis"];
    private static readonly string[] CodeColumns = ["unit", "system", "code", "valid_from", "valid_to", "basis"];

    public static IReadOnlyList<Located<(UnitCode Unit, DatedUnitName Name)>>? ReadNames(string text, FaultList faults) =>
        CsvTable.Read(PlanFiles.UnitNames, text, NameColumns, faults)?.Locate(line => (
            new UnitCode(line.Code("unit")),
            new DatedUnitName(
                line.Choice("kind", PlanWords.UnitNameKinds), line.Text("name"), line.DateOrNull("valid_from"), line.DateOrNull("valid_to"), line.Choice("basis", PlanWords.Bases))));

    public static IReadOnlyList<Located<(UnitCode Unit, OtherUnitCode Code)>>? ReadCodes(string text, FaultList faults) =>
        CsvTable.Read(PlanFiles.UnitCodes, text, CodeColumns, faults)?.Locate(line => (
            new UnitCode(line.Code("unit")),
            new OtherUnitCode(
                line.Code("system"), line.Code("code"), line.DateOrNull("valid_from"), line.DateOrNull("valid_to"), line.Choice("basis", PlanWords.Bases))));
}
