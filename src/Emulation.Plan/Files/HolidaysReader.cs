namespace Emulation.Plan.Files;

/// <summary>holidays.csv: public holidays and make-up days.</summary>
internal static class HolidaysReader
{
    private static readonly string[] Columns = ["date", "name", "kind", "basis"];

    public static IReadOnlyList<Located<SpecialDay>>? Read(string text, FaultList faults) =>
        CsvTable.Read(PlanFiles.Holidays, text, Columns, faults)?.Locate(DayOf);

    private static SpecialDay DayOf(CsvLine line) => new(
        line.Date("date"), line.Text("name"), line.Choice("kind", PlanWords.SpecialDayKinds), line.Choice("basis", PlanWords.Bases));
}
