using Emulation.Ingest.Intake;
using Emulation.Ingest.Validation;

namespace Emulation.Ingest.Tests.Answers;

/// <summary>A marker named <c>RUT-</c> and the file's name takes a report back while its duty is not yet due.</summary>
public sealed class WithdrawalUseCaseTests
{
    private const string Header = "Mã đơn vị;Kỳ báo cáo;Mã chỉ tiêu;Tên chỉ tiêu;Đơn vị tính;Thực hiện;Tử số;Mẫu số;Ước thực hiện;Ghi chú\n";
    private const string April = Header + "654;2020-04;B01;;văn bản;12;;;;\n";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("RUT-thang-4.csv")]
    [InlineData("rut-THANG-4.csv")]
    [InlineData("RUT-thang-4.csv.txt")]
    [InlineData("RUT-thang-4.txt")]
    [InlineData("RUT-thang-4")]
    public async Task Marker_BeforeTheDueDay_TakesTheFileBack(string marker)
    {
        await using var kit = await KitAsync();
        kit.Drop("thang-4.csv", April);
        await kit.SweepAsync(Cancellation);
        kit.Drop(marker, "");
        await kit.SweepAsync(Cancellation);

        Assert.Equal(["thang-4.csv|accepted|", $"{marker}|withdrawal|"], await kit.StatesAsync(Cancellation));
        Assert.Equal(["1|False|2"], await kit.RowsAsync("select version_number, is_current, withdrawn_by from emulation.submission_versions", Cancellation));
        var text = (await kit.RowsAsync("select body_text from emulation.receipts order by submission_id desc", Cancellation))[0];
        Assert.Contains("ĐÃ RÚT", text, StringComparison.Ordinal);
        Assert.Contains("Hiện không có số liệu nào được tính cho biểu “Số liệu thi đua hằng tháng”", text, StringComparison.Ordinal);
        Assert.Empty(await kit.FaultsAsync(Cancellation));
    }

    [Fact]
    public async Task FileTakenBack_SentAgain_IsTheNextVersionAndCounts()
    {
        await using var kit = await KitAsync();
        kit.Drop("thang-4.csv", April);
        await kit.SweepAsync(Cancellation);
        kit.Drop("RUT-thang-4.csv", "");
        await kit.SweepAsync(Cancellation);
        kit.Drop("thang-4.csv", April);
        await kit.SweepAsync(Cancellation);

        Assert.Equal(["1|1|False", "3|2|True"], await kit.RowsAsync("select submission_id, version_number, is_current from emulation.submission_versions order by 2", Cancellation));
        Assert.Empty(await kit.FaultsAsync(Cancellation));
    }

    /// <summary>What reports ask of the database: a report taken back never came, and lateness is that of what came after.</summary>
    [Fact]
    public async Task FileTakenBack_IsNotReceived_AndLatenessCountsFromWhatCameAfter()
    {
        await using var kit = await KitAsync();
        var sql = (await File.ReadAllTextAsync(Path.Combine(IntakeKit.FindUp("sql/queries"), "reports/list_received_forms.sql"), Cancellation))
            .Replace("@unit_ids", "(select array_agg(unit_id) from emulation.units)::int[]", StringComparison.Ordinal);
        kit.Drop("thang-4.csv", April);
        await kit.SweepAsync(Cancellation);
        Assert.Single(await kit.RowsAsync(sql, Cancellation));
        kit.Drop("RUT-thang-4.csv", "");
        await kit.SweepAsync(Cancellation);
        Assert.Empty(await kit.RowsAsync(sql, Cancellation));

        kit.Clock.Advance(TimeSpan.FromDays(7));
        kit.Drop("thang-4.csv", April);
        await kit.SweepAsync(Cancellation);

        var received = Assert.Single(await kit.RowsAsync(sql.Replace("min(v.received_at) as", "min(v.received_at)::date::text as", StringComparison.Ordinal).Replace("null::timestamptz", "null::text", StringComparison.Ordinal), Cancellation));
        Assert.EndsWith("2020-04-23|2", received, StringComparison.Ordinal);
        Assert.Contains("Trễ 3 ngày", (await kit.RowsAsync("select body_text from emulation.receipts order by submission_id desc", Cancellation))[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task FileMarkerAndFile_InOneSweep_AreTakenInOrder()
    {
        await using var kit = await KitAsync();
        kit.Drop("thang-4.csv", April);
        kit.Drop("RUT-thang-4.csv", "");
        kit.Drop("thang-4 (2).csv", April.Replace("12", "13", StringComparison.Ordinal));
        var at = kit.Clock.GetUtcNow().UtcDateTime;
        foreach (var (name, second) in new[] { ("thang-4.csv", 1), ("RUT-thang-4.csv", 2), ("thang-4 (2).csv", 3) })
        {
            File.SetLastWriteTimeUtc(kit.PathOf($"{IntakeKit.Folder}/nop/{name}"), at.AddSeconds(second));
        }

        await kit.SweepAsync(Cancellation);

        Assert.Equal(["thang-4.csv|accepted|", "RUT-thang-4.csv|withdrawal|", "thang-4 (2).csv|accepted|"], await kit.StatesAsync(Cancellation));
        Assert.Equal(["1|False", "2|True"], await kit.RowsAsync("select version_number, is_current from emulation.submission_versions order by 1", Cancellation));
        Assert.Empty(await kit.FaultsAsync(Cancellation));
    }

    [Fact]
    public async Task Marker_AfterTheDueDay_IsRefusedAndNothingChanges()
    {
        await using var kit = await KitAsync();
        kit.Drop("thang-4.csv", April);
        await kit.SweepAsync(Cancellation);
        kit.Clock.Advance(TimeSpan.FromDays(20));
        kit.Drop("RUT-thang-4.csv", "");
        await kit.SweepAsync(Cancellation);

        await AssertRefusedAsync(kit, "RUT-thang-4.csv", "E-WITHDRAWLATE");
    }

    [Fact]
    public async Task Marker_OfNoFile_IsRefused()
    {
        await using var kit = await KitAsync();
        kit.Drop("thang-4.csv", April);
        await kit.SweepAsync(Cancellation);
        kit.Drop("rut-gon.csv", April);
        await kit.SweepAsync(Cancellation);

        await AssertRefusedAsync(kit, "rut-gon.csv", "E-WITHDRAWNAME");
    }

    [Fact]
    public async Task Marker_ThatFitsTwoFiles_AsksWhich()
    {
        await using var kit = await KitAsync();
        kit.Drop("thang-4.csv", April);
        await kit.SweepAsync(Cancellation);
        kit.Drop("thang-4.dat", April.Replace("12", "13", StringComparison.Ordinal));
        await kit.SweepAsync(Cancellation);
        kit.Drop("RUT-thang-4", "");
        await kit.SweepAsync(Cancellation);

        await AssertRefusedAsync(kit, "RUT-thang-4", "E-WITHDRAWMANY");
    }

    [Fact]
    public async Task Marker_OfAFileThatWasReplaced_IsRefused()
    {
        await using var kit = await KitAsync();
        kit.Drop("thang-4.csv", April);
        await kit.SweepAsync(Cancellation);
        kit.Drop("moi.csv", April.Replace("12", "13", StringComparison.Ordinal));
        await kit.SweepAsync(Cancellation);
        kit.Drop("RUT-thang-4.csv", "");
        await kit.SweepAsync(Cancellation);

        await AssertRefusedAsync(kit, "RUT-thang-4.csv", "E-WITHDRAWREPLACED");
    }

    [Fact]
    public async Task Marker_OfAnotherUnit_TakesNothing()
    {
        await using var kit = await KitAsync();
        kit.Drop("thang-4.csv", April);
        await kit.SweepAsync(Cancellation);
        var other = kit.Plan.Plan.Units.First(unit => unit.Code.Value == "644").Folder;
        kit.Drop("RUT-thang-4.csv", "", other + "/nop");
        await kit.SweepAsync(Cancellation);

        await AssertRefusedAsync(kit, "RUT-thang-4.csv", "E-WITHDRAWNAME");
    }

    [Fact]
    public async Task Marker_InTheFolderForTrials_IsAFileToBeTried()
    {
        await using var kit = await KitAsync();
        kit.Drop("RUT-thang-4.csv", April, IntakeKit.Folder + "/kiem-tra");
        await kit.SweepAsync(Cancellation);

        Assert.Equal(["RUT-thang-4.csv|checked|"], await kit.StatesAsync(Cancellation));
    }

    [Theory]
    [InlineData("intake.store.written")]
    [InlineData("intake.stored")]
    public async Task Marker_ProcessEndsAroundIt_TakesBackOnce(string place)
    {
        await using var kit = await KitAsync();
        kit.Drop("thang-4.csv", April);
        await kit.SweepAsync(Cancellation);
        kit.Drop("RUT-thang-4.csv", "");
        Emulation.Plan.FailPoint.Armed = reached =>
        {
            if (reached == place)
            {
                Emulation.Plan.FailPoint.Armed = null;
                throw new InvalidOperationException("killed");
            }
        };
        await Assert.ThrowsAsync<InvalidOperationException>(() => kit.SweepAsync(Cancellation));
        Emulation.Plan.FailPoint.Armed = null;
        await kit.SweepAsync(Cancellation);

        Assert.Equal(["False|2"], await kit.RowsAsync("select is_current, withdrawn_by from emulation.submission_versions", Cancellation));
        Assert.Empty(await kit.FaultsAsync(Cancellation));
    }

    [Theory]
    [InlineData("bao-cao.xlsx", null)]
    [InlineData("RUT-", null)]
    [InlineData("RUT-a.xlsx", "a.xlsx")]
    public void Name_BeginningWithTheMark_NamesItsTarget(string name, string? target) => Assert.Equal(target, WithdrawalMarker.TargetOf(name));

    private static async Task AssertRefusedAsync(IntakeKit kit, string marker, string code)
    {
        Assert.Equal($"{marker}|rejected|{code}", (await kit.StatesAsync(Cancellation))[^1]);
        Assert.Equal(["1"], await kit.RowsAsync("select count(*) from emulation.submission_versions where is_current", Cancellation));
        Assert.Contains("Yêu cầu rút tệp không thực hiện được", (await kit.RowsAsync("select body_text from emulation.receipts order by submission_id desc", Cancellation))[0], StringComparison.Ordinal);
        Assert.Empty(await kit.FaultsAsync(Cancellation));
    }

    private static async Task<IntakeKit> KitAsync()
    {
        var kit = await IntakeKit.CreateAsync(Cancellation, SubmissionReader.Read);
        kit.Clock.Advance(TimeSpan.FromDays(6));
        return kit;
    }
}
