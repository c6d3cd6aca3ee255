using System.Text.Json;
using Emulation.Ingest.Parsing;
using Emulation.Ingest.Validation;

namespace Emulation.Ingest.Cage;

/// <summary>The child's answer to an old workbook: the package went before it in pieces, or this is why there is none.</summary>
/// <param name="Refusal">Null if there is a package.</param>
/// <param name="UnforeseenFault">Kind and place of an exception nobody foresaw; null otherwise.</param>
internal sealed record OldAnswer(UnreadableFileException? Refusal, string? UnforeseenFault)
{
    public byte[] ToJson()
    {
        using var memory = new MemoryStream();
        using (var json = new Utf8JsonWriter(memory))
        {
            json.WriteStartObject();
            json.WriteString("fault", UnforeseenFault);
            json.WriteString("code", Refusal?.Kind.Code);
            json.WriteString("sheet", Refusal?.Place.Sheet);
            json.WriteNumber("row", Refusal?.Place.Row ?? 0);
            json.WriteNumber("column", Refusal?.Place.Column ?? 0);
            json.WriteStartObject("values");
            foreach (var (name, value) in Refusal?.Values ?? [])
            {
                json.WriteString(name, value);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        return memory.ToArray();
    }

    public static OldAnswer From(byte[] content)
    {
        using var json = JsonDocument.Parse(content);
        var root = json.RootElement;
        return new OldAnswer(RefusalOf(root), root.GetProperty("fault").GetString());
    }

    private static UnreadableFileException? RefusalOf(JsonElement root)
    {
        if (root.GetProperty("code").GetString() is not { } code)
        {
            return null;
        }

        var place = new Place(root.GetProperty("sheet").GetString(), Number(root, "row"), Number(root, "column"), null);
        var values = root.GetProperty("values").EnumerateObject().Select(value => (value.Name, value.Value.GetString() ?? "")).ToArray();
        return new UnreadableFileException(RejectionCatalogue.All.Single(kind => kind.Code == code), place, values);
    }

    private static int? Number(JsonElement root, string name) => root.GetProperty(name).GetInt32() is var number and > 0 ? number : null;
}
