using System.Diagnostics;
using System.Globalization;

namespace Emulation.Benchmarks.Measuring;

/// <summary>Times work and reads the peak of resident memory from /proc, which counts what the garbage collector and native code hold.</summary>
internal static class Meter
{
    private const string ResetPeak = "5";

    /// <summary>Times work of this process.</summary>
    public static async Task<Measured> OursAsync(Func<Task> work)
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        await File.WriteAllTextAsync("/proc/self/clear_refs", ResetPeak);
        var seconds = await TimeAsync(work);
        return new Measured(seconds, PeakMiB());
    }

    /// <summary>Times work that another process does.</summary>
    public static async Task<Measured> TheirsAsync(Func<Task> work) => new(await TimeAsync(work), null);

    public static async Task<double> TimeAsync(Func<Task> work)
    {
        var started = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    private static double PeakMiB()
    {
        var line = File.ReadLines("/proc/self/status").First(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
        var kibibytes = line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1];
        return long.Parse(kibibytes, CultureInfo.InvariantCulture) / 1024.0;
    }
}
