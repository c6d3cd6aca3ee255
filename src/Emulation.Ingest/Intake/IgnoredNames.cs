namespace Emulation.Ingest.Intake;

/// <summary>Names that programs leave beside people's files; nobody waits for an answer to them.</summary>
public static class IgnoredNames
{
    private static readonly string[] Whole = ["thumbs.db", "desktop.ini", ".ds_store", ".directory"];

    // Lock files of Excel and LibreOffice, resource forks, and our own drafts.
    private static readonly string[] Beginnings = ["~$", ".~lock.", "._", ".fuse_hidden", ".nfs"];

    private static readonly string[] Endings = [".tmp", ".part", ".partial", ".crdownload", ".download", ".swp"];

    public static bool Contains(string name, FileStamp stamp) =>
        stamp.Kind != EntryKind.Directory
        && (Whole.Contains(name, StringComparer.OrdinalIgnoreCase)
            || Beginnings.Any(start => name.StartsWith(start, StringComparison.OrdinalIgnoreCase))
            || Endings.Any(end => name.EndsWith(end, StringComparison.OrdinalIgnoreCase))
            || (stamp.Size == 0 && name.EndsWith(".done", StringComparison.OrdinalIgnoreCase)));
}
