using System.Text.RegularExpressions;
using Emulation.Plan;
using Emulation.Plan.Files;
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
            Đơn vị: Phòng Tư pháp huyện Krông Pắc (mã 654) – Cụm thi đua số 1
            Kết quả chính thức, chốt lúc 10/07/2020 17:00
            Kế hoạch: Kế hoạch phát động phong trào thi đua trong ngành Tư pháp tỉnh Đắk Lắk năm 2020 (mã dak-lak-2020, phiên bản 1)
            Bộ tiêu chí chấm điểm: Quy tắc chấm điểm thi đua năm 2020 (minh họa)

            A. Phát triển KT-XH, QP-AN, hệ thống chính trị: 9,73 / 10,00 điểm
               A02 Tỷ lệ hồ sơ TTHC giải quyết đúng hạn: 4,00 × min(97 ÷ 98; 1) = 3,96
                  số liệu: thực hiện 97% (tử số 970, mẫu số 1.000); chỉ tiêu 98%; lấy từ báo cáo đợt
                  nguồn: [1] tep 1.csv, dòng 3, cột 6
            """,
            Regex.Replace(text, "[0-9a-f]{64}|[0-9a-f]{12}", "HASH"), StringComparison.Ordinal);
        Assert.Contains("Đ. Văn hóa công sở: 9,88 / 10,00 điểm\n", text, StringComparison.Ordinal);
        Assert.Contains(
            "   Có tiêu chí không chấm ở kỳ này (T04, T04-HS, T05), nên điểm chuẩn của các tiêu chí được chấm (cộng lại 6,50) được nhân 10,00 ÷ 6,50 cho đủ 10,00 điểm.\n",
            text, StringComparison.Ordinal);
        Assert.Contains(
            "   T03 Báo cáo sơ kết đợt thi đua thứ nhất: 2,31 × 1 (đúng hạn) = 2,31 [điểm chuẩn 1,50]\n      tình hình gửi: đợt 1 năm 2020, hạn 30/06/2020: đúng hạn\n", text, StringComparison.Ordinal);
        Assert.Contains("Điểm thưởng: 2,00\n", text, StringComparison.Ordinal);
        Assert.Contains("   +2,00: Bằng khen của Bộ (minh chứng: QĐ 12/QĐ-BTP)\n", text, StringComparison.Ordinal);
        Assert.Matches(@"Tổng điểm: các tiêu chí [0-9,]+ \+ điểm thưởng 2,00 − điểm trừ 0,00 = [0-9,]+ \(chỉ làm tròn một lần ở bước này, 2 chữ số thập phân\)\n", text);
        Assert.Contains("Xếp hạng: thứ 1 trong 5 đơn vị của Cụm thi đua số 1\n", text, StringComparison.Ordinal);
        Assert.Matches(@"\nTệp nguồn:\n   \[1\] tep 1\.csv – phiên bản 1, nhận lúc 25/06/2020 14:05, mã kiểm tra tệp [0-9a-f]{12}\n", text);
        Assert.Matches("Mã kiểm tra của kết quả đã chốt: [0-9a-f]{64}\n$", text);
    }

    /// <summary>Which number is which, what a cap cut off, and who said what, in the order in which it was said.</summary>
    [Fact]
    public async Task Explain_BandsCapsAndOpinions_AreToldInWords()
    {
        await using var room = await ResultsRoom.OpenAsync(Cancellation);
        var unit = room.Plan.Plan.UnitByCode(new UnitCode("654"));
        await room.Intake.AcceptAsync(
            unit.Code, FormKind.WaveReport, Wave1, new DateTimeOffset(2020, 6, 25, 7, 5, 0, TimeSpan.Zero),
            WaveFigures.Of(room.Plan.Plan, unit, room.Plan.Plan.PeriodByCode(Wave1), 0.97m), Cancellation);
        await room.Get<EnterAdjustment>().RunAsync(new AdjustmentEntry(unit.Code, Wave1, 25, "Cờ thi đua", "QĐ 5", "test"), Cancellation);
        await room.Get<GiveOpinion>().DecideAsync(unit.Code, Wave1, "B11", 3.5m, "Biên bản 05", null, "Hội đồng", Cancellation);
        await room.Get<ScoreOpinionStore>().AddAsync(room.Plan, Wave1, unit.Code, OpinionKind.Self, [new SelfScore("B11", 5, null, null)], null, "Đơn vị", room.Clock.GetUtcNow(), Cancellation);
        await room.Get<ComputeRun>().RunAsync(Wave1, RunKind.Provisional, Cancellation);

        var text = await ExplainAsync(room, unit.Code);

        Assert.Matches(@"   B11 [^\n]+\n      số liệu: thực hiện [0-9,]+% \(tử số [0-9.,]+, mẫu số [0-9.,]+\); chỉ tiêu 80%; lấy từ báo cáo đợt\n      thuộc mức [^\n]+\n      tự chấm 5,00, [^\n]+\n      Hội đồng 3,50, ", text);
        Assert.Contains("Điểm thưởng: 10,00 (cộng các dòng dưới đây là 25,00, quy tắc chỉ tính tối đa 10,00)\n", text, StringComparison.Ordinal);
        Assert.Contains("Tổng điểm, xếp loại, xếp hạng tính theo điểm hệ thống.", text, StringComparison.Ordinal);
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

        Assert.Contains("Kết quả tạm tính, số liệu đến 10/07/2020 17:00; còn thay đổi cho đến khi chốt\n", text, StringComparison.Ordinal);
        Assert.Contains("0,00 (chưa báo cáo)\n", text, StringComparison.Ordinal);
        Assert.Contains("0,00 (chưa gửi) [điểm chuẩn 1,50]\n", text, StringComparison.Ordinal);
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
