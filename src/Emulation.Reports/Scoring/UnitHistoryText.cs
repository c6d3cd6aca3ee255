using Emulation.Plan;

namespace Emulation.Reports.Scoring;

/// <summary>What a reader of a unit's figures must know of its history: since when it exists, who follows it, and with what earlier figures can be compared.</summary>
public static class UnitHistoryText
{
    private const int NamedUnits = 8;

    /// <summary>No line for a unit to which nothing happened between the day before the period and its last day.</summary>
    public static IEnumerable<string> Lines(EmulationPlan plan, Unit unit, Period period)
    {
        var eve = period.From.AddDays(-1);
        if (unit.PartOf(period) is { } part)
        {
            yield return RunTexts.Get("HistoryPart", VietnameseNumber.Day(part.From), VietnameseNumber.Day(part.To));
        }
        if (Comparison(plan, unit, eve, period.To) is { } comparison)
        {
            yield return comparison;
        }
        if (unit.ValidTo < period.To && plan.EndOf(unit) is [var first, ..])
        {
            yield return RunTexts.Get("HistoryEnded", VietnameseNumber.Day(unit.ValidTo.Value), Names(plan.SuccessorsOf(unit)), first.LegalBasis);
        }
    }

    /// <summary>With what figures of a period that ended on <paramref name="earlier"/> the unit's can be compared; null if simply with its own.</summary>
    public static string? Comparison(EmulationPlan plan, Unit unit, DateOnly earlier, DateOnly later) => plan.Compare(unit, earlier, later) switch
    {
        Comparability.Broken broken when plan.PredecessorsOf(unit) is { Count: > 0 } before => RunTexts.Get("HistoryBroken", VietnameseNumber.Day(broken.Since), Names(before)),
        Comparability.Broken broken => RunTexts.Get("HistoryNew", VietnameseNumber.Day(broken.Since)),
        Comparability.Successor { Units: [var one] } => RunTexts.Get("HistoryRenamed", $"{one.ShortName} ({one.Code})"),
        Comparability.Successor several => RunTexts.Get("HistoryMerged", Names(several.Units)),
        _ => null,
    };

    private static string Names(IReadOnlyList<Unit> units) =>
        units.Count == 0 ? RunTexts.Get("HistoryNobody")
        : string.Join(", ", units.Take(NamedUnits).Select(unit => $"{unit.ShortName} ({unit.Code})")) + (units.Count > NamedUnits ? ", …" : "");
}
