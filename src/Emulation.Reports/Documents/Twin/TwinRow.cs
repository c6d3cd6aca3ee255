using System.Globalization;

namespace Emulation.Reports.Documents.Twin;

/// <summary>One value of a report, with its address: part, unit, code and column together are unique in a report.</summary>
/// <param name="Unit">Code of the unit; empty for what speaks of all.</param>
/// <param name="Code">What the value is of within its part: an indicator, a group, a duty with its period …; empty if the part needs none.</param>
/// <param name="Value">For machines: numbers with a point, days as yyyy-MM-dd, words by their stable name.</param>
/// <param name="Text">As the other faces print it.</param>
public sealed record TwinRow(string Part, string Unit, string Code, string Column, string Value, string Text)
{
    internal static TwinRow Of(string part, string unit, string code, string column, int value) =>
        new(part, unit, code, column, value.ToString(CultureInfo.InvariantCulture), VietnameseFormat.Number(value));

    /// <param name="print">How the other faces write the number.</param>
    internal static TwinRow Of(string part, string unit, string code, string column, decimal value, Func<decimal, string> print) =>
        new(part, unit, code, column, value.ToString("0.############################", CultureInfo.InvariantCulture), print(value));

    internal static TwinRow Of(string part, string unit, string code, string column, DateOnly day) =>
        new(part, unit, code, column, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), VietnameseFormat.Date(day));

    /// <param name="text">The word as printed; null if it is the value itself.</param>
    internal static TwinRow Of(string part, string unit, string code, string column, string value, string? text = null) =>
        new(part, unit, code, column, value, text ?? value);
}
