using System.Buffers.Binary;
using Emulation.Ingest.Validation;

namespace Emulation.Ingest.Parsing.OldWorkbooks;

/// <summary>What a BIFF8 workbook says once for all its sheets: their list, fonts, formats, date system, and where its texts begin.</summary>
internal sealed class WorkbookGlobals
{
    private const ushort Biff8 = 0x0600;
    private const ushort AboutWorkbook = 0x0005;
    private readonly BiffRecords records;
    private readonly OldText text = new();
    private readonly List<OldSheet> sheets = [];
    private readonly List<string> fonts = [];
    private readonly SortedDictionary<int, string> formats = [];
    private readonly List<(ushort Font, ushort Format)> styles = [];

    private WorkbookGlobals(BiffRecords records) => this.records = records;

    public IReadOnlyList<OldSheet> Sheets => sheets;

    /// <summary>Names of fonts in order; number 4 is left out by those who refer to them.</summary>
    public IReadOnlyList<string> Fonts => fonts;

    /// <summary>Codes by number, those of the program itself included where it says them.</summary>
    public IReadOnlyDictionary<int, string> Formats => formats;

    /// <summary>Font and number format of every cell style.</summary>
    public IReadOnlyList<(ushort Font, ushort Format)> Styles => styles;

    public bool Is1904 { get; private set; }

    public bool HasLinks { get; private set; }

    /// <summary>Where the shared texts begin; null if there are none.</summary>
    public int? TextsOffset { get; private set; }

    /// <exception cref="UnreadableFileException">Damaged, encrypted, or of a version before BIFF8.</exception>
    public static WorkbookGlobals Read(BiffRecords records)
    {
        var globals = new WorkbookGlobals(records);
        globals.ReadBegin();
        for (records.Read(); records.Type != RecordType.EndOfFile; records.Read())
        {
            globals.ReadRecord();
        }

        return globals;
    }

    /// <summary>The place of a font in <see cref="Fonts"/>.</summary>
    public int FontIndex(ushort font)
    {
        var index = font < 4 ? font : font - 1;
        return font != 4 && index < fonts.Count ? index : throw records.Damage();
    }

    private void ReadBegin()
    {
        records.Read();
        var data = records.AtLeast(4);
        if (records.Type != RecordType.BeginOfFile)
        {
            throw records.Damage();
        }

        var version = BinaryPrimitives.ReadUInt16LittleEndian(data);
        if (version == 0x0500)
        {
            throw new UnreadableFileException(RejectionCatalogue.OldType, ("found", "bảng tính Excel 5.0/95 (.xls)"));
        }

        if (version != Biff8 || BinaryPrimitives.ReadUInt16LittleEndian(data[2..]) != AboutWorkbook)
        {
            throw records.Damage();
        }
    }

    private void ReadRecord()
    {
        switch (records.Type)
        {
            case RecordType.FilePassword:
                throw new UnreadableFileException(RejectionCatalogue.Password);
            case RecordType.BoundSheet:
                ReadSheet();
                break;
            case RecordType.Font:
                fonts.Add(ReadShortText(14));
                break;
            case RecordType.Format:
                ReadFormat();
                break;
            case RecordType.Xf:
                var xf = records.Exactly(20);
                styles.Add((BinaryPrimitives.ReadUInt16LittleEndian(xf), BinaryPrimitives.ReadUInt16LittleEndian(xf[2..])));
                break;
            case RecordType.Date1904:
                Is1904 = BinaryPrimitives.ReadUInt16LittleEndian(records.Exactly(2)) switch { 0 => false, 1 => true, _ => throw records.Damage() };
                break;
            case RecordType.SharedStrings:
                TextsOffset = TextsOffset is null ? records.Offset : throw records.Damage();
                break;
            case RecordType.SupBook:
                HasLinks |= IsLink(records.AtLeast(4));
                break;
            default:
                _ = RecordType.MayBeInGlobals(records.Type) ? 0 : throw records.Damage();
                break;
        }
    }

    /// <summary>Length 4 is this workbook itself (0x0401) or functions added in (0x3A01); anything else names another file or a data source.</summary>
    private bool IsLink(ReadOnlySpan<byte> book) =>
        book.Length != 4 || BinaryPrimitives.ReadUInt16LittleEndian(book[2..]) switch { 0x0401 or 0x3A01 => false, _ => throw records.Damage() };

    private void ReadSheet()
    {
        var data = records.AtLeast(8);
        var offset = BinaryPrimitives.ReadUInt32LittleEndian(data);
        var (state, kind) = ((byte)(data[4] & 3), data[5]);
        var name = ReadShortText(6);
        if (offset > int.MaxValue || state == 3 || kind is not (0 or 1 or 2 or 6))
        {
            throw records.Damage();
        }

        sheets.Add(new OldSheet(name, (int)offset, state, kind));
    }

    private void ReadFormat()
    {
        var number = BinaryPrimitives.ReadUInt16LittleEndian(records.AtLeast(5));
        var data = new ContinuedData(records, 2);
        text.Read(data, records);
        formats[number] = data.IsOver ? text.ToString() : throw records.Damage();
    }

    private string ReadShortText(int at)
    {
        records.AtLeast(at + 2);
        var data = new ContinuedData(records, at);
        text.ReadShort(data, records);
        return data.IsOver ? text.ToString() : throw records.Damage();
    }
}
