using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Emulation.Reports.Scoring;

/// <summary>Writes the canonical bytes of a result: the long lists in pieces side by side, put together in their order.</summary>
/// <remarks>Written by hand because a run over the whole nation has a million lines; <see cref="CanonicalResult"/> reads the same text by the records' own names, and a test holds the two together.</remarks>
internal static class CanonicalWriter
{
    private const int PieceLength = 256;
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public static byte[] Write(FrozenResult frozen)
    {
        var result = frozen.Result;
        var pieces = new List<Func<ArrayBufferWriter<byte>>>
        {
            () => Piece(writer => Head(writer, frozen)),
        };
        AddList(pieces, "\"units\":"u8, result.Units, CanonicalItems.Unit);
        AddList(pieces, ",\"indicators\":"u8, result.Indicators, CanonicalItems.Indicator);
        AddList(pieces, ",\"duties\":"u8, result.Duties, CanonicalItems.Duty);
        AddList(pieces, ",\"discrepancies\":"u8, result.Discrepancies, CanonicalItems.Discrepancy);
        pieces.Add(() => Raw("}}"u8));
        var written = new ArrayBufferWriter<byte>[pieces.Count];
        Parallel.For(0, pieces.Count, index => written[index] = pieces[index]());
        return Joined(written);
    }

    private static void AddList<T>(List<Func<ArrayBufferWriter<byte>>> pieces, ReadOnlySpan<byte> name, IReadOnlyList<T> items, Action<Utf8JsonWriter, T> write)
    {
        var opening = (byte[])[.. name, (byte)'['];
        pieces.Add(() => Raw(opening));
        for (var start = 0; start < items.Count; start += PieceLength)
        {
            var (from, to) = (start, Math.Min(start + PieceLength, items.Count));
            pieces.Add(() => Items(items, from, to, write));
        }
        pieces.Add(() => Raw("]"u8));
    }

    // Every item is a document of its own to the writer; the commas between them are ours.
    private static ArrayBufferWriter<byte> Items<T>(IReadOnlyList<T> items, int from, int to, Action<Utf8JsonWriter, T> write)
    {
        var buffer = new ArrayBufferWriter<byte>(64 * 1024);
        using var writer = new Utf8JsonWriter(buffer, Options);
        for (var index = from; index < to; index++)
        {
            if (index > 0)
            {
                buffer.Write(","u8);
            }
            write(writer, items[index]);
            writer.Flush();
            writer.Reset();
        }
        return buffer;
    }

    private static ArrayBufferWriter<byte> Piece(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            write(writer);
        }
        buffer.Write(","u8);
        return buffer;
    }

    private static ArrayBufferWriter<byte> Raw(ReadOnlySpan<byte> bytes)
    {
        var buffer = new ArrayBufferWriter<byte>(bytes.Length);
        buffer.Write(bytes);
        return buffer;
    }

    private static byte[] Joined(ArrayBufferWriter<byte>[] pieces)
    {
        var bytes = GC.AllocateUninitializedArray<byte>(pieces.Sum(piece => piece.WrittenCount));
        var place = 0;
        foreach (var piece in pieces)
        {
            piece.WrittenSpan.CopyTo(bytes.AsSpan(place));
            place += piece.WrittenCount;
        }
        return bytes;
    }

    // Left open: the lists follow.
    private static void Head(Utf8JsonWriter writer, FrozenResult frozen)
    {
        writer.WriteStartObject();
        writer.WriteString("planHash"u8, frozen.PlanHash);
        writer.WriteString("inputsHash"u8, frozen.InputsHash);
        writer.WriteStartObject("result"u8);
        writer.WriteString("planCode"u8, frozen.Result.PlanCode);
        writer.WriteNumber("planVersion"u8, frozen.Result.PlanVersion);
        writer.WriteString("ruleSet"u8, frozen.Result.RuleSet);
        writer.WriteString("period"u8, frozen.Result.Period.Value);
    }
}
