using System.Globalization;
using System.Text.Json;

namespace Emulation.Reports.Tests.Documents.Faces;

/// <summary>Reads the JSON twin by its published names.</summary>
internal sealed class JsonFace
{
    private readonly FaceValues values = new("json");
    private readonly JsonElement root;

    private JsonFace(byte[] json) => root = JsonDocument.Parse(json).RootElement;

    /// <summary>Short name of a unit → its code, as the JSON pairs them.</summary>
    public Dictionary<string, string> Units { get; } = [];

    /// <summary>Name of a block, a movement or an indicator → its code.</summary>
    public Dictionary<string, string> Codes { get; } = [];

    /// <summary>Codes of duty and period by their printed names.</summary>
    public Dictionary<string, string> Duties { get; } = [];

    /// <summary>Code of a unit → the block in which it is ranked.</summary>
    public Dictionary<string, string> Blocks { get; } = [];

    public JsonElement Root => root;

    public static (FaceValues Values, JsonFace Names) Read(byte[] json)
    {
        var face = new JsonFace(json);
        face.Cover();
        face.Board();
        face.Results();
        face.Indicators();
        face.Ranking();
        face.Rest();
        return (face.values, face);
    }

    private void Numbers(string part, string unit, string code, JsonElement item, params (string Property, string Column)[] columns)
    {
        foreach (var (property, column) in columns.Where(column => item.GetProperty(column.Property).ValueKind == JsonValueKind.Number))
        {
            values.Machine($"{part};{unit};{code};{column}", item.GetProperty(property).GetDecimal());
        }
    }

    private void Cover()
    {
        var cover = root.GetProperty("cover");
        Numbers("cover", "", "", cover, ("edition", "edition"), ("completeUnits", "complete-units"), ("expectedUnits", "expected-units"), ("planVersion", "plan-version"));
        values.Machine("cover;;;missing-units", cover.GetProperty("missingUnits").GetArrayLength());
    }

    private void Board()
    {
        var duties = root.GetProperty("completeness").GetProperty("duties").EnumerateArray().ToList();
        var codes = duties.Select(duty => $"{Text(duty, "duty")}@{Text(duty, "period")}").ToList();
        foreach (var (duty, code) in duties.Zip(codes))
        {
            Duties.TryAdd($"{Text(duty, "dutyName")} ({Text(duty, "periodName")})", code);
            Numbers("duties", "", code, duty, ("expected", "expected"), ("onTime", "on-time"), ("late", "late"), ("needsFixing", "needs-fixing"), ("missing", "missing"), ("exempt", "exempt"));
        }

        foreach (var unit in root.GetProperty("completeness").GetProperty("units").EnumerateArray())
        {
            Units.TryAdd(Text(unit, "unit"), Text(unit, "unitCode"));
            foreach (var (cell, code) in unit.GetProperty("cells").EnumerateArray().Zip(codes).Where(pair => pair.First.ValueKind == JsonValueKind.Object))
            {
                Numbers("board", Text(unit, "unitCode"), code, cell, ("daysLate", "days-late"));
            }
        }
    }

    private void Results()
    {
        foreach (var movement in root.GetProperty("movements").EnumerateArray())
        {
            Codes.TryAdd(Text(movement, "name"), Text(movement, "code"));
            Numbers("movements", "", Text(movement, "code"), movement, ("maxPoints", "max-points"));
        }

        foreach (var movement in root.GetProperty("progress").EnumerateArray())
        {
            Numbers("progress", "", Text(movement, "group"), movement, ("percent", "percent"), ("metTargets", "met-targets"), ("judgedTargets", "judged-targets"));
        }

        foreach (var unit in root.GetProperty("results").EnumerateArray())
        {
            Units.TryAdd(Text(unit, "unit"), Text(unit, "unitCode"));
            foreach (var group in unit.GetProperty("groups").EnumerateArray().Where(group => group.GetProperty("percent").ValueKind == JsonValueKind.Number))
            {
                Numbers("results", Text(unit, "unitCode"), Text(group, "group"), group, ("points", "points"), ("percent", "percent"));
            }

            foreach (var (code, targets) in unit.GetProperty("groups").EnumerateArray().Select(group => (Text(group, "group"), group.GetProperty("targets"))).Append(("", unit.GetProperty("targets"))).Where(pair => pair.Item2.ValueKind == JsonValueKind.Object))
            {
                Numbers("results", Text(unit, "unitCode"), code, targets, ("met", "met-targets"), ("set", "set-targets"), ("percent", "met-percent"));
            }

            Numbers("results", Text(unit, "unitCode"), "", unit, ("bonus", "bonus"), ("penalty", "penalty"), ("points", "points"));
        }
    }

    private void Indicators()
    {
        (string, string)[] quantities = [("value", "value"), ("estimated", "estimated"), ("target", "target"), ("achievedPercent", "achieved-percent")];
        var indicators = root.GetProperty("indicators").EnumerateArray().ToList();
        foreach (var total in indicators)
        {
            Codes.TryAdd(Text(total, "name"), Text(total, "code"));
            Numbers("indicators", "", Text(total, "code"), total, [.. quantities, ("previous", "previous"), ("reportedUnits", "reported-units"), ("expectedUnits", "expected-units"), ("unitsMet", "units-met"), ("unitsShort", "units-short"), ("unitsMissing", "units-missing")]);
            if (total.TryGetProperty("province", out var own))
            {
                Numbers("indicators", "", Text(total, "code"), own, ("unitsTarget", "units-target"));
            }
        }

        foreach (var unit in root.GetProperty("figures").EnumerateArray())
        {
            foreach (var (cell, total) in unit.GetProperty("cells").EnumerateArray().Zip(indicators).Where(pair => pair.First.ValueKind == JsonValueKind.Object))
            {
                Numbers("figures", Text(unit, "unitCode"), Text(total, "code"), cell, [.. quantities, ("assignedTarget", "assigned-target")]);
            }
        }
    }

    private void Ranking()
    {
        foreach (var block in root.GetProperty("ranking").EnumerateArray())
        {
            Codes.TryAdd(Text(block, "name"), Text(block, "code"));
            foreach (var unit in block.GetProperty("units").EnumerateArray())
            {
                Blocks.TryAdd(Text(unit, "unitCode"), Text(block, "code"));
                Numbers("ranking", Text(unit, "unitCode"), Text(block, "code"), unit, ("rank", "rank"), ("points", "points"));
            }
        }
    }

    private void Rest()
    {
        foreach (var month in root.GetProperty("trend").EnumerateArray())
        {
            Codes.TryAdd(Text(month, "periodName"), Text(month, "period"));
            Numbers("trend", "", Text(month, "period"), month, ("edition", "edition"), ("completeUnits", "complete-units"), ("expectedUnits", "expected-units"), ("metTargets", "met-targets"), ("judgedTargets", "judged-targets"));
            foreach (var unit in month.GetProperty("points").EnumerateArray())
            {
                Numbers("trend", Text(unit, "unitCode"), Text(month, "period"), unit, ("points", "points"));
            }
        }

        foreach (var count in root.GetProperty("awards").EnumerateArray())
        {
            var code = $"{(count.GetProperty("isCollective").GetBoolean() ? "collective" : "person")}: {Text(count, "proposed")}";
            Numbers("awards", Text(count, "unitCode"), code, count, ("count", "count"), ("ready", "ready"), ("needsPerson", "needs-person"), ("blocked", "blocked"), ("decided", "decided"), ("granted", "granted"));
        }

        foreach (var line in root.GetProperty("scoreCards").EnumerateArray())
        {
            Numbers("score-cards", Text(line, "unitCode"), Text(line, "rule"), line, ("maxPoints", "max-points"), ("points", "points"), ("selfPoints", "self-points"), ("councilPoints", "council-points"));
        }
    }

    private static string Text(JsonElement item, string property) => item.GetProperty(property).GetString()!;
}

/// <summary>Reads the CSV twin: the machine's value and, as a face of its own, the text beside it.</summary>
internal static class CsvFace
{
    private static readonly string[] Words = ["kind", "status", "period", "from", "to", "data-as-of", "plan", "rule-set", "run-hash", "audit-head", "replaces", "due-on", "standing", "received-on", "grade", "verdict", "state", "date", "target-date", "target-of", "target-day", "decision"];

    public static (FaceValues Values, FaceValues Texts) Read(byte[] csv)
    {
        var (values, texts) = (new FaceValues("csv"), new FaceValues("csv text"));
        foreach (var row in TwinReading.Rows(csv).Skip(1).Where(row => row[0] != "changes" && !Words.Contains(row[3])))
        {
            var address = string.Join(';', row.Take(4));
            values.Machine(address, decimal.Parse(row[4], CultureInfo.InvariantCulture));
            if (row[5] is not ("Có" or "Không"))
            {
                texts.Printed(address, row[5]);
            }
        }

        return (values, texts);
    }
}
