using System.IO.Compression;

namespace Emulation.Jobs.Demo.OfficerFiles;

/// <summary>Rewrites a zip file so that equal content gives equal bytes: the writing library stamps every entry with the time of writing.</summary>
public static class FixedZip
{
    private static readonly DateTimeOffset Stamp = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static byte[] WithoutTimes(byte[] zip)
    {
        using var target = new MemoryStream();
        using (var source = new ZipArchive(new MemoryStream(zip), ZipArchiveMode.Read))
        using (var archive = new ZipArchive(target, ZipArchiveMode.Create))
        {
            foreach (var entry in source.Entries)
            {
                var copy = archive.CreateEntry(entry.FullName, CompressionLevel.Fastest);
                copy.LastWriteTime = Stamp;
                using var from = entry.Open();
                using var to = copy.Open();
                from.CopyTo(to);
            }
        }

        return target.ToArray();
    }
}
