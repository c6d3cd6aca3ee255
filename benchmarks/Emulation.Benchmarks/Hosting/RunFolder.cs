namespace Emulation.Benchmarks.Hosting;

/// <summary>A folder for one round, removed with all it holds. Other users may pass through it: the database server is one.</summary>
internal sealed class RunFolder : IDisposable
{
    private const UnixFileMode Passable =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    public RunFolder(string? parent)
    {
        Path = System.IO.Path.Combine(System.IO.Path.GetFullPath(parent ?? System.IO.Path.GetTempPath()), "emulation-bench-" + Guid.NewGuid().ToString("N")[..8]);
        Directory.CreateDirectory(Path, Passable);
    }

    public string Path { get; }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
