using System.Text.Json;
using Emulation.Ingest.Inspection;
using Emulation.Ingest.Parsing.Inspection;
using Emulation.Ingest.Validation;
using Emulation.Plan;

namespace Emulation.Ingest.Cage;

/// <summary>Asks the child to read a file without a form.</summary>
/// <param name="Path">Opened by the parent: <c>/proc/…/fd/…</c>.</param>
/// <param name="Size">Bytes at most.</param>
/// <param name="MostRows">Rows of a sheet that are given back.</param>
/// <param name="Password">Opens an encrypted workbook; null for none.</param>
/// <param name="Check">Against what it is checked; null for nothing.</param>
internal sealed record InspectRequest(string Path, long Size, int MostRows, FormCheck? Check = null, string? Password = null)
{
    public byte[] ToJson()
    {
        using var memory = new MemoryStream();
        using (var json = new Utf8JsonWriter(memory))
        {
            json.WriteStartObject();
            json.WriteString("path", Path);
            json.WriteNumber("size", Size);
            json.WriteNumber("rows", MostRows);
            json.WriteString("password", Password);
            json.WriteString("form", Check?.Form.ToName());
            json.WriteString("unit", Check?.Unit.Value);
            json.WriteString("plan", Check?.PlanFolder);
            json.WriteNumber("today", Check?.Today.DayNumber ?? 0);
            json.WriteEndObject();
        }

        return memory.ToArray();
    }

    public static InspectRequest From(byte[] content)
    {
        using var json = JsonDocument.Parse(content);
        var root = json.RootElement;
        return new InspectRequest(root.GetProperty("path").GetString()!, root.GetProperty("size").GetInt64(), root.GetProperty("rows").GetInt32(), CheckOf(root),
            root.GetProperty("password").GetString());
    }

    private static FormCheck? CheckOf(JsonElement root) => root.GetProperty("form").GetString() is not { } form ? null : new FormCheck(
        FormKinds.FromName(form)!.Value, new UnitCode(root.GetProperty("unit").GetString()!), root.GetProperty("plan").GetString()!,
        DateOnly.FromDayNumber(root.GetProperty("today").GetInt32()));
}

/// <summary>The child's answer; the sheets went before it in pieces.</summary>
/// <param name="Peak">Most memory the child had in use, in bytes.</param>
internal sealed record InspectAnswer(InspectedFile File, long Peak)
{
    public byte[] ToJson()
    {
        using var memory = new MemoryStream();
        using (var json = new Utf8JsonWriter(memory))
        {
            json.WriteStartObject();
            json.WriteNumber("peak", Peak);
            json.WriteString("kind", File.Kind);
            json.WriteString("encoding", File.Encoding);
            json.WriteString("separator", File.Separator);
            json.WriteNumber("refusal", File.Refusal is { } refusal ? File.Findings.ToList().IndexOf(refusal) : -1);
            json.WriteBoolean("sheets", File.HasSheets);
            json.WriteString("fault", File.UnforeseenFault);
            json.WriteStartArray("findings");
            foreach (var finding in File.Findings)
            {
                Write(json, finding);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return memory.ToArray();
    }

    public static InspectAnswer From(byte[] content)
    {
        using var json = JsonDocument.Parse(content);
        var root = json.RootElement;
        var findings = root.GetProperty("findings").EnumerateArray().Select(Read).ToList();
        var refusal = root.GetProperty("refusal").GetInt32() is var index and >= 0 ? findings[index] : null;
        var file = new InspectedFile(Text(root, "kind")!, Text(root, "encoding"), Text(root, "separator"), refusal, findings)
        {
            HasSheets = root.GetProperty("sheets").GetBoolean(),
            UnforeseenFault = Text(root, "fault"),
        };
        return new InspectAnswer(file, root.GetProperty("peak").GetInt64());
    }

    private static void Write(Utf8JsonWriter json, Rejection finding)
    {
        json.WriteStartObject();
        json.WriteNumber("severity", (int)finding.Severity);
        json.WriteString("code", finding.Code);
        json.WriteString("sheet", finding.Sheet);
        json.WriteNumber("row", finding.RowNumber ?? 0);
        json.WriteString("address", finding.Address);
        json.WriteString("found", finding.Found);
        json.WriteString("expected", finding.Expected);
        json.WriteString("message", finding.Message);
        json.WriteString("cure", finding.Cure);
        json.WriteEndObject();
    }

    private static Rejection Read(JsonElement finding)
    {
        var row = finding.GetProperty("row").GetInt32();
        return new Rejection(
            (Severity)finding.GetProperty("severity").GetInt32(), Text(finding, "code")!, Text(finding, "sheet"), row == 0 ? null : row,
            Text(finding, "address"), Text(finding, "found"), Text(finding, "expected"), Text(finding, "message")!, Text(finding, "cure")!);
    }

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();
}
