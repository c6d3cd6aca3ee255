using System.Text.Json;
using Emulation.Ingest.Parsing.Inspection;
using Emulation.Ingest.Validation;

namespace Emulation.Ingest.Cage;

/// <summary>Asks the child to read a file without a form.</summary>
/// <param name="Path">Opened by the parent: <c>/proc/…/fd/…</c>.</param>
/// <param name="Size">Bytes at most.</param>
/// <param name="MostRows">Rows of a sheet that are given back.</param>
internal sealed record InspectRequest(string Path, long Size, int MostRows)
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
            json.WriteEndObject();
        }

        return memory.ToArray();
    }

    public static InspectRequest From(byte[] content)
    {
        using var json = JsonDocument.Parse(content);
        var root = json.RootElement;
        return new InspectRequest(root.GetProperty("path").GetString()!, root.GetProperty("size").GetInt64(), root.GetProperty("rows").GetInt32());
    }
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
            json.WriteBoolean("read", File.Refusal is null);
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
        var refusal = root.GetProperty("read").GetBoolean() ? null : findings[0];
        var file = new InspectedFile(Text(root, "kind")!, Text(root, "encoding"), Text(root, "separator"), refusal, findings) { UnforeseenFault = Text(root, "fault") };
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
