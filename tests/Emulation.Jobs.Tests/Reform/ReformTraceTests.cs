using System.Globalization;
using Emulation.Ingest;
using Emulation.Plan;
using Emulation.Plan.Storage;
using Emulation.Reports;
using Emulation.Reports.Documents.Document;
using Emulation.Reports.Documents.Model;
using Emulation.Reports.Lineage;
using Emulation.Reports.Storage;

namespace Emulation.Jobs.Tests.Reform;

/// <summary>Numbers of the year 2025 lead to the cells of whoever reported them: districts before 01/7, communes after it, also where a commune bears the name of its district.</summary>
public sealed class ReformTraceTests(ReformTraceTests.ReformYear year) : IClassFixture<ReformTraceTests.ReformYear>
{
    private static readonly PeriodCode Wave1 = new("2025-W1"), Wave2 = new("2025-W2"), July = new("2025-07"), Year = new("2025");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Sum_OfEachSideOfTheBreak_LeadsToTheCellsOfItsUnitsOnly()
    {
        Assert.Equal(["dot-1-huyen.csv:2 2025-W1 6", "dot-1-so.csv:2 2025-W1 4"], await CellsAsync(Wave1, "indicators;;D03;value"));
        Assert.Equal(["dot-2-so.csv:2 2025-W2 3", "dot-2-xa.csv:2 2025-W2 2"], await CellsAsync(Wave2, "indicators;;D03;value"));
        Assert.Equal(
            ["dot-1-huyen.csv:2 2025-W1 6", "dot-1-so.csv:2 2025-W1 4", "dot-2-so.csv:2 2025-W2 3", "dot-2-xa.csv:2 2025-W2 2"],
            await CellsAsync(Year, "indicators;;D03;value"));
    }

    // The district keeps what it reported, and the commune of its name begins with nothing of it.
    [Theory]
    [InlineData("654", "dot-1-huyen.csv:2 2025-W1 6")]
    [InlineData("645", "dot-1-so.csv:2 2025-W1 4")]
    [InlineData("24490", "dot-2-xa.csv:2 2025-W2 2")]
    [InlineData("24184", "dot-2-so.csv:2 2025-W2 3")]
    public async Task Figure_OfTheYear_LeadsToTheOneCellOfItsUnit(string unit, string cell)
    {
        Assert.Equal([cell], await CellsAsync(Year, $"figures;{unit};D03;value"));
        Assert.Equal([cell], await TraceAsync(unit, Year));
    }

    [Theory]
    [InlineData("24490", "2025-W1")]
    [InlineData("24184", "2025-W1")]
    [InlineData("654", "2025-W2")]
    [InlineData("654", "2025-07")]
    public async Task Trace_OfAUnitOutsideItsTime_FindsNothing(string unit, string period) => Assert.Empty(await TraceAsync(unit, new PeriodCode(period)));

    [Fact]
    public async Task Names_AreThoseOfTheLastDayOfThePeriod()
    {
        Assert.Equal("Krông Pắc", NameIn(await ModelAsync(Wave1), "654"));
        Assert.Equal("Krông Pắc", NameIn(year.JulyReport, "24490"));
        Assert.Equal("Krông Pắc Mới", NameIn(await ModelAsync(Wave2), "24490"));
        Assert.Equal(("Krông Pắc", "Krông Pắc Mới"), (NameIn(await ModelAsync(Year), "654"), NameIn(await ModelAsync(Year), "24490")));
    }

    [Fact]
    public async Task Comparison_AcrossTheBreak_IsMarked()
    {
        const string Broken = "Hai kỳ không so sánh được do sắp xếp đơn vị từ 01/07/2025.";
        var (first, second) = (await ModelAsync(Wave1), await ModelAsync(Wave2));

        Assert.DoesNotContain(first.Headlines, line => line.Contains("sắp xếp đơn vị", StringComparison.OrdinalIgnoreCase));
        Assert.Contains(second.Headlines, line => line.EndsWith(Broken, StringComparison.Ordinal));
        Assert.Contains(second.Headlines, line => line.StartsWith("Sắp xếp đơn vị từ 01/07/2025: 17 đơn vị kết thúc, ", StringComparison.Ordinal));
        Assert.Contains(year.JulyReport.Headlines, line => line.StartsWith("Sắp xếp đơn vị từ 01/07/2025: 17 đơn vị kết thúc, ", StringComparison.Ordinal));
        Assert.Equal([null, 10m, null], new[] { first, second, year.JulyReport }.Select(model => model.Indicators.Single(total => total.Code == "D03").Previous));
    }

    private async Task<ReportModel> ModelAsync(PeriodCode period) => (await year.Kit.Get<TraceReport>().ReadAsync(year.Reports[period], null, Cancellation)).Model;

    private static string NameIn(ReportModel model, string unit) => model.Results.Single(row => row.UnitCode == unit).Unit;

    /// <summary>The cells a printed number leads to, in order.</summary>
    private async Task<IReadOnlyList<string>> CellsAsync(PeriodCode period, string place)
    {
        var traced = await year.Kit.Get<TraceReport>().RunAsync(year.Reports[period], place, Cancellation);
        var cells = traced.Lineage.Leaves().Where(leaf => leaf.Step == LineageStep.Figure).Select(leaf => leaf.Figure!).ToList();
        Assert.Equal(traced.Text, cells.Sum(cell => cell.Value)!.Value.ToString(CultureInfo.InvariantCulture));
        return [.. cells.Select(Cell).Order(StringComparer.Ordinal)];
    }

    /// <summary>As the command <c>trace</c> finds them.</summary>
    private async Task<IReadOnlyList<string>> TraceAsync(string unit, PeriodCode period)
    {
        var stored = await year.Kit.Get<CurrentPlan>().GetAsync(Cancellation);
        var run = await year.Kit.Get<RunStore>().FindClosedAsync(stored, stored.Plan.PeriodByCode(period), Cancellation);
        return run is null ? [] : [.. (await year.Kit.Get<RunTrace>().OfResultAsync(
            run.RunId, stored, stored.Plan.PeriodByCode(period), new UnitCode(unit), new IndicatorCode("D03"), Cancellation)).Counted.Select(Cell)];
    }

    private static string Cell(TracedFigure figure) =>
        string.Create(CultureInfo.InvariantCulture, $"{figure.FileName}:{figure.Row} {figure.Period} {figure.Value:0.##}");

    /// <summary>The year played once for all tests, which only read it.</summary>
    public sealed class ReformYear : IAsyncLifetime
    {
        private const string OldKrongPac = "654-krong-pac", NewKrongPac = "24490-xa-krong-pac", Office = "stp-vp-van-phong";

        internal Dictionary<PeriodCode, long> Reports { get; } = [];

        internal ReformKit Kit { get; private set; } = null!;

        internal ReportModel JulyReport { get; private set; } = null!;

        /// <summary>From October on the commune bears another short name; the office reports for Ea H'Leo by its name, which a district and a commune have.</summary>
        public async ValueTask InitializeAsync()
        {
            Kit = await ReformKit.CreateAsync(Cancellation);
            Kit.GoTo(2025, 6, 18);
            await Kit.ApplyReformAsync(Cancellation, "24490;short-name;Krông Pắc Mới;2025-10-01;;assumed");
            await HandInAsync(2025, 6, 18, (OldKrongPac, "dot-1-huyen.csv", ["Krông Pắc;đợt 1;D03;6"]), (Office, "dot-1-so.csv", ["Ea H'Leo;đợt 1;D03;4"]));
            await HandInAsync(2025, 7, 2);
            await Kit.Get<RefreshTemplates>().RunAsync(TemplateScope.All, Cancellation);
            await CloseAsync(2025, 7, 10, ReportKind.WaveInterim, Wave1);
            await HandInAsync(2025, 7, 16, (NewKrongPac, "thang-7-xa.csv", ["Krông Pắc;tháng 7/2025;D03;1"]));
            Kit.GoTo(2025, 7, 31);
            JulyReport = (await Kit.Get<PreviewReport>().RunAsync(ReportKind.MonthlyProgress, July, DocumentMarking.Draft, Cancellation)).Report.Model;
            await HandInAsync(2025, 11, 20, (NewKrongPac, "dot-2-xa.csv", ["Krông Pắc Mới;đợt 2;D03;2"]), (Office, "dot-2-so.csv", ["Ea H'Leo;đợt 2;D03;3"]));
            await CloseAsync(2026, 1, 8, ReportKind.WaveInterim, Wave2);
            await CloseAsync(2026, 1, 12, ReportKind.Final, Year);
        }

        public ValueTask DisposeAsync() => Kit.DisposeAsync();

        private async Task HandInAsync(int year, int month, int day, params (string Folder, string Name, string[] Rows)[] files)
        {
            Kit.GoTo(year, month, day);
            foreach (var (folder, name, rows) in files)
            {
                Kit.Drop(folder, name, rows);
            }

            await Kit.SweepAsync(Cancellation);
        }

        private async Task CloseAsync(int year, int month, int day, ReportKind kind, PeriodCode period)
        {
            Kit.GoTo(year, month, day);
            await Kit.Get<CloseWave>().RunAsync(period, "Văn phòng Sở", Cancellation);
            Reports[period] = (await Kit.Get<PublishReport>().RunAsync(kind, period, Cancellation)).ReportId;
        }
    }
}
