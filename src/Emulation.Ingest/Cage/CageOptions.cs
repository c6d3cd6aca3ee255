namespace Emulation.Ingest.Cage;

/// <summary>What a file may cost that is read in a process of its own, and how that process is started.</summary>
public sealed record CageOptions
{
    /// <summary>The one argument that makes the program a reader of single files.</summary>
    public const string Command = "read-worker";

    /// <summary>Memory of the process in use at any moment; beyond it, it is killed.</summary>
    public int MemoryMiB { get; init; } = 256;

    /// <summary>The part of it that its garbage-collected heap may take; the runtime itself needs the rest.</summary>
    public int HeapMiB { get; init; } = 160;

    /// <summary>Time from the request to the answer; beyond it, the process is killed.</summary>
    public TimeSpan Deadline { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Largest file that is read without a form, in bytes.</summary>
    public long MaxFileBytes { get; init; } = 64L << 20;

    /// <summary>The program and the arguments before <see cref="Command"/>; by default this very program.</summary>
    public IReadOnlyList<string> Program { get; init; } = ThisProgram();

    private static IReadOnlyList<string> ThisProgram()
    {
        var host = Path.Combine(AppContext.BaseDirectory, "Emulation.Jobs");
        var own = Environment.ProcessPath;
        return own is not null && own == host ? [own] : [own is not null && Path.GetFileName(own) == "dotnet" ? own : "dotnet", host + ".dll"];
    }
}
