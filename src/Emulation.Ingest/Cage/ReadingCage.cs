using System.Collections.Concurrent;
using System.Text;
using Emulation.Ingest.Parsing;
using Emulation.Ingest.Parsing.Inspection;
using Emulation.Ingest.Validation;

namespace Emulation.Ingest.Cage;

/// <summary>Reads files in processes of their own, under limits of memory and time that are kept from outside. Processes serve many files; one that breaks a limit is killed and replaced.</summary>
public sealed class ReadingCage(CageOptions options) : IDisposable
{
    private readonly ConcurrentBag<CagedProcess> idle = [];

    /// <summary>Starts a process ahead, so that the first file does not wait for it.</summary>
    public void WarmUp() => Return(Take());

    /// <summary>Reads a file without a form. Whatever the file does, there is an answer.</summary>
    /// <param name="onSheets">Given the sheets in pieces of JSON; they count only if the file was read.</param>
    /// <returns>What it is, and the most memory the reader had in use, in bytes.</returns>
    internal InspectAnswer Inspect(InspectRequest request, Action<byte[]> onSheets) => Ask(FrameKind.Inspect, request.ToJson(), onSheets);

    /// <summary>Reads content without a form, only to learn that it can be read within the limits.</summary>
    public InspectedFile Probe(ReadOnlyMemory<byte> content) => Ask(FrameKind.Probe, content, _ => { }).File;

    /// <summary>The package of a workbook of Excel 97–2003, made in the cage.</summary>
    /// <exception cref="UnreadableFileException">It cannot be read, or not within the limits.</exception>
    /// <exception cref="InvalidDataException">Reading it met a fault nobody foresaw.</exception>
    public byte[] OpenOld(ReadOnlyMemory<byte> content, ReadingLimits limits)
    {
        ArgumentNullException.ThrowIfNull(limits);
        using var package = new MemoryStream();
        var process = Take();
        var answer = process.Ask(FrameKind.OpenOld, content, (_, piece) => package.Write(piece));
        var old = answer is null ? new OldAnswer(null, null) : OldAnswer.From(answer);
        if (answer is null || old.UnforeseenFault is not null)
        {
            process.Dispose();
        }
        else
        {
            Return(process);
        }

        if (answer is null)
        {
            var (breach, values) = Explain(process.Breach);
            throw new UnreadableFileException(breach, values);
        }

        if (old.Refusal is { } refusal)
        {
            throw refusal;
        }

        if (old.UnforeseenFault is { } fault)
        {
            throw new InvalidDataException(fault);
        }

        return package.ToArray();
    }

    public void Dispose()
    {
        while (idle.TryTake(out var process))
        {
            process.Dispose();
        }
    }

    private InspectAnswer Ask(FrameKind ask, ReadOnlyMemory<byte> request, Action<byte[]> onSheets)
    {
        var process = Take();
        var kind = "unread";
        var answer = process.Ask(ask, request, (frame, content) =>
        {
            if (frame == FrameKind.FileKind)
            {
                kind = Encoding.ASCII.GetString(content);
            }
            else
            {
                onSheets(content);
            }
        });
        if (answer is null)
        {
            process.Dispose();
            return new InspectAnswer(Refused(kind, process.Breach), (long)options.MemoryMiB << 20);
        }

        var read = InspectAnswer.From(answer);
        if (read.File.UnforeseenFault is null)
        {
            Return(process);
        }
        else
        {
            process.Dispose();
        }

        return read;
    }

    private CagedProcess Take() => idle.TryTake(out var process) ? process : new CagedProcess(options);

    private void Return(CagedProcess process) => idle.Add(process);

    private InspectedFile Refused(string kind, Breach breach)
    {
        var (problem, values) = Explain(breach);
        var findings = new Findings();
        findings.Add(problem, Place.File, values);
        var list = findings.ToList();
        return new InspectedFile(kind, null, null, list[0], list);
    }

    private (RejectionKind Problem, (string Name, string Value)[] Values) Explain(Breach breach) => breach switch
    {
        Breach.Memory => (RejectionCatalogue.TooLarge, [("what", "bộ nhớ cần để đọc"), ("limit", $"{options.MemoryMiB} MB")]),
        Breach.Time => (RejectionCatalogue.Timeout, [("limit", options.Deadline.TotalSeconds.ToString(VietnameseText.Culture) + " giây")]),
        _ => (RejectionCatalogue.Unreadable, []),
    };
}
