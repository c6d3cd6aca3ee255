using Emulation.Plan;
using Emulation.Reports.Documents;

namespace Emulation.Reports.Scoring;

/// <summary>What stands at the head of a score card: points, grade and why no better one, rank, bonus and penalty with their reasons, how final it is, by which rules. One wording for mail and page.</summary>
public static class CardFacts
{
    /// <summary>How to read the arithmetic.</summary>
    public static string Legend => RunTexts.Get("CardLegend");

    /// <param name="beside">How many units the rank is told of.</param>
    /// <param name="adjustments">The unit's entries that were counted.</param>
    /// <param name="status">Final since when, or provisional as of when.</param>
    public static IReadOnlyList<(string Label, string Value)> Of(EmulationPlan plan, UnitResult result, int beside, IReadOnlyList<Adjustment> adjustments, string status) =>
    [
        (Texts.Get("Card.Points"), VietnameseNumber.Points(result.Points)),
        (Texts.Get("Card.Grade"), plan.Scoring.Grades.FirstOrDefault(grade => grade.Code == result.Grade)?.Name ?? result.Grade),
        .. result.Gates.Select(gate => (Texts.Get("Card.Gate"), plan.Scoring.Gates.FirstOrDefault(entry => entry.Code == gate)?.Name ?? gate)),
        .. ScoreCardText.NextGrade(plan, result) is { } next ? [(Texts.Get("Card.Next"), next)] : Array.Empty<(string, string)>(),
        (Texts.Get("Card.Rank"), RankOf(plan, result, beside)),
        .. AdjustmentsOf(plan, result, adjustments),
        (Texts.Get("Card.Status"), status),
        (Texts.Get("Card.Rules"), plan.Scoring.Name),
    ];

    /// <summary>Final since when, or provisional as of when.</summary>
    public static string Status(EmulationPlan plan, DateTimeOffset? closedAt, DateTimeOffset dataAsOf) => closedAt is { } at
        ? RunTexts.Get("CardStatusFinal", VietnameseNumber.Instant(plan.TimeZone, at))
        : RunTexts.Get("CardStatusProvisional", VietnameseNumber.Instant(plan.TimeZone, dataAsOf));

    private static string RankOf(EmulationPlan plan, UnitResult result, int beside)
    {
        var block = ScoreCardText.BlockName(plan, result.Block);
        return result.Rank is { } rank
            ? Texts.Get(result.IsTied ? "Card.RankTied" : "Card.RankOf", VietnameseFormat.Number(rank), block, VietnameseFormat.Number(beside))
            : Texts.Get("Card.Unranked", block);
    }

    /// <summary>Bonus and penalty as counted, below them every entry with reason and evidence.</summary>
    private static IEnumerable<(string Label, string Value)> AdjustmentsOf(EmulationPlan plan, UnitResult result, IReadOnlyList<Adjustment> adjustments)
    {
        var rules = plan.Scoring;
        yield return (Texts.Get("Card.Bonus"), ScoreCardText.Counted(result.Bonus, adjustments.Sum(entry => Math.Max(entry.Points, 0)), rules.BonusCap));
        yield return (Texts.Get("Card.Penalty"), ScoreCardText.Counted(result.Penalty, adjustments.Sum(entry => Math.Max(-entry.Points, 0)), rules.PenaltyCap));
        foreach (var entry in adjustments)
        {
            yield return ("", Texts.Get("Card.Adjustment", OpinionText.Signed(entry.Points), entry.Reason, EvidenceFile.Said(entry.Evidence, entry.File)));
        }
    }
}
