using Emulation.Reports.Evidence;
using Emulation.Reports.Storage;

namespace Emulation.Reports;

/// <summary>Reads the files behind decisions again, and writes one out. What was given up on a person's request is not missed.</summary>
public sealed class CheckEvidence(IEvidenceArchive archive, EvidenceStore store)
{
    /// <summary>Reads every file, or those of the bonus and penalty entries a run counted.</summary>
    /// <param name="runId">Null for all.</param>
    /// <returns>Those that are missing or damaged, a sentence each; empty if all are as they were handed in.</returns>
    public async Task<IReadOnlyList<string>> RunAsync(long? runId, CancellationToken cancellationToken)
    {
        var files = await store.ListAsync(runId, cancellationToken);
        return [.. files.Where(file => file.ErasureId is null && !archive.Holds(file.File.Hash)).Select(Fault)];
    }

    /// <summary>Writes a file into a folder as it was handed in, under its name.</summary>
    /// <returns>Its path.</returns>
    /// <exception cref="InvalidOperationException">Its content was given up.</exception>
    /// <exception cref="IOException">It is missing or damaged, cannot be written, or another file has its name there.</exception>
    public async Task<string> WriteAsync(StoredEvidence evidence, DirectoryInfo folder, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        ArgumentNullException.ThrowIfNull(folder);
        if (evidence.ErasureId is { } erasure)
        {
            throw new InvalidOperationException(FormattableString.Invariant($"The content of evidence {evidence.File.Number} was given up by erasure {erasure}."));
        }
        var content = Read(evidence);
        folder.Create();
        // The name is plain by a constraint of the table: it cannot lead out of the folder.
        var path = Path.Combine(folder.FullName, evidence.File.Name);
        if (!File.Exists(path))
        {
            await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
            await file.WriteAsync(content, cancellationToken);
        }
        else if (!(await File.ReadAllBytesAsync(path, cancellationToken)).AsSpan().SequenceEqual(content))
        {
            throw new IOException($"{path} is there already and is another file: choose another folder.");
        }
        return path;
    }

    /// <summary>The content of a file that was not given up.</summary>
    /// <exception cref="IOException">It is missing or damaged; the message names it.</exception>
    public byte[] Read(StoredEvidence evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        try
        {
            return archive.Read(evidence.File.Hash);
        }
        catch (IOException exception)
        {
            throw new IOException($"{Fault(evidence)}: {exception.Message}", exception);
        }
    }

    private static string Fault(StoredEvidence evidence) => FormattableString.Invariant(
        $"evidence {evidence.File.Number} ({evidence.File.Name}, sha-256 {evidence.File.Hash}) of {evidence.Decision} is missing or damaged in the archive");
}
