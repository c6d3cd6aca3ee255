namespace Emulation.Ingest.PlanWorkbooks;

/// <summary>The column a fault of a line is about: the one it names, else the one that holds what it found, else the first.</summary>
internal static class FaultColumn
{
    /// <param name="line">1-based.</param>
    /// <param name="values">What the fault found and expected.</param>
    /// <returns>1-based.</returns>
    public static int Of(int line, IReadOnlyList<string> values, PlanSheetRow row, IReadOnlyList<string> lines)
    {
        if (line > lines.Count)
        {
            return 1;
        }

        var header = row.HeaderOf(lines);
        var names = header < 0 ? [] : row.Split(lines[header], 0);
        var cells = row.Split(lines[line - 1], names.Count);
        return row.IsTable ? First(names, values) ?? First(cells, values) ?? 1 : OfKey(cells, values) ?? First(cells, values) ?? 1;
    }

    private static int? First(IReadOnlyList<string> cells, IReadOnlyList<string> values) =>
        cells.ToList().FindIndex(cell => cell.Length > 0 && values.Contains(cell)) is >= 0 and var index ? index + 1 : null;

    // The value stands in the cell after its key.
    private static int? OfKey(IReadOnlyList<string> cells, IReadOnlyList<string> values) =>
        cells.ToList().FindIndex(cell => values.Any(value => value.Length > 0 && cell.TrimEnd().EndsWith(value + ":", StringComparison.Ordinal))) is >= 0 and var index ? index + 2 : null;
}
