using Emulation.Plan;
using Emulation.Reports.Documents.Model;
using Emulation.Reports.Storage;
using Emulation.Reports.Tests.Closing;
using Emulation.Reports.Tests.Delivery;
using ExcelDataReader;

namespace Emulation.Reports.Tests.Documents;

/// <summary>Publishing on the real plan and a real database: once, whole, and equal to what units sent.</summary>
public sealed class PublishReportTests : IAsyncLifetime
{
    private static readonly PeriodCode Wave1 = new("2020-W1");
    private static readonly DateTimeOffset InTime = new(2020, 6, 25, 3, 0, 0, TimeSpan.Zero);
    private ResultsRoom room = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        room = await ResultsRoom.OpenAsync(Cancellation);
        foreach (var (unit, index) in room.Plan.Plan.Units.Take(10).Select((unit, index) => (unit, index)))
        {
            await ReportAsync(unit, 1m - (index * 0.03m), InTime);
        }
    }

    public ValueTask DisposeAsync() => room.DisposeAsync();

    [Fact]
    public async Task Publish_Twice_GivesOneReportAndOneMailPerAddress()
    {
        await CloseAsync();

        var first = await PublishAsync(ReportKind.WaveInterim);
        var second = await PublishAsync(ReportKind.WaveInterim);

        Assert.Equal((false, true), (first.WasPublishedBefore, second.WasPublishedBefore));
        Assert.Equal((first.ReportId, first.Deliveries), (second.ReportId, second.Deliveries));
        var addresses = room.Plan.Plan.Recipients.SelectMany(recipient => recipient.Addresses).Distinct().Order().ToList();
        Assert.Equal(addresses, await ListAsync("select address from emulation.deliveries order by address"));
        Assert.Equal(1, await ScalarAsync<long>("select count(*) from emulation.reports"));
    }

    /// <summary>Ten units have reported and the others can still come: what their files can change is an open question of the draft, and of the closed report no more.</summary>
    [Fact]
    public async Task Publish_BeforeTheClosing_NamesTheRanksThatMissingFilesCanStillChange()
    {
        var draft = await PublishAsync(ReportKind.WaveInterim);
        var checklist = (await room.Get<CheckWave>().RunAsync(Wave1, Cancellation)).Where(line => line.Kind == "sensitive").Select(line => line.Text).ToList();
        var questions = (await ModelAsync(draft.ReportId)).Questions;
        await ReportAsync(room.Plan.Plan.Units[10], 0.9m, InTime);
        await CloseAsync();
        var final = await room.Get<PublishReport>().ReissueAsync(ReportKind.WaveInterim, Wave1, "chốt đợt", Cancellation);
        var settled = (await ModelAsync(final.ReportId)).Questions;

        Assert.NotEmpty(checklist);
        Assert.Equal(checklist, questions.Where(question => question.Kind == "sensitive").Select(question => question.Sentence));
        Assert.All(questions.Where(question => question.Kind == "sensitive"), question => Assert.Equal("", question.UnitCode));
        Assert.NotEqual(draft.ReportId, final.ReportId);
        Assert.DoesNotContain(settled, question => question.Kind == "sensitive");
    }

    /// <summary>A summing-up published by hand before the closing must not stand in the way of the closed one, even if not a figure changed between them.</summary>
    [Fact]
    public async Task Publish_AfterTheClosingOfADraft_ReplacesItOnceByTheFinalEdition()
    {
        var draft = await PublishAsync(ReportKind.WaveInterim);
        var again = await PublishAsync(ReportKind.WaveInterim);
        await CloseAsync();
        var final = await PublishAsync(ReportKind.WaveInterim);
        var repeated = await PublishAsync(ReportKind.WaveInterim);

        Assert.Equal((draft.ReportId, true), (again.ReportId, again.WasPublishedBefore));
        Assert.Equal((final.ReportId, true), (repeated.ReportId, repeated.WasPublishedBefore));
        Assert.False(final.WasPublishedBefore);
        Assert.Equal(["1 draft", "2 final"], await ListAsync("select edition || ' ' || status from emulation.reports order by edition"));
        Assert.Contains("kỳ đã chốt", (await ModelAsync(final.ReportId)).Cover.Replaces, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Publish_ByManyAtOnce_GivesOneReport()
    {
        await CloseAsync();

        var published = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => PublishAsync(ReportKind.WaveInterim), Cancellation)));

        Assert.Single(published, one => !one.WasPublishedBefore);
        Assert.Single(published.Select(one => (one.ReportId, one.Deliveries)).Distinct());
    }

    [Theory]
    [InlineData("publish-report-made", 0)]
    [InlineData("publish-report-inserted", 0)]
    [InlineData("publish-report-committing", 0)]
    [InlineData("publish-report-committed", 1)]
    public async Task Publish_KilledAnywhereAndStartedAgain_GivesOneWholeReport(string failPoint, int reportsThen)
    {
        await CloseAsync();
        FailPoint.Armed = name =>
        {
            if (name == failPoint)
            {
                throw new PowerCutException();
            }
        };
        await Assert.ThrowsAsync<PowerCutException>(() => PublishAsync(ReportKind.WaveInterim));
        FailPoint.Armed = null;
        Assert.Equal(reportsThen, await ScalarAsync<long>("select count(*) from emulation.reports"));

        var published = await PublishAsync(ReportKind.WaveInterim);

        Assert.Equal(reportsThen == 1, published.WasPublishedBefore);
        Assert.Equal(1, await ScalarAsync<long>("select count(*) from emulation.reports"));
        Assert.Equal(published.Deliveries, await ScalarAsync<long>("select count(*) from emulation.deliveries"));
    }

    [Fact]
    public async Task Publish_AFinalReportBeforeClosing_IsRefused()
    {
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => PublishAsync(ReportKind.Final));

        Assert.Equal("2020-W1 is not closed: a final report rests on a closed period.", refused.Message);
    }

    [Fact]
    public async Task Publish_AMonthlyReportOfAWave_IsRefused() =>
        await Assert.ThrowsAsync<ArgumentException>(() => PublishAsync(ReportKind.MonthlyProgress));

    [Fact]
    public async Task Publish_TheMonth_IsProvisionalAndGoesOnlyToItsRecipients()
    {
        await room.Get<PublishReport>().RunAsync(ReportKind.MonthlyProgress, new PeriodCode("2020-06"), Cancellation);

        Assert.Equal("provisional", await ScalarAsync<string>("select status from emulation.reports"));
        var addresses = room.Plan.Plan.Recipients.Where(recipient => recipient.Reports.Contains(ReportKind.MonthlyProgress)).SelectMany(recipient => recipient.Addresses);
        Assert.Equal(addresses.Order(), await ListAsync("select address from emulation.deliveries order by address"));
    }

    [Fact]
    public async Task Publish_AClosedWave_SaysFinalAndCarriesTheHashOfTheRun()
    {
        var closed = await CloseAsync();

        var model = await PublishedModelAsync();

        Assert.Equal(ReportStatus.Final, model.Cover.Status);
        Assert.Equal(Convert.ToHexStringLower(closed.Hash)[..12], model.Cover.RunHash);
        Assert.Equal("17:00 ngày 10/07/2020", Emulation.Reports.Documents.VietnameseFormat.Moment(model.Cover.DataAsOf));
    }

    [Fact]
    public async Task Workbook_SumsOfIndicators_EqualAStraightSumOverAcceptedRows()
    {
        await ReportAsync(room.Plan.Plan.Units[0], 0.5m, InTime.AddHours(2));
        await CloseAsync();
        await PublishAsync(ReportKind.WaveInterim);

        var printed = Printed(await ScalarAsync<byte[]>("select content from emulation.report_files where name like '%.xlsx'"));
        var summed = await SumsAsync();

        Assert.True(summed.Count > 15);
        Assert.All(summed, pair => Assert.Equal(pair.Value, printed[pair.Key]));
    }

    [Fact]
    public async Task Reissue_AfterNewData_ReplacesWithReasonAndWhatChanged()
    {
        await PublishAsync(ReportKind.WaveInterim);
        await ReportAsync(room.Plan.Plan.Units[1], 0.4m, InTime.AddHours(2));
        room.Clock.Advance(TimeSpan.FromDays(3));

        var again = await room.Get<PublishReport>().ReissueAsync(ReportKind.WaveInterim, Wave1, "Buôn Hồ gửi lại số liệu", Cancellation);
        var unchanged = await room.Get<PublishReport>().ReissueAsync(ReportKind.WaveInterim, Wave1, "không có gì mới", Cancellation);

        var model = await PublishedModelAsync();
        Assert.Equal((false, true), (again.WasPublishedBefore, unchanged.WasPublishedBefore));
        Assert.Equal(2, model.Cover.Edition);
        Assert.Matches(@"^Bản này thay thế bản 1 ngày 10/07/2020 \(mã kết quả [0-9a-f]{12}\)\. Lý do: Buôn Hồ gửi lại số liệu$", model.Cover.Replaces!);
        Assert.Contains(model.Changes, change => change.Unit == "Buôn Hồ" && change.What == "Điểm");
        Assert.Equal(again.Deliveries, await ScalarAsync<long>($"select count(*) from emulation.deliveries where report_id = {again.ReportId}"));
    }

    [Fact]
    public async Task Files_OfAReport_AreStoredOnceWithTheirHashAndCannotBeChanged()
    {
        await PublishAsync(ReportKind.WaveInterim);
        await PublishAsync(ReportKind.WaveInterim);

        Assert.Equal("bao-cao-dot-1-2020.xlsx", (await ListAsync("select name from emulation.report_files order by position"))[0]);
        Assert.Equal(0, await ScalarAsync<long>("select count(*) from emulation.report_files where content_hash <> sha256(content)"));
        Assert.Equal(
            await ScalarAsync<long>("select count(*) from emulation.report_files"),
            await ScalarAsync<long>("select count(*) from emulation.audit_entries where kind = 'report-file-made'"));
        await Assert.ThrowsAsync<Npgsql.PostgresException>(() => ScalarAsync<long>("update emulation.report_files set name = 'x' returning report_id"));
        await Assert.ThrowsAsync<Npgsql.PostgresException>(() => ScalarAsync<long>("delete from emulation.report_files returning report_id"));
    }

    [Fact]
    public async Task Reissue_OfNothing_IsRefused() => await Assert.ThrowsAsync<InvalidOperationException>(
        () => room.Get<PublishReport>().ReissueAsync(ReportKind.WaveInterim, Wave1, "nhầm", Cancellation));

    private Task<ClosedWave> CloseAsync() => room.Get<CloseWave>().RunAsync(Wave1, "test", Cancellation);

    private Task<PublishedReport> PublishAsync(ReportKind kind) => room.Get<PublishReport>().RunAsync(kind, Wave1, Cancellation);

    private async Task<ReportModel> ModelAsync(long reportId) =>
        ReportModelJson.Read(await ScalarAsync<string>($"select model::text from emulation.reports where report_id = {reportId}"));

    private async Task<ReportModel> PublishedModelAsync()
    {
        await PublishAsync(ReportKind.WaveInterim);
        return (await room.Get<ReportStore>().FindAsync("dak-lak-2020", "wave-interim", room.Plan.Ids.Periods[Wave1], Cancellation))!.Model;
    }

    private Task<long> ReportAsync(Unit unit, decimal share, DateTimeOffset receivedAt) => room.Intake.AcceptAsync(
        unit.Code, FormKind.WaveReport, Wave1, receivedAt, WaveFigures.Of(room.Plan.Plan, unit, room.Plan.Plan.PeriodByCode(Wave1), share), Cancellation);

    /// <summary>Indicator → value as the workbook shows it.</summary>
    private static Dictionary<string, decimal> Printed(byte[] workbook)
    {
        using var reader = ExcelReaderFactory.CreateOpenXmlReader(new MemoryStream(workbook));
        while (reader.Name != "Chỉ tiêu")
        {
            reader.NextResult();
        }

        var values = new Dictionary<string, decimal>();
        while (reader.Read())
        {
            if (reader.FieldCount > 4 && reader.GetValue(0) is string code && reader.GetValue(4) is double value)
            {
                values[code] = (decimal)value;
            }
        }

        return values;
    }

    /// <summary>Counts and money of the newest accepted versions, summed by nothing but SQL.</summary>
    private async Task<Dictionary<string, decimal>> SumsAsync()
    {
        var counted = room.Plan.Plan.Indicators
            .Where(indicator => indicator.FromDuty is null && (indicator.Kind is IndicatorKind.Count or IndicatorKind.Money))
            .Select(indicator => indicator.Code.Value).ToArray();
        await using var command = room.Database.DataSource.CreateCommand(
            """
            select i.code, sum(f.value)
            from emulation.figures f
            join emulation.submission_versions v using (submission_id)
            join emulation.indicators i using (indicator_id)
            where v.is_current and i.code = any (@codes)
            group by i.code
            """);
        command.Parameters.AddWithValue("codes", counted);
        await using var reader = await command.ExecuteReaderAsync(Cancellation);
        var sums = new Dictionary<string, decimal>();
        while (await reader.ReadAsync(Cancellation))
        {
            sums[reader.GetString(0)] = reader.GetDecimal(1);
        }

        return sums;
    }

    private async Task<List<string>> ListAsync(string sql)
    {
        await using var command = room.Database.DataSource.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync(Cancellation);
        var values = new List<string>();
        while (await reader.ReadAsync(Cancellation))
        {
            values.Add(reader.GetString(0));
        }

        return values;
    }

    private async Task<T> ScalarAsync<T>(string sql)
    {
        await using var command = room.Database.DataSource.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync(Cancellation))!;
    }
}
