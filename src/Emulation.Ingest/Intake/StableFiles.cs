using Microsoft.Extensions.Logging;

namespace Emulation.Ingest.Intake;

/// <summary>Why a file that no longer changes is not taken.</summary>
public enum Hindrance
{
    /// <summary>A process of this machine, smbd included, has it open for writing.</summary>
    Writer,

    /// <summary>We may not open it.</summary>
    Unreadable,

    /// <summary>It ends in the middle.</summary>
    Unfinished,
}

/// <summary>A file that waits although it does not change.</summary>
/// <param name="For">How long it has not changed.</param>
public sealed record HeldFile(string Folder, RawName Name, Hindrance Hindrance, TimeSpan For);

/// <summary>Remembers how the files of the share looked at earlier sweeps and says which of them have come to rest.</summary>
/// <remarks>
/// A Windows client shows the full size before the data and may restore an old time, so neither is believed: several looks, our own
/// monotonic clock, the kernel's word on whether a process of this machine still writes, and the file's own ending. One instance for the process.
/// </remarks>
public sealed class StableFiles(IntakeOptions options, TimeProvider time, ILogger<StableFiles> log)
{
    // A file that ends in the middle is given time for its sender to notice and copy it again; docs/adr/0012.
    private const int PatienceWithUnfinished = 3;

    private readonly Lock gate = new();
    private Dictionary<(string Folder, RawName Name), Observation> observations = [];
    private bool toldOfSilentKernel;

    /// <summary>The files that have been held up for so long that somebody should be told.</summary>
    public IReadOnlyList<HeldFile> HeldTooLong
    {
        get
        {
            lock (gate)
            {
                return [.. from one in observations
                           let held = time.GetElapsedTime(one.Value.Since)
                           where one.Value.Hindrance is not null && held >= options.TellUnreadableAfter
                           select new HeldFile(one.Key.Folder, one.Key.Name, one.Value.Hindrance!.Value, held)];
            }
        }
    }

    /// <summary>Takes one look: the files at rest, in the order given. Files no longer listed are forgotten.</summary>
    public IReadOnlyList<DroppedFile> Look(ShareRoot share, Listing found)
    {
        lock (gate)
        {
            var now = time.GetTimestamp();
            observations = found.Files.Concat(found.LoneMarkers).ToDictionary(file => (file.Folder, file.Name), file => Observe(file, now));
            return [.. found.Files.Where(file => IsAtRest(share, file, observations[(file.Folder, file.Name)]))];
        }
    }

    /// <summary>The markers of the last look whose files have not come in all that time.</summary>
    public IReadOnlyList<DroppedFile> Abandoned(IReadOnlyList<DroppedFile> markers)
    {
        lock (gate)
        {
            return [.. markers.Where(marker => observations.TryGetValue((marker.Folder, marker.Name), out var seen) && time.GetElapsedTime(seen.Since) >= options.OrphanAge)];
        }
    }

    private Observation Observe(DroppedFile file, long now) =>
        observations.TryGetValue((file.Folder, file.Name), out var before) && before.Stamp == file.Stamp
            ? before with { Looks = before.Looks + 1 }
            : new Observation(file.Stamp, now, 1);

    private bool IsAtRest(ShareRoot share, DroppedFile file, Observation seen)
    {
        var age = time.GetElapsedTime(seen.Since);
        if (!file.IsAnnounced && (seen.Looks < options.Looks || age < options.StableFor))
        {
            return false;
        }

        var mustBeWhole = !file.IsAnnounced && age < options.StableFor * PatienceWithUnfinished;
        seen.Hindrance = FindHindrance(share, file, mustBeWhole, out var reason);
        if (seen.Hindrance is { } hindrance)
        {
            Tell(file, seen, hindrance, reason);
        }

        return seen.Hindrance is null;
    }

    private Hindrance? FindHindrance(ShareRoot share, DroppedFile file, bool mustBeWhole, out string reason)
    {
        reason = "";
        // What is no plain file has no writer to wait for; it is refused unopened later on.
        if (file.Stamp.Kind != EntryKind.File || file.Stamp.Links != 1)
        {
            return null;
        }

        try
        {
            using var folder = share.Open(file.Folder);
            using var opened = folder?.OpenFile(file.Name);
            return opened is null || IsBeingWritten(opened) ? Hindrance.Writer
                : mustBeWhole && !FileEnding.IsWhole(opened, file.Stamp.Size) ? Hindrance.Unfinished
                : null;
        }
        catch (IOException exception)
        {
            reason = exception.Message;
            return Hindrance.Unreadable;
        }
    }

    private bool IsBeingWritten(ShareFile file)
    {
        var writer = file.FindWriter();
        if (writer == WriterState.Unknown && !toldOfSilentKernel)
        {
            toldOfSilentKernel = true;
            log.LogWarning("The kernel does not say who writes to files of the share (it needs CAP_LEASE for files of others): they are taken once they rest, docs/runbook.md");
        }

        return writer == WriterState.Present;
    }

    // Once when it begins to wait, and once when that has lasted too long.
    private void Tell(DroppedFile file, Observation seen, Hindrance hindrance, string reason)
    {
        var level = time.GetElapsedTime(seen.Since) >= options.TellUnreadableAfter ? LogLevel.Error
            : hindrance == Hindrance.Unreadable ? LogLevel.Warning
            : LogLevel.Debug;
        if (level > seen.Told)
        {
            seen.Told = level;
            log.Log(level, "{FileName} in {Folder} waits: {Hindrance} {Reason}", file.Name, file.Folder, hindrance, reason);
        }
    }

    private sealed record Observation(FileStamp Stamp, long Since, int Looks)
    {
        public Hindrance? Hindrance { get; set; }

        public LogLevel Told { get; set; } = LogLevel.Trace;
    }
}
