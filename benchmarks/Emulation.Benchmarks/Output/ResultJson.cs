using System.Text.Encodings.Web;
using System.Text.Json;
using Emulation.Benchmarks.Measuring;

namespace Emulation.Benchmarks.Output;

/// <summary>The results as one JSON object.</summary>
internal static class ResultJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Of(Machine machine, bool isQuick, IReadOnlyList<Outcome> outcomes) =>
        JsonSerializer.Serialize(new { Machine = machine, IsQuick = isQuick, Results = outcomes }, Options);
}
