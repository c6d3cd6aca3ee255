using Emulation.Ingest.Tests.Answers.Returned;
using Emulation.Ingest.Validation;
using OfficeOpenXml;

namespace Emulation.Ingest.Tests.Intake;

/// <summary>Explanations through the whole intake: asked for, given, kept; what was reported before is known when the next file is read.</summary>
public sealed class ExplanationUseCaseTests : IAsyncLifetime
{
    private const string Header = "Mã đơn vị;Kỳ báo cáo;Mã chỉ tiêu;Thực hiện;Ước thực hiện;Ghi chú;Giải trình;Số liệu đến ngày\r\n";

    private IntakeKit kit = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        kit = await IntakeKit.CreateAsync(Cancellation, SubmissionReader.Read);
        kit.Clock.SetUtcNow(new DateTimeOffset(2020, 6, 10, 2, 0, 0, TimeSpan.Zero));
    }

    public ValueTask DisposeAsync() => kit.DisposeAsync();

    [Fact]
    public async Task Sweep_ReportThatSwings_CountsAndAsks_AndTheAnsweredOneSettlesIt()
    {
        var lastYear = kit.Plan.Plan.LastYear.Single(figure => figure is { Unit.Value: "654", Indicator.Value: "B09", Period.Value: "2020-W1" }).Value;
        kit.Drop("so-ket.csv", $"{Header}654;2020-W1;B09;{lastYear * 2:0};;;;31/05/2020\r\n");
        await kit.SweepAsync(Cancellation);

        Assert.Equal(["accepted"], await kit.RowsAsync("select state from emulation.submissions", Cancellation));
        Assert.Equal(["needs-explanation|N-SWING|2|dòng 2, cột 4"], await kit.RowsAsync("select severity, code, row_number, address from emulation.rejections", Cancellation));
        Assert.Contains("N-SWING", (await kit.RowsAsync("select body_text from emulation.receipts", Cancellation))[0], StringComparison.Ordinal);
        Assert.Empty(await kit.RowsAsync("select * from emulation.explanations", Cancellation));

        kit.Clock.Advance(TimeSpan.FromHours(1));
        kit.Drop("so-ket-2.csv", $"{Header}654;2020-W1;B09;{lastYear * 2:0};;;Tăng do nhận bàn giao của hai xã.;31/05/2020\r\n");
        await kit.SweepAsync(Cancellation);

        Assert.Equal(["1"], await kit.RowsAsync("select count(*) from emulation.rejections", Cancellation));
        Assert.Equal(
            ["2|654|B09|2020-W1|0|2|7|Tăng do nhận bàn giao của hai xã."],
            await kit.RowsAsync(
                """
                select submission_id, unit.code, indicator.code, period.code, source_sheet, source_row, source_column, explanation
                from emulation.explanations join emulation.units unit using (unit_id) join emulation.indicators indicator using (indicator_id)
                join emulation.periods period using (period_id)
                """,
                Cancellation));
        Assert.Empty(await kit.FaultsAsync(Cancellation));
    }

    [Fact]
    public async Task ReturnedCopy_WithTheReasonWrittenIntoItsColumn_SettlesTheQuestion()
    {
        var lastYear = kit.Plan.Plan.LastYear.Single(figure => figure is { Unit.Value: "654", Indicator.Value: "B09", Period.Value: "2020-W1" }).Value;
        kit.Drop("so-ket.csv", $"Mã đơn vị;Kỳ báo cáo;Mã chỉ tiêu;Thực hiện;Số liệu đến ngày\r\n654;2020-W1;B09;{lastYear * 2:0};31/05/2020\r\n");
        await kit.SweepAsync(Cancellation);
        var copy = await File.ReadAllBytesAsync(Assert.Single(Directory.GetFiles(kit.PathOf(IntakeKit.Folder + "/ket-qua"), "*.xlsx")), Cancellation);
        kit.Clock.Advance(TimeSpan.FromHours(1));
        kit.Drop("khong-sua.xlsx", copy);
        kit.Drop("so-ket-2.xlsx", Opened.Edited(copy, sheet => Fill(sheet, "Tăng do nhận bàn giao của hai xã.")));
        await kit.SweepAsync(Cancellation);

        Assert.Equal(["accepted", "accepted", "accepted"], await kit.RowsAsync("select state from emulation.submissions", Cancellation));
        Assert.Equal(
            ["khong-sua.xlsx", "so-ket.csv"],
            await kit.RowsAsync("select file_name from emulation.rejections join emulation.submissions using (submission_id) where code = 'N-SWING' order by 1", Cancellation));
        Assert.Equal(
            ["so-ket-2.xlsx|Tăng do nhận bàn giao của hai xã."],
            await kit.RowsAsync("select file_name, explanation from emulation.explanations join emulation.submissions using (submission_id)", Cancellation));
    }

    /// <summary>Under the heading “Giải trình”, in the row below it.</summary>
    private static void Fill(ExcelWorksheet sheet, string reason)
    {
        var heading = sheet.Cells[sheet.Dimension.Address].Single(cell => cell.Text == "Giải trình").Start;
        sheet.Cells[heading.Row + 1, heading.Column].Value = reason;
    }

    [Fact]
    public async Task Sweep_LaterReportThatFalls_IsAskedAbout()
    {
        kit.Drop("thang-5.csv", $"{Header}654;2020-W1;B21;9;3;;;30/04/2020\r\n");
        await kit.SweepAsync(Cancellation);
        kit.Clock.Advance(TimeSpan.FromHours(1));
        kit.Drop("thang-6.csv", $"{Header}654;2020-W1;B21;5;;;;31/05/2020\r\n");
        await kit.SweepAsync(Cancellation);

        Assert.Equal(
            ["Dòng 2, cột “Thực hiện”: B21 thực hiện đến ngày 31/05/2020 là 5, nhỏ hơn số đã báo cáo đến ngày 30/04/2020 (9)."],
            await kit.RowsAsync("select message from emulation.rejections", Cancellation));
    }

    /// <summary>Two reports that lie there together are decided one after the other: the second finds the first. A trial is no report, and what came before is none again.</summary>
    [Theory]
    [InlineData("nop", 1)]
    [InlineData("kiem-tra", 0)]
    public async Task Sweep_TwoReportsInOneBatch_TheLaterIsHeldAgainstTheEarlier(string place, int asked)
    {
        kit.Drop("thang-5.csv", $"{Header}654;2020-W1;B21;9;3;;;30/04/2020\r\n", IntakeKit.Folder + "/" + place);
        await kit.Take.RunAsync(Cancellation);
        kit.Clock.Advance(TimeSpan.FromHours(1));
        kit.Drop("thang-6.csv", $"{Header}654;2020-W1;B21;5;;;;31/05/2020\r\n");
        await kit.SweepAsync(Cancellation);

        Assert.Equal([$"{asked}"], await kit.RowsAsync("select count(*) from emulation.rejections where code = 'N-FALLS'", Cancellation));
        Assert.Empty(await kit.FaultsAsync(Cancellation));
    }

    [Fact]
    public async Task Sweep_OldContentAgainBeforeANewReport_IsNotTakenForTheLatestWord()
    {
        kit.Drop("thang-4.csv", $"{Header}654;2020-W1;B21;9;;;;30/04/2020\r\n");
        await kit.SweepAsync(Cancellation);
        kit.Clock.Advance(TimeSpan.FromHours(1));
        kit.Drop("dinh-chinh.csv", $"{Header}654;2020-W1;B21;4;;;;30/04/2020\r\n");
        await kit.SweepAsync(Cancellation);
        kit.Clock.Advance(TimeSpan.FromHours(1));
        kit.Drop("lai-thang-4.csv", $"{Header}654;2020-W1;B21;9;;;;30/04/2020\r\n");
        await kit.Take.RunAsync(Cancellation);
        kit.Clock.Advance(TimeSpan.FromHours(1));
        kit.Drop("thang-6.csv", $"{Header}654;2020-W1;B21;5;;;;31/05/2020\r\n");
        await kit.SweepAsync(Cancellation);

        Assert.Equal(["accepted", "accepted", "duplicate", "accepted"], await kit.RowsAsync("select state from emulation.submissions order by submission_id", Cancellation));
        Assert.Empty(await kit.RowsAsync("select code from emulation.rejections", Cancellation));
    }
}
