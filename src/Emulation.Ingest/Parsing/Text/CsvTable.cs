using System.Text;
using CsvHelper;
using Emulation.Ingest.Validation;

namespace Emulation.Ingest.Parsing.Text;

/// <summary>A text table read record by record. Strict: bad quotes, ragged and oversized records are findings by line, and such records are passed over.</summary>
/// <remarks>Over CsvHelper 34 (docs/adr/0002-csv-reader.md), all of whose lenient defaults are turned off or reported.</remarks>
internal sealed class CsvTable : ITableSource
{
    private readonly CsvReader reader;
    private readonly Findings findings;
    private readonly ReadingLimits limits;
    private readonly int firstLine;
    private char[] characters = new char[1024];
    private int used;
    private int expectedCount;
    private CsvMalformedReason? malformed;

    /// <param name="content">UTF-8 without mark, from the header on.</param>
    /// <param name="firstLine">1-based line of the file at which <paramref name="content"/> begins.</param>
    public CsvTable(ReadOnlyMemory<byte> content, char separator, int firstLine, ReadingLimits limits, Findings findings)
    {
        this.limits = limits;
        this.firstLine = firstLine;
        this.findings = findings;
        reader = CsvReader.Create(content, new CsvReaderOptions
        {
            Separator = separator,
            HasHeader = false,
            DetectSeparatorHint = false,
            TrackLineNumbers = true,
            MaxRecordSize = limits.RecordBytes,
            IncludeValuesInExceptions = false,
            MissingField = CsvMissingFieldHandling.ReturnEmpty,
            OnMalformedRecord = record => malformed ??= record.Reason,
        });
    }

    /// <summary>Fields a record should have; those of the first record if not set.</summary>
    public int ExpectedCount
    {
        get => expectedCount;
        init => expectedCount = value;
    }

    public short Sheet => 0;

    public string? SheetName => null;

    public int RowNumber { get; private set; }

    public int ColumnCount { get; private set; }

    public bool IsRowHidden => false;

    public bool Read()
    {
        while (Advance())
        {
            RowNumber = (int)reader.LineNumber + firstLine - 1;
            ColumnCount = reader.FieldCount;
            used = 0;
            if (IsUsable())
            {
                return true;
            }
        }

        return false;
    }

    public CellView Cell(int column)
    {
        if (column > ColumnCount)
        {
            return default;
        }

        var bytes = reader.GetSpan(column - 1);
        if (characters.Length - used < bytes.Length)
        {
            // Views handed out before keep the old array alive; the new one starts empty.
            characters = new char[Math.Max(characters.Length * 2, bytes.Length + 1024)];
            used = 0;
        }

        var target = characters.AsSpan(used);
        var length = Encoding.UTF8.GetChars(bytes, target);
        used += length;
        var text = limits.IsAsStored ? target[..length] : CellText.Trim(target[..length]);
        return text.IsEmpty ? default : new CellView(CellKind.Text, text);
    }

    public void Dispose() => reader.Dispose();

    private bool Advance()
    {
        malformed = null;
        try
        {
            return reader.Read();
        }
        catch (CsvFormatException problem)
        {
            throw new UnreadableFileException(
                RejectionCatalogue.Quote, new Place(null, (int)Math.Max(problem.LineNumber + firstLine - 1, 1), null, null), ("why", "không đọc tiếp được"));
        }
    }

    private bool IsUsable()
    {
        var place = new Place(null, RowNumber, null, null);
        if (limits.IsAsStored && reader.RawRecord.Length > limits.RecordBytes)
        {
            throw new UnreadableFileException(RejectionCatalogue.LongRecord, place, ("limit", limits.RecordBytes.ToString("N0", VietnameseText.Culture)));
        }

        if (malformed is { } reason)
        {
            findings.Add(RejectionCatalogue.Quote, place, ("why", Say(reason)));
            return limits.IsAsStored;
        }

        if (reader.RawRecord.Length > limits.RecordBytes)
        {
            findings.Add(RejectionCatalogue.LongRecord, place, ("limit", limits.RecordBytes.ToString("N0", VietnameseText.Culture)));
            return false;
        }

        if (expectedCount == 0)
        {
            expectedCount = ColumnCount;
        }

        return ColumnCount == expectedCount ? !IsBlank() : IsRaggedButEmptyBeyond(place);
    }

    /// <summary>Empty fields beyond the header's are what spreadsheets leave behind; anything else means a separator too many or too few.</summary>
    private bool IsRaggedButEmptyBeyond(Place place)
    {
        if (IsBlank())
        {
            return false;
        }

        for (var column = expectedCount; column < ColumnCount; column++)
        {
            if (!reader.IsEmpty(column))
            {
                return Ragged(place);
            }
        }

        return ColumnCount > expectedCount || Ragged(place);
    }

    private bool Ragged(Place place)
    {
        findings.Add(
            RejectionCatalogue.Ragged, place,
            ("found", ColumnCount.ToString(VietnameseText.Culture)), ("expected", expectedCount.ToString(VietnameseText.Culture)));
        return limits.IsAsStored;
    }

    private bool IsBlank()
    {
        for (var column = 0; column < ColumnCount; column++)
        {
            if (!reader.IsEmpty(column) && !Cell(column + 1).IsBlank)
            {
                return false;
            }
        }

        return true;
    }

    private static string Say(CsvMalformedReason reason) => reason switch
    {
        CsvMalformedReason.UnterminatedQuote => "dấu nháy kép mở ra mà không đóng lại",
        CsvMalformedReason.TextAfterClosingQuote => "còn chữ sau dấu nháy kép đóng",
        _ => "dấu nháy kép đứng giữa ô",
    };
}
