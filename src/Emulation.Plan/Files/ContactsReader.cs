namespace Emulation.Plan.Files;

/// <summary>contacts.csv: who is told, in which role, when a unit owes a report. A plan may do without.</summary>
internal static class ContactsReader
{
    private static readonly string[] Columns = ["unit", "role", "position", "address", "valid_from", "valid_to", "basis"];

    public static IReadOnlyList<Located<Contact>>? Read(string text, FaultList faults) =>
        CsvTable.Read(PlanFiles.Contacts, text, Columns, faults)?.Locate(ContactOf);

    private static Contact ContactOf(CsvLine line) => new(
        line.Text("unit"),
        line.Choice("role", PlanWords.ContactRoles),
        line.Text("position"),
        line.Text("address"),
        line.DateOrNull("valid_from"),
        line.DateOrNull("valid_to"),
        line.Choice("basis", PlanWords.Bases));
}
