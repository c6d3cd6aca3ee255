using System.Globalization;
using Emulation.Plan;
using Emulation.Reports.Documents;
using Emulation.Reports.Documents.Places;
using Emulation.Reports.Documents.Twin;
using Emulation.Reports.Scoring;
using static Emulation.Reports.Lineage.Leaves;

namespace Emulation.Reports.Lineage;

/// <summary>From the address of a printed value to everything it follows from. Pure; computes no result anew.</summary>
/// <remarks>docs/adr/0020-lineage.md; the parts and columns are those of docs/formats/report.md.</remarks>
public sealed class LineageOf
{
    private readonly LineageData data;
    private readonly DutyLineage duties;
    private readonly ValueLineage values;
    private readonly PointLineage points;
    private readonly TotalLineage totals;
    private readonly SpokenLineage spoken;

    public LineageOf(LineageData data)
    {
        this.data = data;
        duties = new DutyLineage(data);
        values = new ValueLineage(data, duties);
        points = new PointLineage(data, values, duties);
        totals = new TotalLineage(data, values, points);
        spoken = new SpokenLineage(data, values);
    }

    /// <summary>A number of a sentence or a table: a value, or a sum or count of values.</summary>
    /// <exception cref="ArgumentException">No report prints such a number.</exception>
    public LineageNode Number(NumberOrigin origin)
    {
        ArgumentNullException.ThrowIfNull(origin);
        var nodes = origin.Of.Select(Value).ToList();
        var whole = origin.Step switch
        {
            OriginStep.Sum => new LineageNode(LineageStep.Sum, "values of the report, added up", nodes.Sum(node => node.Printed ?? 0), nodes),
            OriginStep.Count => new LineageNode(LineageStep.Count, "values of the report, counted", nodes.Count, nodes),
            OriginStep.None => new LineageNode(LineageStep.None, "none", 0, nodes),
            _ => nodes[0],
        };
        return origin.Named == 0
            ? whole
            : new LineageNode(LineageStep.Sum, "those not named", whole.Value - origin.Named, [whole, Run("named in the sentence itself", -origin.Named)]);
    }

    /// <exception cref="ArgumentException">No report prints such a value.</exception>
    public LineageNode Value(ValueAddress address)
    {
        var unit = new UnitCode(address.Unit);
        return address.Part switch
        {
            "results" or "ranking" => Points(address, unit),
            "score-cards" => Line(address, unit),
            "figures" => Figure(address, unit),
            "indicators" when address.Column == "previous" => Run(Text($"{address.Code} as the report of the period before said when it was sent"), Printed(address)),
            "indicators" => totals.Indicator(Indicator(address.Code), address.Column),
            "progress" => totals.Movement(address.Code, address.Column),
            "movements" => Group(data, address.Code),
            "duties" => duties.Count(DutyOf(address.Code), PeriodOf(address.Code), address.Column),
            "board" => duties.Cell(unit, DutyOf(address.Code), PeriodOf(address.Code), address.Column),
            "cover" => Cover(address),
            "trend" => Run(Text($"as the progress report of {address.Code} said when it was sent; trace that report for more"), Printed(address)),
            "awards" => Decision(Text($"award proposals of {address.Unit}, {address.Code}: 'emulation award check' lists the dossiers"), Printed(address)),
            "changes" => Change(address),
            "previous" => Run(Text($"{address.Column} as the report of {address.Code} said when it was sent; trace that report for more"), null),
            _ => spoken.Value(address) ?? throw Unknown(address),
        };
    }

    private LineageNode Points(ValueAddress address, UnitCode unit) => (address.Part, address.Code, address.Column) switch
    {
        ("ranking", _, "rank") => points.Rank(unit),
        ("ranking", _, "points") or ("results", "", "points") => points.Total(unit),
        (_, _, "grade") => points.Grade(unit),
        ("results", var group, "met-targets" or "set-targets" or "met-percent") => totals.OfUnit(unit, group, address.Column),
        ("results", "", "bonus") => points.Bonus(unit),
        ("results", "", "penalty") => points.Penalty(unit),
        ("results", var group, "points") => points.Group(unit, group),
        ("results", var group, "percent") => points.GroupPercent(unit, group),
        _ => throw Unknown(address),
    };

    private LineageNode Line(ValueAddress address, UnitCode unit) => address.Column switch
    {
        "points" => points.Line(unit, address.Code),
        "max-points" => points.LineMax(unit, address.Code),
        "self-points" => points.Opinion(unit, address.Code, OpinionKind.Self),
        "council-points" => points.Opinion(unit, address.Code, OpinionKind.Council),
        _ => throw Unknown(address),
    };

    private LineageNode Figure(ValueAddress address, UnitCode unit)
    {
        var indicator = Indicator(address.Code);
        return address.Column switch
        {
            "value" => values.Value(unit, indicator) with { Places = 2 },
            "estimated" => values.Estimated(unit, indicator) with { Places = 2 },
            "target" or "target-date" => values.Target(unit, indicator),
            "assigned-target" => PlanLine(data, "targets.csv", Text($"{indicator.Code} for {unit} as assigned, before the decision"), Printed(address)),
            "decision" => Decision(Text($"about {indicator.Code} of {unit}: see exemptions.csv of the plan"), null),
            "achieved-percent" => values.Achieved(unit, indicator),
            "date" or "state" => values.Value(unit, indicator),
            "verdict" => values.Verdict(unit, indicator),
            _ => throw Unknown(address),
        };
    }

    // What is now leads on; what was stands in the edition replaced, and a file or decision that changed is the reason itself.
    private LineageNode Change(ValueAddress address)
    {
        var index = data.Model.Changes.Index().First(change => VietnameseFormat.Number(change.Index + 1) == address.Code).Index;
        var change = data.Model.Changes[index];
        var unit = data.Model.Results.FirstOrDefault(row => row.Unit == change.Unit)?.UnitCode;
        return (address.Column, unit) switch
        {
            ("after", { } code) when change.Rule is { } rule && data.ResultOf(new UnitCode(code)).Lines.Any(line => line.Rule == rule) => Arithmetic(points.Line(new UnitCode(code), rule)),
            ("after", { } code) when change.What == Texts.Get("Change.Points") => points.Total(new UnitCode(code)),
            ("after", { } code) when change.What == Texts.Get("Change.Rank") && data.ResultOf(new UnitCode(code)).Rank is not null => points.Rank(new UnitCode(code)),
            ("before", _) => Run("as the edition replaced said; trace that report for more", null),
            _ => Decision(Text($"why this edition replaces another: {data.Model.Cover.Replaces}"), null),
        };
    }

    // A formula prints many numbers; what they come to leads on.
    private LineageNode Arithmetic(LineageNode line) => Run("the arithmetic of a line of the score card", null) with { From = [line] };

    private LineageNode Cover(ValueAddress address) => address.Column.EndsWith("-units", StringComparison.Ordinal)
        ? duties.Coverage(address.Column)
        : Run(address.Column, Printed(address));

    /// <summary>What the report says there, if that is a number.</summary>
    private decimal? Printed(ValueAddress address) =>
        TwinRows.Of(data.Model).FirstOrDefault(row => new ValueAddress(row.Part, row.Unit, row.Code, row.Column) == address) is { } row
        && decimal.TryParse(row.Value, NumberStyles.Number, CultureInfo.InvariantCulture, out var value) ? value : null;

    private LineageNode Run(string says, decimal? value) => new(
        LineageStep.Run, Text($"{says}; run {data.Run.RunId}, sha256 {Convert.ToHexStringLower(data.Run.Hash)}, data as of {data.Run.DataAsOf:yyyy-MM-dd HH:mm}Z"), value, []);

    private Indicator Indicator(string code) => data.Plan.Plan.IndicatorByCode(new IndicatorCode(code));

    private static string DutyOf(string code) => code.Split('@')[0];

    private static PeriodCode PeriodOf(string code) => new(code.Split('@')[1]);

    private static ArgumentException Unknown(ValueAddress address) => new($"No report prints a value '{address}'.");
}
