using Emulation.Ingest.Forms;
using Emulation.Ingest.Validation.Recognition;
using Emulation.Ingest.Validation.Values;

namespace Emulation.Ingest.Validation.Entries;

/// <summary>Reads the lists: registrations, initiatives, award proposals. Cells of personal data never stand in a finding.</summary>
internal sealed class EntryReading(FormTable table, EntryRows rows, Findings findings)
{
    private readonly FormDefinition form = table.Form;

    public List<RegistrationEntry> Registrations()
    {
        var (kind, name) = (Column("kind"), Column("name"));
        var entries = new List<RegistrationEntry>();
        while (rows.Next())
        {
            entries.Add(new RegistrationEntry(
                table.Source.RowNumber, rows.IsCollective(kind), rows.Needed(name), Text("position"), Text("workplace"),
                Text("title"), Text("commendation"), Text("initiative"), Text("note")));
        }

        return entries;
    }

    public List<InitiativeEntry> Initiatives()
    {
        var (title, author) = (Column("title"), Column("author"));
        var entries = new List<InitiativeEntry>();
        while (rows.Next())
        {
            entries.Add(new InitiativeEntry(
                table.Source.RowNumber, rows.Needed(title), rows.Needed(author), Text("coAuthors"), Text("workplace"),
                Date("recognisedOn"), Text("recognisedBy"), Text("summary")));
        }

        return entries;
    }

    public List<AwardProposalEntry> AwardProposals()
    {
        var (kind, name, gender, completion, worker) = (Column("kind"), Column("name"), Column("gender"), Column("completion"), Column("worker"));
        var entries = new List<AwardProposalEntry>();
        while (rows.Next())
        {
            var (votesFor, votesTotal) = (Count("votesFor"), Count("votesTotal"));
            CheckVotes(votesFor, votesTotal);
            entries.Add(new AwardProposalEntry(
                table.Source.RowNumber, rows.IsCollective(kind), rows.Needed(name), rows.Choice(gender), Date("bornOn"), Text("position"), Text("workplace"),
                Text("title"), Text("commendation"), YesNo("isRegistered"), Text("decision"), Text("discipline"), votesFor, votesTotal, Text("summary"))
            {
                Completion = rows.Choice(completion),
                RecruitedOn = Date("recruitedOn"),
                EarlierDecisions = Text("earlierDecisions"),
                IsDirectWorker = rows.Choice(worker) is { } kindOfWorker ? kindOfWorker == form.Columns[worker].Choices[0] : null,
                Staff = Count("staff"),
                AdvancedWorkers = Count("advanced"),
                EmulationFighters = Count("fighters"),
            });
        }

        return entries;
    }

    private void CheckVotes(int? votesFor, int? votesTotal)
    {
        if (votesFor > votesTotal)
        {
            findings.Add(
                RejectionCatalogue.Votes, table.PlaceOf(Column("votesFor")),
                ("found", VietnameseText.Say(votesFor.Value)), ("expected", VietnameseText.Say(votesTotal.Value)));
        }
    }

    private int Column(string id) => form.IndexOf(id);

    private string? Text(string id) => rows.Cells.Text(Column(id));

    private DateOnly? Date(string id) => rows.Cells.Date(Column(id), out var date) == CellOutcome.Value ? date : null;

    private bool? YesNo(string id) => rows.Cells.YesNo(Column(id), out var isYes) == CellOutcome.Value ? isYes : null;

    /// <summary>A whole number that fits an integer column.</summary>
    private int? Count(string id)
    {
        var column = Column(id);
        if (rows.Cells.Number(column, NumberRole.Count, out var value) != CellOutcome.Value)
        {
            return null;
        }

        if (value <= int.MaxValue)
        {
            return (int)value;
        }

        rows.Cells.Fault(RejectionCatalogue.OutOfRange, column, VietnameseText.Say(value), ("expected", "từ 0 đến 2.147.483.647"));
        return null;
    }
}
