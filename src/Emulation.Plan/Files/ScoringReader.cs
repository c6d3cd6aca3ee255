namespace Emulation.Plan.Files;

/// <summary>scoring.yaml: the dated rules by which the plan is scored; one set, or several under <c>rule-sets</c>.</summary>
internal static class ScoringReader
{
    private const string RuleSets = "rule-sets";

    private static readonly string[] Keys =
    [
        "code", "name", "basis", "from", "to", "not-applicable", "bonus-cap", "penalty-cap", "rounding-places",
        "groups", "rules", "lateness", "grades", "gates", "tie-breaks",
    ];

    private static readonly string[] RuleKeys =
        ["code", "group", "function", "indicator", "duty", "points", "cap", "per-case", "bands", "periods", "units"];

    /// <summary>Null if the file is no YAML at all.</summary>
    public static IReadOnlyList<ScoringDraft>? Read(string text, FaultList faults)
    {
        if (YamlSection.Read(PlanFiles.Scoring, text, [.. Keys, RuleSets], faults) is not { } scoring)
        {
            return null;
        }

        if (!scoring.Has(RuleSets))
        {
            return [SetOf(scoring, faults)];
        }

        foreach (var key in Keys.Where(scoring.Has))
        {
            faults.Add(scoring.File, scoring.LineOf(key), PlanFaultKind.UnknownKey, key, RuleSets);
        }

        return [.. scoring.Sections(RuleSets, Keys).Select(set => SetOf(set, faults))];
    }

    private static ScoringDraft SetOf(YamlSection scoring, FaultList faults)
    {
        var before = faults.Count;
        var groups = scoring.Sections("groups", "code", "name", "points").Locate(GroupOf);
        var rules = scoring.Sections("rules", RuleKeys).Locate(RuleOf);
        var lateness = scoring.Sections("lateness", "days", "factor").Locate(LatenessOf);
        var grades = scoring.Sections("grades", "code", "name", "from").Locate(GradeOf);
        var gates = scoring.Sections("gates", "code", "name", "kind", "indicator", "limit").Locate(GateOf);
        var ties = scoring.Words("tie-breaks");
        var set = RuleSetOf(scoring) with
        {
            Groups = groups.Values()!,
            Rules = rules.Values()!,
            Lateness = lateness.Values()!,
            Grades = grades.Values()!,
            Gates = gates.Values()!,
            TieBreaks = [.. ties.Select(tie => tie.Text)],
        };
        return new ScoringDraft(set, scoring.Line, faults.Count == before, groups, rules, lateness, grades, gates, ties);
    }

    private static RuleSet RuleSetOf(YamlSection scoring) => new()
    {
        Code = scoring.Code("code"),
        Name = scoring.Text("name"),
        Basis = scoring.Choice("basis", PlanWords.Bases),
        From = scoring.DateOrNull("from"),
        To = scoring.DateOrNull("to"),
        NotApplicable = scoring.Choice("not-applicable", PlanWords.NotApplicablePolicies),
        BonusCap = scoring.Number("bonus-cap"),
        PenaltyCap = scoring.Number("penalty-cap"),
        RoundingPlaces = PlacesOf(scoring),
        Groups = [],
        Rules = [],
        Lateness = [],
        Grades = [],
        Gates = [],
        TieBreaks = [],
    };

    private static int PlacesOf(YamlSection scoring)
    {
        var places = scoring.Whole("rounding-places");
        if (places is < 0 or > 6)
        {
            scoring.Faults.Add(
                scoring.File, scoring.LineOf("rounding-places"), PlanFaultKind.NumberOutOfRange, "rounding-places", places.ToInvariant(), "0", "6");
        }

        return places;
    }

    private static ScoringGroup GroupOf(YamlSection group) => new(group.Code("code"), group.Text("name"), group.Number("points"));

    private static ScoringRule RuleOf(YamlSection rule) => new()
    {
        Code = rule.Code("code"),
        Group = rule.Text("group"),
        Function = rule.Choice("function", PlanWords.Functions),
        Indicator = rule.TextOrNull("indicator") is { } indicator ? new IndicatorCode(indicator) : null,
        Duty = rule.TextOrNull("duty"),
        MaxPoints = rule.Number("points"),
        Cap = rule.NumberOrNull("cap"),
        PointsPerCase = rule.NumberOrNull("per-case"),
        Bands = [.. rule.SectionsOrNone("bands", "above", "from", "to", "below", "factor").Select(BandOf)],
        Periods = [.. rule.Words("periods").Select(word => new PeriodCode(word.Text))],
        Units = [.. rule.Words("units").Select(word => word.Text)],
    };

    private static ScoreBand BandOf(YamlSection band) => new(
        band.NumberOrNull("from") ?? band.NumberOrNull("above"),
        band.Has("from"),
        band.NumberOrNull("to") ?? band.NumberOrNull("below"),
        band.Has("to"),
        band.Number("factor"));

    private static LatenessBand LatenessOf(YamlSection band) => new(band.Whole("days"), band.Number("factor"));

    private static Grade GradeOf(YamlSection grade) => new(grade.Code("code"), grade.Text("name"), grade.Number("from"));

    private static Gate GateOf(YamlSection gate) => new(
        gate.Code("code"),
        gate.Text("name"),
        gate.Choice("kind", PlanWords.GateKinds),
        gate.TextOrNull("indicator") is { } indicator ? new IndicatorCode(indicator) : null,
        gate.NumberOrNull("limit") ?? 0);
}
