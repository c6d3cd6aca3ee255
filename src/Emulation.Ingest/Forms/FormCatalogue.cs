using System.Text.Json;
using System.Text.Json.Serialization;
using Emulation.Plan;

namespace Emulation.Ingest.Forms;

/// <summary>The forms and words of this system, from the embedded files of this folder.</summary>
public static class FormCatalogue
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>All forms, one a kind.</summary>
    public static IReadOnlyList<FormDefinition> All { get; } =
        [.. Enum.GetValues<FormKind>().Select(kind => Load<FormDefinition>(kind.ToName()))];

    /// <summary>The words that stand for values and states.</summary>
    public static FormWords Words { get; } = Load<FormWords>("words");

    public static FormDefinition Of(FormKind kind) => All.Single(form => form.Kind == kind);

    private static T Load<T>(string name)
    {
        using var stream = typeof(FormCatalogue).Assembly.GetManifestResourceStream("forms." + name)
            ?? throw new InvalidOperationException($"Form file '{name}.json' is not embedded.");
        return JsonSerializer.Deserialize<T>(stream, Json) ?? throw new InvalidOperationException($"Form file '{name}.json' is empty.");
    }
}
