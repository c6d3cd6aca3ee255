using System.Text;
using Emulation.Ingest.Answers;
using Emulation.Ingest.Intake;
using Emulation.Ingest.Validation;

namespace Emulation.Ingest.Inspection;

/// <summary>Goes through a folder and all below it in the order of names. Links, pipes and devices are named and never opened.</summary>
internal sealed class FolderWalk(long maxFileBytes)
{
    /// <summary>Folders within folders; an office has ten.</summary>
    private const int Deepest = 200;

    /// <param name="path">A folder, or one file.</param>
    /// <exception cref="FileNotFoundException">There is nothing of that name.</exception>
    public IEnumerable<FoundFile> Of(string path)
    {
        if (Directory.Exists(path))
        {
            using var root = ShareFolder.OpenRoot(path);
            foreach (var found in Below(root, path.TrimEnd('/'), 1))
            {
                yield return found;
            }

            yield break;
        }

        var full = Path.GetFullPath(path);
        using var folder = Directory.Exists(Path.GetDirectoryName(full)) ? ShareFolder.OpenRoot(Path.GetDirectoryName(full)!) : throw Missing(path);
        using var file = Find(folder, new RawName(Path.GetFileName(full)), path, out var one);
        yield return one ?? throw Missing(path);
    }

    private IEnumerable<FoundFile> Below(ShareFolder folder, string path, int depth)
    {
        foreach (var name in folder.List().OrderBy(name => name.Bytes, ByteOrder.Instance))
        {
            var child = path + "/" + Encoding.UTF8.GetString(name.Bytes);
            using var file = Find(folder, name, child, out var found);
            if (found is not null)
            {
                yield return found;
                continue;
            }

            using var inner = depth < Deepest ? TryOpen(folder, name) : null;
            foreach (var deeper in inner is null ? [Refused(child, "E-DIRECTORY")] : Below(inner, child, depth + 1))
            {
                yield return deeper;
            }
        }
    }

    /// <summary>Looks at an entry and opens it if it is a file of bearable size.</summary>
    /// <param name="found">Null for a folder, and for what is gone.</param>
    private ShareFile? Find(ShareFolder folder, RawName name, string path, out FoundFile? found)
    {
        found = null;
        ShareFile? file = null;
        try
        {
            if (folder.Stamp(name) is not { } stamp || stamp.Kind == EntryKind.Directory)
            {
                return null;
            }

            // What was a file a moment ago may be a pipe now: what counts is what has been opened.
            file = stamp.Kind == EntryKind.File ? folder.OpenFile(name) : null;
            stamp = file?.Stamp() ?? stamp;
            var refusal = IntakeFindings.RefuseUnopened(stamp with { Links = 1 }, maxFileBytes, out _)?.Findings[0] ?? (file is null ? Finding("E-LINK") : null);
            found = new FoundFile(path, refusal is null ? file : null, stamp.Size, refusal);
        }
        catch (IOException)
        {
            found = Refused(path, "E-ACCESS");
        }

        return file;
    }

    private static ShareFolder? TryOpen(ShareFolder folder, RawName name)
    {
        try
        {
            return folder.TryOpen(name);
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static FoundFile Refused(string path, string code) => new(path, null, 0, Finding(code));

    private static Rejection Finding(string code) =>
        new(Severity.Error, code, null, null, null, null, null, Texts.Get(code + ".Message"), Texts.Get(code + ".Cure"));

    private static FileNotFoundException Missing(string path) => new($"There is no file or folder '{path}'.");

    private sealed class ByteOrder : IComparer<byte[]>
    {
        public static ByteOrder Instance { get; } = new();

        public int Compare(byte[]? x, byte[]? y) => x.AsSpan().SequenceCompareTo(y);
    }
}
