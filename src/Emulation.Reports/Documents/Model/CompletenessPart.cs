using Emulation.Plan;
using Emulation.Reports.Scoring;

namespace Emulation.Reports.Documents.Model;

/// <summary>The board of who owed what and what came.</summary>
internal static class CompletenessPart
{
    public static CompletenessBoard Build(ReportInput input)
    {
        var columns = Columns(input.Plan, input.Run.Duties);
        var cells = input.Run.Duties.ToDictionary(standing => (standing.Unit, standing.Duty, standing.Period));
        var rows = input.Plan.Units
            .Where(unit => input.Run.Duties.Any(standing => standing.Unit == unit.Code))
            .Select(unit => new CompletenessRow(
                unit.ShortName,
                unit.Code.Value,
                ResultsPart.BlockName(input.Plan, unit.Block),
                [.. columns.Select(column => Cell(input.Plan, cells.GetValueOrDefault((unit.Code, column.Duty, new PeriodCode(column.Period)))))]));
        return new CompletenessBoard(columns, [.. rows]);
    }

    private static List<DutyColumn> Columns(EmulationPlan plan, IReadOnlyList<DutyStanding> standings)
    {
        var byDuty = standings.ToLookup(standing => (standing.Duty, standing.Period));
        var columns =
            from duty in plan.Duties
            from occurrence in duty.Occurrences
            where byDuty.Contains((duty.Code, occurrence.Period.Code))
            select Column(duty, occurrence, [.. byDuty[(duty.Code, occurrence.Period.Code)]]);
        return [.. columns];
    }

    private static DutyColumn Column(Duty duty, DutyOccurrence occurrence, IReadOnlyList<DutyStanding> standings)
    {
        int Count(Standing wanted) => standings.Count(standing => standing.Standing == wanted);
        return new DutyColumn(
            duty.Code,
            duty.Name,
            occurrence.Period.Code.Value,
            occurrence.Period.Name,
            occurrence.Period.Kind == PeriodKind.Month ? "T" + VietnameseFormat.Number(occurrence.Period.To.Month) : duty.Code,
            occurrence.DueOn,
            standings.Count - Count(Standing.NotYetDue),
            Count(Standing.OnTime),
            Count(Standing.Late),
            Count(Standing.NeedsFixing),
            Count(Standing.Missing),
            Count(Standing.Exempt));
    }

    private static CompletenessCell? Cell(EmulationPlan plan, DutyStanding? standing) => standing is null
        ? null
        : new CompletenessCell(standing.Standing.ToName(), LocalDate(plan, standing.ReceivedAt), standing.DaysLate);

    internal static DateOnly? LocalDate(EmulationPlan plan, DateTimeOffset? instant) =>
        instant is { } at ? DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, plan.TimeZone).DateTime) : null;
}
