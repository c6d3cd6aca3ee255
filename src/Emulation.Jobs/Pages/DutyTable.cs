using Emulation.Plan;
using Emulation.Reports;
using Emulation.Reports.Scoring;

namespace Emulation.Jobs.Pages;

/// <summary>A column of the duty board: a duty for a period.</summary>
public sealed record DutyColumn(string Duty, PeriodCode Period, string Heading, string Title, string Due);

/// <summary>A unit's line of the duty board; a cell is a standing's name, or null where the unit does not owe the duty.</summary>
public sealed record DutyRow(Unit Unit, IReadOnlyList<string?> Cells);

/// <summary>The duty board as people read it: units down, duties across, those due or already met, in order of their due days.</summary>
public sealed record DutyTable(IReadOnlyList<DutyColumn> Columns, IReadOnlyList<DutyRow> Rows, IReadOnlyList<(string Standing, int Count)> Counts)
{
    /// <summary>Duties further ahead than this are left out while nobody has met them.</summary>
    private const int DaysAhead = 31;

    public static DutyTable Empty { get; } = new([], [], []);

    /// <summary>Names as the version of each period has them; a unit that today's plan does not know stands below those it knows.</summary>
    public static DutyTable Of(OwedDuties owed, DateOnly today)
    {
        var shown = owed.Standings.Where(standing => standing.DueOn <= today.AddDays(DaysAhead) || standing.Standing != Standing.NotYetDue).ToList();
        var cells = shown.ToDictionary(standing => (standing.Duty, standing.Period, standing.Unit), standing => Name(standing.Standing));
        var columns = shown
            .GroupBy(standing => (standing.Duty, standing.Period, standing.DueOn))
            .OrderBy(group => group.Key.DueOn).ThenBy(group => group.Key.Duty, StringComparer.Ordinal)
            .Select(group => Column(owed.Versions.For(group.Key.Period).Plan, group.Key.Duty, group.Key.Period, group.Key.DueOn))
            .ToList();
        var rows = owed.Versions.All.SelectMany(version => version.Plan.Units).DistinctBy(unit => unit.Code)
            .Select(unit => new DutyRow(unit, [.. columns.Select(column => cells.GetValueOrDefault((column.Duty, column.Period, unit.Code)))]))
            .Where(row => row.Cells.Any(cell => cell is not null))
            .ToList();
        var counts = shown.GroupBy(standing => standing.Standing).OrderBy(group => group.Key).Select(group => (Name(group.Key), group.Count())).ToList();
        return new DutyTable(columns, rows, counts);
    }

    /// <summary>The sign in a cell, so that colour is never the only difference.</summary>
    public static string Sign(string standing) => standing switch
    {
        "on-time" => "✓",
        "late" => "M",
        "needs-fixing" => "S",
        "missing" => "✗",
        "exempt" => "–",
        _ => "·",
    };

    public static string Name(Standing standing) => standing switch
    {
        Standing.OnTime => "on-time",
        Standing.Late => "late",
        Standing.NeedsFixing => "needs-fixing",
        Standing.Missing => "missing",
        Standing.Exempt => "exempt",
        _ => "not-yet-due",
    };

    private static DutyColumn Column(EmulationPlan plan, string code, PeriodCode period, DateOnly dueOn)
    {
        var duty = plan.Duties.Single(duty => duty.Code == code);
        var name = plan.PeriodByCode(period).Name;
        var heading = plan.PeriodByCode(period).Kind == PeriodKind.Month ? $"T{period.Value[^2..].TrimStart('0')}" : code;
        return new DutyColumn(code, period, heading, $"{duty.Name}, {name}", dueOn.ToString("dd/MM", Texts.Vietnamese));
    }
}
