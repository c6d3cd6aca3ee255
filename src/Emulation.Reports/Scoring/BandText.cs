using Emulation.Plan;

namespace Emulation.Reports.Scoring;

/// <summary>The bands of a rule in words: which one applied to a line, with its factor and the bounds that belong to it, and what the others would have brought.</summary>
/// <remarks>Which band applied is read from the frozen arithmetic, so that it is never decided twice.</remarks>
public static class BandText
{
    /// <summary>E.g. <c>thuộc mức từ 75% đến 95% (kể cả 75% và 95%), hệ số 0,75; các mức khác: trên 95%, hệ số 1</c>; null if the line was not measured by bands.</summary>
    public static string? Of(ScoringRule rule, ScoreLine line)
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(line);
        if (rule.Bands.Count == 0 || line.State is ScoredState.NotReported or ScoredState.NotApplicable)
        {
            return null;
        }

        var applied = rule.Bands.FirstOrDefault(band => line.Arithmetic.Contains(": " + Bands.Describe(band) + ")", StringComparison.Ordinal));
        var others = string.Join("; ", rule.Bands.Where(band => band != applied).Select(WithFactor));
        return applied is null ? RunTexts.Get("CardBandNone", others)
            : others.Length == 0 ? RunTexts.Get("CardBandOnly", WithFactor(applied))
            : RunTexts.Get("CardBand", WithFactor(applied), others);
    }

    private static string WithFactor(ScoreBand band) =>
        RunTexts.Get("CardBandFactor", Bands.Describe(band) + Including(band), VietnameseNumber.Value(band.Factor));

    // A bound a word leaves open is named; "trên" and "dưới" leave nothing open.
    private static string Including(ScoreBand band) => (band.FromInclusive ? band.From : null, band.ToInclusive ? band.To : null) switch
    {
        ({ } from, { } to) => RunTexts.Get("CardBandBounds", VietnameseNumber.Value(from), VietnameseNumber.Value(to)),
        ({ } from, null) => RunTexts.Get("CardBandBound", VietnameseNumber.Value(from)),
        (null, { } to) => RunTexts.Get("CardBandBound", VietnameseNumber.Value(to)),
        _ => "",
    };
}
