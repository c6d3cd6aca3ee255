using Emulation.Reports.Documents.Model;
using Emulation.Reports.Documents.Places;
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
    public static Phrase Overview(IReadOnlyList<IndicatorTotal> totals)
    {
        Phrase Number(Func<IndicatorTotal, bool> which) => Phrase.Count(totals.Where(which).Select(Addresses.Verdict), Addresses.Verdict(totals[0]));
        return totals switch
        {
            [] => Texts.Get("Document.Movement.None"),
            _ when totals.All(total => total.Value is null) => Texts.Say("Document.Movement.NoFigures", Number(_ => true)),
            _ when totals.All(total => total.Verdict == "none") => Texts.Say("Document.Movement.NoTargets", Number(_ => true)),
            _ => Texts.Say(
                "Document.Movement.Overview", Number(_ => true), Number(total => total.Verdict != "none"), Number(total => total.Verdict == "met"),
                Number(total => total.Verdict is not ("met" or "none"))),
        };
    }

    /// <summary>The indicators worth naming: the furthest behind first, then those without a figure, then the others in catalogue order; the rest stands in appendix I.</summary>
    public static IReadOnlyList<Phrase> Indicators(IReadOnlyList<IndicatorTotal> totals)
    {
        IReadOnlyList<IndicatorTotal> behind = IndicatorWords.FurthestBehind(totals);
        var without = totals.Where(total => total.Value is null);
        var named = behind.Concat(without).Concat(totals).Distinct().Take(totals.Count <= IndicatorsNamed ? totals.Count : IndicatorsNamed).ToList();
        var lines = named.Select(Line).ToList();
        return totals.Count > named.Count ? [.. lines, Texts.Say("Document.Movement.Rest", Count(totals.Except(named).Select(Addresses.Verdict)))] : lines;
    }

    public static Phrase Line(IndicatorTotal total) => total switch
    {
        { Value: null } => Texts.Say(
            "Document.Indicator.NoFigure", total.Name, Count(total.ReportedUnits, Addresses.Indicator(total, "reported-units")),
            Count(total.ExpectedUnits, Addresses.Indicator(total, "expected-units"))),
        { CountsUnits: true, Target: { } target, AchievedPercent: { } percent } => Texts.Say(
            ProvinceWords.Done(total), total.Name, Quantity(total, total.Value, "value"), Quantity(total, target, "target"), Achieved(total, percent), ProvinceWords.Day(total)),
        _ => Texts.Say("Document.Indicator", total.Name, Of(total, total.Value, "value")) + Estimated(total) + Target(total) + ProvinceWords.OfUnits(total) + Units(total) + ".",
    };

    private static Phrase Estimated(IndicatorTotal total) =>
        total.Estimated is { } part and not 0 ? Texts.Say("Document.Indicator.Estimated", Of(total, part, "estimated")) : "";

    private static Phrase Target(IndicatorTotal total) => (total.Target, total.AchievedPercent) switch
    {
        (null, _) => Texts.Get("Document.Indicator.NoTarget"),
        ({ } target, { } percent) => Texts.Say("Document.Indicator.Target", ProvinceWords.Whose(total), Of(total, target, "target"), Achieved(total, percent)),
        ({ } target, null) => Texts.Say(total.Verdict == "met" ? "Document.Indicator.TargetMet" : "Document.Indicator.TargetShort", ProvinceWords.Whose(total), Of(total, target, "target")),
    };

    private static Phrase Units(IndicatorTotal total)
    {
        (string Verdict, int Count)[] counts = [("Met", total.UnitsMet), ("Short", total.UnitsShort), ("Missing", total.UnitsMissing)];
        var said = counts.Where(pair => pair.Count > 0)
            .Select(pair => Texts.Say("Document.Indicator.Units." + pair.Verdict, Count(pair.Count, Addresses.Indicator(total, "units-" + pair.Verdict.ToLowerInvariant())))).ToList();
        return said.Count == 0 ? "" : "; " + Phrase.Join(", ", said);
    }

    /// <summary>The units with the largest and the smallest share of the movement's points; ties are named together or counted. Null if no unit has points to earn.</summary>
    public static Phrase? BestAndWeakest(IReadOnlyList<MovementRow> results, string group)
    {
        var shares = results.Select(row => (Row: row, Share: row.Groups.FirstOrDefault(points => points.Group == group)?.Percent)).Where(row => row.Share is not null)
            .Select(row => new UnitShare(row.Row.Unit, row.Share!.Value, Addresses.Result(row.Row.UnitCode, group, "percent"))).ToList();
        if (shares.Count == 0)
        {
            return null;
        }

        var (best, worst) = (shares.Max(row => row.Share), shares.Min(row => row.Share));
        return best == worst
            ? Texts.Say("Document.Movement.AllEqual", Count(shares.Select(row => row.Address)), shares[0].Printed)
            : Texts.Say(
                "Document.Movement.BestAndWeakest",
                Named([.. shares.OrderByDescending(row => row.Share)], worst),
                Named([.. shares.OrderBy(row => row.Share)], best));
    }

    /// <summary>A unit's share of a movement's points, 0–100.</summary>
    private sealed record UnitShare(string Unit, decimal Share, ValueAddress Address)
    {
        public Phrase Printed => Phrase.Of(VietnameseFormat.Percent(Share), Address);
    }

    /// <param name="other">The far end: who stands there belongs to the other list.</param>
    private static Phrase Named(List<UnitShare> ordered, decimal other)
    {
        var tied = ordered.Where(row => row.Share == ordered[0].Share).ToList();
        if (tied.Count > UnitsTied)
        {
            return Texts.Say("Document.Movement.Tied", Count(tied.Select(row => row.Address)), tied[0].Printed);
        }

        var most = Math.Max(Math.Min(UnitsNamed, ordered.Count / 2), tied.Count);
        return Phrase.Join(", ", ordered.Take(most).Where(row => row.Share != other).Select(row => Texts.Say("Document.Movement.Unit", row.Unit, row.Printed)));
    }

    /// <summary>What rose and fell since the period before, the largest change first; null if the report follows none.</summary>
    public static Phrase? Changes(IReadOnlyList<IndicatorTotal> totals, string? before)
    {
        if (before is null || totals.Count == 0)
        {
            return null;
        }

        var known = totals.Where(total => total.Value is not null && total.Previous is not null).ToList();
        var unmoved = known.Where(total => total.Value == total.Previous).ToList();
        Phrase?[] parts =
        [
            Moved("Document.Change.Risen", [.. known.Where(total => total.Value > total.Previous)]),
            Moved("Document.Change.Fallen", [.. known.Where(total => total.Value < total.Previous)]),
            unmoved.Count == 0 ? null : Texts.Say("Document.Change.Unmoved", Count(unmoved.Select(Before))),
        ];
        return known.Count == 0
            ? Texts.Say("Document.Change.Unknown", before)
            : Sentence(Texts.Say("Document.Change", before), parts.OfType<Phrase>());
    }

    private static ValueAddress Before(IndicatorTotal total) => Addresses.Indicator(total, "previous");

    private static Phrase? Moved(string key, List<IndicatorTotal> totals) => totals.Count == 0
        ? null
        : Texts.Say(key, Count(totals.Select(Before)), Phrase.Join(", ", totals
            .OrderByDescending(total => Math.Abs(total.Value!.Value - total.Previous!.Value) / Math.Max(1, Math.Abs(total.Previous!.Value)))
            .Take(ChangesNamed)
            .Select(total => Texts.Say("Document.Change.Item", total.Name, Quantity(total, total.Previous, "previous"), Of(total, total.Value, "value")))));

    /// <summary>What units say about their figures of the movement, in their own words.</summary>
    public static IReadOnlyList<Phrase> Explanations(IReadOnlyList<OpenQuestion> explanations, IReadOnlyList<IndicatorTotal> totals)
    {
        var codes = totals.Select(total => total.Code).ToHashSet();
        var given = explanations.Select((question, index) => (Said: question, Address: Addresses.Explanation(question.UnitCode, index + 1)))
            .Where(question => question.Said.Indicator is { } code && codes.Contains(code)).ToList();
        var lines = given.Take(ExplanationsNamed).Select(question => Texts.Say("Document.Explanation", question.Said.Unit, Phrase.Quote(question.Said.Sentence.TrimEnd('.'), question.Address))).ToList();
        return given.Count > lines.Count ? [.. lines, Texts.Say("Document.Explanation.Rest", Count(given.Skip(lines.Count).Select(question => question.Address)))] : lines;
    }
}
