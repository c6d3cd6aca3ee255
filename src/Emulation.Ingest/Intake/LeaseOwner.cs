using System.Globalization;

namespace Emulation.Ingest.Intake;

/// <summary>The name under which this process holds leases: machine, boot, process and when it began.</summary>
public static class LeaseOwner
{
    private static readonly string Here = $"{Environment.MachineName}:{Boot()}:";

    /// <summary>This process.</summary>
    public static string Current { get; } = Here + Process(Environment.ProcessId);

    /// <summary>True if <paramref name="owner"/> was a process of this machine and boot that runs no more; false for a process elsewhere, of which we know nothing.</summary>
    public static bool IsGone(string owner)
    {
        if (!owner.StartsWith(Here, StringComparison.Ordinal))
        {
            return false;
        }

        var process = owner[Here.Length..];
        return !int.TryParse(process.Split('-')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var id) || Process(id) != process;
    }

    private static string Process(int id) => string.Create(CultureInfo.InvariantCulture, $"{id}-{StartOf(id)}");

    // Field 22 of /proc/<id>/stat: clock ticks from boot to the start; field 2 is a name that may hold blanks, in brackets.
    private static string StartOf(int id)
    {
        try
        {
            var stat = File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{id}/stat"));
            return stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[19];
        }
        catch (IOException)
        {
            return "gone";
        }
    }

    private static string Boot() =>
        File.Exists("/proc/sys/kernel/random/boot_id") ? File.ReadAllText("/proc/sys/kernel/random/boot_id")[..8] : "boot";
}
