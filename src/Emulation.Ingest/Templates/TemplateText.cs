using System.Globalization;
using System.Text;
using Emulation.Ingest.Forms;
using Emulation.Plan;

namespace Emulation.Ingest.Templates;

/// <summary>The template of a form as a text file: UTF-8 with its mark, semicolons; unit, period and indicators filled in.</summary>
public static class TemplateText
{
    public static byte[] Write(TemplateContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        var columns = content.Form.Columns.Where(column => column.InText).ToList();
        var text = new StringBuilder();
        Append(text, columns.Select(column => column.Header));
        foreach (var cells in Rows(content))
        {
            Append(text, columns.Select(column => cells.GetValueOrDefault(column.Id, "")));
        }

        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    /// <summary>The filled cells of each row, by column.</summary>
    private static IEnumerable<Dictionary<string, string>> Rows(TemplateContent content)
    {
        if (content.IsOfFigures)
        {
            return content.Indicators.Select(indicator => Row(content, ("indicator", indicator.Code.Value), ("name", indicator.Name), ("measure", indicator.Measure)));
        }

        return content.Form.Columns.FirstOrDefault(column => column.Id == "kind") is { } kind
            ? kind.Choices.Select(choice => Row(content, ("kind", choice)))
            : [Row(content)];
    }

    // "tháng 3/2020" and not "2020-03": a spreadsheet would turn the latter into a date.
    private static Dictionary<string, string> Row(TemplateContent content, params ReadOnlySpan<(string Column, string Text)> cells)
    {
        var row = new Dictionary<string, string>
        {
            ["unit"] = content.Unit.Code.Value,
            ["period"] = content.Period.Name,
            ["year"] = content.Period.To.Year.ToString(CultureInfo.InvariantCulture),
        };
        foreach (var (column, text) in cells)
        {
            row[column] = text;
        }

        return row;
    }

    private static void Append(StringBuilder text, IEnumerable<string> cells) => text.AppendJoin(';', cells.Select(Quoted)).Append("\r\n");

    private static string Quoted(string cell) =>
        cell.AsSpan().IndexOfAny(";\"\r\n") < 0 ? cell : '"' + cell.Replace("\"", "\"\"", StringComparison.Ordinal) + '"';
}
