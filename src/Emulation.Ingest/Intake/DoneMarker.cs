namespace Emulation.Ingest.Intake;

/// <summary>An empty file <c>report.xlsx.done</c> beside <c>report.xlsx</c>: its sender says that the report is complete.</summary>
/// <remarks>
/// It shortens the wait to one look and nothing else: who still writes, and what the second hash says, counts as ever. A marker older
/// than the file's last change speaks of an earlier file. Markers of files that are not there mean nothing.
/// </remarks>
internal static class DoneMarker
{
    private const string Ending = ".done";

    public static bool Is(string name, FileStamp stamp) =>
        stamp is { Kind: EntryKind.File, Size: 0 } && name.Length > Ending.Length && name.EndsWith(Ending, StringComparison.OrdinalIgnoreCase);

    /// <summary>The files of one folder, each knowing whether a marker speaks for it.</summary>
    public static IEnumerable<DroppedFile> Announce(IReadOnlyList<DroppedFile> files, IReadOnlyList<DroppedFile> markers)
    {
        if (markers.Count == 0)
        {
            return files;
        }

        var latest = markers.ToLookup(marker => FileOf(marker.Name), marker => marker.Stamp);
        return files.Select(file => file with { IsAnnounced = latest[file.Name.Text].Any(marker => marker.IsNoOlderThan(file.Stamp)) });
    }

    public static IEnumerable<DroppedFile> Lone(IReadOnlyList<DroppedFile> files, IReadOnlyList<DroppedFile> markers)
    {
        var names = markers.Count == 0 ? [] : files.Select(file => file.Name.Text).ToHashSet(StringComparer.Ordinal);
        return markers.Where(marker => !names.Contains(FileOf(marker.Name)));
    }

    /// <summary>Clears away the marker of a file that has left the inbox.</summary>
    public static void RemoveOf(RawName file, ShareFolder inbox)
    {
        Remove(new RawName([.. file.Bytes, .. ".done"u8]), inbox);
        Remove(new RawName([.. file.Bytes, .. ".DONE"u8]), inbox);
    }

    /// <summary>Clears away a marker if it still is one.</summary>
    public static void Remove(RawName marker, ShareFolder folder)
    {
        // A name with its marker may be longer than names can be: then there is none.
        if (marker.Bytes.Length <= LongestName && folder.Stamp(marker) is { } stamp && Is(marker.Text, stamp))
        {
            folder.Remove(marker);
        }
    }

    private const int LongestName = 255;

    private static string FileOf(RawName marker) => marker.Text[..^Ending.Length];
}
