namespace Emulation.Reports.Scoring;

/// <summary>Self-score, computed points and the council's figure side by side, as lines of a score card.</summary>
public static class OpinionText
{
    /// <summary>What was said of a line, how far it is from the computed points, and why.</summary>
    public static string Line(decimal computed, ScoreOpinion opinion) => RunTexts.Get(
        opinion.Kind == OpinionKind.Self ? "CardSelf" : "CardCouncil", VietnameseNumber.Points(opinion.Points), Signed(opinion.Points - computed),
        (opinion.Reason is { } reason ? RunTexts.Get("CardOpinionReason", reason) : "")
        + (EvidenceFile.Said(opinion.Evidence, opinion.File) is { } evidence ? RunTexts.Get("CardOpinionEvidence", evidence) : ""));

    /// <summary>The three totals, if anybody said anything: where a unit or the council is silent, the computed points stand.</summary>
    public static IEnumerable<string> Totals(UnitResult result, IReadOnlyList<ScoreOpinion> opinions)
    {
        if (opinions.Count == 0)
        {
            yield break;
        }
        string Total(OpinionKind kind) => VietnameseNumber.Points(result.Lines.Sum(line =>
            opinions.FirstOrDefault(opinion => opinion.Kind == kind && opinion.Rule == line.Rule)?.Points ?? line.Points));
        yield return RunTexts.Get("CardThreeTotals", Total(OpinionKind.Self), VietnameseNumber.Points(result.Lines.Sum(line => line.Points)), Total(OpinionKind.Council));
        yield return RunTexts.Get("CardThreeTotalsNote");
    }

    /// <summary>Points with their sign: +1,50, −2,00.</summary>
    public static string Signed(decimal points) => (points > 0 ? "+" : "") + VietnameseNumber.Points(points);
}
