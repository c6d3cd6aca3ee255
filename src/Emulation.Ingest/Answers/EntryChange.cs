using System.Globalization;
using Emulation.Ingest.Forms;
using Emulation.Ingest.Validation;
using Emulation.Plan;

namespace Emulation.Ingest.Answers;

/// <summary>One line of a list (registration, initiative, proposal) as it is compared. Personal data: shown in the unit's own receipt and nowhere else.</summary>
/// <param name="Row">Where it stands in its file.</param>
/// <param name="Cells">What is said under each of the form's columns that is compared, in the order of <see cref="EntryLines.ColumnsOf"/>; null for blank.</param>
public sealed record EntryLine(int Row, IReadOnlyList<string?> Cells)
{
    public string Name => Cells[0] ?? "";
}

/// <summary>The lines of a list, and what differs between two of them.</summary>
public static class EntryLines
{
    private static readonly string[] Registration = ["name", "kind", "position", "workplace", "title", "commendation", "initiative", "note"];
    private static readonly string[] Initiative = ["title", "author", "coAuthors", "workplace", "recognisedOn", "recognisedBy", "summary"];
    private static readonly string[] Proposal =
    [
        "name", "kind", "gender", "bornOn", "position", "workplace", "title", "commendation", "isRegistered", "decision", "discipline", "completion", "recruitedOn",
        "earlierDecisions", "worker", "staff", "advanced", "fighters", "votesFor", "votesTotal", "summary",
    ];

    /// <summary>The columns compared of a form, the one that names a line first; empty for a form of figures.</summary>
    public static IReadOnlyList<string> ColumnsOf(FormKind form) => form switch
    {
        FormKind.Registration => Registration,
        FormKind.Initiatives => Initiative,
        FormKind.AwardProposals => Proposal,
        _ => [],
    };

    /// <summary>The lines a file brings.</summary>
    public static IReadOnlyList<EntryLine> Of(ReadSubmission read) => read.Form switch
    {
        FormKind.Registration => [.. read.Registrations.Select(one => new EntryLine(
            one.RowNumber, [one.Name, Kind(one.IsCollective), one.Position, one.Workplace, one.Title, one.Commendation, one.PlannedInitiative, one.Note]))],
        FormKind.Initiatives => [.. read.Initiatives.Select(one => new EntryLine(
            one.RowNumber, [one.Title, one.Author, one.CoAuthors, one.Workplace, Day(one.RecognisedOn), one.RecognisedBy, one.Summary]))],
        _ => [.. read.AwardProposals.Select(one => new EntryLine(
            one.RowNumber,
            [
                one.Name, Kind(one.IsCollective), one.Gender, Day(one.BornOn), one.Position, one.Workplace, one.Title, one.Commendation,
                YesNo(one.IsRegistered), one.InitiativeDecision, one.Discipline, one.Completion, Day(one.RecruitedOn), one.EarlierDecisions, YesNo(one.IsDirectWorker),
                Count(one.Staff), Count(one.AdvancedWorkers), Count(one.EmulationFighters), Count(one.VotesFor), Count(one.VotesTotal), one.Summary,
            ]))],
    };

    public static string Kind(bool isCollective) => Texts.Get(isCollective ? "Value.Collective" : "Value.Person");

    public static string? YesNo(bool? isSo) => isSo is { } known ? Texts.Get(known ? "Value.Yes" : "Value.No") : null;

    private static string? Day(DateOnly? day) => day is { } given ? VietnameseNumbers.Day(given) : null;

    private static string? Count(int? count) => count?.ToString(CultureInfo.InvariantCulture);

    /// <summary>Lines added, dropped and changed. Lines with the same name and kind (or author) are the same, in order where there are several.</summary>
    public static IReadOnlyList<FigureChange> Between(FormKind form, IReadOnlyList<EntryLine> before, IReadOnlyList<EntryLine> after)
    {
        var (old, headers) = (before.GroupBy(Key).ToDictionary(group => group.Key, group => new Queue<EntryLine>(group)), HeadersOf(form));
        var changes = new List<FigureChange>();
        foreach (var line in after)
        {
            if (old.TryGetValue(Key(line), out var same) && same.TryDequeue(out var was))
            {
                changes.AddRange(Differences(headers, was, line));
            }
            else
            {
                changes.Add(new FigureChange(Texts.Get("Entry.Added"), line.Name, Place(line), Texts.Get("Value.Absent"), Rest(line)));
            }
        }

        return [.. changes, .. old.Values.SelectMany(left => left).OrderBy(line => line.Row)
            .Select(line => new FigureChange(Texts.Get("Entry.Removed"), line.Name, null, Rest(line), Texts.Get("Value.Absent")))];
    }

    private static IEnumerable<FigureChange> Differences(List<string> headers, EntryLine was, EntryLine now)
    {
        for (var index = 1; index < headers.Count; index++)
        {
            if (was.Cells[index] != now.Cells[index])
            {
                yield return new FigureChange(
                    Texts.Get("Entry.Changed"), $"{now.Name} – {headers[index]}", Place(now),
                    was.Cells[index] ?? Texts.Get("Value.NotReported"), now.Cells[index] ?? Texts.Get("Value.NotReported"));
            }
        }
    }

    private static string Key(EntryLine line) => $"{line.Cells[0]}\n{line.Cells[1]}";

    private static string Place(EntryLine line) => string.Create(CultureInfo.InvariantCulture, $"dòng {line.Row}");

    private static string Rest(EntryLine line) => string.Join("; ", line.Cells.Skip(1).Where(cell => !string.IsNullOrEmpty(cell)).Take(4));

    private static List<string> HeadersOf(FormKind form)
    {
        var definition = FormCatalogue.Of(form);
        return [.. ColumnsOf(form).Select(id => definition.Columns[definition.IndexOf(id)].Header)];
    }
}
