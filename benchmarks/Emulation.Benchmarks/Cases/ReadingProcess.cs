using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Emulation.Benchmarks.Limits;
using Emulation.Benchmarks.Measuring;

namespace Emulation.Benchmarks.Cases;

/// <summary>Who reads the workbook.</summary>
internal enum WorkbookReader
{
    Ours,

    ExcelDataReader,

    EPPlus,

    /// <summary>The Open XML SDK, part by part (SAX).</summary>
    OpenXml,
}

/// <summary>Reads a workbook in a process of its own, so that readers do not share compiled code, caches or memory.</summary>
internal static class ReadingProcess
{
    /// <summary>Passes after which tiered compilation has settled; the last one is measured.</summary>
    public const int WarmPasses = 8;

    private const string Name = "read-workbook";

    /// <summary>The hidden command of the child process: reads and prints cells, seconds and peak memory.</summary>
    public static Command Command()
    {
        var reader = new Argument<WorkbookReader>("reader");
        var path = new Argument<string>("path");
        var passes = new Argument<int>("passes");
        var command = new Command(Name) { reader, path, passes };
        command.Hidden = true;
        command.SetAction(async (parsed, _) =>
        {
            var (cells, measured) = await ReadAsync(parsed.GetValue(reader), parsed.GetValue(path)!, parsed.GetValue(passes));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{cells} {measured.Seconds} {measured.PeakMiB}"));
            return 0;
        });
        return command;
    }

    /// <summary>Starts the child and takes its answer.</summary>
    public static async Task<(int Cells, Measured Measured)> RunAsync(WorkbookReader reader, string path, int passes, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true };
        // As every file is read by its own process (CagedProcess); so are the peers.
        start.Environment["DOTNET_TieredPGO"] = "0";
        foreach (var argument in new[] { typeof(ReadingProcess).Assembly.Location, Name, reader.ToString(), path, passes.ToString(CultureInfo.InvariantCulture) })
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start) ?? throw new InvalidOperationException("The reading process did not start.");
        var output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return process.ExitCode == 0 ? Parse(output) : throw new InvalidOperationException($"The reading process failed: {output}");
    }

    private static async Task<(int Cells, Measured Measured)> ReadAsync(WorkbookReader reader, string path, int passes)
    {
        var cells = 0;
        Measured measured = default;
        for (var pass = 0; pass < passes; pass++)
        {
            measured = await Meter.OursAsync(() =>
            {
                cells = Read(reader, path);
                return Task.CompletedTask;
            });
        }

        return (cells, measured);
    }

    private static int Read(WorkbookReader reader, string path) => reader switch
    {
        WorkbookReader.ExcelDataReader => PlainReaders.ReadByExcelDataReader(path),
        WorkbookReader.EPPlus => PlainReaders.ReadByEPPlus(path),
        WorkbookReader.OpenXml => PlainReaders.ReadByOpenXml(path),
        _ => OurReader.Read(path),
    };

    private static (int Cells, Measured Measured) Parse(string output)
    {
        var parts = output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return (
            int.Parse(parts[0], CultureInfo.InvariantCulture),
            new Measured(double.Parse(parts[1], CultureInfo.InvariantCulture), double.Parse(parts[2], CultureInfo.InvariantCulture)));
    }
}
