using Emulation.Plan;
using Emulation.Reports.Reconciliation;
using Emulation.Reports.Reconciliation.Register;
using Emulation.Reports.Storage;
using Emulation.Reports.Tests.Closing;
using Emulation.Reports.Tests.Scoring;
using Npgsql;

namespace Emulation.Reports.Tests.Reconciliation.Register;

/// <summary>The register on a real database: entries come, change, go and come back with the files; people decide beside them.</summary>
public sealed class MismatchRegisterTests : IAsyncLifetime
{
    private static readonly PeriodCode Wave = new("2020-W1");
    private static readonly UnitCode Unit = new("643");
    private static readonly IndicatorCode Sessions = new("B06");
    private static readonly DateTimeOffset June = new(2020, 6, 20, 2, 0, 0, TimeSpan.Zero);

    private ResultsRoom room = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => room = await ResultsRoom.OpenAsync(Cancellation);

    public ValueTask DisposeAsync() => room.DisposeAsync();

    [Fact]
    public async Task Run_MeetsADifference_EntersItOnceWithBothValuesAndTheirCells()
    {
        var file = await ReportAsync(150);
        var first = await ComputeAsync();
        var again = await ComputeAsync();

        var entry = await SwingAsync();
        Assert.Equal(first, again);
        Assert.Equal((MismatchState.Open, 150m, 97m, first, first), (entry.State, entry.Stated, entry.Compared, entry.FirstRunId, entry.LastRunId));
        Assert.Equal("Buôn Ma Thuột: chỉ tiêu B06 (Số cuộc phổ biến pháp luật trực tiếp) kỳ đợt 1 năm 2020 là 150, cùng kỳ năm trước là 97.", entry.Sentence);
        var cell = Assert.Single((await FileAsync(entry.Id)).Cells);
        Assert.Equal((false, file, FormKind.WaveReport, 1, 150m, (short)0, 2, (short)6), (cell.IsCompared, cell.SubmissionId, cell.Form, cell.Version, cell.Value, cell.Sheet, cell.Row, cell.Column));
        Assert.StartsWith("tep ", cell.FileName, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Entered_TheSameRunAgain_ChangesNothing()
    {
        await ReportAsync(150);
        var run = await ComputeAsync();
        var before = await RowsAsync();

        var outcome = await room.Get<WatchMismatches>().RunAsync(run, Wave, Cancellation);

        Assert.Equal(new RegisterOutcome(0, 0, 0), outcome);
        Assert.Equal(before, await RowsAsync());
        Assert.True(before.Findings > 0);
    }

    /// <summary>A run that is entered late, under a newer plan, says what it said under its own: the newer one asks about nothing.</summary>
    [Fact]
    public async Task Entered_AfterThePlanChanged_GoesByThePlanOfItsRun()
    {
        await ReportAsync(150);
        var run = (await room.Get<RunStore>().ComputeAsync(room.Plan, room.Plan.Plan.PeriodByCode(Wave), Reports.Scoring.RunKind.Provisional, room.Clock.GetUtcNow(), Cancellation)).RunId;
        await room.ApplyAsync(texts => new(texts) { ["plan.yaml"] = texts["plan.yaml"].Replace("percent: 20\n", "percent: 90\n", StringComparison.Ordinal) }, Cancellation);
        Assert.False(room.Plan.Plan.Swing!.Asks(150, 97));

        await room.Get<WatchMismatches>().RunAsync(run, Wave, Cancellation);

        Assert.Equal((MismatchState.Open, run), ((await SwingAsync()).State, (await SwingAsync()).FirstRunId));
    }

    [Fact]
    public async Task Entered_SixteenTimesAtOnce_EntersOnce()
    {
        await ReportAsync(150);
        var run = (await room.Get<RunStore>().ComputeAsync(room.Plan, room.Plan.Plan.PeriodByCode(Wave), Reports.Scoring.RunKind.Provisional, room.Clock.GetUtcNow(), Cancellation)).RunId;

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => room.Get<WatchMismatches>().RunAsync(run, Wave, Cancellation))));

        var rows = await RowsAsync();
        Assert.Single(outcomes, outcome => outcome.New > 0);
        Assert.Equal(rows.Entries, outcomes.Sum(outcome => outcome.New));
        Assert.Equal(rows.Entries, rows.Findings);
    }

    [Theory]
    [InlineData("run-computed")]
    [InlineData("mismatches-looked")]
    [InlineData("mismatches-entering")]
    public async Task Crash_BetweenTheRunAndItsEntry_IsMadeGoodByTheNextComputing(string place)
    {
        await ReportAsync(150);
        FailPoint.Armed = reached => _ = reached == place ? throw new OperationCanceledException("killed") : 0;
        await Assert.ThrowsAsync<OperationCanceledException>(() => ComputeAsync());
        FailPoint.Armed = null;
        Assert.Equal((0, 0), await RowsAsync());

        await ComputeAsync();

        Assert.Equal(MismatchState.Open, (await SwingAsync()).State);
    }

    [Fact]
    public async Task Crash_AfterAClosing_IsMadeGoodByClosingAgain()
    {
        await ReportAsync(150);
        FailPoint.Armed = reached => _ = reached == "wave-closed" ? throw new OperationCanceledException("killed") : 0;
        await Assert.ThrowsAsync<OperationCanceledException>(() => room.Get<CloseWave>().RunAsync(Wave, "test", Cancellation));
        FailPoint.Armed = null;

        var closed = await room.Get<CloseWave>().RunAsync(Wave, "test", Cancellation);

        Assert.True(closed.WasClosedBefore);
        Assert.Equal(closed.RunId, (await SwingAsync()).FirstRunId);
        Assert.True((await room.Get<RecomputeWave>().RunAsync(Wave, Cancellation))!.IsSame);
    }

    [Fact]
    public async Task LaterFiles_ChangeRemoveAndBringBack_AndTheEntrySaysSo()
    {
        await ReportAsync(150);
        await ComputeAsync();
        var id = (await SwingAsync()).Id;
        await room.Get<DecideMismatch>().RunAsync(id, "as-is", "Có thêm hai đợt cao điểm.", "Chánh Văn phòng", Cancellation);

        // The same value in a new file: the decision holds, the cell is the new one.
        var moved = await ReportAsync(150);
        await ComputeAsync();
        Assert.Equal(MismatchState.Decided, (await SwingAsync()).State);
        Assert.Equal(moved, Assert.Single((await FileAsync(id)).Cells).SubmissionId);

        // Another value: open again.
        await ReportAsync(160);
        await ComputeAsync();
        Assert.Equal((MismatchState.Open, 160m, null), ((await SwingAsync()).State, (await SwingAsync()).Stated, (await SwingAsync()).Decision));

        // No difference any more: gone by itself, with what it was last.
        await ReportAsync(100);
        var goneBy = await ComputeAsync();
        Assert.Equal((MismatchState.Gone, 160m), ((await SwingAsync()).State, (await SwingAsync()).Stated));
        await Assert.ThrowsAsync<InvalidOperationException>(() => room.Get<DecideMismatch>().RunAsync(id, "as-is", "x", "y", Cancellation));

        // Back with the value that was decided once: a new difference wants a new look.
        await ReportAsync(150);
        await ComputeAsync();
        var file = await FileAsync(id);
        Assert.Equal(MismatchState.Open, file.Entry.State);
        Assert.Equal(["found", "decided", "moved", "changed", "gone", "back"], file.Events.Select(one => one.What));
        Assert.Equal(goneBy, file.Events[4].RunId);
        Assert.Equal(id, (await SwingAsync()).Id);
    }

    [Fact]
    public async Task Decision_ChangesNoFigureAndNoResult()
    {
        await ReportAsync(150);
        var closed = await room.Get<CloseWave>().RunAsync(Wave, "test", Cancellation);
        var before = await FiguresAsync();

        await room.Get<DecideMismatch>().RunAsync((await SwingAsync()).Id, "compared", "Đếm cả cuộc của xã.", "Chánh Văn phòng", Cancellation);

        var decided = await SwingAsync();
        Assert.Equal(("compared", "Đếm cả cuộc của xã.", "Chánh Văn phòng"), (decided.Decision!.Counts, decided.Decision.Reason, decided.Decision.DecidedBy));
        Assert.Equal(before, await FiguresAsync());
        var recomputed = await room.Get<RecomputeWave>().RunAsync(Wave, Cancellation);
        Assert.True(recomputed!.IsSame);
        Assert.Equal(closed.Hash, recomputed.StoredHash);
    }

    [Fact]
    public async Task Explanation_InTheFile_MakesItExplained()
    {
        var file = await ReportAsync(150);
        await OwnerAsync($"""
            insert into emulation.explanations (submission_id, unit_id, indicator_id, period_id, source_sheet, source_row, source_column, explanation)
            values ({file}, {room.Plan.Ids.Units[Unit]}, {room.Plan.Ids.Indicators[Sessions]}, {room.Plan.Ids.Periods[Wave]}, 0, 2, 9, 'Mở thêm hai đợt.')
            """);

        await ComputeAsync();

        var entry = await SwingAsync();
        Assert.Equal(MismatchState.Explained, entry.State);
        Assert.Equal("Mở thêm hai đợt.", (await FileAsync(entry.Id)).Cells[0].Explanation);
    }

    [Fact]
    public async Task FollowUp_PastItsDay_IsOverdueUntilItEnds()
    {
        await ReportAsync(150);
        await ComputeAsync();
        var (decide, id) = (room.Get<DecideMismatch>(), (await SwingAsync()).Id);
        await decide.FollowAsync(id, "643", new(2020, 7, 11), "Gửi lại biểu", "Văn phòng", Cancellation);
        await decide.FollowAsync(id, "Thanh tra Sở", new(2020, 7, 12), null, "Văn phòng", Cancellation);

        var entry = await SwingAsync();
        Assert.Equal(new FollowUp("Thanh tra Sở", new(2020, 7, 12), null, "Văn phòng"), entry.FollowUp);
        Assert.False(entry.IsOverdue(new(2020, 7, 12)));
        Assert.True(entry.IsOverdue(new(2020, 7, 13)));

        await decide.EndFollowUpAsync(id, "Đã làm rõ", "Văn phòng", Cancellation);
        Assert.Null((await SwingAsync()).FollowUp);
        await Assert.ThrowsAsync<InvalidOperationException>(() => decide.EndFollowUpAsync(id, null, "Văn phòng", Cancellation));
    }

    [Fact]
    public async Task Wrong_IsRefused()
    {
        var decide = room.Get<DecideMismatch>();

        await Assert.ThrowsAsync<InvalidOperationException>(() => decide.RunAsync(7, "as-is", "x", "y", Cancellation));
        await Assert.ThrowsAsync<ArgumentException>(() => decide.RunAsync(7, "maybe", "x", "y", Cancellation));
        await Assert.ThrowsAsync<ArgumentException>(() => decide.RunAsync(7, "as-is", " ", "y", Cancellation));
        await Assert.ThrowsAsync<ArgumentException>(() => decide.FollowAsync(7, "x", new(2020, 7, 9), null, "y", Cancellation));
        await Assert.ThrowsAsync<InvalidOperationException>(() => decide.FollowAsync(7, "x", new(2020, 7, 10), null, "y", Cancellation));
    }

    [Fact]
    public async Task RunThatLooksLessFar_DoesNotSpeakForTheWave()
    {
        await ReportAsync(150);
        await ComputeAsync();
        var wave = (await room.Get<MismatchStore>().ListAsync(room.Plan, new MismatchFilter(Wave), Cancellation)).Where(entry => entry.Kind == MismatchKinds.Target).Select(entry => (entry.Id, entry.State)).ToList();

        // March has no figures at all: over it every target of the wave is missing, which says nothing about the wave as it stands now.
        await room.Get<ComputeRun>().RunAsync(new("2020-03"), Reports.Scoring.RunKind.Provisional, Cancellation);

        Assert.NotEmpty(wave);
        Assert.Equal(wave, (await room.Get<MismatchStore>().ListAsync(room.Plan, new MismatchFilter(Wave), Cancellation)).Where(entry => entry.Kind == MismatchKinds.Target).Select(entry => (entry.Id, entry.State)));
    }

    [Fact]
    public async Task Rows_AreAppendedAndAuditedAndNeverChanged()
    {
        await ReportAsync(150);
        await ComputeAsync();
        var id = (await SwingAsync()).Id;
        await room.Get<DecideMismatch>().RunAsync(id, "stated", "Đã kiểm tra sổ.", "Chánh Văn phòng", Cancellation);
        await room.Get<DecideMismatch>().FollowAsync(id, "643", new(2020, 7, 20), null, "Văn phòng", Cancellation);
        await room.Get<DecideMismatch>().EndFollowUpAsync(id, null, "Văn phòng", Cancellation);

        var audited = await room.Get<AuditStore>().ListAsync(null, 50, Cancellation);
        Assert.Equal(
            ["mismatch-follow-up-ended by Văn phòng", "mismatch-followed by Văn phòng", "mismatch-decided by Chánh Văn phòng"],
            audited.Where(entry => entry.Entry.Kind.StartsWith("mismatch", StringComparison.Ordinal)).Select(entry => $"{entry.Entry.Kind} by {entry.Entry.Actor}"));
        foreach (var table in new[] { "mismatches", "mismatch_findings", "mismatch_cells", "mismatch_decisions", "mismatch_follow_ups", "mismatch_follow_up_ends" })
        {
            var fault = await Assert.ThrowsAsync<PostgresException>(() => OwnerAsync($"delete from emulation.{table}"));
            Assert.Equal(PostgresErrorCodes.IntegrityConstraintViolation, fault.SqlState);
        }
    }

    [Fact]
    public async Task MonthsAndWave_OfTheYearRun_AreTheSameEntryAsOfTheWaveRun()
    {
        foreach (var month in Enumerable.Range(1, 6))
        {
            await FileAsync(FormKind.Figures, new PeriodCode($"2020-0{month}"), 10);
        }
        await ReportAsync(97);
        await ComputeAsync();
        await room.Get<ComputeRun>().RunAsync(new("2020"), Reports.Scoring.RunKind.Provisional, Cancellation);

        var entry = Assert.Single(await room.Get<MismatchStore>().ListAsync(room.Plan, new MismatchFilter(), Cancellation), one => one.Kind == MismatchKinds.MonthsAgainstWave);

        Assert.Equal((Wave, 97m, 60m), (entry.Period, entry.Stated, entry.Compared));
        Assert.NotEqual(entry.FirstRunId, entry.LastRunId);
        Assert.Equal([false, true, true, true, true, true, true], (await FileAsync(entry.Id)).Cells.Select(cell => cell.IsCompared));
    }

    [Theory]
    [InlineData(80, 5, 4, "numerator ratio-against-parts")]
    [InlineData(79.94, 4, 5, "ratio-against-parts")]
    [InlineData(79.95, 4, 5, "")]
    [InlineData(80, 4, 5, "")]
    public async Task Ratio_OfOneMonth_IsReadOnlyIfItsPartsSaySomethingElse(decimal value, decimal numerator, decimal denominator, string kinds)
    {
        var (unlawful, march) = (new IndicatorCode("B04"), new PeriodCode("2020-03"));
        await room.Intake.AcceptAsync(
            Unit, FormKind.Figures, march, June, [new RawFigure(Unit, unlawful, FormKind.Figures, march, 0, value, null, numerator, denominator)], Cancellation);
        await ComputeAsync();

        var entries = await room.Get<MismatchStore>().ListAsync(room.Plan, new MismatchFilter(march), Cancellation);

        Assert.Equal(kinds, string.Join(' ', entries.Select(entry => entry.Kind).Order(StringComparer.Ordinal)));
        Assert.All(entries, entry => Assert.Equal(unlawful, entry.Indicator));
    }

    [Fact]
    public async Task WaveCheck_NamesUndecidedEntriesOverdueFollowUpsAndOpenExceptions()
    {
        await ReportAsync(150);
        await ComputeAsync();
        var id = (await SwingAsync()).Id;
        await room.Get<DecideMismatch>().FollowAsync(id, "643", new(2020, 7, 11), null, "Văn phòng", Cancellation);
        await OwnerAsync($"""
            insert into emulation.deadline_exceptions (plan_code, unit_id, duty, form, period_id, until_day, reason, granted_by, granted_at)
            select 'dak-lak-2020', {room.Plan.Ids.Units[Unit]}, duty, form, period_id, day, reason, 'Giám đốc', now()
            from (values
                ('DL3', 'wave-report', {room.Plan.Ids.Periods[Wave]}, date '2020-07-12', 'lũ lụt'),
                ('MF', 'figures', {room.Plan.Ids.Periods[new("2020-03")]}, date '2020-07-10', 'đã qua'),
                ('DL4', 'wave-report', {room.Plan.Ids.Periods[new("2020-W2")]}, date '2020-12-30', 'đợt khác')) as granted (duty, form, period_id, day, reason)
            """);
        room.Clock.Advance(TimeSpan.FromDays(2));

        var lines = (await room.Get<CheckWave>().RunAsync(Wave, Cancellation)).Where(line => line.Kind is "mismatch" or "follow-up" or "exception").ToList();

        const string Sentence = "Buôn Ma Thuột: chỉ tiêu B06 (Số cuộc phổ biến pháp luật trực tiếp) kỳ đợt 1 năm 2020 là 150, cùng kỳ năm trước là 97.";
        Assert.Equal(
            [
                $"Sai lệch số {id} chưa kết luận – {Sentence}",
                $"Sai lệch số {id} quá hạn theo dõi từ 11/07/2020 (643) – {Sentence}",
                "Buôn Ma Thuột: gia hạn số 1 cho Báo cáo sơ kết đợt thi đua thứ nhất, đợt 1 năm 2020 còn hiệu lực đến 12/07/2020 (lũ lụt).",
            ],
            lines.Select(line => line.Text));
        Assert.DoesNotContain(lines, line => line.Bars);

        await room.Get<DecideMismatch>().RunAsync(id, "as-is", "Đã rõ.", "Chánh Văn phòng", Cancellation);
        await room.Get<DecideMismatch>().EndFollowUpAsync(id, null, "Văn phòng", Cancellation);
        Assert.DoesNotContain(await room.Get<CheckWave>().RunAsync(Wave, Cancellation), line => line.Kind is "mismatch" or "follow-up");
    }

    [Fact]
    public async Task Report_PrintsDecisionAndReasonBesideTheDifference()
    {
        foreach (var month in Enumerable.Range(1, 6))
        {
            await FileAsync(FormKind.Figures, new PeriodCode($"2020-0{month}"), 10);
        }
        await ReportAsync(97);
        await room.Get<CloseWave>().RunAsync(Wave, "test", Cancellation);
        var entries = await room.Get<MismatchStore>().ListAsync(room.Plan, new MismatchFilter(), Cancellation);
        await room.Get<DecideMismatch>().RunAsync(entries.Single(entry => entry.Kind == MismatchKinds.MonthsAgainstWave).Id, "stated", "Tháng 6 gửi thiếu.", "Chánh Văn phòng", Cancellation);
        await room.Get<DecideMismatch>().RunAsync(entries.First(entry => entry.Kind == MismatchKinds.Target && entry.Unit == Unit && entry.Indicator is not null).Id, "as-is", "Không giao.", "Chánh Văn phòng", Cancellation);

        await room.Get<PublishReport>().RunAsync(ReportKind.WaveInterim, Wave, Cancellation);

        var questions = (await room.Get<ReportStore>().FindAsync(room.Plan.Plan.Code, ReportKind.WaveInterim.ToName(), room.Plan.Ids.Periods[Wave], Cancellation))!.Model.Questions;
        Assert.Equal(
            "Buôn Ma Thuột: chỉ tiêu B06 (Số cuộc phổ biến pháp luật trực tiếp) theo báo cáo đợt 1 năm 2020 là 97, nhưng tính từ số liệu các tháng là 60."
            + " Kết luận: lấy số đơn vị báo cáo; lý do: Tháng 6 gửi thiếu (Chánh Văn phòng, 10/07/2020).",
            Assert.Single(questions, question => question.Kind == MismatchKinds.MonthsAgainstWave).Sentence);
        Assert.EndsWith("Kết luận: chấp nhận cả hai; lý do: Không giao (Chánh Văn phòng, 10/07/2020).", Assert.Single(questions, question => question.Sentence.Contains("Không giao", StringComparison.Ordinal)).Sentence, StringComparison.Ordinal);
        Assert.Single(questions, question => question.Kind == MismatchKinds.MonthsAgainstWave);
    }

    [Fact]
    public async Task EstimateReplacedByALaterActual_IsKeptAndShownBesideIt()
    {
        Task<long> SendAsync(decimal value, decimal? estimated) => room.Intake.AcceptAsync(
            Unit, FormKind.WaveReport, Wave, June, [new RawFigure(Unit, Sessions, FormKind.WaveReport, Wave, 0, value, estimated)], Cancellation);
        await SendAsync(110, 20);
        Assert.Empty(await room.Get<MismatchStore>().ReplacedEstimatesAsync(room.Plan, null, Cancellation));
        await SendAsync(108, 12);
        await SendAsync(105, null);

        var replaced = Assert.Single(await room.Get<MismatchStore>().ReplacedEstimatesAsync(room.Plan, Wave, Cancellation));

        Assert.Equal(new ReplacedEstimate(Unit, Sessions, Wave, 2, 108, 12, null, 3, 105, null, null), replaced);
        Assert.Empty(await room.Get<MismatchStore>().ReplacedEstimatesAsync(room.Plan, new PeriodCode("2020-W2"), Cancellation));
    }

    private Task<long> ReportAsync(decimal sessions) => FileAsync(FormKind.WaveReport, Wave, sessions);

    private Task<long> FileAsync(FormKind form, PeriodCode period, decimal sessions) => room.Intake.AcceptAsync(
        Unit, form, period, June, [new RawFigure(Unit, Sessions, form, period, 0, sessions)], Cancellation);

    private async Task<long> ComputeAsync()
    {
        room.Clock.Advance(TimeSpan.FromMinutes(1));
        return (await room.Get<ComputeRun>().RunAsync(Wave, Reports.Scoring.RunKind.Provisional, Cancellation)).RunId;
    }

    private async Task<RegisteredMismatch> SwingAsync() =>
        (await room.Get<MismatchStore>().ListAsync(room.Plan, new MismatchFilter(Wave, Unit), Cancellation)).Single(entry => entry.Kind == MismatchKinds.Swing);

    private async Task<MismatchFile> FileAsync(long id) => (await room.Get<MismatchStore>().FindAsync(room.Plan, id, Cancellation))!;

    private async Task<(int Entries, int Findings)> RowsAsync()
    {
        await using var command = room.Database.DataSource.CreateCommand("select (select count(*) from emulation.mismatches)::int, (select count(*) from emulation.mismatch_findings)::int");
        await using var reader = await command.ExecuteReaderAsync(Cancellation);
        await reader.ReadAsync(Cancellation);
        return (reader.GetInt32(0), reader.GetInt32(1));
    }

    private async Task<string> FiguresAsync()
    {
        await using var command = room.Database.DataSource.CreateCommand("select md5(string_agg(f::text, '|' order by f::text)) from emulation.figures f");
        return (string)(await command.ExecuteScalarAsync(Cancellation))!;
    }

    private async Task OwnerAsync(string sql)
    {
        await using var command = room.Database.OwnerDataSource.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Cancellation);
    }
}
