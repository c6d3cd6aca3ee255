using Emulation.Plan;

namespace Emulation.Reports.Scoring;

/// <summary>Bands of the achieved per cent, compared exactly: a bound belongs to a band only if the band says so.</summary>
public static class Bands
{
    /// <summary>As <see cref="ScoreBand.Contains"/>, without rounding the per cent to a decimal first.</summary>
    public static bool Contains(ScoreBand band, Fraction percent) =>
        (band.From is not { } from || percent > from || (band.FromInclusive && percent == from))
        && (band.To is not { } to || percent < to || (band.ToInclusive && percent == to));

    /// <summary>The band in words, e.g. <c>từ 50% đến dưới 75%</c>, <c>trên 95%</c>.</summary>
    public static string Describe(ScoreBand band)
    {
        var from = band.From is { } low ? RunTexts.Get(band.FromInclusive ? "BandFrom" : "BandAbove", VietnameseNumber.Value(low)) : null;
        var to = band.To is { } high ? RunTexts.Get(band.ToInclusive ? "BandTo" : from is null ? "BandBelow" : "BandUpToBelow", VietnameseNumber.Value(high)) : null;
        return string.Join(' ', new[] { from, to }.Where(part => part is not null).DefaultIfEmpty(RunTexts.Get("BandAny")));
    }
}
