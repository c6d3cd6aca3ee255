using System.Text.RegularExpressions;
using Emulation.Plan;
using Emulation.Reports.Scoring;
using Emulation.Reports.Storage;
using Emulation.Reports.Tests.Scoring;
using Emulation.TestSupport;

namespace Emulation.Reports.Tests.Closing;

public sealed class ScoreExplainTests
{
    private static readonly PeriodCode Wave1 = new("2020-W1");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Explain_ClosedWave_PrintsEveryLineWithItsArithmeticAndCell()
    {
        await using var room = await ResultsRoom.OpenAsync(Cancellation);
        var unit = room.Plan.Plan.UnitByCode(new UnitCode("654"));
        var wave = room.Plan.Plan.PeriodByCode(Wave1);
        await room.Intake.AcceptAsync(
            unit.Code, FormKind.WaveReport, Wave1, new DateTimeOffset(2020, 6, 25, 7, 5, 0, TimeSpan.Zero),
            WaveFigures.Of(room.Plan.Plan, unit, wave, 0.97m), Cancellation);
        await room.Get<EnterAdjustment>().RunAsync(new AdjustmentEntry(unit.Code, Wave1, 2, "Bằng khen của Bộ", "QĐ 12/QĐ-BTP", "test"), Cancellation);
        await room.Get<CloseWave>().RunAsync(Wave1, "test", Cancellation);

        var text = await ExplainAsync(room, unit.Code);

        Assert.StartsWith(
            """
            PHIẾU ĐIỂM THI ĐUA – ĐỢT 1 NĂM 2020
            Đơn vị: Phòng Tư pháp huyện Krông Pắc (654) – Cụm thi đua số 1
            Kế hoạch dak-lak-2020, phiên bản 1; bộ tiêu chí Quy tắc chấm điểm thi đua năm 2020 (minh họa)
            Kết quả chính thức, chốt lúc 10/07/2020 17:00, mã kiểm tra HASH

            A. Phát triển KT-XH, QP-AN, hệ thống chính trị: 9,73 / 10,00 điểm
               A02 Tỷ lệ hồ sơ TTHC giải quyết đúng hạn: 4,00 × min(97 ÷ 98; 1) = 3,96
                  nguồn: tep 1.csv, dòng 3 cột 6, phiên bản 1, nhận lúc 25/06/2020 14:05, SHA-256 HASH
            """,
            Regex.Replace(text, "[0-9a-f]{64}|[0-9a-f]{12}", "HASH"), StringComparison.Ordinal);
        Assert.Contains("Đ. Văn hóa công sở: 9,88 / 10,00 điểm\n", text, StringComparison.Ordinal);
        Assert.Contains(
            "   T03 Báo cáo sơ kết đợt thi đua thứ nhất: 2,31 × 1 (đúng hạn) = 2,31 [điểm chuẩn 1,50, tăng do có tiêu chí không tính]\n", text, StringComparison.Ordinal);
        Assert.Contains("Điểm thưởng: 2,00\n", text, StringComparison.Ordinal);
        Assert.Contains("   2,00: Bằng khen của Bộ (minh chứng: QĐ 12/QĐ-BTP)\n", text, StringComparison.Ordinal);
        Assert.Matches(@"Tổng điểm: [0-9,]+ \+ 2,00 − 0,00 = [0-9,]+ \(làm tròn một lần, 2 chữ số thập phân\)\n", text);
        Assert.Matches("Xếp hạng trong Cụm thi đua số 1: 1\n$", text);
    }

    [Fact]
    public async Task Explain_NothingComputed_SaysSo()
    {
        await using var room = await ResultsRoom.OpenAsync(Cancellation);

        Assert.Equal("Chưa có kết quả nào của đợt 1 năm 2020 cho đơn vị Phòng Tư pháp huyện Krông Pắc.\n", await ExplainAsync(room, new UnitCode("654")));
    }

    [Fact]
    public async Task Explain_Provisional_TakesTheLatestRun()
    {
        await using var room = await ResultsRoom.OpenAsync(Cancellation);
        await room.Get<ComputeRun>().RunAsync(Wave1, RunKind.Provisional, Cancellation);

        var text = await ExplainAsync(room, new UnitCode("654"));

        Assert.Contains("Kết quả tạm tính, số liệu đến 10/07/2020 17:00\n", text, StringComparison.Ordinal);
        Assert.Contains("0,00 (chưa báo cáo)\n", text, StringComparison.Ordinal);
        Assert.Contains("0,00 (chưa gửi) [điểm chuẩn 1,50, tăng do có tiêu chí không tính]\n", text, StringComparison.Ordinal);
    }

    /// <summary>The aggregate of a run leads to the rows it was added up from, and they add up to it.</summary>
    [Fact]
    public async Task Trace_Aggregate_LeadsToItsCells()
    {
        await using var room = await ResultsRoom.OpenAsync(Cancellation);
        var unit = new UnitCode("654");
        foreach (var month in new[] { 1, 2, 3 })
        {
            await room.Intake.AcceptAsync(
                unit, FormKind.Figures, new PeriodCode($"2020-0{month}"), new DateTimeOffset(2020, month, 18, 3, 0, 0, TimeSpan.Zero),
                [Scored.Month(month, "654", "B06", 10 * month)], Cancellation);
        }
        await room.Intake.AcceptAsync(
            unit, FormKind.Figures, new PeriodCode("2020-03"), new DateTimeOffset(2020, 3, 19, 3, 0, 0, TimeSpan.Zero), [Scored.Month(3, "654", "B06", 31)], Cancellation);
        var run = await room.Get<ComputeRun>().RunAsync(new PeriodCode("2020-03"), RunKind.Provisional, Cancellation);

        var traced = await room.Get<RunTrace>().ReadAsync(run.RunId, room.Plan, unit, new IndicatorCode("B06"), Cancellation);

        var aggregate = run.Result.Indicators.Single(row => row.Unit == unit && row.Indicator.Value == "B06");
        Assert.Equal(61, aggregate.Value);
        Assert.Equal(aggregate.Value, traced.Sum(figure => figure.Value));
        Assert.Equal([("2020-01", 1), ("2020-02", 1), ("2020-03", 2)], traced.Select(figure => (figure.Period.Value, figure.Version)));
        Assert.All(traced, figure => Assert.Equal(((short)0, 2, (short)6, 32), (figure.Sheet, figure.Row, figure.Column, figure.FileHash.Length)));
    }

    private static async Task<string> ExplainAsync(ResultsRoom room, UnitCode unit)
    {
        await using var output = new StringWriter { NewLine = "\n" };
        await room.Get<ScoreExplain>().WriteAsync(unit, Wave1, output, Cancellation);
        return output.ToString();
    }
}
