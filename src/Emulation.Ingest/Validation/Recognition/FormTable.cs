using Emulation.Ingest.Forms;
using Emulation.Ingest.Parsing;

namespace Emulation.Ingest.Validation.Recognition;

/// <summary>A table recognised as a form, its source standing on the last row of the heading.</summary>
/// <param name="FirstRow">First row of the heading.</param>
/// <param name="LastHeaderRow">Last row of the heading.</param>
/// <param name="RowEstimate">Rows to expect; a hint for memory.</param>
/// <param name="Title">What stands above the heading; empty for a text file.</param>
internal sealed record FormTable(ITableSource Source, HeaderMap Map, int FirstRow, int LastHeaderRow, int RowEstimate, TitleBlock Title) : IDisposable
{
    /// <summary>The last data row read so far.</summary>
    public int LastDataRow { get; set; }

    /// <summary>The old encoding the file was read from, as people know it; null if it is Unicode.</summary>
    public string? OldEncoding { get; init; }

    public FormDefinition Form => Map.Form;

    /// <summary>The measure of all figures whose rows name none: behind a heading, or above the table; null if it stands nowhere.</summary>
    public string? Measure { get; } = Map.Measures.Count > 0 ? Map.Measures[0].Measure : Title.Measure?.Text.TrimEnd(')', ' ');

    /// <summary>Where <see cref="Measure"/> stands.</summary>
    public Place MeasurePlace =>
        (Map.Measures.Count > 0 ? Map.Measures[0].Heading : Title.Measure) is { } text ? new Place(Source.SheetName, text.Row, text.Column, null) : Whole;

    public bool IsText => Source.Sheet == 0;

    /// <summary>The cell of the current row under a column of the form, by its place in the form.</summary>
    public CellView Cell(int formColumn) => Map.ColumnOf[formColumn] is > 0 and var column ? Source.Cell(column) : default;

    /// <summary>The 1-based column of the table; 0 if the table lacks it.</summary>
    public int ColumnOf(int formColumn) => Map.ColumnOf[formColumn];

    /// <summary>The current row's cell under a column of the form.</summary>
    public Place PlaceOf(int formColumn) => PlaceOf(Source.RowNumber, formColumn);

    public Place PlaceOf(int row, int formColumn) =>
        Map.ColumnOf[formColumn] is > 0 and var column
            ? new Place(Source.SheetName, row, column, Form.Columns[formColumn].Header)
            : new Place(Source.SheetName, row, null, null);

    /// <summary>The current row.</summary>
    public Place Row => new(Source.SheetName, Source.RowNumber, null, null);

    /// <summary>The sheet, or the file if it has none.</summary>
    public Place Whole => new(Source.SheetName, null, null, null);

    public void Dispose() => Source.Dispose();
}
