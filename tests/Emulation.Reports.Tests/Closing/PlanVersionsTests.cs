using Emulation.Plan;
using Emulation.Plan.Files;
using Emulation.Plan.Storage;
using Emulation.Reports.Scoring;
using Emulation.Reports.Storage;
using Emulation.Reports.Tests.Scoring;

namespace Emulation.Reports.Tests.Closing;

/// <summary>A period is computed by the version that held on its last day, whatever was applied since; what a draft would change is told without storing anything.</summary>
public sealed class PlanVersionsTests
{
    private const string Decisions = """
        units;subject;period;kind;value;reason;document;from;until;basis
        654;B06;2020-W1;adjusted;40;mưa lũ;CV 12/STP-VP;;2020-06-30;assumed
        654;B03;;exempt;;chia tách xã;QĐ 118/QĐ-STP;;2020-12-31;assumed
        643;MF;;exempt;;sáp nhập phòng;QĐ 119/QĐ-STP;;2020-04-20;assumed
        """;

    private static readonly PeriodCode March = new("2020-03");
    private static readonly PeriodCode Wave1 = new("2020-W1");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Run_OfAPeriodBeforeANewVersion_KeepsTheVersionThatHeldThen()
    {
        await using var room = await RoomAsync();
        await room.ApplyAsync(From("2020-06-01"), Cancellation);

        Assert.Equal(1, (await room.Get<ComputeRun>().RunAsync(March, RunKind.Provisional, Cancellation)).Result.PlanVersion);
        Assert.Equal(2, (await room.Get<ComputeRun>().RunAsync(Wave1, RunKind.Provisional, Cancellation)).Result.PlanVersion);
        Assert.Equal(2, (await room.Get<CurrentPlan>().GetAsync(Cancellation)).VersionNumber);
    }

    [Fact]
    public async Task ClosedWave_NewVersionsAfterIt_StaysWhatItIs()
    {
        await using var room = await RoomAsync();
        var closed = await room.Get<CloseWave>().RunAsync(Wave1, "test", Cancellation);
        await room.ApplyAsync(From("2020-06-01"), Cancellation);
        await room.ApplyAsync(From("2020-07-01"), Cancellation);

        Assert.Equal(closed.RunId, (await room.Get<CloseWave>().RunAsync(Wave1, "test", Cancellation)).RunId);
        Assert.True((await room.Get<RecomputeWave>().RunAsync(Wave1, Cancellation))!.IsSame);
    }

    [Theory]
    // corrected from the start: the version applied last of those that held
    [InlineData("2020-01-01", "2020-03", 2)]
    // the day on which the month ends, 14/3, is the day that counts
    [InlineData("2020-03-14", "2020-03", 2)]
    [InlineData("2020-03-15", "2020-03", 1)]
    // a period that lasts still is today's
    [InlineData("2020-07-10", "2020", 2)]
    // not in force yet
    [InlineData("2020-07-11", "2020", 1)]
    public async Task Version_ForAPeriod_IsTheNewestThatHeldOnItsLastDay(string holdsFrom, string period, int expected)
    {
        await using var room = await RoomAsync();
        await room.ApplyAsync(From(holdsFrom), Cancellation);

        Assert.Equal(expected, (await room.Get<CurrentPlan>().ForAsync(new PeriodCode(period), Cancellation)).VersionNumber);
    }

    [Fact]
    public async Task Version_ForAPeriodBeforeEveryVersion_IsTheOneThatHoldsEarliest()
    {
        await using var room = await ResultsRoom.OpenAsync(Cancellation);
        await room.ApplyAsync(Late("2020-06-01"), Cancellation);
        await room.ApplyAsync(Late("2020-05-01"), Cancellation);

        var id = await room.Get<PlanStore>().FindIdForAsync("late", new DateOnly(2020, 3, 14), Cancellation);

        Assert.Equal(room.Plan.VersionId, id);
    }

    [Fact]
    public async Task Awards_OfAYearThatIsOver_AreCheckedByTheVersionThatHeldOnItsLastDay()
    {
        await using var room = await RoomAsync();
        room.Clock.SetUtcNow(new DateTimeOffset(2021, 2, 1, 3, 0, 0, TimeSpan.Zero));
        await room.ApplyAsync(texts => new(texts.Where(text => text.Key != "awards.yaml")) { ["plan.yaml"] = texts["plan.yaml"].Replace("holds-from: 2020-01-01", "holds-from: 2021-01-15", StringComparison.Ordinal) }, Cancellation);
        Assert.Empty((await room.Get<CurrentPlan>().GetAsync(Cancellation)).Plan.Awards.RuleSets);

        Assert.NotNull((await room.Get<CheckAwards>().RunAsync(Cancellation)).Rules);
    }

    [Fact]
    public async Task Decisions_AboutOneUnit_StandWithTheirGroundsOnItsCard_AndRecompute()
    {
        await using var room = await RoomAsync();
        await room.ApplyAsync(texts => new(texts) { ["exemptions.csv"] = Decisions }, Cancellation);
        await room.Get<CloseWave>().RunAsync(Wave1, "test", Cancellation);

        using var card = new StringWriter();
        await room.Get<ScoreExplain>().WriteAsync(new UnitCode("654"), Wave1, card, Cancellation);

        Assert.Contains("chỉ tiêu điều chỉnh, trước là 64: mưa lũ (CV 12/STP-VP, đến hết 30/06/2020)", card.ToString(), StringComparison.Ordinal);
        Assert.Contains("chia tách xã (QĐ 118/QĐ-STP, đến hết 31/12/2020)", card.ToString(), StringComparison.Ordinal);
        Assert.True((await room.Get<RecomputeWave>().RunAsync(Wave1, Cancellation))!.IsSame);
        var run = await room.Get<RunStore>().FindClosedAsync(room.Plan, room.Plan.Plan.PeriodByCode(Wave1), Cancellation);
        Assert.Equal(Standing.Exempt, run!.Result.Duties.Single(duty => duty is { Duty: "MF", Period.Value: "2020-04", Unit.Value: "643" }).Standing);
        Assert.NotEqual(Standing.Exempt, run.Result.Duties.Single(duty => duty is { Duty: "MF", Period.Value: "2020-05", Unit.Value: "643" }).Standing);
    }

    [Fact]
    public async Task Run_OfAPeriod_IsScoredByTheRuleSetThatHoldsOnItsLastDay()
    {
        await using var room = await RoomAsync();
        await room.ApplyAsync(texts => new(texts) { ["scoring.yaml"] = TwoRuleSets(texts["scoring.yaml"]) }, Cancellation);

        Assert.Equal("RS-2020-DEMO", (await room.Get<ComputeRun>().RunAsync(Wave1, RunKind.Provisional, Cancellation)).Result.RuleSet);
        Assert.Equal("RS-2020-B", (await room.Get<ComputeRun>().RunAsync(new PeriodCode("2020"), RunKind.Provisional, Cancellation)).Result.RuleSet);
        using var card = new StringWriter();
        await room.Get<ScoreExplain>().WriteAsync(new UnitCode("654"), new PeriodCode("2020"), card, Cancellation);
        Assert.Contains("Bộ của nửa cuối năm", card.ToString(), StringComparison.Ordinal);
        await room.Get<CloseWave>().RunAsync(Wave1, "test", Cancellation);
        Assert.True((await room.Get<RecomputeWave>().RunAsync(Wave1, Cancellation))!.IsSame);
    }

    [Fact]
    public async Task Draft_OfTheWholePlan_SaysWhoMovesAndStoresNothing()
    {
        await using var room = await RoomAsync();
        var before = await CountAsync(room);

        var trial = await room.Get<TryPlan>().RunAsync(Draft(("targets.csv", "B06;654;64;64;128", "B06;654;6400;64;128")), Wave1, Cancellation);

        var moved = Assert.Single(trial.Units, unit => unit.Standing?.Points != unit.Trial?.Points);
        Assert.Equal("654", moved.Unit.Code.Value);
        Assert.True(moved.Trial!.Points < moved.Standing!.Points);
        Assert.Equal("B06", Assert.Single(trial.Rules).Code);
        Assert.Equal(before, await CountAsync(room));
    }

    [Fact]
    public async Task Draft_WithUnitsTheDatabaseDoesNotKnow_ScoresThemAsSilent()
    {
        await using var room = await RoomAsync();
        var draft = Draft();
        var unit = draft.Units[0] with { Code = new UnitCode("999"), Name = "Đơn vị mới", ShortName = "Mới", Folder = "999-moi", Kind = "district-office" };

        var trial = await room.Get<TryPlan>().RunAsync(draft with { Units = [.. draft.Units, unit] }, Wave1, Cancellation);

        var tried = Assert.Single(trial.Units, entry => entry.Standing is null);
        Assert.Equal(("999", 0m), (tried.Unit.Code.Value, tried.Trial!.Lines.Where(line => line.State == ScoredState.Value).Sum(line => line.Points)));
    }

    [Fact]
    public async Task Draft_OfAClosedWave_IsHeldAgainstTheClosedResult()
    {
        await using var room = await RoomAsync();
        await room.Get<CloseWave>().RunAsync(Wave1, "test", Cancellation);

        var trial = await room.Get<TryPlan>().RunAsync(Draft(), Wave1, Cancellation);

        Assert.Equal((true, 0), (trial.IsClosed, trial.Units.Count(unit => unit.IsMoved)));
        Assert.NotEmpty(trial.Units);
    }

    [Fact]
    public async Task Draft_OfAnotherPlan_IsRefused()
    {
        await using var room = await RoomAsync();

        await Assert.ThrowsAsync<ArgumentException>(() => room.Get<TryPlan>().RunAsync(Draft(("plan.yaml", "code: dak-lak-2020", "code: other-2020")), Wave1, Cancellation));
    }

    private static Func<Dictionary<string, string>, Dictionary<string, string>> From(string day) =>
        texts => new(texts) { ["plan.yaml"] = texts["plan.yaml"].Replace("holds-from: 2020-01-01", "holds-from: " + day + "   # sửa đổi", StringComparison.Ordinal) };

    private static string TwoRuleSets(string set)
    {
        var second = set.Replace("code: RS-2020-DEMO", "code: RS-2020-B", StringComparison.Ordinal)
            .Replace("name: Quy tắc chấm điểm thi đua năm 2020 (minh họa)", "name: Bộ của nửa cuối năm", StringComparison.Ordinal);
        return $"rule-sets:\n  -\n{Indented(set)}    to: 2020-06-30\n  -\n{Indented(second)}    from: 2020-07-01\n";
    }

    private static string Indented(string text) => string.Concat(text.Split('\n').Where(line => line.Length > 0).Select(line => $"    {line}\n"));

    private static Func<Dictionary<string, string>, Dictionary<string, string>> Late(string day) =>
        texts => From(day)(new(texts) { ["plan.yaml"] = texts["plan.yaml"].Replace("code: dak-lak-2020", "code: late", StringComparison.Ordinal) });

    private static EmulationPlan Draft(params (string File, string Found, string Replacement)[] edits)
    {
        var files = ResultsRoom.ShippedFiles.ToDictionary();
        foreach (var (file, found, replacement) in edits)
        {
            Assert.Contains(found, files[file], StringComparison.Ordinal);
            files[file] = files[file].Replace(found, replacement, StringComparison.Ordinal);
        }

        var reading = PlanFolder.Load(files);
        Assert.Empty(reading.Faults);
        return reading.Plan!;
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

    private static async Task<long> CountAsync(ResultsRoom room)
    {
        await using var command = room.Database.DataSource.CreateCommand(
            "select (select count(*) from emulation.runs) + (select count(*) from emulation.plan_versions) + (select count(*) from emulation.units)");
        return (long)(await command.ExecuteScalarAsync(Cancellation))!;
    }
}
