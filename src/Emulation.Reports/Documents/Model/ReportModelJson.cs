using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace Emulation.Reports.Documents.Model;

/// <summary>The report model as JSON, as it is stored and as a machine may read it.</summary>
public static class ReportModelJson
{
    /// <summary>How names and values are written; the published schema is made from them.</summary>
    public static JsonSerializerOptions Options { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        TypeInfoResolver = new System.Text.Json.Serialization.Metadata.DefaultJsonTypeInfoResolver(),
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    public static string Write(ReportModel model) => JsonSerializer.Serialize(model, Options);

    /// <exception cref="JsonException">The text is no report model.</exception>
    public static ReportModel Read(string json) =>
        JsonSerializer.Deserialize<ReportModel>(json, Options) ?? throw new JsonException("The stored report model is null.");
}
