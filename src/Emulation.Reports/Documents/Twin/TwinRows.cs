using Emulation.Reports.Documents.Model;
using static Emulation.Reports.Documents.VietnameseFormat;

namespace Emulation.Reports.Documents.Twin;

/// <summary>Every number of a report as rows. What a report prints as a dash has no row; lists of missing and late reports are the board read another way and have none either.</summary>
/// <remarks>docs/formats/report.md lists parts and columns.</remarks>
public static class TwinRows
{
    public static IEnumerable<TwinRow> Of(ReportModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return Cover(model.Cover)
            .Concat(model.Completeness.Duties.SelectMany(Duty))
            .Concat(model.Completeness.Units.SelectMany(unit => Board(unit, model.Completeness.Duties)))
            .Concat(model.Movements.Select(group => TwinRow.Of("movements", "", group.Code, "max-points", group.MaxPoints, Points)))
            .Concat(model.Progress.SelectMany(Progress))
            .Concat(model.Results.SelectMany(Result))
            .Concat(model.Indicators.SelectMany(IndicatorRows.OfTotal))
            .Concat(model.Figures.SelectMany(unit => IndicatorRows.OfUnit(unit, model.Indicators)))
            .Concat(model.Ranking.SelectMany(block => block.Units.SelectMany(unit => Ranked(block, unit))))
            .Concat(model.Trend.SelectMany(Trend))
            .Concat(model.Awards.SelectMany(Awards))
            .Concat(model.ScoreCards.SelectMany(ScoreCard))
            .Concat(model.Changes.SelectMany((change, index) => Change(change, Number(index + 1))));
    }

    /// <summary>The address of a duty for a period, e.g. <c>BC1@2020-W1</c>.</summary>
    internal static string DutyCode(DutyColumn duty) => $"{duty.Duty}@{duty.Period}";

    private static IEnumerable<TwinRow> Cover(ReportCover cover)
    {
        const string part = "cover";
        yield return TwinRow.Of(part, "", "", "kind", cover.Kind, cover.Title);
        yield return TwinRow.Of(part, "", "", "status", cover.Status.ToName(), Texts.Get("Status." + cover.Status));
        yield return TwinRow.Of(part, "", "", "edition", cover.Edition);
        yield return TwinRow.Of(part, "", "", "period", cover.PeriodCode, cover.PeriodName);
        yield return TwinRow.Of(part, "", "", "from", cover.From);
        yield return TwinRow.Of(part, "", "", "to", cover.To);
        yield return TwinRow.Of(part, "", "", "data-as-of", cover.DataAsOf.ToString("yyyy-MM-ddTHH:mm:ss", System.Globalization.CultureInfo.InvariantCulture), Moment(cover.DataAsOf));
        yield return TwinRow.Of(part, "", "", "complete-units", cover.CompleteUnits);
        yield return TwinRow.Of(part, "", "", "expected-units", cover.ExpectedUnits);
        yield return TwinRow.Of(part, "", "", "missing-units", cover.MissingUnits.Count);
        yield return TwinRow.Of(part, "", "", "plan", cover.PlanCode, cover.PlanTitle);
        yield return TwinRow.Of(part, "", "", "plan-version", cover.PlanVersion);
        yield return TwinRow.Of(part, "", "", "rule-set", cover.RuleSet);
        yield return TwinRow.Of(part, "", "", "run-hash", cover.RunHash);
        if (cover.AuditHead is { } head)
        {
            yield return TwinRow.Of(part, "", "", "audit-head", head);
        }

        if (cover.Late is { } late)
        {
            yield return TwinRow.Of(part, "", "", "late", late);
        }

        if (cover.Replaces is { } replaces)
        {
            yield return TwinRow.Of(part, "", "", "replaces", replaces);
        }
    }

    private static IEnumerable<TwinRow> Duty(DutyColumn duty)
    {
        const string part = "duties";
        var code = DutyCode(duty);
        yield return TwinRow.Of(part, "", code, "due-on", duty.DueOn);
        yield return TwinRow.Of(part, "", code, "expected", duty.Expected);
        yield return TwinRow.Of(part, "", code, "on-time", duty.OnTime);
        yield return TwinRow.Of(part, "", code, "late", duty.Late);
        yield return TwinRow.Of(part, "", code, "needs-fixing", duty.NeedsFixing);
        yield return TwinRow.Of(part, "", code, "missing", duty.Missing);
        yield return TwinRow.Of(part, "", code, "exempt", duty.Exempt);
    }

    private static IEnumerable<TwinRow> Board(CompletenessRow unit, IReadOnlyList<DutyColumn> duties)
    {
        const string part = "board";
        foreach (var (duty, cell) in duties.Zip(unit.Cells).Where(pair => pair.Second is not null))
        {
            var code = DutyCode(duty);
            yield return TwinRow.Of(part, unit.UnitCode, code, "standing", cell!.Standing, Standings.Word(cell.Standing));
            yield return TwinRow.Of(part, unit.UnitCode, code, "days-late", cell.DaysLate);
            if (cell.ReceivedOn is { } received)
            {
                yield return TwinRow.Of(part, unit.UnitCode, code, "received-on", received);
            }
        }
    }

    private static IEnumerable<TwinRow> Progress(MovementProgress movement)
    {
        const string part = "progress";
        if (movement.Percent is { } percent)
        {
            yield return TwinRow.Of(part, "", movement.Group, "percent", percent, value => Fixed(value, 1));
        }

        yield return TwinRow.Of(part, "", movement.Group, "met-targets", movement.MetTargets);
        yield return TwinRow.Of(part, "", movement.Group, "judged-targets", movement.JudgedTargets);
    }

    private static IEnumerable<TwinRow> Result(MovementRow unit)
    {
        const string part = "results";
        foreach (var group in unit.Groups.Where(group => group.Percent is not null))
        {
            yield return TwinRow.Of(part, unit.UnitCode, group.Group, "points", group.Points, Points);
            yield return TwinRow.Of(part, unit.UnitCode, group.Group, "percent", group.Percent!.Value, value => Fixed(value, 1));
        }

        foreach (var row in unit.Groups.SelectMany(group => Targets(unit.UnitCode, group.Group, group.Targets)).Concat(Targets(unit.UnitCode, "", unit.Targets)))
        {
            yield return row;
        }

        yield return TwinRow.Of(part, unit.UnitCode, "", "bonus", unit.Bonus, Points);
        yield return TwinRow.Of(part, unit.UnitCode, "", "penalty", unit.Penalty, Points);
        yield return TwinRow.Of(part, unit.UnitCode, "", "points", unit.Points, Points);
        if (unit.Grade.Length > 0)
        {
            yield return TwinRow.Of(part, unit.UnitCode, "", "grade", unit.Grade);
        }
    }

    private static IEnumerable<TwinRow> Targets(string unit, string group, TargetCount? targets) => targets is null ? [] :
    [
        TwinRow.Of("results", unit, group, "met-targets", targets.Met),
        TwinRow.Of("results", unit, group, "set-targets", targets.Set),
        TwinRow.Of("results", unit, group, "met-percent", targets.Percent, value => Fixed(value, 1)),
    ];

    private static IEnumerable<TwinRow> Ranked(RankingBlock block, RankingRow unit)
    {
        const string part = "ranking";
        if (unit.Rank is { } rank)
        {
            yield return TwinRow.Of(part, unit.UnitCode, block.Code, "rank", rank);
        }

        yield return TwinRow.Of(part, unit.UnitCode, block.Code, "points", unit.Points, Points);
        if (unit.Grade.Length > 0)
        {
            yield return TwinRow.Of(part, unit.UnitCode, block.Code, "grade", unit.Grade);
        }
    }

    private static IEnumerable<TwinRow> Trend(TrendMonth month)
    {
        const string part = "trend";
        yield return TwinRow.Of(part, "", month.Period, "edition", month.Edition);
        yield return TwinRow.Of(part, "", month.Period, "complete-units", month.CompleteUnits);
        yield return TwinRow.Of(part, "", month.Period, "expected-units", month.ExpectedUnits);
        yield return TwinRow.Of(part, "", month.Period, "met-targets", month.MetTargets);
        yield return TwinRow.Of(part, "", month.Period, "judged-targets", month.JudgedTargets);
        foreach (var unit in month.Points)
        {
            yield return TwinRow.Of(part, unit.UnitCode, month.Period, "points", unit.Points, Points);
        }
    }

    private static IEnumerable<TwinRow> Awards(AwardCount count)
    {
        const string part = "awards";
        var code = AwardCodes.Of(count);
        yield return TwinRow.Of(part, count.UnitCode, code, "count", count.Count);
        yield return TwinRow.Of(part, count.UnitCode, code, "ready", count.Ready);
        yield return TwinRow.Of(part, count.UnitCode, code, "needs-person", count.NeedsPerson);
        yield return TwinRow.Of(part, count.UnitCode, code, "blocked", count.Blocked);
        yield return TwinRow.Of(part, count.UnitCode, code, "decided", count.Decided);
        yield return TwinRow.Of(part, count.UnitCode, code, "granted", count.Granted);
    }

    private static IEnumerable<TwinRow> ScoreCard(ScoreCardLine line)
    {
        const string part = "score-cards";
        yield return TwinRow.Of(part, line.UnitCode, line.Rule, "max-points", line.MaxPoints, Points);
        yield return TwinRow.Of(part, line.UnitCode, line.Rule, "points", line.Points, Points);
        if (line.SelfPoints is { } self)
        {
            yield return TwinRow.Of(part, line.UnitCode, line.Rule, "self-points", self, Points);
        }

        if (line.CouncilPoints is { } council)
        {
            yield return TwinRow.Of(part, line.UnitCode, line.Rule, "council-points", council, Points);
        }
    }

    private static IEnumerable<TwinRow> Change(ReportChange change, string number)
    {
        const string part = "changes";
        yield return TwinRow.Of(part, "", number, "unit", change.Unit);
        yield return TwinRow.Of(part, "", number, "what", change.What);
        yield return TwinRow.Of(part, "", number, "before", change.Before);
        yield return TwinRow.Of(part, "", number, "after", change.After);
    }
}
