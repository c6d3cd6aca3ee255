using System.Globalization;
using Emulation.Benchmarks.Data;
using Emulation.Benchmarks.Limits;
using Emulation.Benchmarks.Measuring;
using Emulation.Ingest.Parsing;
using Emulation.Ingest.Parsing.Text;
using Emulation.Ingest.Validation;

namespace Emulation.Benchmarks.Cases;

/// <summary>The large CSV of benchmark A, parsing only: decoded strictly, every record checked, unit and indicator looked up, the value a decimal.</summary>
internal sealed class CsvParsing(BenchSizes sizes) : IBenchmark
{
    private const string Walk = "CsvHelper 34, fields as bytes";
    private const int Passes = 3;

    private readonly BenchPlan plan = new("bench-bulk", sizes.BulkUnits, sizes.BulkIndicators, HasUnitTargets: false);

    public string Code => "AP";

    public string Work => string.Create(CultureInfo.InvariantCulture, $"1 CSV × {sizes.BulkRows:N0} rows, parsing to typed columns, warm");

    public double? AimSeconds => 0.3;

    public IReadOnlyList<Limit> Limits { get; } = [new(Walk, null)];

    public async Task<Round> RunAsync(string folder, int number, CancellationToken cancellationToken)
    {
        var (form, rows) = (Path.Combine(folder, "form.csv"), Path.Combine(folder, "rows.csv"));
        new FigureFiles(new Sample(number)).Write(form, rows, FigureKey.First(plan, sizes.BulkRows));
        var content = await File.ReadAllBytesAsync(rows, cancellationToken);
        Measured ours = default, walk = default;
        for (var pass = 0; pass < Passes; pass++)
        {
            walk = await Meter.TheirsAsync(() => Task.Run(() => PlainReaders.WalkByCsvHelper(content), cancellationToken));
            ours = await Meter.OursAsync(() => Task.Run(() => Require(Parse(content)), cancellationToken));
        }

        return new Round(ours, [], [new(Walk, walk)]);
    }

    private void Require(int parsed)
    {
        if (parsed != sizes.BulkRows)
        {
            throw new InvalidOperationException($"{parsed} of {sizes.BulkRows} rows were parsed.");
        }
    }

    /// <returns>Rows with a known unit and indicator, a year, a month and a value.</returns>
    private int Parse(byte[] content)
    {
        var units = Enumerable.Range(0, plan.UnitCount).Select(BenchPlan.UnitCode).ToHashSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        var indicators = Enumerable.Range(0, plan.IndicatorCount).Select(BenchPlan.IndicatorCode).ToHashSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        using var table = new CsvTable(TextDecoding.OfForm(content).Utf8, ';', 1, ReadingLimits.Default, new Findings());
        var parsed = 0;
        while (table.Read())
        {
            var isWhole = units.Contains(table.Cell(1).Text) && indicators.Contains(table.Cell(2).Text)
                && int.TryParse(table.Cell(3).Text, NumberStyles.None, CultureInfo.InvariantCulture, out _)
                && int.TryParse(table.Cell(4).Text, NumberStyles.None, CultureInfo.InvariantCulture, out _)
                && decimal.TryParse(table.Cell(5).Text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _)
                && !table.Cell(6).IsBlank;
            parsed += isWhole ? 1 : 0;
        }

        return parsed;
    }
}
