using Emulation.Plan;
using Emulation.Reports.Documents.Model;
using Emulation.Reports.Scoring;
using Npgsql;

namespace Emulation.Reports.Tests.Closing;

public sealed class GiveOpinionTests
{
    private const string File = """
        # tự chấm
        rule;points;reason;evidence
        A02;3,50;Có 2 hồ sơ trễ do lỗi hệ thống;CV 12/STP
        A03;3;;
        """;

    private static readonly PeriodCode Wave1 = new("2020-W1");
    private static readonly UnitCode Unit = new("654");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Card_ThreeFigures_StandSideBySideWithTheirReasons()
    {
        await using var room = await RoomAsync();
        Assert.Empty(await room.Get<GiveOpinion>().SelfAsync(Unit, Wave1, "tu-cham.csv", File, "don-vi", Cancellation));
        Assert.Null(await room.Get<GiveOpinion>().DecideAsync(Unit, Wave1, "A02", 3.75m, "Theo biên bản 05/BB-HĐ", null, "thu-ky", Cancellation));

        var card = await ExplainAsync(room);

        Assert.Contains(
            "      tự chấm 3,50, chênh lệch −0,46: Có 2 hồ sơ trễ do lỗi hệ thống (minh chứng: CV 12/STP)\n      Hội đồng 3,75, chênh lệch −0,21: Theo biên bản 05/BB-HĐ\n",
            card, StringComparison.Ordinal);
        Assert.Matches(@"Cộng các tiêu chí \(chưa kể điểm thưởng, điểm trừ; tiêu chí nào không ghi thì lấy điểm hệ thống tính\): tự chấm [0-9,]+; hệ thống tính [0-9,]+; Hội đồng [0-9,]+\n", card);
    }

    [Fact]
    public async Task Report_OfThePeriod_PrintsTheThreeFiguresOfALine()
    {
        await using var room = await RoomAsync();
        await room.Get<GiveOpinion>().SelfAsync(Unit, Wave1, "tu-cham.csv", File, "don-vi", Cancellation);
        await room.Get<GiveOpinion>().DecideAsync(Unit, Wave1, "A02", 3.75m, "Theo biên bản 05/BB-HĐ", null, "thu-ky", Cancellation);
        var run = await room.Get<ComputeRun>().RunAsync(Wave1, RunKind.Provisional, Cancellation);

        var model = ReportModelBuilder.Build(new ReportInput
        {
            Kind = ReportKind.WaveInterim,
            Plan = room.Plan.Plan,
            Run = run.Result,
            RunHash = run.Hash,
            DataAsOf = run.DataAsOf,
            IsClosed = false,
            Edition = 1,
            Opinions = await room.Get<Storage.ScoreOpinionStore>().OfPeriodAsync(room.Plan, Wave1, Cancellation),
        });

        var line = model.ScoreCards.Single(card => card.UnitCode == "654" && card.Rule == "A02");
        Assert.Equal((3.50m, 3.75m, "đơn vị: Có 2 hồ sơ trễ do lỗi hệ thống; Hội đồng: Theo biên bản 05/BB-HĐ"), (line.SelfPoints, line.CouncilPoints, line.Remarks));
        Assert.All(model.ScoreCards.Where(card => card.UnitCode != "654"), card => Assert.Equal((null, null, null), (card.SelfPoints, card.CouncilPoints, card.Remarks)));
    }

    [Fact]
    public async Task Opinions_ChangeNothingComputed_AndBelongToOnePeriod()
    {
        await using var room = await RoomAsync();
        var before = await room.Get<ComputeRun>().RunAsync(Wave1, RunKind.Provisional, Cancellation);

        await room.Get<GiveOpinion>().SelfAsync(Unit, Wave1, "tu-cham.csv", File, "don-vi", Cancellation);

        var after = await room.Get<ComputeRun>().RunAsync(Wave1, RunKind.Provisional, Cancellation);
        Assert.True(after.WasReused);
        Assert.Equal(before.Hash, after.Hash);
        Assert.Empty(await room.Get<Storage.ScoreOpinionStore>().OfAsync(room.Plan, room.Plan.Plan.YearPeriod.Code, Unit, Cancellation));
    }

    [Fact]
    public async Task Opinion_Newer_CountsAndTheOlderStays()
    {
        await using var room = await RoomAsync();
        await room.Get<GiveOpinion>().DecideAsync(Unit, Wave1, "A02", 3, "lần đầu", null, "thu-ky", Cancellation);
        await room.Get<GiveOpinion>().DecideAsync(Unit, Wave1, "A02", 4, "xem lại", null, "thu-ky", Cancellation);

        var said = Assert.Single(await room.Get<Storage.ScoreOpinionStore>().OfAsync(room.Plan, Wave1, Unit, Cancellation));

        Assert.Equal((4m, "xem lại"), (said.Points, said.Reason));
        var change = await Assert.ThrowsAsync<PostgresException>(() => room.Database.OwnerDataSource.CreateCommand("update emulation.score_opinions set points = 0").ExecuteNonQueryAsync(Cancellation));
        Assert.Equal(PostgresErrorCodes.IntegrityConstraintViolation, change.SqlState);
    }

    [Theory]
    //          line                    what the fault names
    [InlineData("B99;1;;", "tu-cham.csv:2", "B99")]
    [InlineData("A02;4,01;;", "tu-cham.csv:2", "4,01")]
    [InlineData("A02;-1;;", "tu-cham.csv:2", "-1")]
    [InlineData("A02;nhiều;;", "tu-cham.csv:2", "nhiều")]
    [InlineData("A02;1;", "tu-cham.csv:2", "3")]
    public async Task SelfScores_WithAFault_AreRefusedWhole(string line, string place, string named)
    {
        await using var room = await RoomAsync();

        var faults = await room.Get<GiveOpinion>().SelfAsync(Unit, Wave1, "tu-cham.csv", $"rule;points;reason;evidence\n{line}\nA03;1;;\n", "don-vi", Cancellation);

        Assert.StartsWith(place, Assert.Single(faults), StringComparison.Ordinal);
        Assert.Contains(named, faults[0], StringComparison.Ordinal);
        Assert.Empty(await room.Get<Storage.ScoreOpinionStore>().OfAsync(room.Plan, Wave1, Unit, Cancellation));
    }

    [Fact]
    public async Task AfterTheClosing_UnitsAreSilent_AndTheCouncilMaySpeak()
    {
        await using var room = await RoomAsync();
        var closed = await room.Get<CloseWave>().RunAsync(Wave1, "test", Cancellation);

        Assert.StartsWith("Không nhận điểm tự chấm: đợt 1 năm 2020 đã chốt", Assert.Single(await room.Get<GiveOpinion>().SelfAsync(Unit, Wave1, "t.csv", File, "don-vi", Cancellation)), StringComparison.Ordinal);
        Assert.Null(await room.Get<GiveOpinion>().DecideAsync(Unit, Wave1, "A02", 4, "biên bản", null, "thu-ky", Cancellation));
        Assert.Equal("Điểm của tiêu chí A02 phải từ 0 đến 4,00.", await room.Get<GiveOpinion>().DecideAsync(Unit, Wave1, "A02", 5, "biên bản", null, "thu-ky", Cancellation));
        Assert.Equal("Phải ghi rõ lý do của Hội đồng.", await room.Get<GiveOpinion>().DecideAsync(Unit, Wave1, "A02", 4, " ", null, "thu-ky", Cancellation));
        Assert.Equal(closed.Hash, (await room.Get<RecomputeWave>().RunAsync(Wave1, Cancellation))!.ComputedHash);
    }

    // The council's line stands before the unit's; the test reads them one by one.

    private static async Task<ResultsRoom> RoomAsync()
    {
        var room = await ResultsRoom.OpenAsync(Cancellation);
        var unit = room.Plan.Plan.UnitByCode(Unit);
        await room.Intake.AcceptAsync(
            Unit, FormKind.WaveReport, Wave1, new DateTimeOffset(2020, 6, 25, 7, 5, 0, TimeSpan.Zero),
            WaveFigures.Of(room.Plan.Plan, unit, room.Plan.Plan.PeriodByCode(Wave1), 0.97m), Cancellation);
        return room;
    }

    private static async Task<string> ExplainAsync(ResultsRoom room)
    {
        await room.Get<ComputeRun>().RunAsync(Wave1, RunKind.Provisional, Cancellation);
        await using var output = new StringWriter { NewLine = "\n" };
        await room.Get<ScoreExplain>().WriteAsync(Unit, Wave1, output, Cancellation);
        return output.ToString();
    }
}
