using Emulation.Ingest.Validation;
using Emulation.Plan;
using Emulation.Plan.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Emulation.Ingest.Tests.Intake;

/// <summary>A plan that is amended in its year, through the whole intake: April keeps the version that held when it ended, on 14/04; May is asked by the new one.</summary>
public sealed class PlanVersionUseCaseTests : IAsyncLifetime
{
    private const string Header = "Mã đơn vị;Kỳ báo cáo;Mã chỉ tiêu;Thực hiện\r\n";
    private const string April = Header + "654;2020-04;B09;10\r\n654;2020-04;B10;12\r\n";
    private const string May = Header + "654;2020-05;B09;10\r\n654;2020-05;B10;12\r\n";
    private const string Label = "Kế hoạch áp dụng: ";

    private IntakeKit kit = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        kit = await IntakeKit.CreateAsync(Cancellation, SubmissionReader.Read, ("Intake:TemplateDaysAhead", "15"), ("Intake:TemplateDaysKept", "30"));
        await kit.AmendAsync("2020-04-20", DropTheRelation, Cancellation);
    }

    public ValueTask DisposeAsync() => kit.DisposeAsync();

    [Fact]
    public async Task LateFile_IsReadByTheVersionOfItsPeriod_AndTheReceiptNamesIt()
    {
        await SweepAsync(new DateOnly(2020, 5, 1), "thang-4.csv", April);
        await SweepAsync(new DateOnly(2020, 5, 1), "thang-4-sua.csv", April.Replace(";12", ";9", StringComparison.Ordinal));
        await SweepAsync(new DateOnly(2020, 5, 16), "thang-5.csv", May);

        Assert.Equal(["thang-4.csv|rejected|E-CHECK", "thang-4-sua.csv|accepted|", "thang-5.csv|accepted|"], await kit.StatesAsync(Cancellation));
        var receipts = await kit.RowsAsync("select body_text from emulation.receipts order by submission_id", Cancellation);
        Assert.All(receipts[..2], receipt => Assert.Contains(
            Label + "phiên bản 1, có hiệu lực từ 01/01/2020 (Quyết định số 94/QĐ-BTP ngày 17/01/2020", receipt, StringComparison.Ordinal));
        Assert.DoesNotContain(Label, receipts[2], StringComparison.Ordinal);
        Assert.Empty(await kit.FaultsAsync(Cancellation));
    }

    /// <summary>In the shelf of a unit lies of each period what it will be read by; both come back without a remark on the template.</summary>
    [Fact]
    public async Task Templates_AreOfTheVersionOfTheirPeriod()
    {
        kit.Clock.SetUtcNow(new DateTimeOffset(2020, 5, 1, 2, 0, 0, TimeSpan.Zero));
        await kit.AmendAsync("2020-04-25", files => files["indicators.csv"] = files["indicators.csv"].Replace(";triệu đồng;money;", ";nghìn đồng;money;", StringComparison.Ordinal), Cancellation);
        await kit.Host.GetRequiredService<RefreshTemplates>().RunAsync(TemplateScope.All, Cancellation);

        Assert.Equal("triệu đồng", MeasureIn("so-lieu-2020-04.xlsx"));
        Assert.Equal("nghìn đồng", MeasureIn("so-lieu-2020-05.xlsx"));
        kit.Drop("thang-4.xlsx", await File.ReadAllBytesAsync(PathOf("so-lieu-2020-04.xlsx"), Cancellation));
        await kit.SweepAsync(Cancellation);
        kit.Clock.SetUtcNow(new DateTimeOffset(2020, 5, 16, 2, 0, 0, TimeSpan.Zero));
        kit.Drop("thang-5.xlsx", await File.ReadAllBytesAsync(PathOf("so-lieu-2020-05.xlsx"), Cancellation));
        await kit.SweepAsync(Cancellation);
        // Nothing is filled in: that alone is wrong with them.
        Assert.Equal(["thang-4.xlsx|rejected|E-NOFIGURES", "thang-5.xlsx|rejected|E-NOFIGURES"], await kit.StatesAsync(Cancellation));
    }

    /// <summary>Reading and computing take a period's version from two statements; they must never differ.</summary>
    [Fact]
    public async Task Versions_OfAllPeriods_AreThoseTheyAreComputedBy()
    {
        await kit.AmendAsync("2019-12-01", files => files["plan.yaml"] += "\n# như cũ\n", Cancellation);
        await kit.AmendAsync("2020-06-02", files => files["plan.yaml"] += "\n# sửa\n", Cancellation);
        var plans = kit.Host.GetRequiredService<CurrentPlan>();
        var seen = new HashSet<long>();
        foreach (var month in Enumerable.Range(4, 9))
        {
            kit.Clock.SetUtcNow(new DateTimeOffset(2020, month, 25, 2, 0, 0, TimeSpan.Zero));
            var versions = await plans.VersionsAsync(Cancellation);
            foreach (var period in versions.Today.Plan.Periods)
            {
                var then = versions.For(period.Code).VersionId;
                Assert.Equal((period.Code, (await plans.ForAsync(period.Code, Cancellation)).VersionId), (period.Code, then));
                seen.Add(then);
            }

            Assert.Same(versions.Today, (await plans.VersionsAsync(Cancellation)).Today);
        }

        Assert.True(seen.Count > 1, "All periods went by one version: nothing was tried.");
    }

    private async Task SweepAsync(DateOnly day, string name, string content)
    {
        kit.Clock.SetUtcNow(new[] { new DateTimeOffset(day, new TimeOnly(2, 0), TimeSpan.Zero), kit.Clock.GetUtcNow().AddMinutes(1) }.Max());
        kit.Drop(name, content);
        await kit.SweepAsync(Cancellation);
    }

    private string PathOf(string template) => kit.PathOf(Path.Combine(IntakeKit.Folder, "bieu-mau", template));

    private string MeasureIn(string template)
    {
        using var package = new OfficeOpenXml.ExcelPackage(new FileInfo(PathOf(template)));
        var sheet = package.Workbook.Worksheets[0];
        return sheet.Cells[sheet.Dimension.Address].Select(cell => cell.Text).First(text => text is "triệu đồng" or "nghìn đồng");
    }

    private static void DropTheRelation(Dictionary<string, string> files)
    {
        Assert.Contains(";district-office;<=B09;", files["indicators.csv"], StringComparison.Ordinal);
        files["indicators.csv"] = files["indicators.csv"].Replace(";district-office;<=B09;", ";district-office;;", StringComparison.Ordinal);
    }
}
