using System.Runtime;
using System.Text;
using Emulation.Ingest.Intake;
using Emulation.Ingest.Parsing;
using Emulation.Ingest.Parsing.Inspection;
using Emulation.Ingest.Parsing.OldWorkbooks;
using Emulation.Ingest.Validation;
using Microsoft.Win32.SafeHandles;

namespace Emulation.Ingest.Cage;

/// <summary>The child's side of the cage: answers one request after another until its pipe ends. Knows no database, no share and no secret.</summary>
public static class ReadWorker
{
    /// <summary>Above this a process gives memory back before the next file.</summary>
    private const long Heavy = 128L << 20;

    private const int LongestRequest = 128 << 20;

    /// <summary>Runs on the standard pipes.</summary>
    /// <returns>The exit code.</returns>
    public static int Run()
    {
        using var requests = Console.OpenStandardInput();
        using var answers = Console.OpenStandardOutput();
        try
        {
            Frames.Write(answers, FrameKind.Ready, []);
            while (Frames.Read(requests, LongestRequest) is var (kind, content))
            {
                ProcessMemory.ForgetPeak();
                if (!Answer(kind, content, answers))
                {
                    return 0;
                }

                Rest();
            }
        }
        catch (IOException)
        {
            // The parent is gone; so are we.
        }

        return 0;
    }

    /// <summary>False if this process should not be used again.</summary>
    private static bool Answer(FrameKind kind, byte[] content, Stream answers)
    {
        if (kind == FrameKind.OpenOld)
        {
            var old = OpenOld(content, answers);
            Frames.Write(answers, FrameKind.Answer, old.ToJson());
            return old.UnforeseenFault is null;
        }

        var answer = kind switch
        {
            FrameKind.Inspect => Inspect(InspectRequest.From(content), answers),
            FrameKind.Probe => Probe(content, answers),
            _ => throw new IOException("A request of a kind not known."),
        };
        Frames.Write(answers, FrameKind.Answer, answer.ToJson());
        return answer.File.UnforeseenFault is null;
    }

    private static OldAnswer OpenOld(byte[] content, Stream answers)
    {
        try
        {
            using var pieces = new PieceStream(answers);
            pieces.Write(OldWorkbook.ToPackage(content, ReadingLimits.Default));
            return new OldAnswer(null, null);
        }
        catch (UnreadableFileException problem)
        {
            return new OldAnswer(problem, null);
        }
        catch (OutOfMemoryException)
        {
            return new OldAnswer(new UnreadableFileException(RejectionCatalogue.TooLarge, ("what", "bộ nhớ cần để đọc"), ("limit", "256 MB")), null);
        }
#pragma warning disable CA1031 // Whatever a hostile file provokes, it gets an answer and the others go on.
        catch (Exception problem) when (problem is not IOException)
        {
            return new OldAnswer(null, $"{problem.GetType().Name} in {problem.TargetSite?.DeclaringType?.Name}.{problem.TargetSite?.Name}");
        }
#pragma warning restore CA1031
    }

    private static InspectAnswer Inspect(InspectRequest request, Stream answers)
    {
        using var pieces = new PieceStream(answers);
        using var sheets = new SheetsJson(pieces, request.MostRows);
        byte[]? content = null;
        var file = new FileInspection(sheets, ReadingLimits.Inspection, kind => Frames.Write(answers, FrameKind.FileKind, Encoding.ASCII.GetBytes(kind)), request.Password)
            .Read(() => content = Open(request));
        file = content is not null && request.Check is { } check ? check.Apply(content, file) : file;
        return new InspectAnswer(file, ProcessMemory.OwnPeak());
    }

    private static InspectAnswer Probe(byte[] content, Stream answers)
    {
        using var sheets = new SheetsJson(Stream.Null, mostRows: 0);
        var file = new FileInspection(sheets, ReadingLimits.Inspection, kind => Frames.Write(answers, FrameKind.FileKind, Encoding.ASCII.GetBytes(kind))).Read(() => content);
        return new InspectAnswer(file, ProcessMemory.OwnPeak());
    }

    /// <summary>The content at the path, which the parent has opened and looked at: a descriptor of its own, never a link or a pipe.</summary>
    private static byte[] Open(InspectRequest request)
    {
        using SafeFileHandle handle = File.OpenHandle(request.Path, share: FileShare.ReadWrite | FileShare.Delete);
        using var file = new ShareFile(handle, new RawName("file"));
        return file.ReadAll(request.Size);
    }

    private static void Rest()
    {
        if (ProcessMemory.ResidentOf(Environment.ProcessId) > Heavy)
        {
            GCSettings.LargeObjectHeapCompactionMode = GCLargeObjectHeapCompactionMode.CompactOnce;
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        }
    }
}
