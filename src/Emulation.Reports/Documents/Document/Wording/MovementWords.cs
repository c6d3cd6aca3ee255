using Emulation.Reports.Documents.Model;
using static Emulation.Reports.Documents.Document.Wording.Amounts;

namespace Emulation.Reports.Documents.Document.Wording;

/// <summary>What section II says of one movement: figures against targets, best and weakest, change, explanations. Pure.</summary>
internal static class MovementWords
{
    private const int IndicatorsNamed = 6;
    private const int UnitsNamed = 3;
    private const int UnitsTied = 5;
    private const int ChangesNamed = 3;
    private const int ExplanationsNamed = 5;

    /// <summary>The full title, or the group's name where it is no movement.</summary>
    public static string Title(MovementColumn movement) => movement.Title ?? movement.Name;

    /// <summary>How many indicators, and how many of those with a common target and a value met it.</summary>
    public static string Overview(IReadOnlyList<IndicatorTotal> totals)
    {
        var judged = totals.Where(total => total.Verdict != "none").ToList();
        var met = judged.Count(total => total.Verdict == "met");
        return totals switch
        {
            [] => Texts.Get("Document.Movement.None"),
            _ when totals.All(total => total.Value is null) => Texts.Get("Document.Movement.NoFigures", Count(totals.Count)),
            _ when judged.Count == 0 => Texts.Get("Document.Movement.NoTargets", Count(totals.Count)),
            _ => Texts.Get("Document.Movement.Overview", Count(totals.Count), Count(judged.Count), Count(met), Count(judged.Count - met)),
        };
    }

    /// <summary>The indicators worth naming: the furthest behind first, then those without a figure, then the others in catalogue order; the rest stands in appendix I.</summary>
    public static IReadOnlyList<string> Indicators(IReadOnlyList<IndicatorTotal> totals)
    {
        IReadOnlyList<IndicatorTotal> behind = IndicatorWords.FurthestBehind(totals);
        var without = totals.Where(total => total.Value is null);
        var named = behind.Concat(without).Concat(totals).Distinct().Take(totals.Count <= IndicatorsNamed ? totals.Count : IndicatorsNamed).ToList();
        var lines = named.Select(Line).ToList();
        return totals.Count > named.Count ? [.. lines, Texts.Get("Document.Movement.Rest", Count(totals.Count - named.Count))] : lines;
    }

    public static string Line(IndicatorTotal total) => total switch
    {
        { Value: null } => Texts.Get("Document.Indicator.NoFigure", total.Name, Count(total.ReportedUnits), Count(total.ExpectedUnits)),
        { CountsUnits: true, Target: { } target, AchievedPercent: { } percent } => Texts.Get(
            "Document.Indicator.Done", total.Name, IndicatorWords.Quantity(total.Value), IndicatorWords.Quantity(target), VietnameseFormat.Percent(percent)),
        _ => Texts.Get("Document.Indicator", total.Name, Of(total, total.Value)) + Estimated(total) + Target(total) + Units(total) + ".",
    };

    private static string Estimated(IndicatorTotal total) => total.Estimated is { } part and not 0 ? Texts.Get("Document.Indicator.Estimated", Of(total, part)) : "";

    private static string Target(IndicatorTotal total) => (total.Target, total.AchievedPercent) switch
    {
        (null, _) => Texts.Get("Document.Indicator.NoTarget"),
        ({ } target, { } percent) => Texts.Get("Document.Indicator.Target", Of(total, target), VietnameseFormat.Percent(percent)),
        ({ } target, null) => Texts.Get(total.Verdict == "met" ? "Document.Indicator.TargetMet" : "Document.Indicator.TargetShort", Of(total, target)),
    };

    private static string Units(IndicatorTotal total)
    {
        (string Verdict, int Count)[] counts = [("Met", total.UnitsMet), ("Short", total.UnitsShort), ("Missing", total.UnitsMissing)];
        var said = counts.Where(pair => pair.Count > 0).Select(pair => Texts.Get("Document.Indicator.Units." + pair.Verdict, Count(pair.Count))).ToList();
        return said.Count == 0 ? "" : "; " + string.Join(", ", said);
    }

    /// <summary>The units with the largest and the smallest share of the movement's points; ties are named together or counted. Null if no unit has points to earn.</summary>
    public static string? BestAndWeakest(IReadOnlyList<MovementRow> results, string group)
    {
        var shares = results.Select(row => (row.Unit, Share: row.Groups.FirstOrDefault(points => points.Group == group)?.Percent)).Where(row => row.Share is not null)
            .Select(row => (row.Unit, Share: row.Share!.Value)).ToList();
        if (shares.Count == 0)
        {
            return null;
        }

        var (best, worst) = (shares.Max(row => row.Share), shares.Min(row => row.Share));
        return best == worst
            ? Texts.Get("Document.Movement.AllEqual", Count(shares.Count), VietnameseFormat.Percent(best))
            : Texts.Get(
                "Document.Movement.BestAndWeakest",
                Named([.. shares.OrderByDescending(row => row.Share)], worst),
                Named([.. shares.OrderBy(row => row.Share)], best));
    }

    /// <param name="other">The far end: who stands there belongs to the other list.</param>
    private static string Named(List<(string Unit, decimal Share)> ordered, decimal other)
    {
        var end = ordered[0].Share;
        var tied = ordered.Count(row => row.Share == end);
        if (tied > UnitsTied)
        {
            return Texts.Get("Document.Movement.Tied", Count(tied), VietnameseFormat.Percent(end));
        }

        var most = Math.Max(Math.Min(UnitsNamed, ordered.Count / 2), tied);
        return string.Join(", ", ordered.Take(most).Where(row => row.Share != other).Select(row => Texts.Get("Document.Movement.Unit", row.Unit, VietnameseFormat.Percent(row.Share))));
    }

    /// <summary>What rose and fell since the period before, the largest change first; null if the report follows none.</summary>
    public static string? Changes(IReadOnlyList<IndicatorTotal> totals, string? before)
    {
        if (before is null || totals.Count == 0)
        {
            return null;
        }

        var known = totals.Where(total => total.Value is not null && total.Previous is not null).ToList();
        var (risen, fallen) = (known.Where(total => total.Value > total.Previous).ToList(), known.Where(total => total.Value < total.Previous).ToList());
        string?[] parts = [Moved("Document.Change.Risen", risen), Moved("Document.Change.Fallen", fallen), Unmoved(known.Count - risen.Count - fallen.Count)];
        return known.Count == 0
            ? Texts.Get("Document.Change.Unknown", before)
            : Sentence(Texts.Get("Document.Change", before), parts.OfType<string>());
    }

    private static string? Moved(string key, List<IndicatorTotal> totals) => totals.Count == 0
        ? null
        : Texts.Get(key, Count(totals.Count), string.Join(", ", totals
            .OrderByDescending(total => Math.Abs(total.Value!.Value - total.Previous!.Value) / Math.Max(1, Math.Abs(total.Previous!.Value)))
            .Take(ChangesNamed)
            .Select(total => Texts.Get("Document.Change.Item", total.Name, IndicatorWords.Quantity(total.Previous), Of(total, total.Value)))));

    private static string? Unmoved(int count) => count == 0 ? null : Texts.Get("Document.Change.Unmoved", Count(count));

    /// <summary>What units say about their figures of the movement, in their own words.</summary>
    public static IReadOnlyList<string> Explanations(IReadOnlyList<OpenQuestion> explanations, IReadOnlyList<IndicatorTotal> totals)
    {
        var codes = totals.Select(total => total.Code).ToHashSet();
        var given = explanations.Where(question => question.Indicator is { } code && codes.Contains(code)).ToList();
        var lines = given.Take(ExplanationsNamed).Select(question => Texts.Get("Document.Explanation", question.Unit, question.Sentence.TrimEnd('.'))).ToList();
        return given.Count > lines.Count ? [.. lines, Texts.Get("Document.Explanation.Rest", Count(given.Count - lines.Count))] : lines;
    }
}
