namespace Emulation.Ingest.Parsing;

/// <summary>A table read row by row: one sheet of a workbook, or a text file.</summary>
internal interface ITableSource : IDisposable
{
    /// <summary>1-based sheet; 0 for a text file.</summary>
    short Sheet { get; }

    /// <summary>Null for a text file.</summary>
    string? SheetName { get; }

    /// <summary>1-based row, or line where the record begins.</summary>
    int RowNumber { get; }

    /// <summary>The last column of the current row that may hold something.</summary>
    int ColumnCount { get; }

    /// <summary>True if the file hides the current row.</summary>
    bool IsRowHidden { get; }

    /// <summary>Goes to the next row that holds anything. Rows that cannot be used as they stand (ragged, bad quotes) become findings and are passed over.</summary>
    /// <exception cref="UnreadableFileException">The file ends here for good.</exception>
    bool Read();

    /// <summary>The cell of the current row in a 1-based column; blank beyond the row.</summary>
    CellView Cell(int column);
}
