using System.Diagnostics;
using Emulation.Ingest.Cage;
using Emulation.Ingest.Parsing.Inspection;

namespace Emulation.Ingest.Inspection;

/// <summary>Reads one file, or all files of a folder, without a form: one report a file, whatever the file does. Needs no plan and no database.</summary>
public sealed class InspectFiles(CageOptions options) : IDisposable
{
    private readonly ReadingCage cage = new(options);

    /// <param name="path">A file or a folder.</param>
    /// <param name="mostRows">Rows of a sheet that are reported; all are read.</param>
    /// <param name="check">Against what they are checked; null for nothing.</param>
    /// <param name="password">Opens encrypted workbooks; null for none.</param>
    /// <returns>In the order of names. Each must be disposed before the next is asked for.</returns>
    /// <exception cref="FileNotFoundException">There is nothing of that name.</exception>
    public IEnumerable<FileReport> Run(string path, int mostRows = int.MaxValue, FormCheck? check = null, string? password = null)
    {
        ArgumentNullException.ThrowIfNull(path);
        cage.WarmUp();
        foreach (var found in new FolderWalk(options.MaxFileBytes).Of(path))
        {
            yield return found.Refusal is null ? Read(found, mostRows, check, password) : NotRead(found);
        }
    }

    public void Dispose() => cage.Dispose();

    private FileReport Read(FoundFile found, int mostRows, FormCheck? check, string? password)
    {
        var spool = new SheetSpool();
        var started = Stopwatch.GetTimestamp();
        var opened = $"/proc/{Environment.ProcessId}/fd/{found.File!.Descriptor}";
        var answer = cage.Inspect(new InspectRequest(opened, found.Size, mostRows, check, password), spool.Add);
        return new FileReport(found.Path, answer.File, spool, Stopwatch.GetElapsedTime(started), answer.Peak);
    }

    private static FileReport NotRead(FoundFile found) =>
        new(found.Path, new InspectedFile("unread", null, null, found.Refusal, [found.Refusal!]), new SheetSpool(), TimeSpan.Zero, 0);
}
