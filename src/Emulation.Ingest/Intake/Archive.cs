using System.Globalization;
using Emulation.Plan;
using Microsoft.Win32.SafeHandles;

namespace Emulation.Ingest.Intake;

/// <summary>The files as they came, by content: <c>ab/cd/&lt;sha256&gt;</c>. A file is in it whole and on the disk, or not at all.</summary>
/// <remarks>.NET on Linux does not report a failed fsync, so it is called directly and its answer believed (docs/adr/0004).</remarks>
public sealed class Archive(IntakeOptions options)
{
    private const string Drafts = "tmp";

    /// <summary>Keeps the content and returns only when it is safe on the disk and was read back. Keeping it again changes nothing.</summary>
    /// <exception cref="IOException">It could not be written, made durable or read back.</exception>
    public void Keep(Fingerprint hash, ReadOnlySpan<byte> content)
    {
        var place = PathOf(hash);
        if (Verify(hash) && MakeYoung(place))
        {
            return;
        }

        var draft = Path.Combine(MakeFolder(Drafts), string.Create(CultureInfo.InvariantCulture, $"{hash.Hex}.{Guid.NewGuid():N}"));
        WriteDurably(draft, content);
        FailPoint.Reach("intake.archive.written");
        var folder = MakeFolder(Path.Combine(hash.Hex[..2], hash.Hex[2..4]));
        File.Move(draft, place, overwrite: true);
        SyncFolder(folder);
        if (HashOf(place) != hash)
        {
            throw new IOException($"The archive gave back another content than it was given for {hash}.");
        }
    }

    /// <summary>The content kept under that hash.</summary>
    /// <exception cref="IOException">It is missing or damaged.</exception>
    public byte[] Read(Fingerprint hash)
    {
        var content = File.ReadAllBytes(PathOf(hash));
        return Fingerprint.Of(content) == hash ? content : throw new IOException($"The archived file {hash} is damaged.");
    }

    /// <summary>True if the file is there and holds what its name says.</summary>
    public bool Verify(Fingerprint hash) => File.Exists(PathOf(hash)) && HashOf(PathOf(hash)) == hash;

    /// <summary>The files that have lain here longer than that, in no order: candidates for removal if no row names them.</summary>
    public IEnumerable<Fingerprint> OlderThan(TimeSpan age) =>
        Files().Where(file => IsOlder(file, age) && file.Name.Length == 64).Select(file => new Fingerprint(file.Name));

    public bool Contains(Fingerprint hash) => File.Exists(PathOf(hash));

    /// <summary>Removes a file that has lain here longer than that and that no row names, unless one comes to name it meanwhile.</summary>
    /// <param name="age">Looked at again when the file is out of sight: one that was kept anew since has its row on the way.</param>
    /// <param name="isNamed">Asked after the file has gone out of sight: a keeper that comes later finds it missing and keeps it anew.</param>
    public async Task<bool> RemoveOrphanAsync(Fingerprint hash, TimeSpan age, Func<Task<bool>> isNamed)
    {
        var aside = Path.Combine(MakeFolder(Drafts), $"{hash.Hex}.orphan");
        File.Move(PathOf(hash), aside, overwrite: true);
        if (!IsOlder(new FileInfo(aside), age) || await isNamed())
        {
            File.Move(aside, PathOf(hash), overwrite: true);
            return false;
        }

        File.Delete(aside);
        return true;
    }

    /// <summary>Gives a file up for good; nothing happens if it is gone.</summary>
    public void Erase(Fingerprint hash)
    {
        if (Contains(hash))
        {
            File.Delete(PathOf(hash));
        }
    }

    /// <summary>Removes drafts that a killed process left.</summary>
    /// <returns>How many.</returns>
    public int RemoveDrafts(TimeSpan age)
    {
        var drafts = new DirectoryInfo(MakeFolder(Drafts)).EnumerateFiles().Where(file => IsOlder(file, age)).ToList();
        drafts.ForEach(file => file.Delete());
        return drafts.Count;
    }

    public string PathOf(Fingerprint hash) => Path.Combine(options.Archive, hash.Hex[..2], hash.Hex[2..4], hash.Hex);

    private IEnumerable<FileInfo> Files() =>
        Directory.Exists(options.Archive)
            ? new DirectoryInfo(options.Archive).EnumerateDirectories("??").SelectMany(folder => folder.EnumerateFiles("*", SearchOption.AllDirectories))
            : [];

    // Young again: whoever clears orphans away keeps off while its row is on the way. False if he was faster.
    private static bool MakeYoung(string place)
    {
        try
        {
            File.SetLastWriteTimeUtc(place, TimeProvider.System.GetUtcNow().UtcDateTime);
            return true;
        }
        catch (FileNotFoundException)
        {
            return false;
        }
    }

    // The age of a file is the file system's, which knows nothing of a demo's clock.
    private static bool IsOlder(FileInfo file, TimeSpan age) => TimeProvider.System.GetUtcNow() - file.LastWriteTimeUtc >= age;

    private void WriteDurably(string path, ReadOnlySpan<byte> content)
    {
        using var file = File.OpenHandle(path, FileMode.CreateNew, FileAccess.Write);
        RandomAccess.Write(file, content, 0);
        if (Posix.Fsync(file) != 0)
        {
            throw Posix.Failed($"Cannot make the archived file {Path.GetFileName(path)} durable");
        }
    }

    // A directory entry is durable only after its directory was synced, also that of a new directory.
    private string MakeFolder(string relative)
    {
        var folder = Path.Combine(options.Archive, relative);
        if (!Directory.Exists(folder))
        {
            Directory.CreateDirectory(folder);
            for (var parent = Path.GetDirectoryName(folder)!; parent.Length >= options.Archive.Length; parent = Path.GetDirectoryName(parent)!)
            {
                SyncFolder(parent);
            }
        }

        return folder;
    }

    private static void SyncFolder(string path)
    {
        var opened = Posix.OpenAt(-100, System.Text.Encoding.UTF8.GetBytes(path + '\0'), Posix.ReadOnly | Posix.Directory | Posix.CloseOnExec, 0);
        using var handle = new SafeFileHandle(opened, ownsHandle: true);
        if (opened < 0 || Posix.Fsync(handle) != 0)
        {
            throw Posix.Failed($"Cannot make the directory {path} durable");
        }
    }

    private static Fingerprint HashOf(string path)
    {
        using var file = new ShareFile(File.OpenHandle(path), new RawName(Path.GetFileName(path)));
        return file.Hash();
    }
}
