using System.Runtime.InteropServices;
using System.Text;

namespace Emulation.Reports.Delivery;

/// <summary>Writes a file so that after a power cut it is either there whole or not at all.</summary>
/// <remarks>.NET on Linux does not report a failed fsync, so it is called directly and its result is checked; the folder is synchronised too, or the new name may be lost.</remarks>
internal static class DurableFile
{
    private const int ReadOnly = 0;

    /// <summary>Temporary name, write, fsync, rename, fsync of the folder. Writing again replaces.</summary>
    public static async Task WriteAsync(string path, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        var folder = Path.GetDirectoryName(path)!;
        Directory.CreateDirectory(folder);
        var temporary = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            await File.WriteAllBytesAsync(temporary, content, cancellationToken);
            Sync(temporary);
            File.Move(temporary, path, overwrite: true);
            Sync(folder);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    private static void Sync(string path)
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        var descriptor = Open(Encoding.UTF8.GetBytes(path + "\0"), ReadOnly);
        if (descriptor < 0)
        {
            throw new IOException($"Cannot open '{path}' to synchronise it (errno {Marshal.GetLastPInvokeError()}).");
        }

        try
        {
            if (FileSync(descriptor) != 0)
            {
                throw new IOException($"Cannot synchronise '{path}' (errno {Marshal.GetLastPInvokeError()}).");
            }
        }
        finally
        {
            _ = Close(descriptor);
        }
    }

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    private static extern int Open(byte[] path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static extern int FileSync(int descriptor);

    [DllImport("libc", EntryPoint = "close", SetLastError = true)]
    private static extern int Close(int descriptor);
}
