using Emulation.Plan;
using Emulation.Plan.Files;
using Emulation.Reports.Reconciliation;
using Emulation.Reports.Reconciliation.Register;
using Emulation.Reports.Storage;
using Emulation.Reports.Tests.Closing;
using Emulation.Reports.Tests.Scoring;

namespace Emulation.Reports.Tests.Reconciliation.Register;

/// <summary>An office that states the province's total, on a real database: compared with the sum of the districts, and not added to it.</summary>
public sealed class StatedTotalsTests : IAsyncLifetime
{
    private static readonly PeriodCode Wave = new("2020-W1");
    private static readonly UnitCode Office = new("STP-PBGDPL");
    private static readonly IndicatorCode Gifts = new("E01");
    private static readonly DateTimeOffset June = new(2020, 6, 20, 2, 0, 0, TimeSpan.Zero);

    private ResultsRoom room = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private IReadOnlyList<Unit> Districts => [.. room.Plan.Plan.UnitsIn("district-office")];

    public async ValueTask InitializeAsync() => room = await ResultsRoom.OpenAsync(Cancellation);

    public ValueTask DisposeAsync() => room.DisposeAsync();

    // Why nothing is compared there: the only office that reports for others does so for everybody, and its own figures are its own.
    [Theory]
    [InlineData("dak-lak-2020")]
    [InlineData("dak-lak-2025")]
    public void StatedTotals_OfTheShippedPlans_AreNone(string name)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!Directory.Exists(Path.Combine(folder!.FullName, "plans")))
        {
            folder = folder.Parent;
        }

        var plan = PlanFolder.Load(Path.Combine(folder.FullName, "plans", name)).Plan!;

        Assert.Empty(UnitSums.StatedTotals(plan));
        Assert.Equal("*", Assert.Single(plan.Units, unit => unit.ReportsFor is not null).ReportsFor);
    }

    [Fact]
    public async Task Office_ThatReportsForTheDistricts_IsComparedWithTheirSumCellByCell()
    {
        await StateAsync(400);

        var entry = Assert.Single(await EntriesAsync());

        Assert.Equal((Office, 400m, 330m), (entry.Unit, entry.Stated, entry.Compared));
        Assert.Equal("PBGDPL: chỉ tiêu E01 (Kinh phí, hiện vật ủng hộ người nghèo (quy tiền)) kỳ đợt 1 năm 2020 ghi tổng số 400, nhưng cộng 15 đơn vị trực thuộc là 330.", entry.Sentence);
        var cells = (await room.Get<MismatchStore>().FindAsync(room.Plan, entry.Id, Cancellation))!.Cells;
        Assert.Equal((1, 15), (cells.Count(cell => !cell.IsCompared), cells.Count(cell => cell.IsCompared)));
    }

    [Fact]
    public async Task Office_WhoseTotalAgrees_LeavesNothingToSay()
    {
        await StateAsync(330);

        Assert.Empty(await EntriesAsync());
    }

    [Fact]
    public async Task Report_AddsTheDistrictsAndNotTheTotalBesideThem()
    {
        await StateAsync(400);
        await room.Get<PublishReport>().RunAsync(ReportKind.WaveInterim, Wave, Cancellation);

        // 25 units report E01; the office's figure is the total of 15 of them.
        var report = (await room.Get<ReportStore>().FindAsync(room.Plan.Plan.Code, ReportKind.WaveInterim.ToName(), room.Plan.Ids.Periods[Wave], Cancellation))!;
        var total = Assert.Single(report.Model.Indicators, total => total.Code == "E01");
        Assert.Equal((330m, 15, 24), (total.Value, total.ReportedUnits, total.ExpectedUnits));
        // The province's own target is for all of them; what the 24 were set stands beside it.
        Assert.Equal((240m, 234m), (total.Target, total.Province!.UnitsTarget));
        foreach (var (column, printed) in new[] { ("value", total.Value), ("target", total.Target), ("units-target", total.Province.UnitsTarget), ("reported-units", 15m), ("expected-units", 24m) })
        {
            Assert.Equal(printed, (await room.Get<TraceReport>().RunAsync(report.ReportId, $"indicators;;E01;{column}", Cancellation)).Lineage.Value);
        }
    }

    private async Task StateAsync(decimal total)
    {
        await room.ApplyAsync(
            texts => new Dictionary<string, string>(texts)
            {
                [PlanFiles.Units] = texts[PlanFiles.Units].Replace("pbgdpl@stp-daklak.example;;;;", "pbgdpl@stp-daklak.example;district-office;;;", StringComparison.Ordinal),
            },
            Cancellation);
        foreach (var (unit, index) in Districts.Select((unit, index) => (unit.Code, index)))
        {
            await FileAsync(unit, 15 + index);
        }

        await FileAsync(Office, total);
        room.Clock.Advance(TimeSpan.FromMinutes(1));
        await room.Get<ComputeRun>().RunAsync(Wave, Reports.Scoring.RunKind.Provisional, Cancellation);
    }

    private Task<long> FileAsync(UnitCode unit, decimal value) =>
        room.Intake.AcceptAsync(unit, FormKind.WaveReport, Wave, June, [new RawFigure(unit, Gifts, FormKind.WaveReport, Wave, 0, value)], Cancellation);

    private async Task<IReadOnlyList<RegisteredMismatch>> EntriesAsync() =>
        [.. (await room.Get<MismatchStore>().ListAsync(room.Plan, new MismatchFilter(Wave), Cancellation)).Where(entry => entry.Kind == MismatchKinds.UnitSum)];
}
