using System.Text.RegularExpressions;
using Emulation.Ingest.Forms;
using Emulation.Ingest.Validation.Recognition;
using Emulation.Plan;

namespace Emulation.Ingest.Validation.Entries;

/// <summary>Walks the data rows of a list of people, collectives or initiatives, keeps unit and period, and knows under which section a row stands.</summary>
internal sealed partial class EntryRows
{
    private readonly FormTable table;
    private readonly Identity identity;
    private readonly Findings findings;
    private readonly TableRows rows;
    private readonly Indexed<Unit>? fixedUnit;
    private readonly Indexed<Period>? fixedPeriod;
    private readonly (int Unit, int Year) columns;
    private bool? isCollectiveSection;
    private bool isOver;
    private int rowsBeforeSection;

    public EntryRows(FormTable table, Identity identity, Indexed<Unit>? unit, Indexed<Period>? period, Findings findings)
    {
        (this.table, this.identity, this.findings) = (table, identity, findings);
        (fixedUnit, fixedPeriod) = (unit, period);
        columns = (table.Form.IndexOf("unit"), table.Form.IndexOf("year"));
        var required = Required(table.Form).ToArray();
        rows = new TableRows(table, required[0], required);
        Cells = new CellValues(table, findings);
    }

    public CellValues Cells { get; }

    public int RowCount { get; private set; }

    public int HiddenCount { get; private set; }

    /// <summary>Goes to the next data row whose unit and period are allowed or faulty; rows that stand for no entry are passed over.</summary>
    public bool Next()
    {
        while (table.Source.Read())
        {
            if (IsData())
            {
                RowCount++;
                table.LastDataRow = table.Source.RowNumber;
                HiddenCount += table.Source.IsRowHidden ? 1 : 0;
                CoverRow();
                return true;
            }
        }

        Cells.Finish();
        return false;
    }

    /// <summary>Tập thể or Cá nhân: of the row's own cell, else of the section it stands under.</summary>
    public bool IsCollective(int column)
    {
        var text = table.Cell(column).Text;
        if (text.IsEmpty)
        {
            if (isCollectiveSection is { } section)
            {
                return section;
            }

            findings.Add(RejectionCatalogue.NotAChoice, table.ColumnOf(column) > 0 ? table.PlaceOf(column) : table.Row, ("found", ""), ("expected", "Tập thể, Cá nhân"));
            return false;
        }

        return Choice(column) is { } choice && choice == table.Form.Columns[column].Choices[0];
    }

    /// <summary>The choice as the form spells it; null if blank or, with a finding, unknown.</summary>
    public string? Choice(int column)
    {
        var cell = table.Cell(column);
        if (cell.IsBlank)
        {
            return null;
        }

        var key = TextKey.Of(cell.Text);
        var choices = table.Form.Columns[column].Choices;
        if (choices.FirstOrDefault(choice => TextKey.Of(choice) == key) is { } found)
        {
            return found;
        }

        Cells.Fault(RejectionCatalogue.NotAChoice, column, cell.Text, ("expected", string.Join(", ", choices)));
        return null;
    }

    /// <summary>Text that must be there; empty with a finding if it is not.</summary>
    public string Needed(int column)
    {
        if (table.Cell(column).IsBlank)
        {
            findings.Add(RejectionCatalogue.Required, table.PlaceOf(column));
            return "";
        }

        return Cells.Text(column) ?? "";
    }

    private static IEnumerable<int> Required(FormDefinition form) =>
        Enumerable.Range(0, form.Columns.Count).Where(index => form.Columns[index].IsRequired);

    private bool IsData()
    {
        var kind = rows.Kind();
        isOver |= kind == RowKind.Signature;
        if (kind == RowKind.Total && !isOver)
        {
            CheckTotal();
        }
        else if (kind == RowKind.Note)
        {
            findings.Add(RejectionCatalogue.Footnote, table.Row);
        }
        else if (kind == RowKind.Section && !isOver)
        {
            EnterSection(TextKey.Of(rows.Texts()));
        }

        return kind == RowKind.Data && !isOver;
    }

    /// <summary>"Tổng cộng: 5": one number, which counts the list or the section it ends.</summary>
    private void CheckTotal()
    {
        var numbers = Digits().Matches(rows.Texts()).Select(match => match.Value).ToList();
        if (numbers is [var only] && int.TryParse(only, System.Globalization.CultureInfo.InvariantCulture, out var stated)
            && stated != RowCount && stated != RowCount - rowsBeforeSection)
        {
            findings.Add(
                RejectionCatalogue.ListTotal, table.Row,
                ("found", stated.ToString(VietnameseText.Culture)), ("expected", RowCount.ToString(VietnameseText.Culture)));
        }
    }

    [GeneratedRegex("[0-9]{1,6}")]
    private static partial Regex Digits();

    private void EnterSection(string key)
    {
        rowsBeforeSection = RowCount;
        isCollectiveSection = key.Contains("tap the", StringComparison.Ordinal) ? true
            : key.Contains("ca nhan", StringComparison.Ordinal) ? false
            : isCollectiveSection;
    }

    private void CoverRow()
    {
        var period = fixedPeriod ?? (Named(columns.Year) is { Length: > 0 } year ? identity.Period(year, table.PlaceOf(columns.Year)) : null);
        var unit = fixedUnit ?? (Named(columns.Unit) is { Length: > 0 } name ? identity.Unit(name, table.PlaceOf(columns.Unit), period) : null);
        if (unit is not null && period is not null)
        {
            identity.Covers(unit, period, table.Row);
        }
    }

    /// <summary>The row's own unit or year; empty, with a finding, where the column is there but not filled.</summary>
    private ReadOnlySpan<char> Named(int column)
    {
        if (table.ColumnOf(column) == 0)
        {
            return [];
        }

        var text = table.Cell(column).Text;
        if (text.IsEmpty)
        {
            findings.Add(RejectionCatalogue.Required, table.PlaceOf(column));
        }

        return text;
    }
}
