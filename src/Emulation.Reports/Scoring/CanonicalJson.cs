using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Emulation.Reports.Scoring;

/// <summary>Canonical JSON in the making: commas where they belong, decimals in their shortest form. Used again and again, it keeps its memory.</summary>
/// <remarks>The bytes are those of <see cref="Utf8JsonWriter"/> with the same encoder, at a fraction of its cost: a run over a province writes millions of members whose names need no check.</remarks>
internal sealed class CanonicalJson
{
    private static readonly JavaScriptEncoder Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
    private static readonly JsonSerializerOptions Escaping = new() { Encoder = Encoder };
    private byte[] bytes = new byte[16 * 1024];
    private int length;

    /// <summary>Until something else is written.</summary>
    public ReadOnlyMemory<byte> Written => bytes.AsMemory(0, length);

    public void Clear() => length = 0;

    /// <summary>As it stands, without a comma before it.</summary>
    public void Raw(ReadOnlySpan<byte> text)
    {
        text.CopyTo(Reserve(text.Length));
        length += text.Length;
    }

    /// <summary>Items of an array, as they stand.</summary>
    public void Items(ReadOnlySpan<byte> items)
    {
        Separate();
        Raw(items);
    }

    public void StartObject() => Open((byte)'{');

    public void StartObject(ReadOnlySpan<byte> name)
    {
        Name(name);
        Open((byte)'{');
    }

    public void EndObject() => Raw("}"u8);

    public void StartArray(ReadOnlySpan<byte> name)
    {
        Name(name);
        Open((byte)'[');
    }

    public void EndArray() => Raw("]"u8);

    public void String(ReadOnlySpan<byte> name, string? value)
    {
        Name(name);
        Value(value);
    }

    public void String(string name, string? value)
    {
        Value(name);
        Raw(":"u8);
        Value(value);
    }

    /// <summary>A text as the next value of an array.</summary>
    public void Value(string? value)
    {
        Separate();
        if (value is null)
        {
            Raw("null"u8);
            return;
        }
        var place = Reserve((3 * value.Length) + 2);
        var status = Utf8.FromUtf16(value, place[1..], out _, out var written, replaceInvalidSequences: false);
        if (status != OperationStatus.Done || Encoder.FindFirstCharacterToEncodeUtf8(place.Slice(1, written)) >= 0)
        {
            Raw(JsonSerializer.SerializeToUtf8Bytes(value, Escaping));
            return;
        }
        place[0] = place[written + 1] = (byte)'"';
        length += written + 2;
    }

    public void Number(ReadOnlySpan<byte> name, decimal? value)
    {
        Name(name);
        if (value is { } number)
        {
            length += ShortestDecimal.Write(number, Reserve(ShortestDecimal.MostBytes));
        }
        else
        {
            Raw("null"u8);
        }
    }

    public void Boolean(ReadOnlySpan<byte> name, bool value)
    {
        Name(name);
        Raw(value ? "true"u8 : "false"u8);
    }

    private void Name(ReadOnlySpan<byte> name)
    {
        Separate();
        var place = Reserve(name.Length + 3);
        place[0] = (byte)'"';
        name.CopyTo(place[1..]);
        place[name.Length + 1] = (byte)'"';
        place[name.Length + 2] = (byte)':';
        length += name.Length + 3;
    }

    private void Open(byte bracket)
    {
        Separate();
        Reserve(1)[0] = bracket;
        length++;
    }

    private void Separate()
    {
        if (length > 0 && bytes[length - 1] is not ((byte)'{' or (byte)'[' or (byte)':' or (byte)','))
        {
            Raw(","u8);
        }
    }

    private Span<byte> Reserve(int size)
    {
        if (bytes.Length - length < size)
        {
            Array.Resize(ref bytes, Math.Max(2 * bytes.Length, length + size));
        }
        return bytes.AsSpan(length);
    }
}
