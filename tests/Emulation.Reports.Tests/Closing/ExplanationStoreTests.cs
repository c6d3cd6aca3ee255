using Emulation.Plan;
using Emulation.Reports.Documents.Model;
using Emulation.Reports.Reconciliation;
using Emulation.Reports.Storage;
using Emulation.Reports.Tests.Scoring;

namespace Emulation.Reports.Tests.Closing;

public sealed class ExplanationStoreTests : IAsyncLifetime
{
    private static readonly PeriodCode Wave = new("2020-W1");
    private static readonly DateTimeOffset June = new(2020, 6, 10, 2, 0, 0, TimeSpan.Zero);

    private ResultsRoom room = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => room = await ResultsRoom.OpenAsync(Cancellation);

    public ValueTask DisposeAsync() => room.DisposeAsync();

    [Fact]
    public async Task List_OfAPeriod_HasWhatTheVersionThatCountsExplains()
    {
        await ReportAsync("654", "Bản cũ, không còn tính.");
        var current = await ReportAsync("654", "Nhận bàn giao hồ sơ từ hai xã.");
        var other = await ReportAsync("643", "Tăng do sáp nhập.");

        var given = await room.Get<ExplanationStore>().ListAsync(room.Plan, Wave, Cancellation);

        Assert.Equal(
        [
            new GivenExplanation(new UnitCode("643"), new IndicatorCode("B09"), FormKind.WaveReport, other, 1, 105, 2, "Tăng do sáp nhập."),
            new GivenExplanation(new UnitCode("654"), new IndicatorCode("B09"), FormKind.WaveReport, current, 2, 105, 2, "Nhận bàn giao hồ sơ từ hai xã."),
        ], given);
        Assert.Empty(await room.Get<ExplanationStore>().ListAsync(room.Plan, new PeriodCode("2020-W2"), Cancellation));
    }

    [Fact]
    public async Task CountOpen_OfAPeriod_CountsTheQuestionsOfTheVersionThatCounts()
    {
        await AskAsync(await ReportAsync("654", null), 3);
        await AskAsync(await ReportAsync("654", null), 2);
        await AskAsync(await ReportAsync("643", null), 1);

        var open = await room.Get<ExplanationStore>().CountOpenAsync(room.Plan, Wave, Cancellation);

        Assert.Equal([("643", 1), ("654", 2)], open.Select(one => (one.Unit.Value, one.Count)));
    }

    [Fact]
    public async Task Report_OfAClosedWave_ShowsTheExplanationsOfTheVersionsItCounted()
    {
        await ReportAsync("654", "Nhận bàn giao hồ sơ từ hai xã.");
        await AskAsync(await ReportAsync("643", null), 2);
        room.Clock.SetUtcNow(new DateTimeOffset(2020, 7, 10, 10, 0, 0, TimeSpan.Zero));
        await room.Get<CloseWave>().RunAsync(Wave, "test", Cancellation);
        await ReportAsync("654", "Giải trình gửi sau khi chốt.");

        await room.Get<PublishReport>().RunAsync(ReportKind.WaveInterim, Wave, Cancellation);

        var model = (await room.Get<ReportStore>().FindAsync("dak-lak-2020", "wave-interim", room.Plan.Ids.Periods[Wave], Cancellation))!.Model;
        Assert.Equal(
        [
            new OpenQuestion("Buôn Ma Thuột", "643", null, "unexplained", "Còn 2 số liệu chênh lệch lớn chưa có giải trình."),
            new OpenQuestion("Krông Pắc", "654", "B09", "explained", "B09 = 105: Nhận bàn giao hồ sơ từ hai xã."),
        ], model.Explanations);
        Assert.Equal("Đã giải trình", QuestionWords.Kind("explained"));
    }

    private async Task<long> ReportAsync(string unit, string? explanation)
    {
        var figure = new RawFigure(new UnitCode(unit), new IndicatorCode("B09"), FormKind.WaveReport, Wave, 0, 105);
        var id = await room.Intake.AcceptAsync(figure.Unit, figure.Form, Wave, June, [figure], Cancellation);
        if (explanation is not null)
        {
            await ExecuteAsync(
                "insert into emulation.explanations values (@id, @unit, @indicator, @period, 0::smallint, 2, 11::smallint, @text)",
                ("id", id), ("unit", room.Plan.Ids.Units[figure.Unit]), ("indicator", room.Plan.Ids.Indicators[figure.Indicator]),
                ("period", room.Plan.Ids.Periods[Wave]), ("text", explanation));
        }

        return id;
    }

    private Task AskAsync(long submissionId, int count) => ExecuteAsync(
        """
        insert into emulation.rejections (submission_id, ordinal, severity, code, message, cure)
        select @id, number, case when number > @count then 'warning' else 'needs-explanation' end, 'N-SWING', 'a', 'b' from generate_series(1, @count + 1) as number
        """,
        ("id", submissionId), ("count", count));

    private async Task ExecuteAsync(string sql, params (string Name, object Value)[] parameters)
    {
        await using var command = room.Database.DataSource.CreateCommand(sql);
        foreach (var (name, value) in parameters)
        {
            command.Parameters.AddWithValue(name, value);
        }

        await command.ExecuteNonQueryAsync(Cancellation);
    }
}
