using Emulation.Ingest.Validation;

namespace Emulation.Ingest.Tests.Answers;

/// <summary>The folder for trials: verdict and marked copy come as they would, and nothing is handed in.</summary>
public sealed class TrialUseCaseTests
{
    private const string Check = IntakeKit.Folder + "/kiem-tra";
    private const string Header = "Mã đơn vị;Kỳ báo cáo;Mã chỉ tiêu;Tên chỉ tiêu;Đơn vị tính;Thực hiện;Tử số;Mẫu số;Ước thực hiện;Ghi chú\n";
    private const string Good = Header + "654;2020-04;B01;;văn bản;12;;;;\n654;2020-04;B03;;văn bản;KPS;;;;\n";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Trial_GoodAndBad_IsAnsweredAndNothingOfItCounts()
    {
        await using var kit = await KitAsync();
        kit.Drop("thu.csv", Good, Check);
        kit.Drop("thu 2.csv", Good.Replace("12;", "12O;", StringComparison.Ordinal), Check);
        await kit.SweepAsync(Cancellation);

        Assert.Equal(["thu.csv|checked|", "thu 2.csv|checked|E-NUMBER"], (await kit.StatesAsync(Cancellation)).OrderByDescending(line => line, StringComparer.Ordinal));
        Assert.Equal(["0|0"], await kit.RowsAsync("select (select count(*) from emulation.submission_versions), (select count(*) from emulation.figures)", Cancellation));
        Assert.Empty(Directory.GetFiles(kit.PathOf(Check)));
        Assert.Equal(2, Directory.GetFiles(kit.PathOf(IntakeKit.Folder + "/da-kiem-tra")).Length);
        Assert.Empty(Directory.GetFiles(kit.PathOf(IntakeKit.Folder + "/da-nhan")));
        Assert.Equal(
            ["thu 2.csv.KIEM-TRA-THU-CAN-SUA", "thu.csv.KIEM-TRA-THU-DAT"],
            Directory.GetFiles(kit.PathOf(IntakeKit.Folder + "/ket-qua"), "*.html").Select(path => Path.GetFileName(path)[..^".1.html".Length]).Order(StringComparer.Ordinal));
        Assert.Single(Directory.GetFiles(kit.PathOf(IntakeKit.Folder + "/ket-qua"), "*.xlsx"));
        var text = (await kit.RowsAsync("select body_text from emulation.receipts join emulation.submissions using (submission_id) where verdict_code is null", Cancellation))[0];
        Assert.Contains("KIỂM TRA THỬ – CHƯA NỘP: ĐẠT", text, StringComparison.Ordinal);
        Assert.Contains("chỉ tiêu có số liệu, nếu nộp tệp này", text, StringComparison.Ordinal);
        Assert.Contains("da-kiem-tra", text, StringComparison.Ordinal);
        Assert.Empty(await kit.FaultsAsync(Cancellation));
    }

    [Fact]
    public async Task Trial_ThenHandedIn_IsNoDuplicate()
    {
        await using var kit = await KitAsync();
        kit.Drop("thu.csv", Good, Check);
        await kit.SweepAsync(Cancellation);
        kit.Drop("nop.csv", Good);
        await kit.SweepAsync(Cancellation);

        Assert.Equal(["thu.csv|checked|", "nop.csv|accepted|"], await kit.StatesAsync(Cancellation));
        Assert.Empty(await kit.FaultsAsync(Cancellation));
    }

    [Fact]
    public async Task Trial_OfAChange_ShowsWhatWouldDifferAndLeavesWhatCounts()
    {
        await using var kit = await KitAsync();
        kit.Drop("nop.csv", Good);
        await kit.SweepAsync(Cancellation);
        kit.Drop("thu.csv", Good.Replace(";12;", ";13;", StringComparison.Ordinal), Check);
        await kit.SweepAsync(Cancellation);

        var text = (await kit.RowsAsync("select body_text from emulation.receipts order by submission_id desc", Cancellation))[0];
        Assert.Contains("B01", text, StringComparison.Ordinal);
        Assert.Contains("12 → 13", text, StringComparison.Ordinal);
        Assert.Equal(["12"], await kit.RowsAsync("select value from emulation.figures where value is not null", Cancellation));
        Assert.Equal(["1|True"], await kit.RowsAsync("select version_number, is_current from emulation.submission_versions", Cancellation));
    }

    [Fact]
    public async Task Trial_OfAFolder_IsAnsweredUnopened()
    {
        await using var kit = await KitAsync();
        Directory.CreateDirectory(kit.PathOf(Check + "/bao cao"));
        await kit.SweepAsync(Cancellation);

        Assert.Equal(["bao cao|checked|E-DIRECTORY"], await kit.StatesAsync(Cancellation));
        Assert.Empty(await kit.FaultsAsync(Cancellation));
    }

    private static async Task<IntakeKit> KitAsync()
    {
        var kit = await IntakeKit.CreateAsync(Cancellation, SubmissionReader.Read);
        kit.Clock.Advance(TimeSpan.FromDays(12));
        return kit;
    }
}
