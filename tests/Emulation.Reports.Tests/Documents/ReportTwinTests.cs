using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using Emulation.Reports.Documents.Model;
using Emulation.Reports.Documents.Twin;
using NJsonSchema;

namespace Emulation.Reports.Tests.Documents;

public sealed class ReportTwinTests
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static TheoryData<string> Kinds => [.. SampleReports.All.Keys];

    [Fact]
    public void Schema_IsThePublishedOne()
    {
        var path = Path.Combine(Checkout(), "docs", "formats", "report.schema.json");
        var schema = JsonSchemaExporter.GetJsonSchemaAsNode(ReportModelJson.Options, typeof(ReportModel), new JsonSchemaExporterOptions { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Close });
        var text = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = "emulation-report/1",
        };
        foreach (var (name, value) in schema.AsObject())
        {
            text[name] = value?.DeepClone();
        }

        var written = text.ToJsonString(new JsonSerializerOptions { WriteIndented = true, NewLine = "\n" }) + "\n";
        if (Environment.GetEnvironmentVariable("EMULATION_APPROVE") == "1")
        {
            File.WriteAllText(path, written);
        }

        Assert.Equal(File.ReadAllText(path), written);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Json_OfEveryKind_IsValidByThePublishedSchemaAndReadsBackToTheModel(string kind)
    {
        var json = Utf8.GetString(ReportTwin.Json(SampleReports.All[kind]));

        Assert.Empty((await PublishedAsync()).Validate(json));
        Assert.Equal(json, ReportModelJson.Write(ReportModelJson.Read(json)));
    }

    // A value of another type, a property nobody knows, one that is missing.
    [Theory]
    [InlineData("\"edition\":1,", "\"edition\":\"1\",")]
    [InlineData("\"edition\":1,", "\"edition\":1,\"unheard\":1,")]
    [InlineData("\"edition\":1,", "")]
    [InlineData("\"status\":\"final\"", "\"status\":\"finished\"")]
    public async Task Json_Damaged_IsRefusedByThePublishedSchema(string sound, string damaged)
    {
        var json = Utf8.GetString(ReportTwin.Json(SampleReports.All["wave-interim"]));
        Assert.Contains(sound, json, StringComparison.Ordinal);

        Assert.NotEmpty((await PublishedAsync()).Validate(json.Replace(sound, damaged, StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Csv_OfEveryKind_HasAnAddressForEveryRowAndTellsItOnce(string kind)
    {
        var bytes = ReportTwin.Csv(SampleReports.All[kind]);
        var rows = TwinReading.Rows(bytes);

        Assert.Equal(Encoding.UTF8.GetPreamble(), bytes.Take(3));
        Assert.Equal(["part", "unit", "code", "column", "value", "text"], rows[0]);
        Assert.All(rows, row => Assert.Equal(6, row.Count));
        var twice = rows.GroupBy(row => string.Join(';', row.Take(4))).Where(group => group.Count() > 1).Select(group => group.Key);
        Assert.Empty(twice);
        Assert.DoesNotContain(rows.SelectMany(row => row), field => field.Length > 0 && "=+@".Contains(field[0], StringComparison.Ordinal));
    }

    [Fact]
    public void Twins_HoldNoNameOfANominee() => Assert.All(SampleReports.All.Values, model =>
    {
        Assert.NotEqual(model.Cover.Kind == "monthly-progress", model.Awards.Count > 0);
        Assert.DoesNotContain("Bí Mật", Utf8.GetString(ReportTwin.Json(model)), StringComparison.Ordinal);
    });

    [Fact]
    public void Csv_Fields_AreQuotedWhereTheyMustBe()
    {
        var model = SampleReports.All["corrigendum"];
        var change = new ReportChange("a;b", "c \"d\"", "=1+1", "-5,00");

        var rows = TwinReading.Rows(ReportTwin.Csv(model with { Changes = [change] })).Where(row => row[0] == "changes").ToList();

        Assert.Equal(["a;b", "c \"d\"", "'=1+1", "-5,00"], rows.Select(row => row[4]));
    }

    [Fact]
    public void Csv_Numbers_AreInvariantBesideTheirVietnameseText() => Assert.Contains(
        TwinReading.Rows(ReportTwin.Csv(SampleReports.All["corrigendum"])),
        row => row[0] == "ranking" && row[4].Contains('.', StringComparison.Ordinal) && decimal.Parse(row[4], CultureInfo.InvariantCulture) > 1000 && row[5].StartsWith("1.", StringComparison.Ordinal) && row[5].Contains(',', StringComparison.Ordinal));

    /// <summary>An object knows its properties and no others: without that a misspelt one would pass.</summary>
    private static JsonNode Close(JsonSchemaExporterContext context, JsonNode schema)
    {
        if (schema is JsonObject said && said.ContainsKey("properties"))
        {
            said["additionalProperties"] = false;
        }

        // The office's local time carries no zone, which "date-time" would ask for.
        if (schema is JsonObject moment && context.TypeInfo.Type == typeof(DateTime))
        {
            moment.Remove("format");
            moment["pattern"] = @"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?$";
        }

        return schema;
    }

    private static Task<JsonSchema> PublishedAsync() =>
        JsonSchema.FromJsonAsync(File.ReadAllText(Path.Combine(Checkout(), "docs", "formats", "report.schema.json")), TestContext.Current.CancellationToken);

    internal static string Checkout()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Emulation.Jobs.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("Emulation.Jobs.sln");
        }

        return folder.FullName;
    }
}
