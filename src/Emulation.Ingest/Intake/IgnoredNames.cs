namespace Emulation.Ingest.Intake;

/// <summary>Names that programs leave beside people's files; nobody waits for an answer to them.</summary>
public static class IgnoredNames
{
    private static readonly string[] Whole = ["thumbs.db", "desktop.ini", ".ds_store", ".directory"];

    // Lock files of Excel and LibreOffice, resource forks, and what clients and servers leave of a file deleted while open.
    private static readonly string[] Beginnings = ["~$", ".~lock.", "._", ".fuse_hidden", ".nfs", ".smbdelete"];

    private static readonly string[] Endings = [".tmp", ".part", ".partial", ".crdownload", ".download", ".swp", ":zone.identifier"];

    public static bool Contains(string name, FileStamp stamp) =>
        stamp.Kind != EntryKind.Directory
        && (Whole.Contains(name, StringComparer.OrdinalIgnoreCase)
            || Beginnings.Any(start => name.StartsWith(start, StringComparison.OrdinalIgnoreCase))
            || Endings.Any(end => name.EndsWith(end, StringComparison.OrdinalIgnoreCase))
            || IsExcelDraft(name)
            || DoneMarker.Is(name, stamp));

    // Excel saves into eight hexadecimal digits without an ending and renames that to the name; left over, it is half a save or an old one.
    // Eight decimal digits are left to people: they write dates that way.
    private static bool IsExcelDraft(string name) =>
        name.Length == 8 && name.All(letter => letter is (>= '0' and <= '9') or (>= 'A' and <= 'F')) && name.Any(char.IsAsciiLetter);
}
