namespace Emulation.Plan.Files;

/// <summary>recipients.csv: the distribution list, in printing order.</summary>
internal static class RecipientsReader
{
    private const string Replaces = "replaces";

    private static readonly string[] Columns = ["code", "name", "kind", "addresses", "reports", "valid_from", "valid_to", "basis"];

    public static IReadOnlyList<Located<Recipient>>? Read(string text, FaultList faults)
    {
        // A list without deputies need not have their column.
        var hasDeputies = CsvTable.HeaderOf(PlanFiles.Recipients, text).Contains(Replaces);
        return CsvTable.Read(PlanFiles.Recipients, text, hasDeputies ? [.. Columns, Replaces] : Columns, faults)
            ?.Locate(line => RecipientOf(line, hasDeputies));
    }

    private static Recipient RecipientOf(CsvLine line, bool hasDeputies) => new(
        line.Code("code"),
        line.Text("name"),
        line.Choice("kind", PlanWords.RecipientKinds),
        line.Words("addresses"),
        ReportsOf(line),
        line.DateOrNull("valid_from"),
        line.DateOrNull("valid_to"),
        line.Choice("basis", PlanWords.Bases),
        hasDeputies ? line.TextOrNull(Replaces) : null);

    private static List<ReportKind> ReportsOf(CsvLine line)
    {
        line.Text("reports");
        var reports = new List<ReportKind>();
        foreach (var word in line.Words("reports"))
        {
            if (ReportKinds.FromName(word) is { } report)
            {
                reports.Add(report);
            }
            else
            {
                line.Add(PlanFaultKind.UnknownWord, "reports", word, string.Join(", ", Enum.GetValues<ReportKind>().Select(kind => kind.ToName())));
            }
        }

        return reports;
    }
}
