using CsCheck;
using Emulation.Plan;
using Emulation.Reports.Scoring;
using Emulation.TestSupport;

namespace Emulation.Reports.Tests.Scoring;

/// <summary>Open ranks against brute force: every combination of a few endings of the open files is computed as a run of its own, and the ranks that come of it are looked at.</summary>
public sealed class SensitiveRanksOracleTests
{
    private const int MostFiles = 3;

    /// <summary>Random plans with every kind of indicator, gate, exemption and unit that follows another: a unit whose rank was not announced as open keeps it, and the others stay among the announced places.</summary>
    [Fact]
    public void Ranks_WhateverTheOpenFilesSay_StayAmongThoseAnnounced()
    {
        var seen = 0;
        Gen.Int[0, 1_000_000].Sample(
            seed =>
            {
                var (plan, period, data) = RandomCase.Of(seed);
                var outlook = OpenRanks.Of(plan, period, data);
                if (outlook.Files.Count == 0)
                {
                    Assert.Empty(outlook.Sensitive);
                    return;
                }
                var random = new Random(seed);
                var files = outlook.Files.OrderBy(_ => random.Next()).Take(MostFiles).ToList();
                foreach (var ending in Endings(files, file => OpenRanks.Contents(plan, file, random)))
                {
                    Interlocked.Increment(ref seen);
                    outlook.Judge(OpenRanks.After(data, ending));
                }
            },
            iter: 150);
        Assert.True(seen > 1_000, $"Only {seen} endings were computed.");
    }

    /// <summary>Units with a sum below the cap that a missing month can raise to it, apart by bonus and penalty: announced is exactly what can move.</summary>
    [Fact]
    public void Ranks_WhereTheEndsCanBeReached_AreAnnouncedExactly()
    {
        var (some, all) = (0, 0);
        Gen.Int[0, 1_000_000].Sample(
            seed =>
            {
                var random = new Random(seed);
                var (plan, data) = Sums(random);
                var outlook = OpenRanks.Of(plan, Some.Wave1, data);
                Assert.InRange(outlook.Files.Count, 0, 4);
                var before = Places(plan, data);
                var moved = new HashSet<UnitCode>();
                foreach (var ending in Endings(outlook.Files, file => [null, [], [Raise(file.Unit)]]))
                {
                    var after = OpenRanks.After(data, ending);
                    outlook.Judge(after);
                    moved.UnionWith(Places(plan, after).Where(place => before[place.Key] != place.Value).Select(place => place.Key));
                }
                Assert.Equal(moved.Order(), outlook.Moving.Order());
                Interlocked.Add(ref some, moved.Count > 0 ? 1 : 0);
                Interlocked.Add(ref all, moved.Count == before.Count ? 1 : 0);
            },
            iter: 300);
        Assert.True(some > 100 && all < some / 2, $"{some} cases with open ranks, {all} where all are.");
    }

    /// <summary>The rank of each unit and how many share it.</summary>
    private static Dictionary<UnitCode, (int Rank, int Sharing)> Places(EmulationPlan plan, RawData data) =>
        Scored.Run(plan, data).Units.GroupBy(unit => unit.Rank!.Value).SelectMany(tied => tied.Select(unit => (unit.Unit, Place: (tied.Key, tied.Count()))))
            .ToDictionary(entry => entry.Unit, entry => entry.Place);

    private static RawFigure Raise(UnitCode unit) => Scored.Month(2, unit.Value, "B01", 1000);

    private static (EmulationPlan Plan, RawData Data) Sums(Random random)
    {
        var names = Enumerable.Range(1, random.Next(4, 7)).Select(number => $"U{number}").ToList();
        var plan = new PlanBuilder
        {
            Units = [.. names.Select(name => Some.Unit(name))],
            Targets = [Some.Target("B01", 100)],
            Rules = [Some.Rule("B01", 100)],
            Duties = [Some.Duty("DM", FormKind.Figures, Some.Occurrence(Some.Month(2), new(2020, 2, 20)))],
        }.Build();
        var open = names.OrderBy(_ => random.Next()).Take(random.Next(5)).ToHashSet();
        var data = Scored.Data([
            .. names.Select(name => Scored.Month(1, name, "B01", random.Next(16, 20) * 5)),
            .. names.Where(name => !open.Contains(name)).Select(name => Scored.Month(2, name, "B01", 0))]);
        return (plan, data with { Adjustments = [.. names.Select(name => new Adjustment(new UnitCode(name), Some.Wave1.Code, random.Next(-10, 11), "lý do", "minh chứng"))] });
    }

    /// <summary>Every combination of an ending a file; null stands for a file that does not come.</summary>
    private static IEnumerable<IReadOnlyList<(OpenFile File, IReadOnlyList<RawFigure>? Figures)>> Endings(
        IReadOnlyList<OpenFile> files, Func<OpenFile, IReadOnlyList<IReadOnlyList<RawFigure>?>> contents) =>
        files.Aggregate(
            (IEnumerable<IReadOnlyList<(OpenFile, IReadOnlyList<RawFigure>?)>>)[[]],
            (endings, file) =>
            {
                var each = contents(file);
                return endings.SelectMany(ending => each.Select(figures => (IReadOnlyList<(OpenFile, IReadOnlyList<RawFigure>?)>)[.. ending, (file, figures)]));
            });
}
