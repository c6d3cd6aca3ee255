using System.Globalization;
using Emulation.Plan;
using Spectre.Console;

namespace Emulation.Jobs.Commands;

/// <summary>How commands print tables.</summary>
internal static class ListTable
{
    public static Table Of(params string[] columns) => new Table().Border(TableBorder.Simple).AddColumns(columns);

    // Cells are data, not Spectre's markup.
    public static void AddRow(Table table, params string?[] cells) => table.AddRow([.. cells.Select(cell => new Text(cell ?? ""))]);

    public static void Write(Table table)
    {
        if (table.Rows.Count == 0)
        {
            AnsiConsole.WriteLine("Nothing to list.");
            return;
        }

        // A pipe or a file has no width of its own; 80 columns would break every cell.
        AnsiConsole.Profile.Width = Console.IsOutputRedirected ? 240 : AnsiConsole.Profile.Width;
        AnsiConsole.Write(table);
    }

    /// <summary>An instant on the plan's wall.</summary>
    public static string Moment(EmulationPlan plan, DateTimeOffset instant) =>
        TimeZoneInfo.ConvertTime(instant, plan.TimeZone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
