using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Emulation.Plan;

namespace Emulation.Reports.Scoring;

/// <summary>What a closed wave is identified by: the plan version with its rules, the data version, the version of the code and the results, under one hash.</summary>
/// <param name="PlanHash">SHA-256 of the plan folder, lower-case hex.</param>
/// <param name="InputsHash">SHA-256 of the frozen inputs, lower-case hex.</param>
/// <param name="ComputedBy">The version of the code as far as results go (<see cref="ComputingRules"/>); null, and no part of the bytes, where the run was made before it was numbered.</param>
public sealed record FrozenResult(string PlanHash, string InputsHash, RunResult Result, int? ComputedBy = null);

/// <summary>Results as bytes: UTF-8 JSON, members in the order of declaration, decimals without trailing zeros, instants in UTC, no time of computing. Equal results give equal bytes.</summary>
public static class CanonicalResult
{
    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = false,
        RespectRequiredConstructorParameters = true,
        Converters =
        {
            new JsonStringEnumConverter(),
            new CodeConverter<UnitCode>(code => code.Value, text => new UnitCode(text)),
            new CodeConverter<IndicatorCode>(code => code.Value, text => new IndicatorCode(text)),
            new CodeConverter<PeriodCode>(code => code.Value, text => new PeriodCode(text)),
            new CodeConverter<DateTimeOffset>(Instant, text => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal)),
            new NormalisedDecimalConverter(),
        },
    };

    public static byte[] Write(FrozenResult result) => CanonicalWriter.Whole(result);

    /// <exception cref="JsonException">The bytes are no stored result.</exception>
    public static FrozenResult Read(ReadOnlySpan<byte> bytes) =>
        JsonSerializer.Deserialize<FrozenResult>(bytes, Options) ?? throw new JsonException("A stored result is not null.");

    /// <summary>The outcome of one unit, from its piece of a stored result.</summary>
    /// <exception cref="JsonException">The bytes are no such piece.</exception>
    public static UnitResult ReadUnit(ReadOnlySpan<byte> piece)
    {
        var reader = new Utf8JsonReader(piece);
        return JsonSerializer.Deserialize<UnitResult>(ref reader, Options) ?? throw new JsonException("A stored outcome is not null.");
    }

    /// <summary>Rows as they stand in a list, without its brackets.</summary>
    internal static IReadOnlyList<T> ReadRows<T>(byte[] rows) =>
        JsonSerializer.Deserialize<List<T>>([(byte)'[', .. rows, (byte)']'], Options) ?? throw new JsonException("A list is not null.");

    /// <summary>The decimal in its shortest form: 1.50 and 1.5 are the same number and become the same text.</summary>
    public static string Normalise(decimal value) => value.ToString("0.############################", CultureInfo.InvariantCulture);

    internal static string Instant(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);

    private sealed class CodeConverter<T>(Func<T, string> write, Func<string, T> read) : JsonConverter<T>
        where T : struct
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => read(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(write(value));
    }

    private sealed class NormalisedDecimalConverter : JsonConverter<decimal>
    {
        public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDecimal();

        public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) =>
            writer.WriteRawValue(Normalise(value), skipInputValidation: true);
    }
}
