using System.Globalization;
using Emulation.Ingest.Validation;
using Emulation.Plan;
using Emulation.Reports.Reconciliation.Register;

namespace Emulation.Jobs.Commands;

/// <summary>An entry of the register as lines of text.</summary>
internal static class MismatchLines
{
    /// <summary>One line: number, state, place and sentence.</summary>
    public static string Line(RegisteredMismatch entry, DateOnly today) => string.Create(
        CultureInfo.InvariantCulture,
        $"{entry.Id,5}  {entry.State.ToName(),-9}  {entry.Period,-8}  {entry.Kind}  {entry.Sentence}{Follow(entry.FollowUp, entry.IsOverdue(today))}");

    public static IEnumerable<string> Of(EmulationPlan plan, MismatchFile file)
    {
        var entry = file.Entry;
        yield return string.Create(CultureInfo.InvariantCulture, $"mismatch {entry.Id}  {entry.State.ToName()}  {entry.Kind}  unit {entry.Unit}  period {entry.Period}  indicator {entry.Indicator?.Value ?? "-"}");
        yield return entry.Sentence;
        yield return string.Create(
            CultureInfo.InvariantCulture,
            $"stated {Value(entry.Stated, entry.StatedOn)}  compared {Value(entry.Compared, entry.ComparedOn)}  difference {Value(entry.Difference, null)}  first run {entry.FirstRunId}, last run {entry.LastRunId}");
        foreach (var cell in file.Cells)
        {
            yield return "  " + Cell(cell);
        }

        foreach (var one in file.Events)
        {
            yield return "  " + Event(plan, one);
        }

        if (Follow(entry.FollowUp, false) is { Length: > 0 } follow)
        {
            yield return follow.Trim();
        }
    }

    private static string Cell(MismatchCell cell) => string.Create(
        CultureInfo.InvariantCulture,
        $"{(cell.IsCompared ? "compared" : "stated")}: {cell.Unit} {cell.Indicator} {cell.Period} {cell.Form.ToName()} version {cell.Version} = {Value(cell.Value, cell.Date)}{(cell.Estimated is { } estimated ? $" ({estimated} estimated)" : "")}, {Place(cell)} of {cell.FileName}, submission {cell.SubmissionId}, sha256 {Convert.ToHexStringLower(cell.FileHash)}");

    private static string Event(EmulationPlan plan, MismatchEvent one) => string.Create(
        CultureInfo.InvariantCulture,
        $"{TimeZoneInfo.ConvertTime(one.At, plan.TimeZone):yyyy-MM-dd HH:mm}  {one.What}{(one.RunId is { } run ? $" by run {run}" : "")}{(one.Who is { } who ? $" by {who}" : "")}{(one.Counts is { } counts ? $" ({counts})" : "")}{(one.Owner is { } owner ? $" {owner} until {one.DueOn:yyyy-MM-dd}" : "")}{(one.Text is { } text ? ": " + text : "")}");

    private static string Follow(FollowUp? follow, bool isOverdue) => follow is null ? "" : string.Create(
        CultureInfo.InvariantCulture, $"  [{(isOverdue ? "OVERDUE " : "")}{follow.Owner} until {follow.DueOn:yyyy-MM-dd}{(follow.Note is { } note ? ": " + note : "")}]");

    private static string Place(MismatchCell cell) => cell.Sheet == 0
        ? string.Create(CultureInfo.InvariantCulture, $"line {cell.Row}, column {cell.Column}")
        : string.Create(CultureInfo.InvariantCulture, $"sheet {cell.Sheet}, cell {new CellAddress(cell.Sheet, cell.Row, cell.Column)}");

    private static string Value(decimal? number, DateOnly? day) => number?.ToString("0.######", CultureInfo.InvariantCulture) ?? day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "-";
}
