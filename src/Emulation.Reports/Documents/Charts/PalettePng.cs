using System.Buffers.Binary;
using System.IO.Compression;
using SkiaSharp;

namespace Emulation.Reports.Documents.Charts;

/// <summary>A picture of few colours as PNG with a palette: a third of the bytes of true colours, so that a mail with charts stays small.</summary>
internal static class PalettePng
{
    private const int MostColours = 256;
    private static ReadOnlySpan<byte> Signature => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    /// <param name="picture">A picture of any form the drawing library reads.</param>
    public static byte[] Of(byte[] picture)
    {
        using var bitmap = SKBitmap.Decode(picture);
        var palette = new Dictionary<uint, byte>();
        var lines = new byte[bitmap.Height * (bitmap.Width + 1)];
        for (var y = 0; y < bitmap.Height; y++)
        {
            // Every line begins with its filter: none.
            for (var x = 0; x < bitmap.Width; x++)
            {
                lines[(y * (bitmap.Width + 1)) + x + 1] = PlaceOf(bitmap.GetPixel(x, y), palette);
            }
        }

        using var png = new MemoryStream();
        png.Write(Signature);
        Chunk(png, "IHDR"u8, Head(bitmap.Width, bitmap.Height));
        Chunk(png, "PLTE"u8, [.. palette.Keys.SelectMany(colour => new[] { (byte)(colour >> 16 & 0xFF), (byte)(colour >> 8 & 0xFF), (byte)(colour & 0xFF) })]);
        Chunk(png, "IDAT"u8, Compressed(lines));
        Chunk(png, "IEND"u8, []);
        return png.ToArray();
    }

    /// <summary>Shades of edges are drawn in steps of eight; should there still be too many, the nearest one known serves.</summary>
    private static byte PlaceOf(SKColor colour, Dictionary<uint, byte> palette)
    {
        var stepped = (Step(colour.Red) << 16) | (Step(colour.Green) << 8) | Step(colour.Blue);
        if (palette.TryGetValue(stepped, out var place))
        {
            return place;
        }

        if (palette.Count == MostColours)
        {
            return palette[palette.Keys.MinBy(known => Distance(known, stepped))];
        }

        palette.Add(stepped, (byte)palette.Count);
        return palette[stepped];
    }

    private static uint Step(byte value) => value >= 0xF8 ? 0xFFu : value & 0xF8u;

    private static int Distance(uint one, uint other) =>
        Enumerable.Range(0, 3).Sum(index => Math.Abs((int)((one >> (8 * index)) & 0xFF) - (int)((other >> (8 * index)) & 0xFF)));

    private static byte[] Head(int width, int height)
    {
        var head = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, width);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(4), height);
        (head[8], head[9]) = (8, 3);
        return head;
    }

    private static byte[] Compressed(byte[] lines)
    {
        using var bytes = new MemoryStream();
        using (var zlib = new ZLibStream(bytes, CompressionLevel.SmallestSize))
        {
            zlib.Write(lines);
        }

        return bytes.ToArray();
    }

    private static void Chunk(Stream png, ReadOnlySpan<byte> name, byte[] content)
    {
        byte[] named = [.. name, .. content];
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, content.Length);
        png.Write(number);
        png.Write(named);
        BinaryPrimitives.WriteUInt32BigEndian(number, Checksum(named));
        png.Write(number);
    }

    /// <summary>CRC-32 as the PNG specification (annex D) asks.</summary>
    private static uint Checksum(byte[] bytes)
    {
        var sum = uint.MaxValue;
        foreach (var one in bytes)
        {
            sum ^= one;
            for (var bit = 0; bit < 8; bit++)
            {
                sum = (sum & 1) == 1 ? 0xEDB88320 ^ (sum >> 1) : sum >> 1;
            }
        }

        return ~sum;
    }
}
