namespace Emulation.Ingest.Intake;

/// <summary>What an entry of a directory is.</summary>
public enum EntryKind
{
    File,
    Directory,
    SymbolicLink,

    /// <summary>A pipe, a socket or a device.</summary>
    Special,
}

/// <summary>What the file system says of an entry, without opening it. Equal stamps mean: no sign of change.</summary>
/// <param name="Inode">Identity within its file system.</param>
/// <param name="Size">Bytes.</param>
/// <param name="ModifiedSeconds">Time of change as the client set it; a sign of change, never the time of receipt.</param>
/// <param name="ChangedSeconds">When our kernel last changed the file or its entry; no client can set it back, as Windows sets back the time of what it copies.</param>
/// <param name="Links">Names of the same file; more than 1 for a hard link.</param>
public readonly record struct FileStamp(EntryKind Kind, long Inode, long Size, long ModifiedSeconds, long ModifiedNanoseconds, long ChangedSeconds, long ChangedNanoseconds, int Links)
{
    private const int TypeMask = 0xF000;
    private const int Regular = 0x8000;
    private const int DirectoryType = 0x4000;
    private const int LinkType = 0xA000;

    /// <summary>True if nothing speaks of another content, although the entry itself may have been moved.</summary>
    public bool HasContentOf(FileStamp other) => this == other with { ChangedSeconds = ChangedSeconds, ChangedNanoseconds = ChangedNanoseconds };

    /// <summary>True if this was last changed when the other had been, or at the same instant, by our kernel's clock.</summary>
    public bool IsNoOlderThan(FileStamp other) => (ChangedSeconds, ChangedNanoseconds).CompareTo((other.ChangedSeconds, other.ChangedNanoseconds)) >= 0;

    internal static FileStamp From(in Posix.RawStat stat) => new(
        KindOf(stat.Mode),
        unchecked((long)stat.Inode),
        checked((long)stat.Size),
        stat.ModifiedSeconds,
        stat.ModifiedNanoseconds,
        stat.ChangedSeconds,
        stat.ChangedNanoseconds,
        checked((int)stat.Links));

    private static EntryKind KindOf(int mode) => (mode & TypeMask) switch
    {
        Regular => EntryKind.File,
        DirectoryType => EntryKind.Directory,
        LinkType => EntryKind.SymbolicLink,
        _ => EntryKind.Special,
    };
}
