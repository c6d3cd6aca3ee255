using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Emulation.Jobs.Hosting;

namespace Emulation.Benchmarks.Output;

/// <summary>Where the figures were taken: they mean little without it.</summary>
/// <param name="LoadAverage">Processes waiting for the processor over the last minute, before the run.</param>
internal sealed record Machine(string Processor, int Cores, int MemoryGiB, string System, string DotNet, string PostgreSql, double LoadAverage)
{
    public static Machine Read() => new(
        Line("/proc/cpuinfo", "model name") ?? RuntimeInformation.ProcessArchitecture.ToString(),
        Environment.ProcessorCount,
        (int)Math.Round(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (double)(1 << 30)),
        RuntimeInformation.OSDescription,
        RuntimeInformation.FrameworkDescription,
        Output(Path.Combine(PostgresBinaries.Find().Folder, "postgres"), "--version"),
        double.Parse(File.ReadAllText("/proc/loadavg").Split(' ')[0], CultureInfo.InvariantCulture));

    private static string Output(string program, string argument)
    {
        using var process = Process.Start(new ProcessStartInfo(program, argument) { RedirectStandardOutput = true })
            ?? throw new InvalidOperationException($"{program} did not start.");
        return process.StandardOutput.ReadToEnd().Trim();
    }

    private static string? Line(string path, string key) =>
        File.ReadLines(path).FirstOrDefault(line => line.StartsWith(key, StringComparison.Ordinal))?.Split(':', 2)[1].Trim();
}
