using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Emulation.Ingest.Tests.Intake.Smb;

/// <summary>A file that a client program holds open on a share, through Debian's libsmbclient: every call is one request to the server.</summary>
internal sealed unsafe partial class SmbFile : IDisposable
{
    private const string Library = "libsmbclient.so.0";
    private const int ReadWrite = 2;
    private const int Create = 0x40;

    // The library is for one thread at a time and keeps one session a server and account.
    private static readonly Lock Gate = new();
    private static readonly Lazy<int> Started = new(() => Initialise(&NameNobody, 0));
    private readonly int descriptor;
    private bool isClosed;

    private SmbFile(int descriptor) => this.descriptor = descriptor;

    /// <summary>Opens a file in the inbox of a share, made if it is missing.</summary>
    public static SmbFile Open(SambaServer server, string account, string share, string name)
    {
        lock (Gate)
        {
            Assert.Equal(0, Started.Value);
            return new SmbFile(Checked(Twice(() => OpenFile(Address(server, account, share, name), ReadWrite | Create, 0x1B6))));
        }
    }

    /// <summary>Gives a file of the inbox another name.</summary>
    public static void Rename(SambaServer server, string account, string share, string from, string to)
    {
        lock (Gate)
        {
            Assert.Equal(0, Started.Value);
            Checked(Twice(() => RenameFile(Address(server, account, share, from), Address(server, account, share, to))));
        }
    }

    public void Write(ReadOnlySpan<byte> content, long offset)
    {
        lock (Gate)
        {
            Checked((int)Seek(descriptor, offset, 0));
            fixed (byte* bytes = content)
            {
                Assert.Equal(content.Length, Checked((int)WriteBytes(descriptor, bytes, (nuint)content.Length)));
            }
        }
    }

    /// <summary>Sets the size before the data, as Windows does when it copies.</summary>
    public void SetSize(long size)
    {
        lock (Gate)
        {
            Checked(Truncate(descriptor, size));
        }
    }

    public void Dispose()
    {
        lock (Gate)
        {
            if (!isClosed)
            {
                isClosed = true;
                Checked(Close(descriptor));
            }
        }
    }

    private static string Address(SambaServer server, string account, string share, string name) =>
        string.Create(CultureInfo.InvariantCulture, $"smb://{account}:{SambaServer.Password}@127.0.0.1:{server.Port}/{share}/nop/{Uri.EscapeDataString(name)}");

    // The library keeps its sessions by address without the port: the first call after another server has gone finds that out.
    private static int Twice(Func<int> call) => call() is >= 0 and var result ? result : call();

    private static int Checked(int result, [CallerArgumentExpression(nameof(result))] string call = "") =>
        result >= 0 ? result : throw new IOException($"{call}: {Marshal.GetPInvokeErrorMessage(Marshal.GetLastPInvokeError())}");

    // Name and password stand in the address.
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void NameNobody(byte* server, byte* share, byte* group, int groupLength, byte* user, int userLength, byte* password, int passwordLength)
    {
    }

    [LibraryImport(Library, EntryPoint = "smbc_init")]
    private static partial int Initialise(delegate* unmanaged[Cdecl]<byte*, byte*, byte*, int, byte*, int, byte*, int, void> credentials, int debug);

    [LibraryImport(Library, EntryPoint = "smbc_open", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    private static partial int OpenFile(string address, int flags, int mode);

    [LibraryImport(Library, EntryPoint = "smbc_rename", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    private static partial int RenameFile(string from, string to);

    [LibraryImport(Library, EntryPoint = "smbc_lseek", SetLastError = true)]
    private static partial long Seek(int file, long offset, int from);

    [LibraryImport(Library, EntryPoint = "smbc_write", SetLastError = true)]
    private static partial nint WriteBytes(int file, byte* content, nuint length);

    [LibraryImport(Library, EntryPoint = "smbc_ftruncate", SetLastError = true)]
    private static partial int Truncate(int file, long size);

    [LibraryImport(Library, EntryPoint = "smbc_close", SetLastError = true)]
    private static partial int Close(int file);
}
