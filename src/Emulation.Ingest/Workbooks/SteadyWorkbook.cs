using System.IO.Compression;
using OfficeOpenXml;

namespace Emulation.Ingest.Workbooks;

/// <summary>The bytes of a workbook: equal content gives equal bytes, so that a file can be told from one that somebody changed.</summary>
internal static class SteadyWorkbook
{
    // The library stamps every entry with the time of writing.
    private static readonly DateTimeOffset EntryTime = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <param name="made">The instant the workbook's properties name; a day of the plan, never the clock.</param>
    public static byte[] ToBytes(this ExcelPackage package, DateTime made)
    {
        package.Compression = OfficeOpenXml.CompressionLevel.None;
        package.Workbook.Properties.Created = DateTime.SpecifyKind(made, DateTimeKind.Utc);
        using var target = new MemoryStream();
        using (var source = new ZipArchive(new MemoryStream(package.GetAsByteArray()), ZipArchiveMode.Read))
        using (var archive = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in source.Entries)
            {
                Copy(entry, archive);
            }
        }

        return target.ToArray();
    }

    private static void Copy(ZipArchiveEntry entry, ZipArchive archive)
    {
        var copy = archive.CreateEntry(entry.FullName, System.IO.Compression.CompressionLevel.Optimal);
        copy.LastWriteTime = EntryTime;
        using var from = entry.Open();
        using var to = copy.Open();
        from.CopyTo(to);
    }
}
