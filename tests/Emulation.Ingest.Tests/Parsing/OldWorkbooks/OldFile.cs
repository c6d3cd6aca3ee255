using System.Buffers.Binary;
using System.Text;

namespace Emulation.Ingest.Tests.Parsing.OldWorkbooks;

/// <summary>Writes BIFF8 records and puts them into a compound file, so that tests can make what no program writes.</summary>
internal sealed class OldFile
{
    public const int SheetOffsetPlace = 4;
    private readonly List<byte> stream = [];

    /// <summary>A workbook of one sheet “S” with three styles (general, percent, date) and the shared texts “không” and “một”.</summary>
    /// <param name="globals">More records before the end of those about the workbook.</param>
    public static byte[] Book(Action<OldFile> cells, Action<OldFile>? globals = null, byte state = 0) => Container(("Workbook", Stream(cells, globals, state)));

    public static byte[] Stream(Action<OldFile> cells, Action<OldFile>? globals = null, byte state = 0)
    {
        var file = new OldFile();
        file.Begin(0x0600, 0x0005);
        file.Record(0x0031, [.. new byte[14], 5, 0, .. "Arial"u8]);
        foreach (var format in new ushort[] { 0, 9, 14 })
        {
            file.Record(0x00E0, [0, 0, .. Word(format), .. new byte[16]]);
        }

        var place = file.stream.Count + SheetOffsetPlace;
        file.Record(0x0085, [0, 0, 0, 0, state, 0, 1, 0, (byte)'S']);
        file.Record(0x00FC, [2, 0, 0, 0, 2, 0, 0, 0, .. Text("không"), .. Text("một")]);
        globals?.Invoke(file);
        file.Record(0x000A);
        var start = file.stream.Count;
        file.Begin(0x0600, 0x0010);
        cells(file);
        file.Record(0x000A);
        var bytes = file.stream.ToArray();
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(place), start);
        return bytes;
    }

    public void Begin(ushort version, ushort about) => Record(0x0809, [.. Word(version), .. Word(about), .. new byte[12]]);

    public void Record(ushort type, params byte[] data)
    {
        stream.AddRange([.. Word(type), .. Word((ushort)data.Length), .. data]);
    }

    /// <summary>A record that begins with the address of a cell, both numbers 0-based.</summary>
    public void Cell(ushort type, int row, int column, int style, params byte[] rest) =>
        Record(type, [.. Word((ushort)row), .. Word((ushort)column), .. Word((ushort)style), .. rest]);

    public void Number(int row, int column, double value, int style = 0) => Cell(0x0203, row, column, style, BitConverter.GetBytes(value));

    /// <summary>A formula with a cached value of eight bytes.</summary>
    public void Formula(int row, int column, byte[] value, ushort flags = 0) =>
        Cell(0x0006, row, column, 0, [.. value, .. Word(flags), 0, 0, 0, 0, 3, 0, 0x1E, 1, 0]);

    public static byte[] Word(ushort value) => BitConverter.GetBytes(value);

    /// <summary>A text of two-byte characters behind its length.</summary>
    public static byte[] Text(string text) => [.. Word((ushort)text.Length), 1, .. Encoding.Unicode.GetBytes(text)];

    /// <summary>A compound file of 512-byte sectors: its table, its directory, then the streams. Short streams are filled up with zeros.</summary>
    public static byte[] Container(params (string Name, byte[] Content)[] streams)
    {
        var table = new List<uint> { 0xFFFFFFFD, 0xFFFFFFFE };
        var body = new List<byte>();
        var directory = new byte[512];
        Entry(directory.AsSpan(0, 128), "Root Entry", 5, 1, 0xFFFFFFFE, 0, 0xFFFFFFFF);
        for (var index = 0; index < streams.Length; index++)
        {
            var content = streams[index].Content;
            var size = Math.Max(4096, content.Length);
            var sectors = (size + 511) / 512;
            Entry(directory.AsSpan((index + 1) * 128, 128), streams[index].Name, 2, 0xFFFFFFFF, (uint)table.Count, (uint)size, index + 1 < streams.Length ? (uint)(index + 2) : 0xFFFFFFFF);
            body.AddRange(content);
            body.AddRange(new byte[(sectors * 512) - content.Length]);
            table.AddRange(Enumerable.Range(table.Count + 1, sectors - 1).Select(next => (uint)next));
            table.Add(0xFFFFFFFE);
        }

        table.AddRange(Enumerable.Repeat(0xFFFFFFFFu, 128 - table.Count));
        return [.. Header(), .. table.SelectMany(BitConverter.GetBytes), .. directory, .. body];
    }

    private static byte[] Header()
    {
        var header = new byte[512];
        new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1 }.CopyTo(header, 0);
        (ushort Value, int At)[] words = [(0x3E, 24), (3, 26), (0xFFFE, 28), (9, 30), (6, 32)];
        foreach (var (value, at) in words)
        {
            Word(value).CopyTo(header, at);
        }

        (uint Value, int At)[] numbers = [(1, 44), (1, 48), (4096, 56), (0xFFFFFFFE, 60), (0xFFFFFFFE, 68), (0, 76)];
        header.AsSpan(80).Fill(0xFF);
        foreach (var (value, at) in numbers)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(at), value);
        }

        return header;
    }

    private static void Entry(Span<byte> entry, string name, byte kind, uint child, uint first, uint size, uint right)
    {
        Encoding.Unicode.GetBytes(name, entry);
        Word((ushort)((name.Length + 1) * 2)).CopyTo(entry[64..]);
        entry[66] = kind;
        (uint Value, int At)[] numbers = [(0xFFFFFFFF, 68), (right, 72), (child, 76), (first, 116), (size, 120)];
        foreach (var (value, at) in numbers)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(entry[at..], value);
        }
    }
}
