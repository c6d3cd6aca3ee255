using Emulation.Plan.Files;

namespace Emulation.Ingest.PlanWorkbooks;

/// <summary>The column a fault of a line is about: the one it names, else the one that holds what it found, else the first.</summary>
internal static class FaultColumn
{
    /// <returns>1-based.</returns>
    public static int Of(PlanFault fault, PlanSheetRow row, IReadOnlyList<string> lines)
    {
        if (fault.Line is not { } line || line > lines.Count)
        {
            return 1;
        }

        var header = row.HeaderOf(lines);
        var names = header < 0 ? [] : row.Split(lines[header], 0);
        var cells = row.Split(lines[line - 1], names.Count);
        return row.IsTable ? First(names, fault) ?? First(cells, fault) ?? 1 : OfKey(cells, fault) ?? First(cells, fault) ?? 1;
    }

    private static int? First(IReadOnlyList<string> cells, PlanFault fault) =>
        cells.ToList().FindIndex(cell => cell.Length > 0 && fault.Values.Contains(cell)) is >= 0 and var index ? index + 1 : null;

    // The value stands in the cell after its key.
    private static int? OfKey(IReadOnlyList<string> cells, PlanFault fault) =>
        cells.ToList().FindIndex(cell => fault.Values.Any(value => value.Length > 0 && cell.TrimEnd().EndsWith(value + ":", StringComparison.Ordinal))) is >= 0 and var index ? index + 2 : null;
}
