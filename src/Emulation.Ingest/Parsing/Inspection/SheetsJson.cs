using System.Text.Encodings.Web;
using System.Text.Json;
using Emulation.Ingest.Validation;

namespace Emulation.Ingest.Parsing.Inspection;

/// <summary>Writes the sheets of one file as a JSON array while they are read: nothing is held but the current row.</summary>
/// <param name="output">Takes UTF-8; flushed in pieces.</param>
/// <param name="mostRows">Rows of a sheet that are written; all are read.</param>
public sealed class SheetsJson(Stream output, int mostRows = int.MaxValue) : IDisposable
{
    private const int FlushAt = 48 << 10;

    /// <summary>Vietnamese letters stay letters; control characters and what JSON needs are escaped.</summary>
    internal static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private readonly Utf8JsonWriter json = new(output, Options);

    internal void Begin() => json.WriteStartArray();

    internal void BeginSheet(string? name, bool isHidden)
    {
        json.WriteStartObject();
        json.WriteString("name", name);
        json.WriteBoolean("hidden", isHidden);
        json.WriteStartArray("rows");
    }

    /// <summary>Writes the rows that are left.</summary>
    /// <param name="mostCharacters">More than so many are refused.</param>
    /// <param name="findings">Told of formulas that were never calculated.</param>
    internal void WriteRows(ITableSource table, long mostCharacters, Findings? findings = null)
    {
        for (var count = 0; table.Read(); count++)
        {
            mostCharacters -= table.ColumnCount;
            if (mostCharacters < 0)
            {
                throw new UnreadableFileException(RejectionCatalogue.TooLarge, ("what", "số ô của tệp"), ("limit", "64 triệu"));
            }

            if (count < mostRows)
            {
                WriteRow(table, findings);
            }
        }
    }

    internal void EndSheet()
    {
        json.WriteEndArray();
        json.WriteEndObject();
    }

    internal void End()
    {
        json.WriteEndArray();
        json.Flush();
    }

    public void Dispose() => json.Dispose();

    private void WriteRow(ITableSource table, Findings? findings)
    {
        json.WriteStartObject();
        json.WriteNumber("number", table.RowNumber);
        json.WriteStartArray("cells");
        for (var column = 1; column <= table.ColumnCount; column++)
        {
            WriteCell(table, column, findings);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void WriteCell(ITableSource table, int column, Findings? findings)
    {
        var cell = table.Cell(column);
        if (cell.Kind == CellKind.Formula)
        {
            findings?.Add(RejectionCatalogue.Uncached, new Place(table.SheetName, table.RowNumber, column, null));
        }

        if (cell.Kind is CellKind.Blank or CellKind.Formula)
        {
            json.WriteNullValue();
        }
        else
        {
            json.WriteStringValue(StoredCell.Say(cell));
        }

        if (json.BytesPending > FlushAt)
        {
            json.Flush();
        }
    }
}
