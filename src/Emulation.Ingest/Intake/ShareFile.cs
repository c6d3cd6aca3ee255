using System.Security.Cryptography;
using Microsoft.Win32.SafeHandles;

namespace Emulation.Ingest.Intake;

/// <summary>Whether somebody else has a file open for writing.</summary>
public enum WriterState
{
    None,
    Present,

    /// <summary>The kernel may not say: another user's file without CAP_LEASE, or a file system without leases.</summary>
    Unknown,
}

/// <summary>An open file of the share, for reading only: nobody is kept from writing.</summary>
public sealed class ShareFile(SafeFileHandle handle, RawName name) : IDisposable
{
    private const int SetLease = 1024;
    private const int SetSignal = 10;
    private const int ReadLease = 0;
    private const int NoLease = 2;
    private const int UrgentSignal = 23;

    /// <summary>Its number among the open files of this process.</summary>
    internal int Descriptor => (int)handle.DangerousGetHandle();

    public FileStamp Stamp()
    {
        if (Posix.StatX((int)handle.DangerousGetHandle(), "\0"u8, EmptyPath, Posix.BasicStats, out var stat) != 0)
        {
            throw Posix.Failed($"Cannot look at {name}");
        }

        return FileStamp.From(stat);
    }

    /// <summary>Asks the kernel for a read lease, which it refuses while any process of this machine (smbd too) has the file open for writing.</summary>
    public WriterState FindWriter()
    {
        // A lease that is broken in the microseconds we hold it raises a signal; the default one would end the process.
        _ = Posix.Control(handle, SetSignal, UrgentSignal);
        if (Posix.Control(handle, SetLease, ReadLease) == 0)
        {
            _ = Posix.Control(handle, SetLease, NoLease);
            return WriterState.None;
        }

        return System.Runtime.InteropServices.Marshal.GetLastPInvokeError() == Posix.TryAgain ? WriterState.Present : WriterState.Unknown;
    }

    /// <summary>The whole content, as far as <paramref name="size"/>; shorter if the file is.</summary>
    public byte[] ReadAll(long size)
    {
        var content = new byte[size];
        var length = Read(content, 0);
        return length == content.Length ? content : content[..length];
    }

    /// <summary>Reads from that offset on; fewer bytes than asked for only at the end of the file.</summary>
    /// <returns>How many bytes.</returns>
    public int Read(Span<byte> buffer, long offset)
    {
        var length = 0;
        for (int read; length < buffer.Length && (read = RandomAccess.Read(handle, buffer[length..], offset + length)) > 0;)
        {
            length += read;
        }

        return length;
    }

    /// <summary>The SHA-256 of what the file holds now.</summary>
    public Fingerprint Hash()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[64 * 1024];
        var offset = 0L;
        for (int read; (read = RandomAccess.Read(handle, buffer, offset)) > 0; offset += read)
        {
            hash.AppendData(buffer, 0, read);
        }

        return new Fingerprint(Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    public void Dispose() => handle.Dispose();

    private const int EmptyPath = 0x1000;
}
