using System.Text;
using Emulation.Ingest.Validation;
using Emulation.Plan;

namespace Emulation.Ingest.Tests.Intake;

/// <summary>The whole way with the real reader: what an officer's file says is what the database holds and the receipt tells.</summary>
public sealed class RealReaderUseCaseTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Sweep_FiguresAsCsv_EveryFigureLeadsToItsCell()
    {
        await using var kit = await IntakeKit.CreateAsync(Cancellation, SubmissionReader.Read);
        kit.Drop("số liệu tháng 4.csv", Encoding.UTF8.GetBytes(
            """
            Mã đơn vị;Kỳ báo cáo;Mã chỉ tiêu;Tên chỉ tiêu;Đơn vị tính;Thực hiện;Tử số;Mẫu số;Ước thực hiện;Ghi chú
            654;tháng 4/2020;B01;Số dự thảo VBQPPL cấp huyện được thẩm định;văn bản;12;;;;
            654;T4/2020;B03;Số VBQPPL cấp xã được kiểm tra;văn bản;KPS;;;;
            654;2020-04;A01;Số hồ sơ TTHC lĩnh vực tư pháp đã giải quyết;hồ sơ;;;;;
            """));

        kit.Clock.Advance(TimeSpan.FromDays(6));
        await kit.SweepAsync(Cancellation);

        Assert.Equal(
            ["B01|0|12|2|6", "B03|1||3|6", "A01|2||4|6"],
            await kit.RowsAsync("select code, state, value, source_row, source_column from emulation.figures join emulation.indicators using (indicator_id) order by source_row", Cancellation));
        Assert.Empty(await kit.FaultsAsync(Cancellation));
    }

    [Fact]
    public async Task Sweep_FileThatSpeaksForAnotherUnit_IsRefusedAndReported()
    {
        await using var kit = await IntakeKit.CreateAsync(Cancellation, SubmissionReader.Read);
        var header = "Mã đơn vị;Kỳ báo cáo;Mã chỉ tiêu;Tên chỉ tiêu;Đơn vị tính;Thực hiện;Tử số;Mẫu số;Ước thực hiện;Ghi chú\n";
        kit.Drop("thang-4.csv", header + "643;2020-04;B01;;văn bản;12;;;;\n");

        await kit.SweepAsync(Cancellation);

        Assert.Equal(["rejected"], await kit.RowsAsync("select state from emulation.submissions", Cancellation));
        Assert.Equal(["another-unit"], await kit.RowsAsync("select kind from emulation.security_events", Cancellation));
        Assert.Equal(["0"], await kit.RowsAsync("select count(*) from emulation.figures", Cancellation));
    }

    [Fact]
    public async Task Sweep_OfficeFileForManyUnits_MakesAVersionForEach()
    {
        await using var kit = await IntakeKit.CreateAsync(Cancellation, SubmissionReader.Read);
        kit.Clock.Advance(TimeSpan.FromDays(6));
        var office = kit.Plan.Plan.Units.Single(unit => unit.ReportsFor is not null);
        var rows = kit.Plan.Plan.UnitsIn("district-office").Select(unit => $"{unit.Code};2020-04;B01;;văn bản;12;;;;\n");
        kit.Drop("tong-hop.csv", "Mã đơn vị;Kỳ báo cáo;Mã chỉ tiêu;Tên chỉ tiêu;Đơn vị tính;Thực hiện;Tử số;Mẫu số;Ước thực hiện;Ghi chú\n" + string.Concat(rows), office.Folder + "/nop");

        await kit.SweepAsync(Cancellation);

        Assert.Equal(["15|15"], await kit.RowsAsync("select count(*), count(distinct unit_id) from emulation.submission_versions where is_current", Cancellation));
        Assert.Empty(await kit.FaultsAsync(Cancellation));
    }
}
