using Emulation.Plan;

namespace Emulation.Reports.Awards;

/// <summary>What a nominee is proposed for, and which rules that touches.</summary>
internal static class AwardTitles
{
    /// <summary>The titles a nominee is proposed for, as the rules know them; empty if no text names one.</summary>
    public static IReadOnlyList<AwardTitle> TitlesOf(this AwardBook book, Nominee nominee) =>
        [.. new[] { nominee.Title, nominee.Commendation }.Select(text => book.Find(text, nominee.IsCollective)).OfType<AwardTitle>().Distinct()];

    /// <summary>Rules name titles, people or collectives, or neither and are then about all; service and work are of people only.</summary>
    public static bool IsAbout(this AwardRule rule, Nominee nominee, IReadOnlyList<AwardTitle> titles) =>
        (rule.IsCollective ?? nominee.IsCollective) == nominee.IsCollective
        && (rule.Titles.Count > 0
            ? titles.Any(title => rule.Titles.Contains(title.Code))
            : !nominee.IsCollective || rule.Kind is not (AwardCheckKind.Service or AwardCheckKind.DirectWorkers));
}
