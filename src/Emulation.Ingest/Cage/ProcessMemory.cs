using System.Buffers.Text;

namespace Emulation.Ingest.Cage;

/// <summary>What the kernel says of a process's memory.</summary>
internal static class ProcessMemory
{
    /// <summary>Memory in use now, in bytes; 0 if the process is gone.</summary>
    public static long ResidentOf(int process) => Read($"/proc/{process}/status", "VmRSS:"u8);

    /// <summary>Most memory this process had in use since <see cref="ForgetPeak"/>, in bytes.</summary>
    public static long OwnPeak() => Read("/proc/self/status", "VmHWM:"u8);

    /// <summary>Starts the high-water mark of this process anew.</summary>
    public static void ForgetPeak()
    {
        try
        {
            File.WriteAllText("/proc/self/clear_refs", "5");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // A kernel that keeps no such mark: the peak is then that of all files so far, which errs on the safe side.
        }
    }

    private static long Read(string file, ReadOnlySpan<byte> field)
    {
        Span<byte> buffer = stackalloc byte[4096];
        try
        {
            using var handle = File.OpenHandle(file);
            ReadOnlySpan<byte> text = buffer[..RandomAccess.Read(handle, buffer, 0)];
            var at = text.IndexOf(field);
            return at >= 0 && Utf8Parser.TryParse(text[(at + field.Length)..].TrimStart("\t "u8), out long kibibytes, out _) ? kibibytes * 1024 : 0;
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
