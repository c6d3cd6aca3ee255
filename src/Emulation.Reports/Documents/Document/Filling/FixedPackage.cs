using System.IO.Compression;
using DocumentFormat.OpenXml.Packaging;

namespace Emulation.Reports.Documents.Document.Filling;

/// <summary>A document's container without times of writing and in a fixed order, so that equal content gives equal bytes and one hash.</summary>
internal static class FixedPackage
{
    private const string ContentTypes = "[Content_Types].xml";
    private static readonly DateTimeOffset Stamp = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static byte[] WithoutTimes(byte[] zip)
    {
        using var target = new MemoryStream();
        using (var source = new ZipArchive(new MemoryStream(zip), ZipArchiveMode.Read))
        using (var archive = new ZipArchive(target, ZipArchiveMode.Create))
        {
            foreach (var entry in source.Entries.OrderBy(entry => entry.FullName == ContentTypes ? 0 : 1).ThenBy(entry => entry.FullName, StringComparer.Ordinal))
            {
                Copy(entry, archive);
            }
        }

        return target.ToArray();
    }

    /// <summary>Gives a document that has none a part for title and author; the library would name it at random.</summary>
    public static void AddProperties(WordprocessingDocument file)
    {
        if (file.CoreFilePropertiesPart is not null)
        {
            return;
        }

        var part = file.AddNewPart<CoreFilePropertiesPart>("application/vnd.openxmlformats-package.core-properties+xml", "rIdCore");
        using var stream = part.GetStream(FileMode.Create);
        stream.Write("<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\"/>"u8);
    }

    private static void Copy(ZipArchiveEntry entry, ZipArchive archive)
    {
        var copy = archive.CreateEntry(entry.FullName, CompressionLevel.Optimal);
        copy.LastWriteTime = Stamp;
        using var from = entry.Open();
        using var to = copy.Open();
        from.CopyTo(to);
    }
}
