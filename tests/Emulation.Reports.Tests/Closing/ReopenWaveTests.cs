using System.IO.Compression;
using System.Net;
using System.Text.RegularExpressions;
using Emulation.Plan;
using Emulation.Reports.Documents.Model;
using Emulation.Reports.Storage;
using Emulation.Reports.Waves;

namespace Emulation.Reports.Tests.Closing;

/// <summary>A closed wave changes only in the open: two people reopen it, the first closing stays provable, and a corrigendum says what changed and why.</summary>
public sealed class ReopenWaveTests : IAsyncLifetime
{
    private static readonly PeriodCode Wave1 = new("2020-W1");
    private static readonly DateTimeOffset InTime = new(2020, 6, 25, 3, 0, 0, TimeSpan.Zero);
    private ResultsRoom room = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        room = await ResultsRoom.OpenAsync(Cancellation);
        foreach (var unit in room.Plan.Plan.Units.Take(6))
        {
            await ReportAsync(unit, 0.97m, InTime);
        }
    }

    public ValueTask DisposeAsync() => room.DisposeAsync();

    [Fact]
    public async Task Reopen_ByTwoPeople_LetsTheCorrectionCountInANewEdition()
    {
        var first = await CloseAsync();
        await ReportAsync(room.Plan.Plan.Units[0], 0.4m, room.Clock.GetUtcNow());
        Assert.Equal(
            $"{room.Plan.Plan.Units[0].ShortName}: Báo cáo đợt, đợt 1 năm 2020, phiên bản 2 nhận lúc 10/07/2020 17:00, sau khi chốt; được lưu, không tính vào kết quả đã chốt.",
            Assert.Single(await room.Get<CheckWave>().RunAsync(Wave1, Cancellation), line => line.Kind == "late-file").Text);
        await ReopenAsync();
        Assert.Null(await room.Get<RunStore>().FindClosedAsync(room.Plan, room.Plan.Plan.PeriodByCode(Wave1), Cancellation));

        var second = await CloseAsync();

        Assert.False(second.WasClosedBefore);
        Assert.NotEqual(first.Hash, second.Hash);
        Assert.Equal("1 2", await ScalarAsync<string>("select string_agg(edition::text, ' ' order by edition) from emulation.wave_closings"));
        Assert.Equal(first.RunId, await ScalarAsync<long>("select run_id from emulation.wave_closings where edition = 1"));
        Assert.Equal(0, await ScalarAsync<long>("select count(*) from emulation.closed_wave_amendments"));
        Assert.Equal((second.RunId, true), await RecomputedAsync());
        Assert.Equal(second.Hash, (await CloseAsync()).Hash);
    }

    [Theory]
    [InlineData("Chánh Văn phòng")]
    [InlineData("  chánh văn phòng ")]
    [InlineData("Chánh  Văn\u00a0phòng")]
    [InlineData("CHANH VAN PHONG")]
    public async Task Reopen_BySamePersonTwice_IsRefused(string approver)
    {
        await CloseAsync();
        var request = await room.Get<ReopenWave>().AskAsync(Wave1, "sai số liệu", "Chánh Văn phòng", Cancellation);

        await Assert.ThrowsAsync<ArgumentException>(() => room.Get<ReopenWave>().ApproveAsync(Wave1, request, approver, Cancellation));

        Assert.True((await CloseAsync()).WasClosedBefore);
    }

    [Fact]
    public async Task Reopen_WithARequestOfAnEarlierClosing_IsRefused()
    {
        await CloseAsync();
        var request = await room.Get<ReopenWave>().AskAsync(Wave1, "sai số liệu", "Chánh Văn phòng", Cancellation);
        await ReopenAsync();
        await CloseAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(() => room.Get<ReopenWave>().ApproveAsync(Wave1, request, "Giám đốc", Cancellation));
    }

    [Fact]
    public async Task Reopen_AnOpenPeriod_IsRefused() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => room.Get<ReopenWave>().AskAsync(Wave1, "sai số liệu", "Chánh Văn phòng", Cancellation));

    [Fact]
    public async Task Reopen_ApprovedByManyAtOnce_HappensOnce()
    {
        await CloseAsync();
        var request = await room.Get<ReopenWave>().AskAsync(Wave1, "sai số liệu", "Chánh Văn phòng", Cancellation);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 6).Select(number => Task.Run(
            async () =>
            {
                try
                {
                    await room.Get<ReopenWave>().ApproveAsync(Wave1, request, $"người {number}", Cancellation);
                    return true;
                }
                catch (InvalidOperationException)
                {
                    return false;
                }
            },
            Cancellation)));

        Assert.Single(outcomes, done => done);
        Assert.Equal(1, await ScalarAsync<long>("select count(*) from emulation.wave_reopenings"));
    }

    /// <summary>A request is approved or declined, never both, however the two cross.</summary>
    [Fact]
    public async Task Reopen_ApprovedAndDeclinedAtOnce_IsOneOfThem()
    {
        await CloseAsync();
        for (var round = 0; round < 8; round++)
        {
            var reopen = room.Get<ReopenWave>();
            var request = await reopen.AskAsync(Wave1, "sai số liệu", "Chánh Văn phòng", Cancellation);

            var approved = Task.Run(() => reopen.TryApproveAsync(Wave1, request, "Giám đốc", Cancellation), Cancellation);
            var declined = await Task.Run(() => reopen.TryDeclineAsync(Wave1, request, "không cần", "Phó Giám đốc", Cancellation), Cancellation);

            Assert.Equal(declined ? ReopeningOutcome.NotBinding : ReopeningOutcome.Reopened, await approved);
            if (!declined)
            {
                await CloseAsync();
            }
        }
    }

    [Fact]
    public async Task Decline_WhatWasDeclinedOrApproved_OrIsOfAnotherPeriod_IsRefused()
    {
        await CloseAsync();
        var reopen = room.Get<ReopenWave>();
        var first = await reopen.AskAsync(Wave1, "sai số liệu", "Chánh Văn phòng", Cancellation);
        await Assert.ThrowsAsync<InvalidOperationException>(() => reopen.DeclineAsync(new PeriodCode("2020-W2"), first, "không cần", "Giám đốc", Cancellation));
        await reopen.DeclineAsync(Wave1, first, "không cần", "Giám đốc", Cancellation);
        var second = await reopen.AskAsync(Wave1, "vẫn sai", "Chánh Văn phòng", Cancellation);
        await reopen.ApproveAsync(Wave1, second, "Giám đốc", Cancellation);

        var twice = await Assert.ThrowsAsync<InvalidOperationException>(() => reopen.DeclineAsync(Wave1, first, "không cần", "Giám đốc", Cancellation));
        await Assert.ThrowsAsync<InvalidOperationException>(() => reopen.DeclineAsync(Wave1, second, "muộn rồi", "Giám đốc", Cancellation));

        Assert.Equal($"There is no request {first} about the closing of 2020-W1 that binds and waits for a second person.", twice.Message);
        Assert.Equal(1, await ScalarAsync<long>("select count(*) from emulation.wave_reopening_refusals"));
    }

    [Fact]
    public async Task Publish_AfterClosingAnew_IsOneCorrigendumThatSaysWhatChangedAndWhy()
    {
        var unit = room.Plan.Plan.Units[0];
        await CloseAsync();
        await room.Get<PublishReport>().RunAsync(ReportKind.WaveInterim, Wave1, Cancellation);
        room.Clock.Advance(TimeSpan.FromMinutes(1));
        await ReportAsync(unit, 0.4m, room.Clock.GetUtcNow());
        await ReopenAsync();
        await room.Get<EnterAdjustment>().RunAsync(new AdjustmentEntry(unit.Code, Wave1, 2, "Sáng kiến cấp tỉnh", "QĐ 15", "văn phòng"), Cancellation);
        var objection = (await room.Get<RaiseObjection>().RunAsync(unit.Code, Wave1, "Thiếu điểm B06", "Trưởng phòng", "giấy đến muộn", Cancellation)).Id;
        await room.Get<RaiseObjection>().AnswerAsync(objection, isUpheld: true, "Nhận tệp gửi lại", "Hội đồng", Cancellation);
        await CloseAsync();

        var corrigendum = await room.Get<PublishReport>().RunAsync(ReportKind.WaveInterim, Wave1, Cancellation);
        var again = await room.Get<PublishReport>().RunAsync(ReportKind.WaveInterim, Wave1, Cancellation);

        Assert.Equal((false, true, corrigendum.ReportId), (corrigendum.WasPublishedBefore, again.WasPublishedBefore, again.ReportId));
        var model = ReportModelJson.Read(await ScalarAsync<string>("select model::text from emulation.reports where edition = 2"));
        Assert.EndsWith(
            "Lý do: Đơn vị báo cáo sai. Người đề nghị mở lại: Chánh Văn phòng, lúc 10/07/2020 17:01; người đồng ý: Giám đốc, lúc 10/07/2020 17:01.", model.Cover.Replaces, StringComparison.Ordinal);
        await AssertEveryFaceNamesThemAsync();
        Assert.Contains(model.Changes, change => change.Unit == unit.ShortName && change.What == "Điểm");
        Assert.Contains(new ReportChange(unit.ShortName, "Nguyên nhân: Báo cáo đợt, đợt 1 năm 2020", "phiên bản 1", "phiên bản 2"), model.Changes);
        Assert.All(model.Changes.Where(change => change.Unit != unit.ShortName), change => Assert.Equal($"Thứ hạng (do điểm của {unit.ShortName} thay đổi)", change.What));
        Assert.Contains(new ReportChange(unit.ShortName, $"Nguyên nhân: quyết định về kiến nghị số {objection} (Hội đồng)", "chưa quyết định", "chấp nhận: Nhận tệp gửi lại"), model.Changes);
        AssertLines(model);
        Assert.Contains(new ReportChange(unit.ShortName, "Nguyên nhân: điểm thưởng, điểm trừ – Sáng kiến cấp tỉnh", "không có", "2,00"), model.Changes);
        await AssertRanksAsync(model);
    }

    private async Task AssertEveryFaceNamesThemAsync()
    {
        const string of = "from emulation.reports where edition = 2";
        string[] faces =
        [
            WebUtility.HtmlDecode(await ScalarAsync<string>("select html " + of)),
            await ScalarAsync<string>("select body_text " + of),
            TextOf(await FileAsync("%.xlsx")),
            TextOf(await FileAsync("%.docx")),
        ];

        Assert.All(faces, face => Assert.Contains("Người đề nghị mở lại: Chánh Văn phòng, lúc 10/07/2020 17:01; người đồng ý: Giám đốc", face, StringComparison.Ordinal));
    }

    private Task<byte[]> FileAsync(string name) => ScalarAsync<byte[]>(
        $"select content from emulation.report_files join emulation.reports using (report_id) where edition = 2 and name like '{name}' and name not like '%du-thao%'");

    /// <summary>The words of all parts of an Office file.</summary>
    private static string TextOf(byte[] file)
    {
        using var zip = new ZipArchive(new MemoryStream(file));
        return string.Concat(zip.Entries.Where(entry => entry.Name.EndsWith(".xml", StringComparison.Ordinal)).Select(entry =>
        {
            using var reader = new StreamReader(entry.Open());
            return Regex.Replace(reader.ReadToEnd(), "<[^>]+>", "");
        }));
    }

    /// <summary>Every line of a score card whose points moved stands with its arithmetic before and after; no other.</summary>
    private static void AssertLines(ReportModel model)
    {
        var lines = model.Changes.Where(change => change.Rule is not null).ToList();
        var unit = model.Changes[0].Unit;

        Assert.NotEmpty(lines);
        Assert.All(lines, line => Assert.Equal((unit, true), (line.Unit, line.Before != line.After)));
        Assert.All(lines, line => Assert.Equal(model.ScoreCards.Single(card => card.Unit == unit && card.Rule == line.Rule).Arithmetic, line.After));
    }

    /// <summary>Whose rank moved is told so, also a unit whose own points stayed; nobody else.</summary>
    private async Task AssertRanksAsync(ReportModel model)
    {
        var before = ReportModelJson.Read(await ScalarAsync<string>("select model::text from emulation.reports where edition = 1"));
        var (old, now) = (Rows(before), Rows(model));
        var moved = now.Values.Where(row => row.Rank != old[row.UnitCode].Rank).ToList();

        Assert.Contains(moved, row => row.Points == old[row.UnitCode].Points);
        Assert.Equal(moved.Select(row => row.Unit).Order(StringComparer.Ordinal), model.Changes.Where(change => change.What.StartsWith("Thứ hạng", StringComparison.Ordinal)).Select(change => change.Unit).Order(StringComparer.Ordinal));
    }

    private static Dictionary<string, RankingRow> Rows(ReportModel model) => model.Ranking.SelectMany(block => block.Units).ToDictionary(row => row.UnitCode);

    [Fact]
    public async Task Close_WithAnUnansweredObjection_IsRefusedUntilItIsAnswered()
    {
        var objections = room.Get<RaiseObjection>();
        var id = (await objections.RunAsync(room.Plan.Plan.Units[0].Code, Wave1, "Thiếu điểm B06", "Trưởng phòng", "giấy đến muộn", Cancellation)).Id;

        var refused = await Assert.ThrowsAsync<OpenObjectionsException>(CloseAsync);
        Assert.Equal($"2020-W1 has objections without an answer: {id}. Answer them first ('wave objections 2020-W1' lists them).", refused.Message);
        Assert.Contains(await room.Get<CheckWave>().RunAsync(Wave1, Cancellation), line => line is { Kind: "objection", Bars: true });

        await objections.AnswerAsync(id, isUpheld: false, "Đã tính đủ theo báo cáo phiên bản 1", "Hội đồng", Cancellation);

        Assert.False((await CloseAsync()).WasClosedBefore);
        await Assert.ThrowsAsync<InvalidOperationException>(() => objections.AnswerAsync(id, isUpheld: true, "Đổi ý", "Hội đồng", Cancellation));
        var answered = Assert.Single(await objections.ListAsync(Wave1, Cancellation));
        Assert.Equal((false, "Hội đồng"), (answered.Answer!.IsUpheld, answered.Answer.DecidedBy));
    }

    /// <summary>The plan may give units a time to object in: nobody closes before it is over, and who comes later needs a reason.</summary>
    [Fact]
    public async Task Object_InAndAfterTheTimeThePlanGives_IsTakenOrNeedsAReason()
    {
        await room.ApplyAsync(texts => new(texts) { ["plan.yaml"] = texts["plan.yaml"].Replace("objections-until: 2020-07-07", "objections-until: 2020-07-10", StringComparison.Ordinal).Replace("closes-on: 2020-07-10", "closes-on: 2020-07-13", StringComparison.Ordinal) }, Cancellation);
        var unit = room.Plan.Plan.Units[0].Code;
        var inTime = await room.Get<RaiseObjection>().RunAsync(unit, Wave1, "Thiếu điểm B06", "Trưởng phòng", null, Cancellation);
        await room.Get<RaiseObjection>().AnswerAsync(inTime.Id, isUpheld: false, "Đã tính đủ", "Hội đồng", Cancellation);

        var tooEarly = await Assert.ThrowsAsync<InvalidOperationException>(CloseAsync);
        room.Clock.Advance(TimeSpan.FromDays(1));
        var tooLate = await Assert.ThrowsAsync<InvalidOperationException>(() => room.Get<RaiseObjection>().RunAsync(unit, Wave1, "Thiếu điểm B07", "Trưởng phòng", null, Cancellation));
        await CloseAsync();
        var late = await room.Get<RaiseObjection>().RunAsync(unit, Wave1, "Thiếu điểm B07", "Trưởng phòng", "bưu điện giao chậm", Cancellation);

        Assert.Equal("Units may object to 2020-W1 until 2020-07-10: it cannot be closed on 2020-07-10.", tooEarly.Message);
        Assert.StartsWith("Hạn kiến nghị về kết quả đợt 1 năm 2020 là hết ngày 10/07/2020.", tooLate.Message, StringComparison.Ordinal);
        Assert.Equal((false, true), (inTime.IsClosed, late.IsClosed));
        Assert.Equal("Thiếu điểm B07 (nhận sau hạn kiến nghị 10/07/2020, vì: bưu điện giao chậm)", (await room.Get<RaiseObjection>().ListAsync(Wave1, Cancellation))[^1].Text);
    }

    [Fact]
    public async Task Check_InWords_SaysWhatBarsFirstAndWhatItComesTo()
    {
        var unit = room.Plan.Plan.Units[0];
        var before = ChecklistText.Of("đợt 1 năm 2020", [new("tie", false, null, "đồng hạng 1"), new("objection", true, unit.Code, "kiến nghị số 1") { Next = "trả lời." }]);
        await CloseAsync();
        var after = ChecklistText.Of("đợt 1 năm 2020", await room.Get<CheckWave>().RunAsync(Wave1, Cancellation)).ToList();

        Assert.Equal(
            [
                "DANH MỤC KIỂM TRA TRƯỚC KHI CHỐT – ĐỢT 1 NĂM 2020", "", "Kiến nghị chưa trả lời: 1 (phải xử lý xong mới chốt được)", " - kiến nghị số 1", "    → Việc cần làm: trả lời.", "",
                "Đồng hạng: 1", " - đồng hạng 1",
                "    → Việc cần làm: trình Hội đồng. Muốn phân thứ hạng thì ghi điểm thưởng, điểm trừ có minh chứng trước khi chốt; không thì các đơn vị cùng hạng.", "", "Chưa chốt được: 1 việc phải xử lý. Ngoài ra còn 1 điều cần xem.",
            ],
            before);
        Assert.Equal("Kết quả đợt 1 năm 2020 đã chốt lúc 10/07/2020 17:00. Danh mục này xét số liệu hiện có, không làm đổi kết quả đã chốt.", after[1]);
        Assert.Equal("Kỳ đã chốt. Muốn sửa kết quả phải mở lại: một người đề nghị, một người khác đồng ý.", after[^1]);
    }

    [Fact]
    public async Task Object_WhileClosing_EitherBarsItOrComesAfter()
    {
        for (var round = 0; round < 10; round++)
        {
            var objections = room.Get<RaiseObjection>();
            var closing = Task.Run(() => TryCloseAsync(), Cancellation);
            var id = (await objections.RunAsync(room.Plan.Plan.Units[round % 3].Code, Wave1, "Kiến nghị", "Trưởng phòng", "giấy đến muộn", Cancellation)).Id;
            var isClosed = await closing;

            var before = await ScalarAsync<bool>($"select exists (select from emulation.binding_closings c, emulation.objections o where o.objection_id = {id} and c.run_id is not null)");
            Assert.Equal(isClosed, before);
            await objections.AnswerAsync(id, isUpheld: true, "Đồng ý", "Hội đồng", Cancellation);
            if (isClosed)
            {
                await ReopenAsync();
            }
        }
    }

    [Fact]
    public async Task Check_BeforeClosing_ListsWhatIsMissingByNameAndDay()
    {
        var lines = await room.Get<CheckWave>().RunAsync(Wave1, Cancellation);

        var unit = room.Plan.Plan.Units[7];
        Assert.All(lines, line => Assert.Matches(@"^\p{Ll}.{20,}\.$", line.Next));
        Assert.Contains(lines, line => line.Kind == "missing" && line.Unit == unit.Code && line.Text.StartsWith($"{unit.ShortName}: chưa gửi ", StringComparison.Ordinal) && line.Text.EndsWith("(hạn 30/06/2020).", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.Bars);
    }

    /// <summary>What is locked cannot simply be sent: the line says how it is opened. The wave report is locked since 9/7, the list is read on the 10th.</summary>
    [Fact]
    public async Task Check_OfWhatIsLocked_SaysHowToOpenIt()
    {
        var unit = room.Plan.Plan.Units[7];

        var line = Assert.Single(await room.Get<CheckWave>().RunAsync(Wave1, Cancellation), line => line.Kind == "missing" && line.Unit == unit.Code && line.Text.Contains("Báo cáo sơ kết", StringComparison.Ordinal));

        Assert.Equal(
            $"đã khóa nhận từ hết ngày 09/07/2020. Muốn nhận thì gia hạn cho đơn vị (exceptions grant {unit.Code} DL3 --period 2020-W1) trước khi chốt; không thì chốt theo số liệu đã có.",
            line.Next);
    }

    /// <summary>Every kind of line has its own words, not a key.</summary>
    [Theory]
    [InlineData("closed")]
    [InlineData("late-file")]
    [InlineData("missing")]
    [InlineData("needs-fixing")]
    [InlineData("unexplained")]
    [InlineData("discrepancy")]
    [InlineData("sensitive")]
    [InlineData("tie")]
    [InlineData("mismatch")]
    [InlineData("follow-up")]
    [InlineData("exception")]
    [InlineData("objection")]
    public void ChecklistLine_OfEveryKind_SaysWhatToDo(string kind) =>
        Assert.DoesNotContain("Check.", new ChecklistLine(kind, false, null, "x").Next, StringComparison.Ordinal);

    private async Task<bool> TryCloseAsync()
    {
        try
        {
            await CloseAsync();
            return true;
        }
        catch (OpenObjectionsException)
        {
            return false;
        }
    }

    private Task<ClosedWave> CloseAsync() => room.Get<CloseWave>().RunAsync(Wave1, "test", Cancellation);

    private async Task ReopenAsync()
    {
        var request = await room.Get<ReopenWave>().AskAsync(Wave1, "Đơn vị báo cáo sai", "Chánh Văn phòng", Cancellation);
        await room.Get<ReopenWave>().ApproveAsync(Wave1, request, "Giám đốc", Cancellation);
    }

    private async Task<(long RunId, bool IsSame)> RecomputedAsync()
    {
        var recomputed = await room.Get<RecomputeWave>().RunAsync(Wave1, Cancellation);
        return (recomputed!.RunId, recomputed.IsSame);
    }

    private Task<long> ReportAsync(Unit unit, decimal share, DateTimeOffset receivedAt) => room.Intake.AcceptAsync(
        unit.Code, FormKind.WaveReport, Wave1, receivedAt, WaveFigures.Of(room.Plan.Plan, unit, room.Plan.Plan.PeriodByCode(Wave1), share), Cancellation);

    private async Task<T> ScalarAsync<T>(string sql)
    {
        await using var command = room.Database.DataSource.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync(Cancellation))!;
    }
}
