using System.Globalization;
using Emulation.Plan;

namespace Emulation.Jobs.Demo.OfficerFiles;

/// <summary>One cell as an officer fills it: the text to be seen, and the number or date behind it where there is one.</summary>
public sealed record OfficerCell(string Text, decimal? Number = null, DateOnly? Date = null)
{
    /// <summary>Vietnamese number form without group separators: decimal comma.</summary>
    private static readonly NumberFormatInfo Vietnamese = new() { NumberDecimalSeparator = ",", NumberGroupSeparator = "." };

    public static readonly OfficerCell Blank = new("");

    public static OfficerCell Of(string? text) => string.IsNullOrEmpty(text) ? Blank : new(text);

    public static OfficerCell Of(decimal? number) => number is { } value ? new(value.ToString("0.####", Vietnamese), value) : Blank;

    public static OfficerCell Of(DateOnly? date) => date is { } day ? new(day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture), Date: day) : Blank;
}

/// <summary>One data row.</summary>
/// <param name="Section">The section it stands under in a workbook, e.g. <c>I. Tập thể</c>; null for none.</param>
/// <param name="Kind">The value of the CSV twin's <c>Loại</c> column; null where the form has none.</param>
/// <param name="Cells">One per column of <see cref="OfficerForm.Columns"/>.</param>
public sealed record OfficerRow(string? Section, string? Kind, IReadOnlyList<OfficerCell> Cells);

/// <summary>One filled-in form before it becomes a file.</summary>
public sealed record OfficerSheet
{
    public required FormKind Form { get; init; }

    /// <summary>The unit the file names: the folder's own, unless it lies in the wrong folder.</summary>
    public required Unit Unit { get; init; }

    public required Period Period { get; init; }

    /// <summary>Last day of the actual figures; null for forms without one.</summary>
    public DateOnly? AsOf { get; init; }

    public required IReadOnlyList<OfficerRow> Rows { get; init; }

    /// <summary>The same sheet with one cell written differently.</summary>
    public OfficerSheet With(int row, int column, OfficerCell cell)
    {
        var rows = Rows.ToArray();
        var cells = rows[row].Cells.ToArray();
        cells[column] = cell;
        rows[row] = rows[row] with { Cells = cells };
        return this with { Rows = rows };
    }
}
