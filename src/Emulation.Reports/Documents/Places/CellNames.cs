using System.Globalization;

namespace Emulation.Reports.Documents.Places;

/// <summary>Cells as spreadsheets name them.</summary>
internal static class CellNames
{
    /// <summary>E.g. <c>C7</c>; both 1-based.</summary>
    public static string Of(int row, int column) => Column(column) + row.ToString(CultureInfo.InvariantCulture);

    /// <summary>A … Z, AA …; 1-based.</summary>
    public static string Column(int column) =>
        column <= 26 ? ((char)('A' + column - 1)).ToString() : Column((column - 1) / 26) + (char)('A' + ((column - 1) % 26));
}
