using System.Globalization;
using System.Text;
using System.Text.Json;
using Emulation.Ingest.Inspection;
using Spectre.Console;

namespace Emulation.Jobs.Commands;

/// <summary>Prints what was read of a file for people: kind, sheets with their first rows, findings.</summary>
internal static class ReadTables
{
    /// <summary>Rows of a sheet that are shown.</summary>
    public const int MostRows = 12;

    private const int MostColumns = 12;
    private const int MostFindings = 20;
    private const int Width = 200;
    private const int CellLength = 40;

    public static void Write(FileReport report)
    {
        AnsiConsole.Profile.Width = Console.IsOutputRedirected ? Width : AnsiConsole.Profile.Width;
        AnsiConsole.WriteLine(Clean(report.Path));
        AnsiConsole.WriteLine("  " + string.Join(", ", Facts(report)));
        using var memory = new MemoryStream();
        report.WriteSheets(memory);
        using var sheets = JsonDocument.Parse(memory.ToArray());
        foreach (var sheet in sheets.RootElement.EnumerateArray())
        {
            WriteSheet(sheet);
        }

        foreach (var finding in report.File.Findings.Take(MostFindings))
        {
            AnsiConsole.WriteLine($"  {finding.Code} {Clean(finding.Message)} {Clean(finding.Cure)}");
        }

        AnsiConsole.WriteLine();
    }

    private static IEnumerable<string> Facts(FileReport report)
    {
        yield return report.IsRead ? "read" : "refused";
        yield return report.File.Kind;
        if (report.File.Encoding is { } encoding)
        {
            yield return encoding;
        }

        if (report.File.Separator is { } separator)
        {
            yield return separator == "\t" ? "separated by tab" : $"separated by {separator}";
        }

        yield return string.Create(CultureInfo.InvariantCulture, $"{report.Took.TotalSeconds:0.000} s");
        yield return string.Create(CultureInfo.InvariantCulture, $"{report.Peak / 1048576.0:0} MiB");
    }

    private static void WriteSheet(JsonElement sheet)
    {
        var rows = sheet.GetProperty("rows").EnumerateArray().ToList();
        if (sheet.GetProperty("name").GetString() is { } name)
        {
            AnsiConsole.WriteLine($"  {Clean(name)}{(sheet.GetProperty("hidden").GetBoolean() ? " (hidden)" : "")}");
        }

        if (rows.Count == 0)
        {
            return;
        }

        var width = Math.Min(MostColumns, rows.Max(row => row.GetProperty("cells").GetArrayLength()));
        var table = new Table().Border(TableBorder.Simple).AddColumn("");
        for (var column = 1; column <= width; column++)
        {
            table.AddColumn(ColumnName(column));
        }

        foreach (var row in rows)
        {
            var cells = row.GetProperty("cells").EnumerateArray().Take(width).Select(cell => Clip(cell.GetString() ?? ""));
            table.AddRow([new Text(row.GetProperty("number").GetInt32().ToString(CultureInfo.InvariantCulture)), .. cells.Select(cell => new Text(cell))]);
        }

        AnsiConsole.Write(table);
    }

    private static string ColumnName(int column) => ((char)('A' + column - 1)).ToString();

    private static string Clip(string text) => Clean(text.Length <= CellLength ? text : string.Concat(text.AsSpan(0, CellLength), "…"));

    /// <summary>Text of a file must not move the cursor or colour the screen.</summary>
    private static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            clean.Append(Rune.IsControl(rune) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format ? "·" : rune.ToString());
        }

        return clean.ToString();
    }
}
