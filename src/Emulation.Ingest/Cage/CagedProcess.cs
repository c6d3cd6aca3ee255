using System.Diagnostics;

namespace Emulation.Ingest.Cage;

/// <summary>How a process ended a request without answering it.</summary>
internal enum Breach
{
    None,

    /// <summary>It had more memory than allowed.</summary>
    Memory,

    /// <summary>It took longer than allowed.</summary>
    Time,

    /// <summary>It died, or sent what is no answer.</summary>
    Died,
}

/// <summary>One child that reads files, one at a time. After a breach it is dead.</summary>
internal sealed class CagedProcess : IDisposable
{
    /// <summary>How often memory and clock are looked at.</summary>
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(25);

    /// <summary>What a child may take from its parent's environment: never a password or a connection string.</summary>
    private static readonly string[] Inherited = ["PATH", "HOME", "TMPDIR", "LANG", "LC_ALL", "DOTNET_ROOT", "DOTNET_ROOT_X64", "LD_LIBRARY_PATH"];

    private const int LongestFrame = 64 << 20;

    private readonly CageOptions options;
    private readonly Process process;
    private readonly Stream requests;
    private readonly Stream answers;
    private long started;
    private int breach;
    private volatile bool hasRunOutOfMemory;

    public CagedProcess(CageOptions options)
    {
        this.options = options;
        process = Process.Start(StartOf(options)) ?? throw new InvalidOperationException("The reading process did not start.");
        process.ErrorDataReceived += (_, line) => hasRunOutOfMemory |= line.Data?.Contains("Out of memory", StringComparison.Ordinal) == true;
        process.BeginErrorReadLine();
        requests = process.StandardInput.BaseStream;
        answers = process.StandardOutput.BaseStream;
        if (Run(() => Frames.Read(answers, 0)?.Kind == FrameKind.Ready) != true)
        {
            Dispose();
            throw new InvalidOperationException($"The reading process did not start: {string.Join(' ', options.Program)} {CageOptions.Command}.");
        }
    }

    /// <summary>Why it is dead; None while it lives.</summary>
    public Breach Breach => (Breach)Volatile.Read(ref breach) is var reason && reason == Breach.Died && hasRunOutOfMemory ? Breach.Memory : reason;

    /// <summary>Sends a request and takes the answer; null if the process broke its limits or died over it.</summary>
    /// <param name="onPiece">Given what comes before the answer.</param>
    public byte[]? Ask(FrameKind kind, ReadOnlyMemory<byte> request, Action<FrameKind, byte[]> onPiece) => Run(() =>
    {
        Frames.Write(requests, kind, request.Span);
        while (Frames.Read(answers, LongestFrame) is var (answer, content))
        {
            if (answer == FrameKind.Answer)
            {
                return content;
            }

            onPiece(answer, content);
        }

        return null;
    });

    public void Dispose()
    {
        Kill();
        process.WaitForExit();
        requests.Dispose();
        answers.Dispose();
        process.Dispose();
    }

    /// <summary>Runs a dialogue under watch. What it gives stands only if no limit was broken meanwhile.</summary>
    private T? Run<T>(Func<T?> dialogue)
    {
        started = Stopwatch.GetTimestamp();
        T? result = default;
        using (var watch = new Timer(_ => Look(), null, LookEvery, LookEvery))
        {
            try
            {
                result = dialogue();
            }
            catch (Exception fault) when (fault is IOException or InvalidDataException)
            {
                // A broken pipe is a dead child.
            }
        }

        if (result is null)
        {
            End(Breach.Died);
            process.WaitForExit();
        }

        return Breach == Breach.None ? result : default;
    }

    private void Look()
    {
        if (Stopwatch.GetElapsedTime(started) > options.Deadline)
        {
            End(Breach.Time);
        }
        else if (ProcessMemory.ResidentOf(process.Id) > (long)options.MemoryMiB << 20)
        {
            End(Breach.Memory);
        }
    }

    private void End(Breach reason)
    {
        Interlocked.CompareExchange(ref breach, (int)reason, (int)Breach.None);
        Kill();
    }

    private void Kill()
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It has ended already.
        }
    }

    private static ProcessStartInfo StartOf(CageOptions options)
    {
        var start = new ProcessStartInfo(options.Program[0], [.. options.Program.Skip(1), CageOptions.Command])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = "/",
        };
        var inherited = Inherited.Select(name => (name, Value: Environment.GetEnvironmentVariable(name))).Where(pair => pair.Value is not null).ToList();
        start.Environment.Clear();
        inherited.ForEach(pair => start.Environment[pair.name] = pair.Value);
        start.Environment["DOTNET_GCHeapHardLimit"] = ((long)options.HeapMiB << 20).ToString("x", System.Globalization.CultureInfo.InvariantCulture);
        start.Environment["DOTNET_GCgen0size"] = "1000000";
        start.Environment["DOTNET_TieredPGO"] = "0";
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        return start;
    }
}
