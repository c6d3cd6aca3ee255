namespace Emulation.Reports.Documents.Model;

/// <summary>What moved in a unit's outcome.</summary>
/// <param name="HasOtherPoints">True if its own points changed, not only its place among others.</param>
internal sealed record UnitOutcomeChange(IReadOnlyList<ReportChange> Changes, bool HasOtherPoints);

/// <summary>Points, grade and rank of two editions, unit by unit; also of a unit that only one of them knows.</summary>
internal sealed class OutcomeChanges(ReportModel before, IReadOnlyList<MovementRow> results, IReadOnlyList<RankingBlock> ranking)
{
    private readonly Dictionary<string, MovementRow> old = before.Results.ToDictionary(row => row.UnitCode);
    private readonly Dictionary<string, MovementRow> now = results.ToDictionary(row => row.UnitCode);
    private readonly Dictionary<string, int?> oldRanks = Ranks(before.Ranking);
    private readonly Dictionary<string, int?> ranks = Ranks(ranking);

    public UnitOutcomeChange Of(string code)
    {
        var (was, next) = (old.GetValueOrDefault(code), now.GetValueOrDefault(code));
        return (next ?? was) is not { } unit ? new UnitOutcomeChange([], false)
            : new UnitOutcomeChange(
                [.. Changed(unit.Unit, "Change.Points", PointsOf(was), PointsOf(next)), .. Grade(unit.Unit, was, next), .. Rank(unit, was?.Points != next?.Points)],
                was?.Points != next?.Points);
    }

    private static IEnumerable<ReportChange> Grade(string unit, MovementRow? was, MovementRow? next)
    {
        var grade = Changed(unit, "Change.Grade", Said(was?.Grade), Said(next?.Grade)).ToList();
        var gate = grade.Count == 0 || was is null || next is null
            ? []
            : Changed(unit, "Change.Gate", was.GateNote ?? Texts.Get("Change.GateFree"), next.GateNote ?? Texts.Get("Change.GateFree"));
        return grade.Concat(gate);
    }

    /// <summary>Whose own points stayed is told whose points moved its rank.</summary>
    private IEnumerable<ReportChange> Rank(MovementRow unit, bool hasOtherPoints)
    {
        var (was, next) = (oldRanks.GetValueOrDefault(unit.UnitCode), ranks.GetValueOrDefault(unit.UnitCode));
        return was == next ? [] : [new ReportChange(unit.Unit, hasOtherPoints ? Texts.Get("Change.Rank") : ByOthers(unit.Block), RankText(was), RankText(next))];
    }

    private string ByOthers(string block)
    {
        var moved = now.Values.Where(row => row.Block == block && old.GetValueOrDefault(row.UnitCode)?.Points != row.Points)
            .Concat(old.Values.Where(row => row.Block == block && !now.ContainsKey(row.UnitCode))).Select(row => row.Unit).ToList();
        return moved.Count == 0 ? Texts.Get("Change.Rank.Others") : Texts.Get("Change.Rank.Of", string.Join(", ", moved));
    }

    private static IEnumerable<ReportChange> Changed(string unit, string what, string was, string next) =>
        was == next ? [] : [new ReportChange(unit, Texts.Get(what), was, next)];

    private static Dictionary<string, int?> Ranks(IReadOnlyList<RankingBlock> ranking) =>
        ranking.SelectMany(block => block.Units).ToDictionary(row => row.UnitCode, row => row.Rank);

    private static string PointsOf(MovementRow? row) => row is null ? Texts.Get("None") : VietnameseFormat.Points(row.Points);

    private static string Said(string? text) => string.IsNullOrEmpty(text) ? Texts.Get("None") : text;

    private static string RankText(int? rank) => rank is { } place ? VietnameseFormat.Number(place) : Texts.Get("None");
}
