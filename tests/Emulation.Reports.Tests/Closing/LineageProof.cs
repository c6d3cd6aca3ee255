using System.Globalization;
using Emulation.Plan;
using Emulation.Reports.Documents.Places;
using Emulation.Reports.Lineage;
using Emulation.Reports.Scoring;

namespace Emulation.Reports.Tests.Closing;

/// <summary>Does every sum, quotient, count, rank and rule of a lineage with a pencil of its own.</summary>
internal sealed class LineageProof(LineageData data)
{
    private const decimal Tolerance = 0.000000001m;
    private static readonly string[] Words =
        ["due-on", "received-on", "date", "target-date", "target-day", "from", "to", "data-as-of", "run-hash", "audit-head", "late", "replaces", "what", "before", "after", "sentence"];

    private static readonly LineageStep[] Ends =
        [LineageStep.Figure, LineageStep.Receipt, LineageStep.Absence, LineageStep.PlanLine, LineageStep.Decision, LineageStep.Run];

    public void Check(LineageNode node)
    {
        if (node.From.Count == 0)
        {
            Assert.Contains(node.Step, Ends);
            Assert.True(node.Step != LineageStep.Figure || node.Figure is { Row: > 0, FileHash.Length: 32, FileName.Length: > 0 }, node.Says);
            return;
        }

        var expected = Expected(node);
        Assert.True(Same(expected, node.Value), $"{node.Step} {node.Says}: {node.Value} instead of {expected}");
        foreach (var below in node.From)
        {
            Check(below);
        }
    }

    /// <summary>Every number printed in workbook, mail and document is the rounded value of what it leads to; days and words are said by the nodes.</summary>
    /// <returns>How many lead to at least one cell, with its file and receipt.</returns>
    public int CheckPlaces(IReadOnlyList<PrintedPlace> places)
    {
        var lineage = new LineageOf(data);
        var proven = new Dictionary<string, LineageNode>();
        foreach (var place in places)
        {
            if (!proven.TryGetValue(place.Origin, out var node))
            {
                node = lineage.Number(NumberOrigin.Parse(place.Origin));
                Check(node);
                proven.Add(place.Origin, node);
            }

            var number = Number(place.Text);
            Assert.True(
                node.Printed == number || (node.Printed is null && (Words.Contains(place.Origin.Split(';')[^1]) || place.Origin.StartsWith("previous;", StringComparison.Ordinal))),
                $"{place}: {node.Printed} for {number}");
        }

        return proven.Values.Count(node => node.Leaves().Any(leaf => leaf.Figure is { FileHash.Length: 32 }));
    }

    private static decimal? Number(string text) => text is "Có" or "Không" ? (text == "Có" ? 1 : 0) : decimal.TryParse(
        text.TrimEnd('%').Replace(".", "", StringComparison.Ordinal).Replace(',', '.'), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static bool Same(decimal? left, decimal? right) => left == right || (left is { } one && right is { } other && Math.Abs(one - other) < Tolerance);

    private decimal? Expected(LineageNode node)
    {
        var values = node.From.Select(below => below.Value).ToList();
        return node.Step switch
        {
            LineageStep.Same => node.From[0].Printed,
            LineageStep.Sum => values.Sum(value => value ?? 0),
            LineageStep.SumNotBelowZero => Math.Max(0, values.Sum(value => value!.Value)),
            LineageStep.CappedSum => Math.Min(values.SkipLast(1).Sum(value => value!.Value), values[^1]!.Value),
            LineageStep.Percent => values[1] is null or 0 ? null : values[0] * 100 / values[1],
            LineageStep.Count => values.Count,
            LineageStep.None => 0,
            LineageStep.Last => values[^1],
            LineageStep.Rank => Rank(node),
            LineageStep.Rule => Points(node),
            LineageStep.Share => Share(node),
            _ => Statement(node),
        };
    }

    // A value that is only stated must be one that rests on a decision turned round, or on a day.
    private decimal? Statement(LineageNode node) => node switch
    {
        { Value: null } => null,
        { From: [{ Step: LineageStep.CappedSum or LineageStep.Sum } off] } => -off.Value,
        { Value: var days } when node.From[^1].Step == LineageStep.PlanLine => DaysLate(node, days!.Value),
        _ => throw new InvalidOperationException($"Nothing below gives {node.Value}: {node.Says}"),
    };

    private decimal DaysLate(LineageNode node, decimal said)
    {
        var standing = data.Result.Duties.Single(one => node.Says.StartsWith($"{one.Unit} with {one.Duty} for {one.Period}:", StringComparison.Ordinal));
        var form = data.Plan.Plan.Duties.Single(duty => duty.Code == standing.Duty).Form;
        if (standing.Standing is not (Standing.OnTime or Standing.Late))
        {
            return 0;
        }

        var received = data.Files[(standing.Unit, form, standing.Period)].Min(file => file.ReceivedAt).ToOffset(TimeSpan.FromHours(7));
        Assert.Equal(said, Math.Max(0, DateOnly.FromDateTime(received.DateTime).DayNumber - standing.DueOn.DayNumber));
        return said;
    }

    private static decimal? Rank(LineageNode node)
    {
        var totals = node.From.Select(below => below.Printed!.Value).ToList();
        var (ahead, level) = (totals.Count(total => total > totals[0]), totals.Count(total => total == totals[0]));
        return node.Value >= ahead + 1 && node.Value <= ahead + level ? node.Value : ahead + 1;
    }

    private decimal? Share(LineageNode node)
    {
        var (rule, unit) = RuleAndUnit(node.Says, "most points of rule ");
        var lines = data.ResultOf(unit).Lines.Where(line => line.MaxPoints > 0).Select(line => data.Plan.Plan.Scoring.Rules.Single(one => one.Code == line.Rule)).ToList();
        if (!lines.Contains(rule))
        {
            return 0;
        }

        var groups = data.Plan.Plan.Scoring.Groups;
        var filled = groups.Where(group => lines.Exists(line => line.Group == group.Code)).Sum(group => group.Points);
        var points = groups.Single(group => group.Code == rule.Group).Points;
        return groups.Sum(group => group.Points) / filled * points / lines.Where(line => line.Group == rule.Group).Sum(line => line.MaxPoints) * rule.MaxPoints;
    }

    private decimal? Points(LineageNode node)
    {
        var (rule, unit) = RuleAndUnit(node.Says, "rule ");
        var max = node.From[0].Value!.Value;
        if (max == 0)
        {
            return 0;
        }

        var indicator = data.Plan.Plan.Indicators.FirstOrDefault(one => one.Code == (rule.Indicator ?? new IndicatorCode(rule.Code)));
        if ((rule.Duty ?? indicator?.FromDuty) is { } duty)
        {
            var due = data.DutiesOf(unit, duty).Where(standing => standing.Standing is not (Standing.Exempt or Standing.NotYetDue)).ToList();
            return max * due.Average(standing => standing.Standing is Standing.OnTime or Standing.Late ? Factor(standing.DaysLate) : 0);
        }

        var result = data.IndicatorOf(unit, indicator!.Code)!;
        var (value, target) = (node.From[1].Value, node.From[2].Value);
        return result.State == ScoredState.NotReported ? 0 : rule.Function switch
        {
            ScoringFunction.Proportional => max * Ratio(value, target, 1),
            ScoringFunction.ProportionalOver => max * Ratio(value, target, rule.Cap ?? 1.10m),
            ScoringFunction.Banded => max * (rule.Bands.FirstOrDefault(band => band.Contains(target is null ? value!.Value : target == 0 ? 100 : value!.Value * 100 / target.Value))?.Factor ?? 0),
            ScoringFunction.YesNo => value >= 1 ? max : 0,
            ScoringFunction.LowerIsBetter => max * Math.Clamp(1 - (rule.PointsPerCase!.Value * value!.Value / rule.MaxPoints), 0, 1),
            _ => max * (result.Date is { } day ? Factor(Math.Max(0, day.DayNumber - result.TargetDate!.Value.DayNumber)) : 0),
        };
    }

    private static decimal Ratio(decimal? value, decimal? target, decimal cap) => target == 0 ? cap : Math.Min(Math.Max(value!.Value / (target ?? 100), 0), cap);

    private decimal Factor(int daysLate) => data.Plan.Plan.Scoring.Lateness.FirstOrDefault(band => daysLate <= band.MaxDaysLate)?.Factor ?? 0;

    private (ScoringRule Rule, UnitCode Unit) RuleAndUnit(string says, string before)
    {
        var words = says[before.Length..].Split(' ');
        return (data.Plan.Plan.Scoring.Rules.Single(rule => rule.Code == words[0]), new UnitCode(words[2].TrimEnd(':')));
    }
}
