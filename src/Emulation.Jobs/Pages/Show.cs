using Emulation.Plan;
using Emulation.Plan.Storage;

namespace Emulation.Jobs.Pages;

/// <summary>How the pages write things for officials: dd/MM/yyyy, HH:mm of the office's zone, 1.234,56, names instead of ids.</summary>
public sealed class Show(StoredPlan stored)
{
    private readonly Dictionary<int, Unit> units = stored.Plan.Units
        .Where(unit => stored.Ids.Units.ContainsKey(unit.Code))
        .ToDictionary(unit => stored.Ids.Units[unit.Code]);

    public EmulationPlan Plan => stored.Plan;

    public string Moment(DateTimeOffset instant) =>
        TimeZoneInfo.ConvertTime(instant, stored.Plan.TimeZone).ToString("HH:mm dd/MM/yyyy", Texts.Vietnamese);

    public string Moment(DateTimeOffset? instant) => instant is { } known ? Moment(known) : "";

    public static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", Texts.Vietnamese);

    /// <summary>What a file of a report is, by its extension: <c>XLSX</c>, <c>CSV</c>.</summary>
    public static string FileKind(string name) => Path.GetExtension(name).TrimStart('.').ToUpperInvariant();

    /// <summary>The size of a file: <c>12 KB</c>.</summary>
    public static string Size(long bytes) => Math.Max(1, bytes / 1024).ToString("N0", Texts.Vietnamese) + " KB";

    public static string Points(decimal points) => points.ToString("N2", Texts.Vietnamese);

    public static string Number(int number) => number.ToString("N0", Texts.Vietnamese);

    public Unit? Unit(int? unitId) => unitId is { } id ? units.GetValueOrDefault(id) : null;

    public int? UnitId(string? code) =>
        code is not null && stored.Ids.Units.TryGetValue(new UnitCode(code), out var id) ? id : null;

    public string Period(string? code) =>
        code is null ? "" : stored.Plan.Periods.FirstOrDefault(period => period.Code.Value == code)?.Name ?? code;

    public string Block(string code) => stored.Plan.Blocks.FirstOrDefault(block => block.Code == code)?.Name ?? code;

    public string Grade(string code) => stored.Plan.Scoring.Grades.FirstOrDefault(grade => grade.Code == code)?.Name ?? code;

    public string Gate(string code) => stored.Plan.Scoring.Gates.FirstOrDefault(gate => gate.Code == code)?.Name ?? code;

    /// <summary>The text for a state and the class of its mark.</summary>
    public static (string Text, string Mark) State(string kind, string state) => (Texts.Get($"{kind}.{state}"), state switch
    {
        "accepted" or "done" or "on-time" or "final" or "decided" or "closed" or "upheld" => "good",
        "rejected" or "refused" or "bounced" or "uncertain" or "quarantined" or "failed" or "missing" or "needs-fixing" or "open" => "bad",
        "missed" or "paused" or "waiting" or "late" or "held" or "duplicate" or "provisional" or "checked" or "withdrawal" or "explained" or "objections" or "reopening-asked" or "reopened" => "warn",
        "planned" or "due" or "lasting" or "queued" or "sending" or "claimed" or "archived" => "plan",
        _ => "",
    });
}
