namespace Emulation.Ingest.Intake;

/// <summary>The open root of a share that carries its marker.</summary>
public sealed class ShareRoot : IDisposable
{
    /// <summary>The file that tells our share from an empty mount point.</summary>
    public const string Marker = ".share-id";

    private readonly ShareFolder root;

    private ShareRoot(ShareFolder root, Guid id)
    {
        this.root = root;
        Id = id;
    }

    /// <summary>What the marker says.</summary>
    public Guid Id { get; }

    internal ShareFolder Folder => root;

    /// <summary>The share at <paramref name="path"/>; null if it cannot be reached or has no marker.</summary>
    public static ShareRoot? TryOpen(string path)
    {
        ShareFolder? root = null;
        try
        {
            root = ShareFolder.OpenRoot(path);
            if (ReadMarker(root) is { } id)
            {
                return new ShareRoot(root, id);
            }
        }
        catch (IOException)
        {
            // An unreachable share is an outage, recorded by the caller.
        }

        root?.Dispose();
        return null;
    }

    /// <summary>The directory at that relative path; null if it is not there. The caller disposes it.</summary>
    public ShareFolder? Open(string relative)
    {
        var current = root.TryOpen(".");
        foreach (var part in relative.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            using var parent = current;
            current = parent?.TryOpen(part);
        }

        return current;
    }

    /// <summary>The folder of that name beside the inboxes of <paramref name="home"/>, made if missing. The caller disposes it.</summary>
    public ShareFolder OpenOrMake(string home, string name, bool groupMayWrite = false)
    {
        using var parent = home.Length == 0 ? root.TryOpen(".") : root.OpenOrMake(home);
        return parent!.OpenOrMake(name, groupMayWrite);
    }

    public void Dispose() => root.Dispose();

    private static Guid? ReadMarker(ShareFolder folder)
    {
        using var file = folder.OpenFile(new RawName(Marker));
        return file is not null && Guid.TryParse(System.Text.Encoding.ASCII.GetString(file.ReadAll(64)).Trim(), out var id) ? id : null;
    }
}
