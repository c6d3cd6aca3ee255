using Emulation.Plan;

namespace Emulation.Ingest.Intake;

/// <summary>Something lying in the share that waits for an answer.</summary>
/// <param name="Folder">Directory relative to the share.</param>
/// <param name="IsAnnounced">True if a marker beside it says that it is complete.</param>
public sealed record DroppedFile(string Folder, RawName Name, FileStamp Stamp, bool IsAnnounced = false);

/// <summary>What one look at the share found.</summary>
/// <param name="Ignored">Entries that are nobody's report: lock files, half-made downloads, thumbnails, markers.</param>
/// <param name="LoneMarkers">Markers in inboxes whose file is not there.</param>
public sealed record Listing(IReadOnlyList<DroppedFile> Files, int Ignored, IReadOnlyList<DroppedFile> LoneMarkers);

/// <summary>Lists what was dropped: in the inboxes and the folders for trials, and where people drop files by mistake.</summary>
/// <remarks>
/// By mistake: in the root of the share, in the root of a unit's folder, in the inbox of a folder that belongs to no unit.
/// Other folders are left alone: they may be an office's own papers.
/// </remarks>
public sealed class ShareListing(IntakeOptions options)
{
    public Listing List(ShareRoot share, EmulationPlan plan)
    {
        var files = new List<DroppedFile>();
        var markers = new List<DroppedFile>();
        var ignored = 0;
        var units = plan.Units.Select(unit => unit.Folder).ToHashSet(StringComparer.Ordinal);
        foreach (var (folder, takesDirectories) in Places(share, units))
        {
            using var opened = share.Open(folder);
            var seen = opened is null ? [] : Look(opened, folder, takesDirectories);
            var ours = takesDirectories ? seen.FindAll(entry => DoneMarker.Is(entry.Name.Text, entry.Stamp)) : [];
            var reports = seen.FindAll(entry => !IgnoredNames.Contains(entry.Name.Text, entry.Stamp));
            files.AddRange(DoneMarker.Announce(reports, ours));
            markers.AddRange(DoneMarker.Lone(reports, ours));
            ignored += seen.Count - reports.Count;
        }

        return new Listing(files, ignored, markers);
    }

    // In an inbox a directory is a mistake and is answered; in the roots directories are the layout.
    private IEnumerable<(string Folder, bool TakesDirectories)> Places(ShareRoot share, HashSet<string> units)
    {
        yield return ("", false);
        foreach (var home in TopFolders(share))
        {
            if (units.Contains(home))
            {
                yield return (home, false);
                yield return ($"{home}/{options.Check}", true);
            }

            yield return ($"{home}/{options.Inbox}", true);
        }
    }

    private List<string> TopFolders(ShareRoot share) =>
        [.. share.Folder.List()
            .Where(name => share.Folder.Stamp(name)?.Kind == EntryKind.Directory && new RawName(name.Text).Equals(name))
            .Select(name => name.Text)
            .Where(name => name != options.Results && name != options.Taken)
            .Order(StringComparer.Ordinal)];

    private static List<DroppedFile> Look(ShareFolder folder, string path, bool takesDirectories)
    {
        var seen = new List<DroppedFile>();
        foreach (var name in folder.List())
        {
            var isOurs = path.Length == 0 && name.Text == ShareRoot.Marker;
            if (!isOurs && folder.Stamp(name) is { } stamp && (stamp.Kind != EntryKind.Directory || takesDirectories))
            {
                seen.Add(new DroppedFile(path, name, stamp));
            }
        }

        return seen;
    }
}
