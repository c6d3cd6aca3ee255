namespace Emulation.Plan.Files;

/// <summary>units.csv: who takes part.</summary>
internal static class UnitsReader
{
    private static readonly string[] Columns =
    [
        "code", "code_system", "name", "short_name", "kind", "block", "folder", "aliases", "communes", "rural_communes",
        "mail_address", "reports_for", "valid_from", "valid_to", "basis",
    ];

    public static IReadOnlyList<Located<Unit>>? Read(string text, FaultList faults) =>
        CsvTable.Read(PlanFiles.Units, text, Columns, faults)?.Locate(UnitOf);

    private static Unit UnitOf(CsvLine line) => new()
    {
        Code = new UnitCode(line.Code("code")),
        CodeSystem = line.Choice("code_system", PlanWords.CodeSystems),
        Name = line.Text("name"),
        ShortName = line.Text("short_name"),
        Kind = line.Code("kind"),
        Block = line.Text("block"),
        Folder = line.Text("folder"),
        Aliases = line.Words("aliases"),
        Communes = line.WholeOrNull("communes"),
        RuralCommunes = line.WholeOrNull("rural_communes"),
        MailAddress = line.TextOrNull("mail_address"),
        ReportsFor = line.TextOrNull("reports_for"),
        ValidFrom = line.DateOrNull("valid_from"),
        ValidTo = line.DateOrNull("valid_to"),
        Basis = line.Choice("basis", PlanWords.Bases),
    };
}
