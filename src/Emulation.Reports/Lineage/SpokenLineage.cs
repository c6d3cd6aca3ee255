using System.Globalization;
using Emulation.Plan;
using Emulation.Plan.Calendar;
using Emulation.Reports.Documents;
using Emulation.Reports.Documents.Model;
using Emulation.Reports.Reconciliation;
using static Emulation.Reports.Lineage.Leaves;

namespace Emulation.Reports.Lineage;

/// <summary>What only sentences speak of: pace, questions, explanations, units that changed.</summary>
internal sealed class SpokenLineage(LineageData data, ValueLineage values)
{
    /// <summary>Null if it is none of these.</summary>
    public LineageNode? Value(ValueAddress address) => address switch
    {
        { Part: "pace" } => Pace(data.Plan.Plan.IndicatorByCode(new IndicatorCode(address.Code)), address.Column),
        { Part: "questions" } => Said(data.Model.Questions, address),
        { Part: "explanations" } => Said(data.Model.Explanations, address),
        { Part: "units" } => PlanLine(data, "units.csv", Text($"units that ended, began or changed{(address.Unit.Length > 0 ? ": " : "")}{address.Unit}"), null),
        _ => null,
    };

    // As the sentence was made: from the run and the day up to which it counted.
    private LineageNode? Pace(Indicator indicator, string column)
    {
        var standings = ExpectedPace.Of(data.Plan.Plan, data.Result, data.Plan.Plan.TimeZone.DateOf(data.Run.DataAsOf)).Where(standing => standing.Indicator == indicator.Code).ToList();
        if (standings.Count == 0)
        {
            return null;
        }

        var expected = new LineageNode(LineageStep.Sum, Text($"{indicator.Code} expected by {standings.Max(standing => standing.ReachedOn):yyyy-MM-dd}"), standings.Sum(standing => standing.Expected), [.. standings.Select(Expected)]);
        var value = new LineageNode(LineageStep.Sum, Text($"{indicator.Code} of units with a target"), standings.Sum(standing => standing.Value), [.. standings.Select(standing => values.Value(standing.Unit, indicator))]);
        if (column == "standing")
        {
            return new LineageNode(LineageStep.Statement, Text($"{indicator.Code} against its expected value"), null, [value, expected]);
        }

        var off = new LineageNode(LineageStep.Statement, "taken off", -value.Value, [value]);
        var behind = new LineageNode(LineageStep.Sum, Text($"{indicator.Code}, behind by"), expected.Value - value.Value, [expected, off]);
        return PointLineage.Percent(Text($"{indicator.Code} behind what is expected, in per cent of that"), behind, expected);
    }

    private LineageNode Expected(PaceStanding standing) => PlanLine(
        data, "targets.csv", Text($"{standing.Indicator} for {standing.Unit}: {standing.Target}, its share by {standing.ReachedOn:yyyy-MM-dd} (last year's course, else working days)"), standing.Expected);

    private LineageNode? Said(IReadOnlyList<OpenQuestion> said, ValueAddress address)
    {
        if (!int.TryParse(address.Code, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < 1 || number > said.Count || said[number - 1].UnitCode != address.Unit)
        {
            return null;
        }

        var about = said[number - 1];
        var says = Text($"{address.Part} {number}, {about.Kind}, of {about.Unit}");
        return about.Indicator is { } code
            ? new LineageNode(LineageStep.Statement, says, null, [values.Value(new UnitCode(about.UnitCode), Indicator(code)), values.Target(new UnitCode(about.UnitCode), Indicator(code))])
            : Decision(Text($"{says}: {about.Sentence}"), null);
    }

    private Indicator Indicator(string code) => data.Plan.Plan.IndicatorByCode(new IndicatorCode(code));
}
