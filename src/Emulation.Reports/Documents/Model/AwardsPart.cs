using Emulation.Plan;
using Emulation.Reports.Awards;

namespace Emulation.Reports.Documents.Model;

/// <summary>Award proposals counted by unit and by what is proposed, in plan order of units; within a unit collectives before people.</summary>
internal static class AwardsPart
{
    public static IReadOnlyList<AwardCount> Build(ReportInput input) =>
    [
        .. (input.Awards?.Dossiers ?? [])
            .GroupBy(dossier => (dossier.Checked.Nominee.Unit, Proposed: Proposed(dossier.Checked), dossier.Checked.Nominee.IsCollective))
            .OrderBy(group => PlaceOf(input.Plan, group.Key.Unit))
            .ThenByDescending(group => group.Key.IsCollective)
            .ThenBy(group => group.Key.Proposed, StringComparer.Ordinal)
            .Select(group => Count(input.Plan, group.Key.Unit, group.Key.Proposed, group.Key.IsCollective, [.. group])),
    ];

    private static AwardCount Count(EmulationPlan plan, UnitCode unit, string proposed, bool isCollective, IReadOnlyList<Dossier> dossiers)
    {
        int Standing(DossierStanding standing) => dossiers.Count(dossier => dossier.Checked.Standing == standing);
        return new AwardCount(
            plan.Units.FirstOrDefault(known => known.Code == unit)?.ShortName ?? unit.Value,
            unit.Value,
            proposed,
            isCollective,
            dossiers.Count,
            Standing(DossierStanding.Ready),
            Standing(DossierStanding.NeedsPerson),
            Standing(DossierStanding.Blocked),
            dossiers.Count(dossier => dossier.Decision is not null),
            dossiers.Count(dossier => dossier.Decision?.Decision is AwardDecision.Granted or AwardDecision.Changed));
    }

    // The names of the law, never the words of the file.
    private static string Proposed(CheckedNominee nominee) => nominee.Titles.Count == 0
        ? Texts.Get("Awards.Other")
        : string.Join(" + ", nominee.Titles.Select(title => title.Name));

    private static int PlaceOf(EmulationPlan plan, UnitCode code)
    {
        var place = plan.Units.Index().FirstOrDefault(entry => entry.Item.Code == code, (int.MaxValue, null!));
        return place.Index;
    }
}
