using System.Xml;
using Emulation.Ingest.Validation;

namespace Emulation.Ingest.Parsing.Workbooks;

/// <summary>An XML part of a workbook, read forward only, without DTD and without reaching outside.</summary>
internal sealed class PartReader : IDisposable
{
    private readonly CheckedEntryStream stream;
    private readonly string name;

    public PartReader(ZipGate gate, string name)
    {
        this.name = name;
        stream = (CheckedEntryStream)gate.Read(name);
        Xml = XmlReader.Create(stream, new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            CloseInput = false,
        });
    }

    public XmlReader Xml { get; }

    /// <summary>Runs a step of reading and turns the reader's faults into ours.</summary>
    public T Guard<T>(Func<XmlReader, T> step)
    {
        try
        {
            return step(Xml);
        }
        catch (XmlException problem)
        {
            throw Fault(problem);
        }
    }

    /// <summary>Reads the part to its end, so that its checksum is compared.</summary>
    public void Finish() => stream.Drain();

    /// <summary>A DTD is how XML reaches for files and memory; anything else malformed is damage.</summary>
    public UnreadableFileException Fault(XmlException problem)
    {
        var hasDtd = problem.Message.Contains("DTD", StringComparison.Ordinal);
        if (!hasDtd)
        {
            stream.Drain();
        }

        return hasDtd
            ? new UnreadableFileException(RejectionCatalogue.Unsafe, ("why", "có khai báo DTD bên trong"))
            : new UnreadableFileException(RejectionCatalogue.Corrupt, ("part", name));
    }

    public void Dispose()
    {
        Xml.Dispose();
        stream.Dispose();
    }
}
