using System.IO.Compression;

namespace Emulation.Ingest.Parsing.OldWorkbooks;

/// <summary>Writes the parts of an .xlsx. The same parts give the same bytes; no part grows beyond the limit the gate would refuse.</summary>
internal sealed class PackageWriter(ReadingLimits limits) : IDisposable
{
    private static readonly DateTimeOffset Epoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly MemoryStream memory = new();
    private readonly LimitedTotal total = new(limits);
    private ZipArchive? zip;

    /// <summary>Begins a part; it ends when disposed of.</summary>
    public PartText Begin(string name)
    {
        zip ??= new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true);
        var entry = zip.CreateEntry(name, CompressionLevel.Fastest);
        entry.LastWriteTime = Epoch;
        return new PartText(new LimitedStream(entry.Open(), total));
    }

    /// <summary>Writes a whole part.</summary>
    public void Add(string name, string xml)
    {
        using var part = Begin(name);
        part.Add(xml);
    }

    public byte[] ToBytes()
    {
        zip?.Dispose();
        zip = null;
        return memory.ToArray();
    }

    /// <summary>An archive that was not finished is dropped: finishing it would stumble over the part at which writing stopped.</summary>
    public void Dispose() => memory.Dispose();
}
