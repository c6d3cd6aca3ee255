using Microsoft.Extensions.Logging;

namespace Emulation.Ingest.Intake;

/// <summary>Remembers how the files of the share looked at earlier sweeps and says which of them have come to rest.</summary>
/// <remarks>
/// A Windows client shows the full size before the data and may restore an old time, so neither is believed: several looks, our own
/// monotonic clock, and the kernel's word on whether a process of this machine still writes. One instance for the process.
/// </remarks>
public sealed class StableFiles(IntakeOptions options, TimeProvider time, ILogger<StableFiles> log)
{
    private readonly Lock gate = new();
    private Dictionary<(string Folder, RawName Name), Observation> observations = [];

    /// <summary>Takes one look: the files at rest, in the order given. Files no longer listed are forgotten.</summary>
    public IReadOnlyList<DroppedFile> Look(ShareRoot share, IReadOnlyList<DroppedFile> files)
    {
        lock (gate)
        {
            var now = time.GetTimestamp();
            observations = files.ToDictionary(file => (file.Folder, file.Name), file => Observe(file, now));
            return [.. files.Where(file => IsOld(observations[(file.Folder, file.Name)], now) && !IsBeingWritten(share, file))];
        }
    }

    private Observation Observe(DroppedFile file, long now) =>
        observations.TryGetValue((file.Folder, file.Name), out var before) && before.Stamp == file.Stamp
            ? before with { Looks = before.Looks + 1 }
            : new Observation(file.Stamp, now, 1);

    private bool IsOld(Observation seen, long now) =>
        seen.Looks >= options.Looks && time.GetElapsedTime(seen.Since, now) >= options.StableFor;

    // What is no plain file has no writer to wait for; it is refused unopened later on.
    private bool IsBeingWritten(ShareRoot share, DroppedFile file)
    {
        if (file.Stamp.Kind != EntryKind.File || file.Stamp.Links != 1)
        {
            return false;
        }

        try
        {
            using var folder = share.Open(file.Folder);
            using var opened = folder?.OpenFile(file.Name);
            return opened is null || opened.FindWriter() == WriterState.Present;
        }
        catch (IOException exception)
        {
            TellUnreadable(file, exception);
            return true;
        }
    }

    private void TellUnreadable(DroppedFile file, IOException exception)
    {
        var seen = observations[(file.Folder, file.Name)];
        var level = time.GetElapsedTime(seen.Since) >= options.TellUnreadableAfter ? LogLevel.Error : LogLevel.Warning;
        log.Log(level, "{FileName} in {Folder} cannot be opened and waits: {Reason}", file.Name, file.Folder, exception.Message);
    }

    private sealed record Observation(FileStamp Stamp, long Since, int Looks);
}
