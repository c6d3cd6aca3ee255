using Emulation.Plan;
using Emulation.Reports.Evidence;
using Emulation.Reports.Storage;

namespace Emulation.Reports.Tests.Closing;

/// <summary>A database restored from a dump computes every closing to its stored hash, a reopened one too, and its audit chain is whole.</summary>
public sealed class RestoredDatabaseTests : IAsyncLifetime
{
    private static readonly PeriodCode Wave1 = new("2020-W1");
    private static readonly PeriodCode Year = new("2020");
    private static readonly DateTimeOffset InTime = new(2020, 6, 25, 3, 0, 0, TimeSpan.Zero);
    private ResultsRoom room = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>A wave closed, reopened, closed anew under another plan version, and the year.</summary>
    public async ValueTask InitializeAsync()
    {
        room = await ResultsRoom.OpenAsync(Cancellation);
        await ReportAsync(0.97m, InTime, units: 6);
        await room.Get<EnterAdjustment>().RunAsync(new AdjustmentEntry(room.Plan.Plan.Units[0].Code, Wave1, 2, "Cờ thi đua của tỉnh", "qd-12.pdf", "văn phòng") { File = new OfferedEvidence("qd-12.pdf", new MemoryStream([1, 2, 3])) }, Cancellation);
        await CloseAsync(Wave1);
        await room.Get<PublishReport>().RunAsync(ReportKind.WaveInterim, Wave1, Cancellation);
        await ReportAsync(0.4m, room.Clock.GetUtcNow(), units: 1);
        var request = await room.Get<ReopenWave>().AskAsync(Wave1, "Đơn vị báo cáo sai", "Chánh Văn phòng", Cancellation);
        await room.Get<ReopenWave>().ApproveAsync(Wave1, request, "Giám đốc", Cancellation);
        await room.ApplyAsync(Capped, Cancellation);
        await CloseAsync(Wave1);
        room.Clock.SetUtcNow(new DateTimeOffset(2021, 1, 15, 10, 0, 0, TimeSpan.Zero));
        await CloseAsync(Year);
    }

    public ValueTask DisposeAsync() => room.DisposeAsync();

    [Fact]
    public async Task RestoredDatabase_ComputesEveryClosingToItsHash_AndItsAuditChainIsWhole()
    {
        var before = await AllAsync(room);
        var head = (await room.Get<VerifyAudit>().RunAsync([], Cancellation)).Head;

        await using var restored = await room.RestoredAsync(Cancellation);
        var after = await AllAsync(restored);
        var audit = await restored.Get<VerifyAudit>().RunAsync([head!.ToString()!, await PrintedHeadAsync()], Cancellation);

        Assert.Equal(
            [("2020-W1", 1, false), ("2020-W1", 2, true), ("2020", 1, true)],
            after.Select(one => (one.Closing.Period.Value, one.Closing.Edition, one.Closing.IsBinding)));
        Assert.All(after, one => Assert.True(one.IsSame, one.Fault));
        Assert.Equal(before.Select(one => Convert.ToHexString(one.Run!.StoredHash)), after.Select(one => Convert.ToHexString(one.Run!.ComputedHash)));
        Assert.Equal(3, after.Select(one => Convert.ToHexString(one.Run!.ComputedHash)).Distinct().Count());
        Assert.Empty(audit.Faults);
        Assert.Equal(head.ToString(), audit.Head!.ToString());
    }

    /// <summary>A backup that is not what was backed up must not pass.</summary>
    [Theory]
    [InlineData("delete from emulation.figures where submission_id = (select max(submission_id) from emulation.figures)", "2020-W1 2, 2020 1")]
    [InlineData("delete from emulation.run_inputs where run_id = (select min(run_id) from emulation.wave_closings)", "2020-W1 1")]
    [InlineData("alter table emulation.evidence_files disable trigger user; delete from emulation.evidence_files", "2020-W1 1, 2020-W1 2, 2020 1")]
    [InlineData("update emulation.plan_versions set files = '{}' where version_number = 2", "2020-W1 2, 2020 1")]
    public async Task RestoredDatabase_ThatLostSomething_NamesTheClosingsThatDiffer(string loss, string differing)
    {
        await using var restored = await room.RestoredAsync(Cancellation);
        await using (var command = restored.Database.OwnerDataSource.CreateCommand(loss))
        {
            await command.ExecuteNonQueryAsync(Cancellation);
        }

        var after = await AllAsync(restored);

        Assert.Equal(differing, string.Join(", ", after.Where(one => !one.IsSame).Select(one => $"{one.Closing.Period} {one.Closing.Edition}")));
    }

    /// <summary>Work goes on after the restore: what comes later neither breaks the chain nor the closings.</summary>
    [Fact]
    public async Task RestoredDatabase_GoesOnWorking()
    {
        await using var restored = await room.RestoredAsync(Cancellation);
        var audit = await restored.Get<VerifyAudit>().RunAsync([], Cancellation);

        var objection = (await restored.Get<RaiseObjection>().RunAsync(restored.Plan.Plan.Units[7].Code, Wave1, "Thiếu điểm B06", "Trưởng phòng", "giấy đến muộn", Cancellation)).Id;
        var later = await restored.Get<VerifyAudit>().RunAsync([audit.Head!.ToString()!], Cancellation);

        Assert.True(objection > 0);
        Assert.Empty(later.Faults);
        Assert.True(later.Head!.Number > audit.Head.Number);
        Assert.All(await AllAsync(restored), one => Assert.True(one.IsSame, one.Fault));
    }

    private static Dictionary<string, string> Capped(Dictionary<string, string> texts)
    {
        texts["scoring.yaml"] = texts["scoring.yaml"].Replace("bonus-cap: 10", "bonus-cap: 1", StringComparison.Ordinal);
        return texts;
    }

    private static async Task<List<RecomputedClosing>> AllAsync(ResultsRoom room)
    {
        var all = new List<RecomputedClosing>();
        await foreach (var one in room.Get<RecomputeAll>().RunAsync(Cancellation))
        {
            all.Add(one);
        }

        return all;
    }

    private async Task CloseAsync(PeriodCode period) => Assert.False((await room.Get<CloseWave>().RunAsync(period, "test", Cancellation)).WasClosedBefore);

    private async Task ReportAsync(decimal share, DateTimeOffset receivedAt, int units)
    {
        foreach (var unit in room.Plan.Plan.Units.Take(units))
        {
            await room.Intake.AcceptAsync(
                unit.Code, FormKind.WaveReport, Wave1, receivedAt, WaveFigures.Of(room.Plan.Plan, unit, room.Plan.Plan.PeriodByCode(Wave1), share), Cancellation);
        }
    }

    private async Task<string> PrintedHeadAsync()
    {
        await using var command = room.Database.DataSource.CreateCommand("select model -> 'cover' ->> 'auditHead' from emulation.reports");
        return (string)(await command.ExecuteScalarAsync(Cancellation))!;
    }
}
