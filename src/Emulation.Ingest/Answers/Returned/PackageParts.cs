using System.IO.Compression;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Emulation.Ingest.Parsing.Workbooks;

namespace Emulation.Ingest.Answers.Returned;

/// <summary>The parts of a workbook package while some of them are changed; all others are copied as they are.</summary>
internal sealed class PackageParts(ZipGate gate)
{
    private const int LargestTree = 4 << 20;

    // Equal content gives equal bytes.
    private static readonly DateTimeOffset EntryTime = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly XmlReaderSettings Reading = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true };

    // Line breaks in texts and attributes come back as they were.
    private static readonly XmlWriterSettings Writing = new() { Encoding = new UTF8Encoding(false), NewLineHandling = NewLineHandling.Entitize, CloseOutput = false };

    private readonly Dictionary<string, byte[]> changed = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> removed = new(StringComparer.OrdinalIgnoreCase);

    public int Count => gate.Names.Count(name => !removed.Contains(name) && !changed.ContainsKey(name)) + changed.Count;

    public IEnumerable<string> Names => gate.Names.Where(name => !removed.Contains(name)).Union(changed.Keys, StringComparer.OrdinalIgnoreCase);

    public bool Has(string name) => changed.ContainsKey(name) || (gate.Has(name) && !removed.Contains(name));

    public XmlReader Open(string name) => XmlReader.Create(Stream(name), Reading);

    /// <exception cref="NotReturnedException">The part is too large to be held as a tree.</exception>
    public XDocument Load(string name)
    {
        using var stream = Stream(name);
        if (stream.Length > LargestTree)
        {
            throw new NotReturnedException(WhyNotReturned.TooLarge);
        }

        using var reader = XmlReader.Create(stream, Reading);
        return XDocument.Load(reader, LoadOptions.PreserveWhitespace);
    }

    public void Save(string name, XDocument document) => Save(name, document.Save);

    public void Save(string name, Action<XmlWriter> write)
    {
        using var memory = new MemoryStream();
        using (var writer = XmlWriter.Create(memory, Writing))
        {
            write(writer);
        }

        changed[name] = memory.ToArray();
        removed.Remove(name);
    }

    public void Remove(string name)
    {
        changed.Remove(name);
        removed.Add(name);
    }

    /// <summary>A name of that form that no part has: <c>prefix1suffix</c>, <c>prefix2suffix</c>, …</summary>
    public string FreeName(string prefix, string suffix)
    {
        for (var number = 1; ; number++)
        {
            var name = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{prefix}{number}{suffix}");
            if (!Has(name))
            {
                return name;
            }
        }
    }

    /// <summary>The package. The list of content types comes first, as readers of streams expect.</summary>
    public byte[] ToBytes()
    {
        using var target = new MemoryStream();
        using (var zip = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var name in Names.OrderBy(name => name != ContentTypes.Part).ThenBy(name => name, StringComparer.Ordinal))
            {
                var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
                entry.LastWriteTime = EntryTime;
                using var from = Stream(name);
                using var to = entry.Open();
                from.CopyTo(to);
            }
        }

        return target.ToArray();
    }

    private Stream Stream(string name) => changed.TryGetValue(name, out var bytes) ? new MemoryStream(bytes, writable: false) : gate.Read(name);
}
