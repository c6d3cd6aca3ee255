using System.Globalization;
using System.Text;
using System.Text.Json;
using Emulation.Ingest.Parsing;
using Emulation.Ingest.Parsing.Inspection;

namespace Emulation.Ingest.Tests.Inspection;

/// <summary>Reads content without a form, in this process, and shows what came as short text.</summary>
internal static class Inspecting
{
    public static (InspectedFile File, string Sheets) Read(byte[] content, string? password = null)
    {
        using var memory = new MemoryStream();
        InspectedFile file;
        using (var json = new SheetsJson(memory))
        {
            file = new FileInspection(json, ReadingLimits.Inspection, password: password).Read(() => content);
        }

        return (file, file.Refusal is null ? Show(memory.ToArray()) : "");
    }

    public static (InspectedFile File, string Sheets) Read(string text) => Read(Encoding.UTF8.GetBytes(text));

    public static string Codes(this InspectedFile file) =>
        string.Join(", ", file.Findings.Select(finding => finding.RowNumber is { } row ? $"{finding.Code} {row.ToString(CultureInfo.InvariantCulture)}" : finding.Code));

    /// <summary>E.g. <c>[Biểu 1] 1:a|b 3:|c</c>; a hidden sheet has a star.</summary>
    public static string Show(byte[] sheets)
    {
        using var json = JsonDocument.Parse(sheets);
        return string.Join(" ", json.RootElement.EnumerateArray().Select(sheet =>
            $"[{sheet.GetProperty("name").GetString()}{(sheet.GetProperty("hidden").GetBoolean() ? "*" : "")}]"
            + string.Concat(sheet.GetProperty("rows").EnumerateArray().Select(row =>
                $" {row.GetProperty("number").GetInt32()}:{string.Join('|', row.GetProperty("cells").EnumerateArray().Select(cell => cell.GetString()))}"))));
    }
}
