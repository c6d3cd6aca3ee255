using Emulation.Reports.Documents.Places;

namespace Emulation.Reports.Documents.Model;

/// <summary>Words about indicator totals that every face shares.</summary>
public static class IndicatorWords
{
    /// <summary>The measure of the total: for yes/no and date indicators the total counts units.</summary>
    public static string Measure(IndicatorTotal total)
    {
        ArgumentNullException.ThrowIfNull(total);
        return total.CountsUnits ? Texts.Get("Measure.Units") : total.Measure;
    }

    /// <summary>The word before its target: of the province, or as set.</summary>
    public static string Target(IndicatorTotal total)
    {
        ArgumentNullException.ThrowIfNull(total);
        return Texts.Get(total.Province is null ? "Target.Units" : "Target.Province");
    }

    /// <summary>A value of the total as print shows it; a dash for null.</summary>
    public static string Quantity(decimal? value) => value switch
    {
        null => "–",
        { } whole when whole == decimal.Truncate(whole) => VietnameseFormat.Fixed(whole, 0),
        { } part => VietnameseFormat.Fixed(part, 2),
    };

    /// <summary>The targets not met, the lowest per cent first; those without a per cent stand last.</summary>
    public static IReadOnlyList<IndicatorTotal> FurthestBehind(IReadOnlyList<IndicatorTotal> indicators) =>
        [.. indicators.Where(total => total.Verdict == "short").OrderBy(total => total.AchievedPercent ?? decimal.MaxValue)];

    /// <summary>How many of the province's own targets are met, of those that can be judged; null if there are none.</summary>
    internal static (Phrase Met, Phrase Judged)? OfProvince(IReadOnlyList<IndicatorTotal> indicators)
    {
        var judged = indicators.Where(total => total.Province is not null && total.Verdict != "none").ToList();
        Phrase Count(IEnumerable<IndicatorTotal> totals) => Phrase.Count(totals.Select(Addresses.Verdict), Addresses.Verdict(judged[0]));
        return judged.Count == 0 ? null : (Count(judged.Where(total => total.Verdict == "met")), Count(judged));
    }
}
