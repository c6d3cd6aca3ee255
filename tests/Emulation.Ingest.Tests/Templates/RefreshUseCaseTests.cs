using System.Globalization;
using System.Text;
using Emulation.Ingest.Intake;
using Emulation.Ingest.Templates;
using Emulation.Ingest.Validation;
using Emulation.Plan;
using Emulation.Plan.Files;
using Emulation.Plan.Storage;
using Microsoft.Extensions.DependencyInjection;
using OfficeOpenXml;

namespace Emulation.Ingest.Tests.Templates;

/// <summary>Templates in a real share: laid out, renewed, cleared away; and never at the cost of an officer's work.</summary>
public sealed class RefreshUseCaseTests : IAsyncLifetime
{
    private const string Folder = IntakeKit.Folder + "/bieu-mau";
    private const string March = Folder + "/so-lieu-2020-03.xlsx";
    private const string April = Folder + "/so-lieu-2020-04.xlsx";

    private IntakeKit kit = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private RefreshTemplates Refresh => kit.Host.GetRequiredService<RefreshTemplates>();

    // 10/04/2020: figures of March were taken until 07/04 and are kept on, those of April open on 15/04.
    public async ValueTask InitializeAsync() =>
        kit = await IntakeKit.CreateAsync(Cancellation, SubmissionReader.Read, ("Intake:TemplateDaysAhead", "10"), ("Intake:TemplateDaysKept", "10"));

    public ValueTask DisposeAsync() => kit.DisposeAsync();

    [Fact]
    public async Task Run_FirstTime_LaysOutWhatIsOpenOrNear()
    {
        var done = await RunAsync();

        Assert.Equal(["dang-ky-thi-dua-2020.xlsx", "so-lieu-2020-03.xlsx", "so-lieu-2020-04.xlsx"], Workbooks());
        Assert.Equal(3, Directory.GetFiles(kit.PathOf(Folder), "*.csv").Length);
        // 24 other units of the plan; those inside the department have the initiatives too.
        Assert.Equal((25 * 6) + (10 * 2), done.Written);
        Assert.Equal(new RefreshedTemplates(0, 0, []).Written, (await RunAsync()).Written);
    }

    [Fact]
    public async Task Run_AfterTheLock_RemovesUntouchedOnesAndKeepsTheOfficers()
    {
        await RunAsync();
        FillIn(kit.PathOf(March));
        kit.Clock.Advance(TimeSpan.FromDays(14));

        var done = await RunAsync();

        Assert.Equal(["so-lieu-2020-03.xlsx", "so-lieu-2020-04.xlsx"], Workbooks());
        Assert.True(done.Removed > 0);
        Assert.Equal(20d, ValueIn(kit.PathOf(March)));
    }

    [Fact]
    public async Task Run_AfterThePlansLastDuty_LeavesTheLastTemplates()
    {
        kit.Clock.SetUtcNow(new DateTimeOffset(2020, 12, 20, 2, 0, 0, TimeSpan.Zero));
        await RunAsync();
        var last = Workbooks();
        kit.Clock.Advance(TimeSpan.FromDays(400));

        Assert.Equal(0, (await RunAsync()).Removed);
        Assert.Equal(last, Workbooks());
    }

    [Fact]
    public async Task Run_NewPlanThatChangesTheForm_LeavesTheOfficersFileAndLaysTheNewBeside()
    {
        await RunAsync();
        FillIn(kit.PathOf(April));
        var before = await File.ReadAllBytesAsync(kit.PathOf(April), Cancellation);
        await ApplyAsync(files => files["indicators.csv"] = files["indicators.csv"].Replace(";triệu đồng;money;", ";nghìn đồng;money;", StringComparison.Ordinal));

        var done = await RunAsync();

        var second = Workbooks().Single(name => name.StartsWith("so-lieu-2020-04-", StringComparison.Ordinal));
        Assert.Equal([April], done.Left);
        Assert.Equal(before, await File.ReadAllBytesAsync(kit.PathOf(April), Cancellation));
        Assert.Contains("nghìn đồng", TextsOf(kit.PathOf($"{Folder}/{second}")));
        Assert.Contains("nghìn đồng", TextsOf(kit.PathOf($"{Folder}/so-lieu-2020-03.xlsx")));
        Assert.Equal(0, (await RunAsync()).Written);
        // The officer's file is refused with the reason, the new template is named.
        kit.Drop("bao-cao.xlsx", before);
        kit.Clock.Advance(TimeSpan.FromDays(6));
        await kit.SweepAsync(Cancellation);
        Assert.Equal(["bao-cao.xlsx|rejected|E-VERSION"], await kit.StatesAsync(Cancellation));
    }

    [Fact]
    public async Task Run_NewPlanThatChangesTargetsOnly_RenewsUntouchedOnesAndLeavesTheOfficers()
    {
        await RunAsync();
        FillIn(kit.PathOf(March));
        await ApplyAsync(files => files["targets.csv"] = files["targets.csv"].Replace("A02;district-office;98;98;98", "A02;district-office;97;97;97", StringComparison.Ordinal));

        var done = await RunAsync();

        Assert.Equal([March], done.Left);
        Assert.DoesNotContain(Workbooks(), name => name.StartsWith("so-lieu-2020-03-", StringComparison.Ordinal));
        Assert.Equal(97d, TargetIn(kit.PathOf($"{Folder}/so-lieu-2020-04.xlsx")));
        Assert.Equal((0, 0), ((await RunAsync()).Written, (await RunAsync()).Left.Count));
    }

    [Fact]
    public async Task Run_AfterAnAcceptedReport_ShowsItsFiguresBesideTheNextCells()
    {
        await RunAsync();
        FillIn(kit.PathOf(April));
        kit.Clock.Advance(TimeSpan.FromDays(6));
        File.Copy(kit.PathOf(April), kit.PathOf(IntakeKit.Folder + "/nop/thang 4.xlsx"));
        await kit.SweepAsync(Cancellation);
        Assert.Equal(["thang 4.xlsx|accepted|"], await kit.StatesAsync(Cancellation));
        kit.Clock.Advance(TimeSpan.FromDays(24));

        await RunAsync();

        var may = kit.PathOf($"{Folder}/so-lieu-2020-05.xlsx");
        Assert.Contains("Kỳ trước: tháng 4/2020", TextsOf(may));
        using var package = new ExcelPackage(new FileInfo(may));
        Assert.Equal(20d, package.Workbook.Worksheets[0].Cells[RowOf(package.Workbook.Worksheets[0], "A01"), 6].Value);
        // Another unit reported nothing.
        Assert.DoesNotContain(TextsOf(kit.PathOf("643-buon-ma-thuot/bieu-mau/so-lieu-2020-05.xlsx")), text => text.StartsWith("Kỳ trước:", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("~$so-lieu-2020-04.xlsx")]
    [InlineData(".~lock.so-lieu-2020-04.xlsx#")]
    public async Task Run_WhileTheFileIsOpen_WaitsUntilItIsClosed(string lockFile)
    {
        await RunAsync();
        await File.WriteAllTextAsync(kit.PathOf($"{Folder}/{lockFile}"), "x", Cancellation);
        await ApplyAsync(files => files["targets.csv"] = files["targets.csv"].Replace("A02;district-office;98;98;98", "A02;district-office;97;97;97", StringComparison.Ordinal));

        Assert.Equal([$"{Folder}/so-lieu-2020-04.xlsx"], (await RunAsync()).Left);
        Assert.Equal(98d, TargetIn(kit.PathOf($"{Folder}/so-lieu-2020-04.xlsx")));

        File.Delete(kit.PathOf($"{Folder}/{lockFile}"));
        Assert.Equal(1, (await RunAsync()).Written);
        Assert.Equal(97d, TargetIn(kit.PathOf($"{Folder}/so-lieu-2020-04.xlsx")));
    }

    [Fact]
    public async Task Run_WhoseMemoryWasLost_KnowsItsOwnFilesAgain()
    {
        await RunAsync();
        await using (var command = kit.Database.OwnerDataSource.CreateCommand("delete from emulation.templates"))
        {
            await command.ExecuteNonQueryAsync(Cancellation);
        }

        var done = await RunAsync();

        Assert.Equal((0, 0), (done.Written, done.Left.Count));
        Assert.Equal(["170"], await kit.RowsAsync("select count(*) from emulation.templates", Cancellation));
    }

    [Fact]
    public async Task Run_FileTakenAwayByTheOfficer_LaysItOutAnew()
    {
        await RunAsync();
        File.Move(kit.PathOf(March), kit.PathOf(IntakeKit.Folder + "/nop/so-lieu-2020-03.xlsx"));

        Assert.Equal(1, (await RunAsync()).Written);
        Assert.True(File.Exists(kit.PathOf(March)));
    }

    [Fact]
    public async Task Run_FolderInTheWay_StopsNoOtherUnit()
    {
        Directory.Delete(kit.PathOf(Folder), recursive: true);
        await File.WriteAllTextAsync(kit.PathOf(Folder), "", Cancellation);

        var done = await RunAsync();

        Assert.Equal((24 * 6) + (10 * 2), done.Written);
    }

    [Fact]
    public async Task Run_OfOneUnitAndAPastPeriod_LaysOutThatAndTouchesNothingElse()
    {
        await RunAsync();

        var done = await Refresh.RunAsync(new TemplateScope(new UnitCode("654"), new PeriodCode("2020-W2")), Cancellation);

        Assert.Equal((2, 0), (done.Written, done.Removed));
        Assert.Contains("bao-cao-dot-2-2020.xlsx", Workbooks());
        Assert.Contains("so-lieu-2020-04.xlsx", Workbooks());
    }

    [Theory]
    [InlineData("999", null, "The plan dak-lak-2020 has no unit '999'.")]
    [InlineData(null, "2019-03", "The plan dak-lak-2020 has no period '2019-03'.")]
    public async Task Run_OfNobodyOrNever_SaysSo(string? unit, string? period, string message)
    {
        var scope = new TemplateScope(unit is null ? null : new UnitCode(unit), period is null ? null : new PeriodCode(period));

        var fault = await Assert.ThrowsAsync<ArgumentException>(() => Refresh.RunAsync(scope, Cancellation));

        Assert.Equal(message, fault.Message);
    }

    [Fact]
    public async Task Run_ShareAway_IsAnOutageNotAnEmptyShare()
    {
        File.Delete(kit.PathOf(ShareRoot.Marker));

        await Assert.ThrowsAsync<ShareUnavailableException>(RunAsync);
    }

    private Task<RefreshedTemplates> RunAsync() => Refresh.RunAsync(TemplateScope.All, Cancellation);

    private string[] Workbooks() => [.. Directory.GetFiles(kit.PathOf(Folder), "*.xlsx").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    private async Task ApplyAsync(Action<Dictionary<string, string>> change)
    {
        var files = new Dictionary<string, string>(PlanFolder.Content(IntakeKit.FindUp("plans/dak-lak-2020")).Files);
        change(files);
        await kit.Host.GetRequiredService<PlanStore>().ApplyAsync(PlanContent.Of(files), "test", Cancellation);
    }

    private static void FillIn(string path)
    {
        using var package = new ExcelPackage(new FileInfo(path));
        var sheet = package.Workbook.Worksheets[0];
        sheet.Cells[RowOf(sheet, "A01"), 7].Value = 20;
        package.Save();
    }

    private static double ValueIn(string path)
    {
        using var package = new ExcelPackage(new FileInfo(path));
        var sheet = package.Workbook.Worksheets[0];
        return Convert.ToDouble(sheet.Cells[RowOf(sheet, "A01"), 7].Value, CultureInfo.InvariantCulture);
    }

    private static double TargetIn(string path)
    {
        using var package = new ExcelPackage(new FileInfo(path));
        var sheet = package.Workbook.Worksheets[0];
        return Convert.ToDouble(sheet.Cells[RowOf(sheet, "A02"), 5].Value, CultureInfo.InvariantCulture);
    }

    private static int RowOf(ExcelWorksheet sheet, string code) =>
        Enumerable.Range(1, sheet.Dimension.End.Row).Single(row => sheet.Cells[row, 2].Value as string == code);

    private static List<string> TextsOf(string path)
    {
        using var package = new ExcelPackage(new FileInfo(path));
        return [.. package.Workbook.Worksheets[0].Cells.Select(cell => cell.Value).OfType<string>()];
    }
}
