using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Emulation.Ingest.Intake;

/// <summary>An open directory of the share. Everything in it is reached through its handle, so a link put into the path is never followed.</summary>
public sealed class ShareFolder : IDisposable
{
    // The umask takes what the office does not want. The group are the units' accounts: they write into the inboxes only.
    private const int GroupReadable = 0x1ED; // 0755
    private const int GroupWritable = 0x1FD; // 0775
    private const int GroupReadableFile = 0x1A4; // 0644
    private const int WorkingDirectory = -100;

    private readonly SafeFileHandle handle;

    private ShareFolder(SafeFileHandle handle) => this.handle = handle;

    private int Directory => (int)handle.DangerousGetHandle();

    /// <summary>The directory at <paramref name="path"/>, links in the path followed: the path is the operator's own.</summary>
    public static ShareFolder OpenRoot(string path) =>
        TryOpen(WorkingDirectory, System.Text.Encoding.UTF8.GetBytes(path + '\0'), 0) ?? throw Posix.Failed($"Cannot open the directory {path}");

    /// <summary>The directory of that name in this one; null if there is none, or if the name is a link or a file.</summary>
    public ShareFolder? TryOpen(string name) => TryOpen(new RawName(name));

    /// <inheritdoc cref="TryOpen(string)"/>
    public ShareFolder? TryOpen(RawName name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return TryOpen(Directory, name.Terminated, Posix.NoFollow);
    }

    /// <summary>The directory of that name, made if it is missing.</summary>
    /// <param name="groupMayWrite">Of a directory that is made.</param>
    public ShareFolder OpenOrMake(string name, bool groupMayWrite = false)
    {
        var raw = new RawName(name);
        if (Posix.MakeDirectoryAt(Directory, raw.Terminated, groupMayWrite ? GroupWritable : GroupReadable) != 0 && Marshal.GetLastPInvokeError() != Posix.Exists)
        {
            throw Posix.Failed($"Cannot make the directory {name}");
        }

        return TryOpen(name) ?? throw new IOException($"'{name}' is in the way: not a directory.");
    }

    /// <summary>All names but <c>.</c> and <c>..</c>, in no order.</summary>
    public IReadOnlyList<RawName> List() => ShareEntries.Of(Directory);

    /// <summary>What lies under that name; null if nothing does.</summary>
    public FileStamp? Stamp(RawName name)
    {
        if (Posix.StatX(Directory, name.Terminated, Posix.SymlinkNoFollow, Posix.BasicStats, out var stat) == 0)
        {
            return FileStamp.From(stat);
        }

        return Marshal.GetLastPInvokeError() == Posix.NoSuchEntry ? null : throw Posix.Failed($"Cannot look at {name}");
    }

    /// <summary>The file of that name, opened so that neither a link is followed nor a pipe waited for; null if it is gone or a link.</summary>
    /// <exception cref="IOException">The file may not be opened.</exception>
    public ShareFile? OpenFile(RawName name)
    {
        var file = Posix.OpenAt(Directory, name.Terminated, Posix.ReadOnly | Posix.NoFollow | Posix.NonBlocking | Posix.CloseOnExec, 0);
        if (file >= 0)
        {
            return new ShareFile(new SafeFileHandle(file, ownsHandle: true), name);
        }

        return Marshal.GetLastPInvokeError() is Posix.NoSuchEntry or Posix.TooManyLinks ? null : throw Posix.Failed($"Cannot open {name}");
    }

    /// <summary>Moves an entry, never over another one.</summary>
    /// <returns>False if it is gone, or if the new name is taken.</returns>
    public bool Move(RawName name, ShareFolder target, RawName newName)
    {
        var done = Posix.RenameAt(Directory, name.Terminated, target.Directory, newName.Terminated, Posix.NoReplace) == 0;
        if (!done && Marshal.GetLastPInvokeError() == Posix.InvalidArgument && target.Stamp(newName) is null)
        {
            // The file system knows no "do not replace" (some network mounts): looked first, which leaves a window of microseconds.
            done = Posix.RenameAt(Directory, name.Terminated, target.Directory, newName.Terminated, 0) == 0;
        }

        return done || Marshal.GetLastPInvokeError() is Posix.NoSuchEntry or Posix.Exists or Posix.InvalidArgument ? done : throw Posix.Failed($"Cannot move {name}");
    }

    /// <summary>Removes a file; one that is gone already is no fault.</summary>
    public void Remove(RawName name)
    {
        if (Posix.UnlinkAt(Directory, name.Terminated, 0) != 0 && Marshal.GetLastPInvokeError() != Posix.NoSuchEntry)
        {
            throw Posix.Failed($"Cannot remove {name}");
        }
    }

    /// <summary>Writes a whole file under that name, replacing one of ours: nobody ever sees half of it.</summary>
    public void Write(RawName name, ReadOnlySpan<byte> content)
    {
        var draft = new RawName(SafeName.Join(".", name.Text, ".tmp"));
        _ = Posix.UnlinkAt(Directory, draft.Terminated, 0);
        var flags = Posix.WriteOnly | Posix.Create | Posix.Exclusive | Posix.NoFollow | Posix.CloseOnExec;
        var file = Posix.OpenAt(Directory, draft.Terminated, flags, GroupReadableFile);
        if (file < 0)
        {
            throw Posix.Failed($"Cannot write {name}");
        }

        using (var opened = new SafeFileHandle(file, ownsHandle: true))
        {
            RandomAccess.Write(opened, content, 0);
        }

        if (Posix.RenameAt(Directory, draft.Terminated, Directory, name.Terminated, 0) != 0)
        {
            throw Posix.Failed($"Cannot put {name} in its place");
        }
    }

    public void Dispose() => handle.Dispose();

    private static ShareFolder? TryOpen(int directory, ReadOnlySpan<byte> name, int extraFlags)
    {
        var opened = Posix.OpenAt(directory, name, Posix.ReadOnly | Posix.Directory | Posix.CloseOnExec | extraFlags, 0);
        return opened >= 0
            ? new ShareFolder(new SafeFileHandle(opened, ownsHandle: true))
            : Marshal.GetLastPInvokeError() is Posix.NoSuchEntry or Posix.NotADirectory or Posix.TooManyLinks ? null : throw Posix.Failed("Cannot open a directory of the share");
    }
}
