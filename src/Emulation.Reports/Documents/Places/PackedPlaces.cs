using System.IO.Compression;
using System.Text;

namespace Emulation.Reports.Documents.Places;

/// <summary>The places of a report as they are stored: one gzip of tab-separated lines. Neighbours say nearly the same, so a cell takes a few bytes.</summary>
/// <remarks>docs/adr/0029-numbers-in-sentences.md has the figures.</remarks>
public static class PackedPlaces
{
    public static byte[] Pack(IEnumerable<PrintedPlace> places)
    {
        ArgumentNullException.ThrowIfNull(places);
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.Optimal))
        using (var lines = new StreamWriter(gzip, new UTF8Encoding(false)) { NewLine = "\n" })
        {
            foreach (var place in places)
            {
                lines.Write(Field(place.Face));
                lines.Write('\t');
                lines.Write(Field(place.Place));
                lines.Write('\t');
                lines.Write(Field(place.Text));
                lines.Write('\t');
                lines.WriteLine(Field(place.Origin));
            }
        }

        return bytes.ToArray();
    }

    public static IEnumerable<PrintedPlace> Unpack(byte[] packed)
    {
        using var lines = new StreamReader(new GZipStream(new MemoryStream(packed), CompressionMode.Decompress), Encoding.UTF8);
        while (lines.ReadLine() is { } line)
        {
            var fields = line.Split('\t');
            yield return new PrintedPlace(fields[0], fields[1], fields[2], fields[3]);
        }
    }

    private static string Field(string text) => text.AsSpan().ContainsAny('\t', '\r', '\n') ? text.ReplaceLineEndings(" ").Replace('\t', ' ') : text;
}
