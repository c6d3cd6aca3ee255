using Emulation.Plan;
using Emulation.Reports.Documents;
using Emulation.Reports.Lineage;
using Emulation.Reports.Storage;

namespace Emulation.Reports.Tests.Closing;

/// <summary>What <see cref="LineageTests"/> proves of a wave, of a whole year: exemptions and adjusted targets, two waves closed, a corrigendum, the year's final report.</summary>
public sealed class YearLineageTests : IAsyncLifetime
{
    private const string Decisions = """
        units;subject;period;kind;value;reason;document;from;until;basis
        654;B06;2020-W1;adjusted;40;mưa lũ;CV 12/STP-VP;;2020-06-30;assumed
        654;B03;;exempt;;chia tách xã;QĐ 118/QĐ-STP;;2020-12-31;assumed
        643;MF;;exempt;;sáp nhập phòng;QĐ 119/QĐ-STP;;2020-04-20;assumed
        """;

    // A day, a yes, a year that is that of its waves in two parts, fewer is better.
    private const string ProvinceTargets = """
        indicator;units;2020-W1;2020-W2;2020;rule;tolerance;basis;note
        A04;district-office;250;255;;none;;assumed;
        A04;department-unit;100;105;;none;;assumed;
        B06;district-office;700;700;1400;;;assumed;
        B20;district-office;;;3;;;assumed;
        B22;district-office;2020-02-20;;;none;;assumed;
        C03;district-office;95;;;;;assumed;
        D01;*;;;95;;;assumed;
        T01;*;Có;;;;;assumed;

        """;

    private static readonly PeriodCode Wave1 = new("2020-W1");
    private static readonly PeriodCode Year = new("2020");
    private ResultsRoom room = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        room = await ResultsRoom.OpenAsync(Cancellation);
        await room.ApplyAsync(texts => new(texts) { ["exemptions.csv"] = Decisions, ["province-targets.csv"] = ProvinceTargets }, Cancellation);
        foreach (var (number, unit) in room.Plan.Plan.Units.Take(14).Index())
        {
            await ReportAsync(unit, Wave1, 0.6m + (0.03m * number), new DateTimeOffset(2020, 6, 25, 3, 0, 0, TimeSpan.Zero));
        }
    }

    public ValueTask DisposeAsync() => room.DisposeAsync();

    [Fact]
    public async Task EveryNumberOfCorrigendumAndYear_FollowsFromWhatItLeadsTo()
    {
        await room.Get<CloseWave>().RunAsync(Wave1, "test", Cancellation);
        var first = (await room.Get<PublishReport>().RunAsync(ReportKind.WaveInterim, Wave1, Cancellation)).ReportId;
        var corrigendum = await CorrigendumAsync();
        foreach (var (number, unit) in room.Plan.Plan.Units.Take(12).Index())
        {
            await ReportAsync(unit, new PeriodCode("2020-W2"), 1.1m - (0.04m * number), new DateTimeOffset(2020, 12, 5, 3, 0, 0, TimeSpan.Zero));
        }

        room.Clock.SetUtcNow(new DateTimeOffset(2021, 1, 15, 10, 0, 0, TimeSpan.Zero));
        await room.Get<CloseWave>().RunAsync(Year, "test", Cancellation);
        var year = (await room.Get<PublishReport>().RunAsync(ReportKind.Final, Year, Cancellation)).ReportId;

        foreach (var report in new[] { first, corrigendum, year })
        {
            var data = await room.Get<TraceReport>().ReadAsync(report, null, Cancellation);
            var places = await room.Get<LineageStore>().PlacesAsync(report, Cancellation);

            Assert.Equal(["document", "mail", "workbook"], places.Select(place => place.Face).Distinct().Order());
            Assert.InRange(new LineageProof(data).CheckPlaces(places), 300, int.MaxValue);
            Assert.Equal(report == corrigendum, places.Any(place => place.Origin.StartsWith("changes;", StringComparison.Ordinal) && place.Place.StartsWith("Đính chính", StringComparison.Ordinal)));
        }
    }

    /// <summary>An exemption and an adjusted target end in the plan; the indicator an exempt unit is not asked for counts nobody.</summary>
    [Fact]
    public async Task ValuesUnderADecision_EndInThePlan()
    {
        await room.Get<CloseWave>().RunAsync(Wave1, "test", Cancellation);
        var report = (await room.Get<PublishReport>().RunAsync(ReportKind.WaveInterim, Wave1, Cancellation)).ReportId;
        var trace = room.Get<TraceReport>();

        var adjusted = (await trace.RunAsync(report, "figures;654;B06;target", Cancellation)).Lineage;
        var exempt = new LineageOf(await trace.ReadAsync(report, null, Cancellation)).Value(ValueAddress.Parse("board;643;MF@2020-04;standing")!.Value);
        var judged = new List<LineageNode>();
        foreach (var verdict in new[] { "met", "short", "missing" })
        {
            judged.AddRange((await trace.RunAsync(report, $"indicators;;B03;units-{verdict}", Cancellation)).Lineage.From);
        }

        Assert.Equal((LineageStep.PlanLine, 40m), (adjusted.Step, adjusted.Value));
        Assert.Contains("exempt", exempt.Says, StringComparison.Ordinal);
        Assert.DoesNotContain(judged, node => node.Says.Contains(" 654 ", StringComparison.Ordinal));
        Assert.Contains(judged, node => node.Says.Contains(" 655 ", StringComparison.Ordinal));
    }

    /// <summary>Targets of the province lead to their lines: parts, a day and a yes of units, what a wave takes from the year.</summary>
    [Theory]
    [InlineData("A04", LineageStep.Sum, "A04 for district-office over 2020-W1: 250", "A04 for department-unit over 2020-W1: 100")]
    [InlineData("B20", LineageStep.PlanLine, "B20 for district-office over 2020: 3")]
    [InlineData("B22", LineageStep.Count, "B22 for district-office over 2020-W1: by 2020-02-20")]
    [InlineData("T01", LineageStep.Count, "T01 for * over 2020-W1: 1")]
    public async Task TargetOfTheProvince_EndsInItsLines(string indicator, LineageStep step, params string[] lines)
    {
        await room.Get<CloseWave>().RunAsync(Wave1, "test", Cancellation);
        var report = (await room.Get<PublishReport>().RunAsync(ReportKind.WaveInterim, Wave1, Cancellation)).ReportId;

        var target = (await room.Get<TraceReport>().RunAsync(report, $"indicators;;{indicator};target", Cancellation)).Lineage;

        Assert.Equal(step, target.Step);
        Assert.Equal(lines, target.Leaves().Select(leaf => leaf.Says.Split("): ")[1]).Distinct());
        Assert.All(target.Leaves(), leaf => Assert.StartsWith("province-targets.csv of plan dak-lak-2020 version 2 ", leaf.Says, StringComparison.Ordinal));
    }

    private async Task<long> CorrigendumAsync()
    {
        await ReportAsync(room.Plan.Plan.Units[0], Wave1, 0.4m, room.Clock.GetUtcNow());
        var request = await room.Get<ReopenWave>().AskAsync(Wave1, "Đơn vị báo cáo sai", "Chánh Văn phòng", Cancellation);
        await room.Get<ReopenWave>().ApproveAsync(Wave1, request, "Giám đốc", Cancellation);
        await room.Get<EnterAdjustment>().RunAsync(new AdjustmentEntry(room.Plan.Plan.Units[0].Code, Wave1, 2, "Sáng kiến cấp tỉnh", "QĐ 15", "văn phòng"), Cancellation);
        await room.Get<CloseWave>().RunAsync(Wave1, "test", Cancellation);
        return (await room.Get<PublishReport>().RunAsync(ReportKind.WaveInterim, Wave1, Cancellation)).ReportId;
    }

    private Task<long> ReportAsync(Unit unit, PeriodCode wave, decimal share, DateTimeOffset at) => room.Intake.AcceptAsync(
        unit.Code, FormKind.WaveReport, wave, at, WaveFigures.Of(room.Plan.Plan, unit, room.Plan.Plan.PeriodByCode(wave), share), Cancellation);
}
