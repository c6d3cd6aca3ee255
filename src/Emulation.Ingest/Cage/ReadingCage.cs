using System.Collections.Concurrent;
using System.Text;
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
        var findings = new Findings();
        switch (breach)
        {
            case Breach.Memory:
                findings.Add(RejectionCatalogue.TooLarge, Place.File, ("what", "bộ nhớ cần để đọc"), ("limit", $"{options.MemoryMiB} MB"));
                break;
            case Breach.Time:
                findings.Add(RejectionCatalogue.Timeout, Place.File, ("limit", options.Deadline.TotalSeconds.ToString(VietnameseText.Culture) + " giây"));
                break;
            default:
                findings.Add(RejectionCatalogue.Unreadable, Place.File);
                break;
        }

        var list = findings.ToList();
        return new InspectedFile(kind, null, null, list[0], list);
    }
}
