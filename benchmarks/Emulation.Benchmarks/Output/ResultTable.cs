using System.Globalization;
using Emulation.Benchmarks.Measuring;

namespace Emulation.Benchmarks.Output;

/// <summary>The results as a Markdown table, ready for docs/performance.md.</summary>
internal static class ResultTable
{
    /// <param name="isQuick">True for small sizes: their ratios are not held against the aims.</param>
    public static string Of(Machine machine, bool isQuick, IReadOnlyList<Outcome> outcomes)
    {
        List<string[]> rows =
        [
            ["", "work", "seconds", "peak MiB", "limit", "limit s", "ratio", "aim", ""],
            .. outcomes.SelectMany(Rows).Select(row => isQuick ? [.. row[..^2], "", ""] : row),
        ];
        var widths = Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length)).ToArray();
        var lines = rows.Select(row => "| " + string.Join(" | ", row.Select((cell, column) => cell.PadRight(widths[column]))) + " |").ToList();
        lines.Insert(1, "|" + string.Concat(widths.Select(width => new string('-', width + 2) + "|")));
        return string.Join('\n', [Heading(machine), .. isQuick ? ["Small sizes: the ratios mean nothing."] : Array.Empty<string>(), "", .. lines, .. Stages(outcomes)]);
    }

    private static string Heading(Machine machine) => string.Create(
        CultureInfo.InvariantCulture,
        $"{machine.Processor}, {machine.Cores} cores, {machine.MemoryGiB} GiB; {machine.System}; {machine.DotNet}; {machine.PostgreSql}; load before the run {machine.LoadAverage:0.00}");

    private static IEnumerable<string[]> Rows(Outcome outcome)
    {
        if (outcome.AimSeconds is { } aim)
        {
            yield return [.. Work(outcome, isFirst: true), "–", "", "", $"≤ {Number(aim)} s", Mark(outcome.Seconds <= aim)];
        }

        for (var index = 0; index < outcome.Limits.Count; index++)
        {
            var limit = outcome.Limits[index];
            yield return
            [
                .. Work(outcome, isFirst: index == 0 && outcome.AimSeconds is null),
                limit.Name, Number(limit.Seconds), Number(limit.Ratio) + "×", limit.Aim is { } most ? $"≤ {Number(most)}×" : "–", Mark(limit.IsMet),
            ];
        }
    }

    private static string[] Work(Outcome outcome, bool isFirst) =>
        isFirst ? [outcome.Code, outcome.Work, Number(outcome.Seconds), outcome.PeakMiB.ToString("0", CultureInfo.InvariantCulture)] : ["", "", "", ""];

    private static IEnumerable<string> Stages(IReadOnlyList<Outcome> outcomes)
    {
        foreach (var outcome in outcomes.Where(outcome => outcome.Stages.Count > 0))
        {
            yield return "";
            yield return $"{outcome.Code}: " + string.Join(", ", outcome.Stages.Select(stage => $"{stage.Key} {Number(stage.Value)} s"));
        }
    }

    private static string Mark(bool? isMet) => isMet switch { true => "met", false => "missed", null => "" };

    private static string Number(double value) => value.ToString("0.00", CultureInfo.InvariantCulture);
}
