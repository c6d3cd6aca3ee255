using Emulation.Ingest.Validation;
using Emulation.Plan;

namespace Emulation.Ingest.Tests.Answers.Returned;

/// <summary>The whole way of a faulty file: refused, returned marked, corrected in the copy, handed in again, accepted.</summary>
public sealed class ReturnedUseCaseTests
{
    private const string Header = "Mã đơn vị;Kỳ báo cáo;Mã chỉ tiêu;Tên chỉ tiêu;Đơn vị tính;Thực hiện;Tử số;Mẫu số;Ước thực hiện;Ghi chú\n";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Workbook_RefusedThenCorrectedInTheCopy_IsAccepted()
    {
        await using var kit = await KitAsync();
        kit.Drop("tháng 4.xlsx", April(("B01", ["12O"]), ("B03", [7])));
        await kit.SweepAsync(Cancellation);
        Assert.Empty(await kit.FaultsAsync(Cancellation));
        var copy = Returned(kit);
        Assert.Equal("tháng 4.xlsx.CAN-SUA.1.xlsx", Path.GetFileName(copy));
        Assert.Contains("tháng 4.xlsx.CAN-SUA.1.xlsx", await File.ReadAllTextAsync(Path.ChangeExtension(copy, ".txt"), Cancellation), StringComparison.Ordinal);

        // Saved in the results folder, then moved into the inbox, as people do.
        await File.WriteAllBytesAsync(copy, Opened.Edited(await File.ReadAllBytesAsync(copy, Cancellation), sheet => sheet.Cells["E9"].Value = 120), Cancellation);
        File.Move(copy, kit.PathOf($"{IntakeKit.Folder}/nop/{Path.GetFileName(copy)}"));
        await kit.SweepAsync(Cancellation);

        Assert.Equal(["tháng 4.xlsx|rejected|E-NUMBER", "tháng 4.xlsx.CAN-SUA.1.xlsx|accepted|"], await kit.StatesAsync(Cancellation));
        Assert.Equal(["B01|120", "B03|7"], await kit.RowsAsync("select code, value from emulation.figures join emulation.indicators using (indicator_id) order by 1", Cancellation));
    }

    [Fact]
    public async Task Text_RefusedThenCorrectedInTheCopy_IsAccepted()
    {
        await using var kit = await KitAsync();
        kit.Drop("thang-4.csv", Header + "654;2020-04;B01;;văn bản;12O;;;;\n654;2020-04;B03;;văn bản;KPS;;;;\n");
        await kit.SweepAsync(Cancellation);

        kit.Drop("sua.xlsx", Opened.Edited(await File.ReadAllBytesAsync(Returned(kit), Cancellation), sheet => sheet.Cells["F2"].Value = "120"));
        await kit.SweepAsync(Cancellation);

        Assert.Equal(["thang-4.csv|rejected|E-NUMBER", "sua.xlsx|accepted|"], await kit.StatesAsync(Cancellation));
        Assert.Equal(["B01|120", "B03|"], await kit.RowsAsync("select code, value from emulation.figures join emulation.indicators using (indicator_id) order by 1", Cancellation));
        Assert.Empty(await kit.FaultsAsync(Cancellation));
    }

    [Theory]
    [InlineData("intake.store.written")]
    [InlineData("intake.stored")]
    [InlineData("intake.answered")]
    public async Task Workbook_ProcessEndsAroundTheAnswer_IsReturnedOnce(string place)
    {
        await using var kit = await KitAsync();
        kit.Drop("tháng 4.xlsx", April(("B01", ["12O"])));
        FailPoint.Armed = reached =>
        {
            if (reached == place)
            {
                FailPoint.Armed = null;
                throw new InvalidOperationException("killed");
            }
        };
        await Assert.ThrowsAsync<InvalidOperationException>(() => kit.SweepAsync(Cancellation));
        FailPoint.Armed = null;

        await kit.SweepAsync(Cancellation);

        Assert.Empty(await kit.FaultsAsync(Cancellation));
        Assert.Equal(await kit.RowsAsync("select encode(content, 'hex') from emulation.returned_workbooks", Cancellation), [Convert.ToHexStringLower(await File.ReadAllBytesAsync(Returned(kit), Cancellation))]);
    }

    [Fact]
    public async Task Workbook_TooLarge_IsAnsweredByTheReceiptAlone()
    {
        await using var kit = await KitAsync(("Intake:MaxReturnedBytes", "100"));
        kit.Drop("tháng 4.xlsx", April(("B01", ["12O"])));

        await kit.SweepAsync(Cancellation);

        Assert.Contains("Tệp quá lớn nên không có bản tô màu", (await kit.RowsAsync("select body_text from emulation.receipts", Cancellation))[0], StringComparison.Ordinal);
        Assert.Empty(await kit.FaultsAsync(Cancellation));
    }

    [Fact]
    public async Task Housekeeping_ReceiptLostWhileItsOwnerWorksInTheCopy_LeavesTheCopyAlone()
    {
        await using var kit = await KitAsync();
        kit.Drop("tháng 4.xlsx", April(("B01", ["12O"])));
        await kit.SweepAsync(Cancellation);
        var copy = Returned(kit);
        await File.WriteAllTextAsync(copy, "dở dang", Cancellation);
        File.Delete(Path.ChangeExtension(copy, ".html"));

        var housekeeping = (Housekeeping)kit.Host.GetService(typeof(Housekeeping))!;
        Assert.Equal(1, (await housekeeping.RunAsync(Cancellation)).ReceiptsRewritten);

        Assert.Equal("dở dang", await File.ReadAllTextAsync(copy, Cancellation));
        Assert.True(File.Exists(Path.ChangeExtension(copy, ".html")));
    }

    /// <summary>April can be reported from the 15th on.</summary>
    private static async Task<IntakeKit> KitAsync(params (string Key, string Value)[] settings)
    {
        var kit = await IntakeKit.CreateAsync(Cancellation, SubmissionReader.Read, settings);
        kit.Clock.Advance(TimeSpan.FromDays(12));
        return kit;
    }

    private static byte[] April(params (string Code, object?[] Cells)[] rows) =>
        OfficerBook.Make(package => package.Workbook.Worksheets.First().Cells["C4"].Value = "Kỳ báo cáo: tháng 4/2020", rows);

    private static string Returned(IntakeKit kit) => Directory.GetFiles(kit.PathOf(IntakeKit.Folder + "/ket-qua"), "*.xlsx").Single();
}
