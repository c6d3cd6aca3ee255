using Emulation.Plan;
using Emulation.Reports.Scoring;
using static Emulation.Reports.Lineage.Leaves;

namespace Emulation.Reports.Lineage;

/// <summary>Who owed what and what came of it: every count leads to duties of the plan and to the receipts of files, or to their absence.</summary>
internal sealed class DutyLineage(LineageData data)
{
    /// <summary>A unit's standings with a duty within the run.</summary>
    public IReadOnlyList<LineageNode> Standings(UnitCode unit, string duty) => [.. data.DutiesOf(unit, duty).Select(StandingOf)];

    /// <param name="column">expected, on-time, late, needs-fixing, missing or exempt; due-on for the day.</param>
    public LineageNode Count(string duty, PeriodCode period, string column)
    {
        var owed = data.Result.Duties.Where(standing => standing.Duty == duty && standing.Period == period).ToList();
        var line = Duty(data, duty, period, owed[0].DueOn);
        return column == "due-on"
            ? new LineageNode(LineageStep.Statement, Text($"{duty} for {period} is due on {owed[0].DueOn:yyyy-MM-dd}"), null, [line])
            : Counted(
                Text($"units that stand {column} with {duty} for {period}"),
                [.. owed.Where(standing => Documents.Model.Standings.ToName(standing.Standing) == column || (column == "expected" && standing.Standing != Standing.NotYetDue)).Select(StandingOf)],
                line);
    }

    /// <param name="column">standing, days-late or received-on.</param>
    public LineageNode Cell(UnitCode unit, string duty, PeriodCode period, string column)
    {
        var standing = data.DutiesOf(unit, duty).Single(one => one.Period == period);
        return StandingOf(standing) with { Value = column == "days-late" ? standing.DaysLate : null };
    }

    /// <summary>Units that sent everything due so far, or that did not, or all that had something due.</summary>
    public LineageNode Coverage(string column)
    {
        var units = data.Result.Duties.Where(standing => standing.Standing is not (Standing.NotYetDue or Standing.Exempt))
            .GroupBy(standing => standing.Unit)
            .Where(unit => column == "expected-units" || unit.All(IsReceived) == (column == "complete-units"))
            .Select(unit => new LineageNode(LineageStep.Statement, Text($"{unit.Key}"), null, [.. unit.Select(StandingOf)]));
        return Counted(column, [.. units], PlanLine(data, "plan.yaml", "the duties due so far", null));
    }

    /// <summary>A count of the nodes; of none, the line that says what would have been counted.</summary>
    public static LineageNode Counted(string says, IReadOnlyList<LineageNode> nodes, LineageNode line) => nodes.Count > 0
        ? new LineageNode(LineageStep.Count, says, nodes.Count, nodes)
        : new LineageNode(LineageStep.None, says, 0, [line]);

    private static bool IsReceived(DutyStanding standing) => standing.Standing is Standing.OnTime or Standing.Late;

    private LineageNode StandingOf(DutyStanding standing)
    {
        var form = data.Plan.Plan.Duties.Single(duty => duty.Code == standing.Duty).Form;
        var files = data.Files[(standing.Unit, form, standing.Period)].Select(File).ToList();
        var received = standing.ReceivedAt is { } at ? Text($", first received {at:yyyy-MM-dd HH:mm}Z, {standing.DaysLate} days late") : "";
        return new LineageNode(
            LineageStep.Statement, Text($"{standing.Unit} with {standing.Duty} for {standing.Period}: {Documents.Model.Standings.ToName(standing.Standing)}{received}"), null,
            [
                .. files.Count > 0 ? files : [Absence(Text($"no {form.ToName()} of {standing.Unit} for {standing.Period} was accepted"))],
                Duty(data, standing.Duty, standing.Period, standing.DueOn),
            ]);
    }
}
