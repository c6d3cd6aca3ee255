using System.Globalization;
using Emulation.Benchmarks.Data;
using Emulation.Benchmarks.Limits;
using Emulation.Benchmarks.Measuring;

namespace Emulation.Benchmarks.Cases;

/// <summary>A large workbook through the gate and the sheet reader: every cell with address and type, nothing stored.</summary>
/// <remarks>In a process of its own, as the first file a command or a fresh host meets, and again in the same process when the code is warm.</remarks>
internal sealed class WorkbookReading(BenchSizes sizes, bool isWarm) : IBenchmark
{
    private const int Columns = 6;
    private const string Unzip = "unzip -p";

    private readonly BenchPlan plan = new("bench-workbook", UnitCount: sizes.WorkbookRows, IndicatorCount: 40, HasUnitTargets: false);

    public string Code => isWarm ? "CW" : "C";

    public string Work => string.Create(
        CultureInfo.InvariantCulture, $"XLSX {sizes.WorkbookRows:N0} × {Columns}, reading only, {(isWarm ? "warm" : "first file of a process")}");

    public double? AimSeconds => 0.7;

    public IReadOnlyList<Limit> Limits { get; } = [new("ExcelDataReader", 0.4), new("EPPlus", 0.4), new("Open XML SAX", 0.4), new(Unzip, null)];

    public async Task<Round> RunAsync(string folder, int number, CancellationToken cancellationToken)
    {
        var path = Path.Combine(folder, "workbook.xlsx");
        WorkbookWriter.Write(path, new Sample(number), FigureKey.First(plan, sizes.WorkbookRows));
        var passes = isWarm ? ReadingProcess.WarmPasses : 1;
        var unzip = await Meter.TheirsAsync(() => PlainReaders.UnzipAsync(path, cancellationToken));
        var ours = await ReadAsync(WorkbookReader.Ours, path, passes, cancellationToken);
        return new Round(ours, [],
        [
            new("ExcelDataReader", await ReadAsync(WorkbookReader.ExcelDataReader, path, passes, cancellationToken)),
            new("EPPlus", await ReadAsync(WorkbookReader.EPPlus, path, passes, cancellationToken)),
            new("Open XML SAX", await ReadAsync(WorkbookReader.OpenXml, path, passes, cancellationToken)),
            new(Unzip, unzip),
        ]);
    }

    /// <exception cref="InvalidOperationException">The reader missed cells.</exception>
    private async Task<Measured> ReadAsync(WorkbookReader reader, string path, int passes, CancellationToken cancellationToken)
    {
        var (cells, measured) = await ReadingProcess.RunAsync(reader, path, passes, cancellationToken);
        return cells == (sizes.WorkbookRows + 1) * Columns ? measured : throw new InvalidOperationException($"{reader} read {cells} cells.");
    }
}
