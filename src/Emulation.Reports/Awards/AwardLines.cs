using Emulation.Plan;
using Emulation.Reports.Documents;

namespace Emulation.Reports.Awards;

/// <summary>A dossier in words, for workbook, command and page.</summary>
public static class AwardLines
{
    /// <summary>The check list: what is in the way first, with its source, e.g. <c>✗ Sáng kiến: Chưa có quyết định công nhận sáng kiến, đề tài. (NĐ 91/2017/NĐ-CP Điều 9)</c>; then what is met with its evidence; last, on one line, what is met and has none.</summary>
    public static IEnumerable<string> Of(CheckedNominee nominee)
    {
        ArgumentNullException.ThrowIfNull(nominee);
        var plain = nominee.Rules.Where(IsPlain).Select(line => Texts.Get($"Award.Plain.{line.Rule.Kind}")).Distinct().ToList();
        return nominee.Rules
            .Where(line => !IsPlain(line))
            .OrderBy(line => line.Outcome == CheckOutcome.Met ? 2 : line.Outcome == CheckOutcome.Failed ? 0 : 1)
            .ThenBy(line => line.Rule.Severity)
            .Select(line => $"{Texts.Get($"Award.Outcome.{line.Outcome}")} {Texts.Get($"Award.Kind.{line.Rule.Kind}")}: {line.Said}{(line.Outcome == CheckOutcome.Met ? "" : $" ({line.Rule.Source})")}")
            .Concat(plain.Count == 0 ? [] : [Texts.Get("Award.Plain", string.Join("; ", plain))]);
    }

    /// <summary>How many dossiers stand where, and every quota that is exceeded.</summary>
    public static IEnumerable<string> Summary(AwardCheckList list, AwardBook book)
    {
        ArgumentNullException.ThrowIfNull(list);
        ArgumentNullException.ThrowIfNull(book);
        var standings = list.Dossiers.Select(dossier => dossier.Checked.Standing).CountBy(standing => standing).ToDictionary();
        string Count(int count) => VietnameseFormat.Number(count);
        yield return Texts.Get(
            "Award.Summary", Count(list.Dossiers.Count), Count(standings.GetValueOrDefault(DossierStanding.Ready)), Count(standings.GetValueOrDefault(DossierStanding.NeedsPerson)),
            Count(standings.GetValueOrDefault(DossierStanding.Blocked)), Count(list.Dossiers.Count(dossier => dossier.Checked.IsOverQuotaOnly)));
        foreach (var (titles, said) in list.Dossiers.SelectMany(dossier => dossier.Checked.Rules)
            .Where(line => line is { Rule.Kind: AwardCheckKind.Quota, Outcome: CheckOutcome.Failed })
            .Select(line => (string.Join(", ", book.Titles.Where(title => line.Rule.Titles.Contains(title.Code)).Select(title => title.Name)), line.Said)).Distinct())
        {
            yield return $"{titles}: {said}";
        }
    }

    /// <summary>Where a dossier stands; one that only shares in an exceeded quota says so, for the person is not barred.</summary>
    public static string Standing(CheckedNominee nominee)
    {
        ArgumentNullException.ThrowIfNull(nominee);
        return nominee.IsOverQuotaOnly ? Texts.Get("Award.Standing.OverQuota") : Standing(nominee.Standing);
    }

    private static bool IsPlain(CheckedRule line) => line.Outcome == CheckOutcome.Met && line.Rule.Kind switch
    {
        AwardCheckKind.Registered or AwardCheckKind.OnHold or AwardCheckKind.OnlyOnce => true,
        AwardCheckKind.Discipline => line.Said == Texts.Get("Award.Discipline.Met"),
        _ => false,
    };

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
