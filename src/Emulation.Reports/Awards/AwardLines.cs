namespace Emulation.Reports.Awards;

/// <summary>A dossier in words, for workbook, command and page.</summary>
public static class AwardLines
{
    /// <summary>The check list, what is in the way first, e.g. <c>✗ Sáng kiến: Chưa có quyết định công nhận sáng kiến, đề tài. (NĐ 91/2017/NĐ-CP Điều 9)</c>.</summary>
    public static IEnumerable<string> Of(CheckedNominee nominee)
    {
        ArgumentNullException.ThrowIfNull(nominee);
        return nominee.Rules
            .OrderBy(line => line.Outcome == CheckOutcome.Met ? 2 : line.Outcome == CheckOutcome.Failed ? 0 : 1)
            .ThenBy(line => line.Rule.Severity)
            .Select(line => $"{Texts.Get($"Award.Outcome.{line.Outcome}")} {Texts.Get($"Award.Kind.{line.Rule.Kind}")}: {line.Said} ({line.Rule.Source})");
    }

    public static string Standing(DossierStanding standing) => Texts.Get($"Award.Standing.{standing}");

    public static string Proposed(Nominee nominee)
    {
        ArgumentNullException.ThrowIfNull(nominee);
        return string.Join("\n", new[] { nominee.Title, nominee.Commendation }.Where(text => !string.IsNullOrWhiteSpace(text)));
    }

    /// <summary>What the council decided and why; empty while undecided.</summary>
    public static string Decision(Dossier dossier)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        return dossier.Decision is not { } decision
            ? ""
            : $"{Texts.Get($"Award.Decision.{decision.Decision}", decision.Title ?? "")}. {decision.Reason}{(dossier.Deviates ? $" ({Texts.Get("Award.Deviates")})" : "")}";
    }
}
