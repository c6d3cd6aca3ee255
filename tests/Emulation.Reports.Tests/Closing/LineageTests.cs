using Emulation.Plan;
using Emulation.Plan.Files;
using Emulation.Reports.Documents;
using Emulation.Reports.Documents.Places;
using Emulation.Reports.Documents.Twin;
using Emulation.Reports.Lineage;
using Emulation.Reports.Scoring;
using Emulation.Reports.Tests.Documents;
using Emulation.Reports.Tests.Scoring;

namespace Emulation.Reports.Tests.Closing;

/// <summary>Every number of a closed wave's workbook leads to cells, plan lines, decisions or their absence, and follows from them.</summary>
public sealed class LineageTests : IAsyncLifetime
{
    private static readonly PeriodCode Wave1 = new("2020-W1");
    private ResultsRoom room = null!;
    private long reportId;
    private long monthReportId;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Wave reports in time and late, months instead of a report, a refused file, missing ones, bonus beyond the cap, penalty, opinions.</summary>
    public async ValueTask InitializeAsync()
    {
        room = await ResultsRoom.OpenAsync(Cancellation);
        var (plan, wave) = (room.Plan.Plan, room.Plan.Plan.PeriodByCode(Wave1));
        foreach (var (number, unit) in plan.Units.Take(17).Index())
        {
            var at = new DateTimeOffset(2020, number % 5 == 4 ? 7 : 6, number % 5 == 4 ? 2 : 25, 3, 0, 0, TimeSpan.Zero);
            await room.Intake.AcceptAsync(unit.Code, FormKind.WaveReport, Wave1, at, WaveFigures.Of(plan, unit, wave, 0.5m + (0.03m * number)), Cancellation);
        }

        foreach (var (unit, month) in plan.Units.Skip(15).Take(7).SelectMany(unit => plan.MonthsOf(wave).Select(month => (unit, month))))
        {
            var figures = WaveFigures.Of(plan, unit, wave, 0.1m * month.To.Month).Where(figure => figure.Date is null)
                .Select(figure => figure with { Form = FormKind.Figures, Period = month.Code, Estimated = month.To.Month == 6 && figure.Denominator is null ? figure.Value / 2 : null }).ToList();
            await room.Intake.AcceptAsync(unit.Code, FormKind.Figures, month.Code, new DateTimeOffset(2020, month.To.Month, 18, 3, 0, 0, TimeSpan.Zero), figures, Cancellation);
        }

        await room.Intake.RefuseAsync(plan.Units[^1].Code, FormKind.WaveReport, Wave1, new DateTimeOffset(2020, 6, 28, 3, 0, 0, TimeSpan.Zero), Cancellation);
        foreach (var (points, reason) in new[] { (8m, "Cờ thi đua"), (7m, "Sáng kiến"), (-1.5m, "Báo cáo sai") })
        {
            await room.Get<EnterAdjustment>().RunAsync(new AdjustmentEntry(plan.Units[2].Code, Wave1, points, reason, "QĐ 12", "văn phòng"), Cancellation);
        }

        await OpinionAsync(plan.Units[0].Code, plan.Scoring.Rules[0].Code);
        monthReportId = (await room.Get<PublishReport>().RunAsync(ReportKind.MonthlyProgress, new PeriodCode("2020-05"), Cancellation)).ReportId;
        await room.Get<CloseWave>().RunAsync(Wave1, "test", Cancellation);
        reportId = (await room.Get<PublishReport>().RunAsync(ReportKind.WaveInterim, Wave1, Cancellation)).ReportId;
    }

    public ValueTask DisposeAsync() => room.DisposeAsync();

    [Fact]
    public async Task EveryNumberOfTheWorkbook_FollowsFromWhatItLeadsTo()
    {
        var data = await room.Get<TraceReport>().ReadAsync(reportId, null, Cancellation);
        var (lineage, proof) = (new LineageOf(data), new LineageProof(data));
        var cells = await CellsAsync();
        var numbers = WorkbookNumbers.Of(await WorkbookAsync());

        var parts = new HashSet<string>();
        Assert.True(numbers.Count > 1000, $"{numbers.Count}");
        foreach (var (place, number) in numbers)
        {
            var node = lineage.Value(cells[place]);
            proof.Check(node);
            parts.Add(cells[place].Part);
            // Dates are said in words; all other numbers are the node's, rounded.
            Assert.True(node.Printed is null ? cells[place].Column is "due-on" or "received-on" or "date" or "target-date" : node.Printed == (decimal)number, $"{place} {cells[place]}: {node.Printed} for {number}");
        }

        Assert.Superset(new HashSet<string> { "results", "ranking", "indicators", "figures", "score-cards", "duties", "board", "trend" }, parts);
    }

    /// <summary>So do the sentences and tables of mail and document, of the wave's report and of the month's before it.</summary>
    [Fact]
    public async Task EveryNumberOfMailAndDocument_FollowsFromWhatItLeadsTo()
    {
        foreach (var report in new[] { monthReportId, reportId })
        {
            var data = await room.Get<TraceReport>().ReadAsync(report, null, Cancellation);
            var places = (await room.Get<Storage.LineageStore>().PlacesAsync(report, Cancellation)).Where(place => place.Face != PrintedPlace.Workbook).ToList();

            Assert.InRange(places.Count, 500, int.MaxValue);
            Assert.InRange(new LineageProof(data).CheckPlaces(places), 50, int.MaxValue);
        }
    }

    [Theory]
    [InlineData("II.1/1#2")]
    [InlineData("Tóm tắt/1#3")]
    [InlineData("phụ lục I.1!D3")]
    public async Task Trace_OfANumberInASentence_SaysWhatItIs(string place)
    {
        var traced = await room.Get<TraceReport>().RunAsync(reportId, place, Cancellation);
        var found = await room.Get<TraceReport>().FindAsync(reportId, traced.Text, Cancellation);

        Assert.Equal(traced.Text, VietnameseFormat.Number(traced.Lineage.Printed!.Value));
        Assert.Contains(found, one => string.Equals(one.Place, place, StringComparison.OrdinalIgnoreCase) && one.Origin == traced.Origin.ToString());
        Assert.All(found, one => Assert.Equal(traced.Text, one.Text.TrimEnd('%')));
    }

    /// <summary>Of reports made before sentences were noted, cells still lead on.</summary>
    [Fact]
    public async Task Trace_OfAReportOfEarlierTimes_KnowsItsCells()
    {
        await using var command = room.Database.OwnerDataSource.CreateCommand($"""
            alter table emulation.report_places disable trigger report_places_stay;
            delete from emulation.report_places where report_id = {monthReportId};
            insert into emulation.report_cells values ({monthReportId}, 'Xếp hạng', 'D7', 'ranking;{room.Plan.Plan.Units[0].Code};{room.Plan.Plan.Units[0].Block};points');
            """);
        await command.ExecuteNonQueryAsync(Cancellation);

        var traced = await room.Get<TraceReport>().RunAsync(monthReportId, "'Xếp hạng'!$D$7", Cancellation);

        Assert.Equal(traced.Text, VietnameseFormat.Points(traced.Lineage.Printed!.Value));
        Assert.Single(await room.Get<TraceReport>().FindAsync(monthReportId, traced.Text, Cancellation));
    }

    /// <summary>What the other faces print beyond the workbook: each address of the twin has a lineage that ends where it must.</summary>
    [Fact]
    public async Task EveryAddressOfTheTwin_LeadsSomewhere()
    {
        var data = await room.Get<TraceReport>().ReadAsync(reportId, null, Cancellation);
        var (lineage, proof) = (new LineageOf(data), new LineageProof(data));
        var leaves = new HashSet<LineageStep>();
        foreach (var row in TwinRows.Of(data.Model))
        {
            var node = lineage.Value(new ValueAddress(row.Part, row.Unit, row.Code, row.Column));
            proof.Check(node);
            leaves.UnionWith(node.Leaves().Select(leaf => leaf.Step));
        }

        Assert.Superset(
            new HashSet<LineageStep> { LineageStep.Figure, LineageStep.Receipt, LineageStep.Absence, LineageStep.PlanLine, LineageStep.Decision }, leaves);
    }

    [Fact]
    public async Task Trace_OfACell_ReadsOnlyWhatItNeedsAndSaysTheSame()
    {
        var cells = await CellsAsync();
        var unit = room.Plan.Plan.Units[2].Code;
        var place = cells.Single(cell => cell.Value == new ValueAddress("results", unit.Value, "", "points") && cell.Key.Sheet != "Bảng điểm").Key;

        var traced = await room.Get<TraceReport>().RunAsync(reportId, $"'{place.Sheet}'!${place.Cell}", Cancellation);

        Assert.Equal(traced.Text, VietnameseFormat.Points(traced.Lineage.Printed!.Value));
        Assert.Equal(unit.Value, traced.Origin.Of[0].Unit);
        Assert.Equal(
            Leaves(new LineageOf(await room.Get<TraceReport>().ReadAsync(reportId, null, Cancellation)).Number(traced.Origin)), Leaves(traced.Lineage));
        Assert.Contains(traced.Lineage.Leaves(), leaf => leaf.Step == LineageStep.Decision && leaf.Says.EndsWith("Cờ thi đua (QĐ 12)", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Xếp hạng!A1")]
    [InlineData("D7")]
    [InlineData("II.1/1#99")]
    [InlineData("results;654;;no-such-column")]
    [InlineData("no-such-part;;;points")]
    public async Task Trace_OfWhatIsNotPrinted_SaysSo(string place) =>
        await Assert.ThrowsAsync<ArgumentException>(() => room.Get<TraceReport>().RunAsync(reportId, place, Cancellation));

    /// <summary>The province's own target leads to its line in the plan, what was achieved against it to cells and that line; what the units were set stands beside it.</summary>
    [Fact]
    public async Task Trace_OfTheProvincesTarget_LeadsToItsLine()
    {
        var trace = room.Get<TraceReport>();

        var target = await trace.RunAsync(reportId, "indicators;;B06;target", Cancellation);
        var achieved = (await trace.RunAsync(reportId, "indicators;;B06;achieved-percent", Cancellation)).Lineage;
        var ofUnits = (await trace.RunAsync(reportId, "indicators;;B06;units-target", Cancellation)).Lineage;
        var month = (await trace.RunAsync(monthReportId, "indicators;;B06;target", Cancellation)).Lineage;

        Assert.Equal(("700", LineageStep.PlanLine), (target.Text, target.Lineage.Step));
        Assert.Matches(@"^province-targets\.csv of plan dak-lak-2020 version 1 \(sha256 [0-9a-f]{12}\): B06 for district-office over 2020-W1: 700$", target.Lineage.Says);
        Assert.Equal((target.Lineage.Says, 700m), (month.Says, month.Value));
        Assert.Equal((LineageStep.Percent, target.Lineage.Says), (achieved.Step, achieved.From[1].Says));
        Assert.Contains(achieved.From[0].Leaves(), leaf => leaf.Step == LineageStep.Figure);
        Assert.Equal((LineageStep.Sum, 736m), (ofUnits.Step, ofUnits.Value));
        Assert.All(ofUnits.From, line => Assert.StartsWith("targets.csv", line.Says, StringComparison.Ordinal));
    }

    private static List<string> Leaves(LineageNode node) => [.. node.Leaves().Select(leaf => leaf.Says)];

    private async Task OpinionAsync(UnitCode unit, string rule)
    {
        var opinions = room.Get<Storage.ScoreOpinionStore>();
        foreach (var (kind, points) in new[] { (OpinionKind.Self, 1.25m), (OpinionKind.Council, 0.75m) })
        {
            await opinions.AddAsync(room.Plan, Wave1, unit, kind, [new SelfScore(rule, points, "Theo hồ sơ", null)], null, "Hội đồng", room.Clock.GetUtcNow(), Cancellation);
        }
    }

    private async Task<Dictionary<(string Sheet, string Cell), ValueAddress>> CellsAsync() =>
        (await room.Get<Storage.LineageStore>().PlacesAsync(reportId, Cancellation)).Where(place => place.Face == PrintedPlace.Workbook)
            .ToDictionary(place => (place.Place.Split('!')[0], place.Place.Split('!')[1]), place => ValueAddress.Parse(place.Origin)!.Value);

    private async Task<byte[]> WorkbookAsync()
    {
        await using var command = room.Database.DataSource.CreateCommand($"select content from emulation.report_files where report_id = {reportId} and name like '%.xlsx'");
        return (byte[])(await command.ExecuteScalarAsync(Cancellation))!;
    }
}
