using System.Text.Json;
using Emulation.Ingest.Parsing.Inspection;
using Emulation.Ingest.Validation;

namespace Emulation.Ingest.Inspection;

/// <summary>What is said of one file: what it is, whether it was read, and its sheets.</summary>
public sealed class FileReport : IDisposable
{
    private readonly SheetSpool sheets;

    internal FileReport(string path, InspectedFile file, SheetSpool sheets, TimeSpan took, long peak)
    {
        this.sheets = sheets;
        Path = path;
        File = file;
        Took = took;
        Peak = peak;
    }

    public string Path { get; }

    public InspectedFile File { get; }

    /// <summary>From the request to the answer.</summary>
    public TimeSpan Took { get; }

    /// <summary>Most memory the reader had in use, in bytes; 0 if the file was not opened.</summary>
    public long Peak { get; }

    public bool IsRead => File.Refusal is null;

    /// <summary>The sheets as JSON (docs/formats/read.md); an empty array if the file was refused.</summary>
    public void WriteSheets(Stream output)
    {
        ArgumentNullException.ThrowIfNull(output);
        if (File.HasSheets)
        {
            sheets.CopyTo(output);
        }
        else
        {
            output.Write("[]"u8);
        }
    }

    /// <summary>One line of JSON, with its line break.</summary>
    public void WriteLine(Stream output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.Write(Part(WriteHead)[..^1]);
        output.Write(",\"sheets\":"u8);
        WriteSheets(output);
        output.Write(","u8);
        output.Write(Part(WriteTail)[1..]);
        output.Write("\n"u8);
        output.Flush();
    }

    public void Dispose() => sheets.Dispose();

    private void WriteHead(Utf8JsonWriter json)
    {
        json.WriteString("path", Path);
        json.WriteString("verdict", IsRead ? "read" : "refused");
        json.WriteString("code", File.Refusal?.Code);
        json.WriteString("message", File.Refusal is { } refusal ? Sentence(refusal) : null);
        json.WriteString("kind", File.Kind);
        json.WriteString("encoding", File.Encoding);
        json.WriteString("separator", File.Separator);
    }

    private void WriteTail(Utf8JsonWriter json)
    {
        json.WriteStartArray("findings");
        foreach (var finding in File.Findings)
        {
            json.WriteStartObject();
            json.WriteString("code", finding.Code);
            json.WriteString("address", AddressOf(finding));
            json.WriteString("message", Sentence(finding));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteNumber("seconds", Math.Round((decimal)Took.TotalSeconds, 3));
        json.WriteNumber("peak_mib", Math.Round((decimal)Peak / (1 << 20), 1));
    }

    private static ReadOnlySpan<byte> Part(Action<Utf8JsonWriter> write)
    {
        using var memory = new MemoryStream();
        using (var json = new Utf8JsonWriter(memory, SheetsJson.Options))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        return memory.ToArray();
    }

    /// <summary>E.g. <c>Biểu 1!C7</c>, <c>dòng 7, cột 3</c>, <c>dòng 7</c>; null for a whole file.</summary>
    private static string? AddressOf(Rejection finding) => (finding.Sheet, finding.Address, finding.RowNumber) switch
    {
        ({ } sheet, { } address, _) => $"{sheet}!{address}",
        ({ } sheet, null, { } row) => $"{sheet}!{row}:{row}",
        ({ } sheet, null, null) => sheet,
        (null, { } address, _) => address,
        (null, null, { } row) => $"dòng {row}",
        _ => null,
    };

    private static string Sentence(Rejection finding) => $"{finding.Message} {finding.Cure}";
}
