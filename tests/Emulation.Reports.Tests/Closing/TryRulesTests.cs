using Emulation.Plan;
using Emulation.Reports.Scoring;
using Emulation.Reports.Tests.Scoring;

namespace Emulation.Reports.Tests.Closing;

public sealed class TryRulesTests
{
    private static readonly PeriodCode Wave1 = new("2020-W1");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Trial_OfTheRulesInForce_ChangesNothing()
    {
        await using var room = await RoomAsync();

        var trial = await room.Get<TryRules>().RunAsync(Rules(room, text => text), Wave1, Cancellation);

        Assert.Equal((0, false, 0, 0), (trial.Faults.Count, trial.IsClosed, trial.Units.Count(unit => unit.IsMoved), trial.Rules.Count));
        Assert.NotEmpty(trial.Units);
    }

    [Fact]
    public async Task Trial_OfOtherRules_SaysWhatChangesAndStoresNothing()
    {
        await using var room = await RoomAsync();
        await room.Get<CloseWave>().RunAsync(Wave1, "test", Cancellation);
        var before = await CountAsync(room);

        var trial = await room.Get<TryRules>().RunAsync(Rules(room, text => text.Replace("not-applicable: rescale", "not-applicable: full-points", StringComparison.Ordinal)
            .Replace("indicator: A02, points: 4", "indicator: A02, points: 3", StringComparison.Ordinal)
            .Replace("indicator: A03, points: 3", "indicator: A03, points: 4", StringComparison.Ordinal)), Wave1, Cancellation);

        Assert.True(trial.IsClosed);
        Assert.Contains(trial.Rules, rule => rule is { Code: "A02", Standing: not null, Trial: not null });
        Assert.Equal(before, await CountAsync(room));
        Assert.True((await room.Get<RecomputeWave>().RunAsync(Wave1, Cancellation))!.IsSame);
    }

    [Fact]
    public async Task Trial_OfBrokenRules_NamesFileAndLine()
    {
        await using var room = await RoomAsync();

        var trial = await room.Get<TryRules>().RunAsync(Rules(room, text => text.Replace("indicator: A02, points: 4", "indicator: A99, points: 4", StringComparison.Ordinal)), Wave1, Cancellation);

        Assert.Contains(trial.Faults, fault => fault is { File: "scoring.yaml", Line: > 0 } && fault.Message.Contains("A99", StringComparison.Ordinal));
        Assert.Empty(trial.Units);
    }

    private static async Task<ResultsRoom> RoomAsync()
    {
        var room = await ResultsRoom.OpenAsync(Cancellation);
        var wave = room.Plan.Plan.PeriodByCode(Wave1);
        foreach (var (code, share) in new[] { ("654", 0.97m), ("643", 0.7m) })
        {
            var unit = room.Plan.Plan.UnitByCode(new UnitCode(code));
            await room.Intake.AcceptAsync(
                unit.Code, FormKind.WaveReport, Wave1, new DateTimeOffset(2020, 6, 25, 7, 5, 0, TimeSpan.Zero), WaveFigures.Of(room.Plan.Plan, unit, wave, share), Cancellation);
        }
        return room;
    }

    private static string Rules(ResultsRoom room, Func<string, string> change) => change(room.ScoringText);

    private static async Task<long> CountAsync(ResultsRoom room)
    {
        await using var command = room.Database.DataSource.CreateCommand(
            "select (select count(*) from emulation.runs) + (select count(*) from emulation.plan_versions) + (select count(*) from emulation.run_pieces)");
        return (long)(await command.ExecuteScalarAsync(Cancellation))!;
    }
}
