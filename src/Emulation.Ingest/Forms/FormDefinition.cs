using Emulation.Plan;

namespace Emulation.Ingest.Forms;

/// <summary>What a column holds: decides the grammar of its cells.</summary>
public enum ColumnType
{
    Text,

    /// <summary>A value of an indicator; its grammar is the indicator's.</summary>
    Figure,

    /// <summary>A number, zero or more.</summary>
    Number,

    /// <summary>A whole number, zero or more.</summary>
    Count,

    /// <summary>dd/MM/yyyy.</summary>
    Date,

    /// <summary>Có or Không.</summary>
    YesNo,

    /// <summary>One of <see cref="FormColumn.Choices"/>.</summary>
    Choice,
}

/// <summary>One column of a form.</summary>
public sealed record FormColumn
{
    /// <summary>Stable name in code, e.g. <c>indicator</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Heading as printed, e.g. <c>Thực hiện</c>.</summary>
    public required string Header { get; init; }

    /// <summary>Merged heading above it in the workbook, e.g. <c>Kết quả</c>; null if there is none.</summary>
    public string? Group { get; init; }

    /// <summary>Other headings met; compared by <see cref="TextKey"/>.</summary>
    public IReadOnlyList<string> Synonyms { get; init; } = [];

    public required ColumnType Type { get; init; }

    /// <summary>True if the heading must be there in a text file.</summary>
    public bool InText { get; init; } = true;

    /// <summary>True if the template workbook has the column.</summary>
    public bool InWorkbook { get; init; } = true;

    /// <summary>True if no form is recognised without this column.</summary>
    public bool IsRequired { get; init; }

    /// <summary>True if a data row must fill it.</summary>
    public bool MustBeFilled { get; init; }

    /// <summary>True if its cells are personal data: messages never show them.</summary>
    public bool IsPersonal { get; init; }

    /// <summary>The values of a <see cref="ColumnType.Choice"/>.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>True if the template fills it and officers leave it as it is.</summary>
    public bool IsGiven { get; init; }

    /// <summary>True if the template workbook has it only where the plan knows something to put there; no template becomes old by it.</summary>
    public bool IfKnown { get; init; }

    /// <summary>Width in the template workbook, in characters.</summary>
    public double Width { get; init; } = 12;
}

/// <summary>A form as data: its columns, headings and title, for reading it and for making its template.</summary>
public sealed record FormDefinition
{
    public required FormKind Kind { get; init; }

    /// <summary>Name in messages, e.g. <c>Báo cáo số liệu thi đua</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Title of the workbook, in capitals.</summary>
    public required string Title { get; init; }

    /// <summary>Other titles met; compared by <see cref="TextKey"/>.</summary>
    public IReadOnlyList<string> TitleSynonyms { get; init; } = [];

    /// <summary>In the order of the form.</summary>
    public required IReadOnlyList<FormColumn> Columns { get; init; }

    /// <summary>The headings of the CSV twin, in order.</summary>
    public IEnumerable<string> TextHeaders => Columns.Where(column => column.InText).Select(column => column.Header);

    /// <summary>The place of a column in <see cref="Columns"/>, 0-based.</summary>
    /// <exception cref="ArgumentException">The form has no such column.</exception>
    public int IndexOf(string id)
    {
        for (var index = 0; index < Columns.Count; index++)
        {
            if (Columns[index].Id == id)
            {
                return index;
            }
        }

        throw new ArgumentException($"Form {Kind} has no column '{id}'.", nameof(id));
    }
}
