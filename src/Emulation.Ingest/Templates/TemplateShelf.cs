using Emulation.Ingest.Intake;
using Emulation.Ingest.Storage;

namespace Emulation.Ingest.Templates;

/// <summary>What became of a template.</summary>
internal enum Placed
{
    /// <summary>Written, new or in place of an older one of ours.</summary>
    Written,

    /// <summary>It lay there already.</summary>
    Same,

    /// <summary>The unit changed the file and its template still holds: left alone.</summary>
    Theirs,

    /// <summary>The unit changed a file whose template no longer holds: left alone, a new one is needed beside it.</summary>
    TheirsAndOld,

    /// <summary>Somebody has it open: tried again next time.</summary>
    InUse,
}

/// <summary>The templates folder of one unit. A file that is not byte for byte what we wrote is the unit's own and never touched.</summary>
internal sealed class TemplateShelf(ShareFolder folder)
{
    public bool Has(string name) => folder.Stamp(new RawName(name)) is not null;

    /// <summary>Puts a template in its place, unless the place holds something of the unit's.</summary>
    /// <param name="known">What we last wrote under the name; null if nothing is known.</param>
    public Placed Place(string name, byte[] content, string stamp, WrittenTemplate? known)
    {
        var raw = new RawName(name);
        if (folder.Stamp(raw) is not { } before)
        {
            folder.Write(raw, content);
            return Placed.Written;
        }

        var found = HashOf(raw, before);
        if (found == Fingerprint.Of(content))
        {
            return Placed.Same;
        }

        if (known is null || found != known.Content)
        {
            return known?.Stamp == stamp ? Placed.Theirs : Placed.TheirsAndOld;
        }

        // Looked at once more: the officer may have saved while we read.
        if (IsInUse(raw) || folder.Stamp(raw) != before)
        {
            return Placed.InUse;
        }

        folder.Write(raw, content);
        return Placed.Written;
    }

    /// <summary>Removes a template of ours whose time is over.</summary>
    public Placed Remove(WrittenTemplate known)
    {
        var raw = new RawName(known.FileName);
        if (folder.Stamp(raw) is not { } before)
        {
            return Placed.Same;
        }

        if (HashOf(raw, before) != known.Content)
        {
            return Placed.Theirs;
        }

        if (IsInUse(raw) || folder.Stamp(raw) != before)
        {
            return Placed.InUse;
        }

        folder.Remove(raw);
        return Placed.Written;
    }

    private Fingerprint? HashOf(RawName name, FileStamp stamp)
    {
        using var file = stamp.Kind == EntryKind.File ? folder.OpenFile(name) : null;
        return file?.Hash();
    }

    /// <summary>A spreadsheet program lays its lock file beside an open workbook; others are seen by their open handle.</summary>
    private bool IsInUse(RawName name)
    {
        using var file = folder.OpenFile(name);
        return Has("~$" + name.Text) || Has($".~lock.{name.Text}#") || file?.FindWriter() == WriterState.Present;
    }
}
