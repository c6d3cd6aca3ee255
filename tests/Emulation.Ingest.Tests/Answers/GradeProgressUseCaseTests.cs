using Emulation.Ingest.Tests.Intake;

namespace Emulation.Ingest.Tests.Answers;

/// <summary>The receipt says how far the unit is from the next grade, if that can be said: by the newest provisional results of an open wave, and of nobody else.</summary>
public sealed class GradeProgressUseCaseTests : IAsyncLifetime
{
    private const string Label = "Tạm tính: ";
    private IntakeKit kit = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => kit = await IntakeKit.CreateAsync(Cancellation);

    public ValueTask DisposeAsync() => kit.DisposeAsync();

    [Fact]
    public async Task Receipt_AfterAProvisionalRun_SaysWhatIsMissingToTheNextGrade()
    {
        await RunAsync("2020-W1", "provisional", kit.Plan.VersionId, own: 70m, others: 99.99m);
        await RunAsync("2020-W1", "provisional", kit.Plan.VersionId, own: 83.5m, others: 91.25m);

        var receipt = await AnswerAsync();

        Assert.Contains(
            Label + "Chưa tính tệp này: đợt 1 năm 2020 được 83,50 điểm (số liệu đến 17:00 ngày 09/04/2020), còn thiếu 6,50 điểm để đạt mức “Xuất sắc” (từ 90,00 điểm)\n",
            receipt, StringComparison.Ordinal);
        Assert.DoesNotContain("91,25", receipt, StringComparison.Ordinal);
        Assert.Empty(await kit.FaultsAsync(Cancellation));
    }

    [Fact]
    public async Task Receipt_AboveTheBestGrade_SaysThatItIsReached()
    {
        await RunAsync("2020-W1", "provisional", kit.Plan.VersionId, own: 90m, others: 1m);

        Assert.Contains("được 90,00 điểm (số liệu đến 17:00 ngày 09/04/2020), đã đủ điểm của mức cao nhất", await AnswerAsync(), StringComparison.Ordinal);
    }

    /// <summary>No results, those of a month, of the next wave, of another plan version, or final ones: nothing could be said truthfully.</summary>
    [Theory]
    [InlineData("", "")]
    [InlineData("2020-02", "provisional")]
    [InlineData("2020-W2", "provisional")]
    [InlineData("2020-W1", "final")]
    public async Task Receipt_WithoutProvisionalResultsOfItsWave_SaysNothing(string period, string kind)
    {
        if (period.Length > 0)
        {
            await RunAsync(period, kind, kit.Plan.VersionId, own: 83.5m, others: 91.25m);
        }

        Assert.DoesNotContain(Label, await AnswerAsync(), StringComparison.Ordinal);
    }

    /// <summary>The newest run counts, and only if it is of the version that holds for the wave: the grades of another may begin at other points.</summary>
    [Theory]
    [InlineData("2020-04-01", true)]
    [InlineData("2020-07-01", false)]
    public async Task Receipt_AfterARunOfAnEarlierVersion_SaysNothingOnceAnotherHoldsForTheWave(string holdsFrom, bool isReplaced)
    {
        await RunAsync("2020-W1", "provisional", kit.Plan.VersionId, own: 83.5m, others: 91.25m);
        await kit.AmendAsync(holdsFrom, _ => { }, Cancellation);

        // On 05/07 the later version is in force, too; the wave ended on 30/06, before it.
        kit.Clock.SetUtcNow(new DateTimeOffset(2020, isReplaced ? 4 : 7, isReplaced ? 10 : 5, 2, 0, 0, TimeSpan.Zero));

        Assert.Equal(!isReplaced, (await AnswerAsync()).Contains(Label, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Receipt_AfterTheClosing_SaysNothing()
    {
        await RunAsync("2020-W1", "provisional", kit.Plan.VersionId, own: 83.5m, others: 91.25m);
        await kit.RowsAsync(
            """
            insert into emulation.wave_closings (plan_code, period_id, run_id, closed_at, closed_by)
            select 'dak-lak-2020', period_id, run_id, '2020-04-09 10:00Z', 'test' from emulation.runs
            """,
            Cancellation);

        var receipt = await AnswerAsync();

        Assert.DoesNotContain(Label, receipt, StringComparison.Ordinal);
        Assert.Contains("đã chốt lúc", receipt, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Receipt_OfAFileThatNeedsFixing_SaysNothing()
    {
        await RunAsync("2020-W1", "provisional", kit.Plan.VersionId, own: 83.5m, others: 91.25m);

        Assert.DoesNotContain(Label, await AnswerAsync("khong phai bieu mau"u8.ToArray()), StringComparison.Ordinal);
    }

    private async Task<string> AnswerAsync(byte[]? content = null)
    {
        kit.Drop("thang-3.csv", content ?? LineReader.File("figures", "2020-03", "B01=12"));
        await kit.SweepAsync(Cancellation);
        return Assert.Single(await kit.RowsAsync("select body_text from emulation.receipts", Cancellation));
    }

    private Task<List<string>> RunAsync(string period, string kind, long planVersionId, decimal own, decimal others) => kit.RowsAsync(
        FormattableString.Invariant(
            $"""
            with run as (
                insert into emulation.runs (plan_version_id, period_id, kind, data_as_of, computed_at, result_hash, inputs_hash)
                select {planVersionId}, period_id, '{kind}', '2020-04-09 10:00Z', '2020-04-09 10:00Z', sha256('x'), sha256('x') from emulation.periods where code = '{period}'
                returning run_id
            )
            insert into emulation.unit_results (run_id, unit_id, block, points, bonus, penalty, rank, is_tied, grade, gates)
            select run_id, unit_id, 'CUM1', case when code = '654' then {own} else {others} end, 0, 0, 1, false, 'x', array[]::text[] from run, emulation.units
            """),
        Cancellation);
}
