using Emulation.Plan;
using Emulation.Reports.Tests.Closing;
using Emulation.Reports.Tests.Scoring;

namespace Emulation.Reports.Tests.Delivery;

/// <summary>Reminders on the plan of 2020: the monthly figures of July are due on 20/7, cut off on 18/7.</summary>
public sealed class SendRemindersTests : IAsyncLifetime
{
    private static readonly DateOnly BeforeDue = new(2020, 7, 15);
    private static readonly DateOnly AfterDue = new(2020, 7, 21);
    private static readonly PeriodCode July = new("2020-07");
    private ResultsRoom room = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        room = await ResultsRoom.OpenAsync(Cancellation);
        room.Clock.SetUtcNow(new DateTimeOffset(2020, 7, 15, 0, 30, 0, TimeSpan.Zero));
    }

    public ValueTask DisposeAsync() => room.DisposeAsync();

    [Fact]
    public async Task Run_TwiceForADay_WritesToEveryUnitOnce()
    {
        var first = await RunAsync(BeforeDue);
        var second = await RunAsync(BeforeDue);

        Assert.Equal(new SentReminders(room.Plan.Plan.Units.Count, room.Plan.Plan.Units.Count), first);
        Assert.Equal(new SentReminders(0, 0), second);
    }

    [Fact]
    public async Task Run_AfterAUnitHasSent_LeavesItAlone()
    {
        await room.Intake.AcceptAsync(new UnitCode("654"), FormKind.Figures, July, new DateTimeOffset(2020, 7, 14, 3, 0, 0, TimeSpan.Zero), [], Cancellation);

        await RunAsync(BeforeDue);

        Assert.Equal(0, await ScalarAsync<long>("select count(*) from emulation.deliveries where recipient_code = '654'"));
        Assert.Equal(room.Plan.Plan.Units.Count - 1, await ScalarAsync<long>("select count(*) from emulation.deliveries"));
    }

    [Fact]
    public async Task Run_OnADayWithoutANewRung_IsSilent()
    {
        await RunAsync(BeforeDue);

        Assert.Equal(new SentReminders(0, 0), await RunAsync(BeforeDue.AddDays(1)));
    }

    [Fact]
    public async Task Mail_BeforeTheDueDay_SaysWhatUntilWhenAndWhere()
    {
        await RunAsync(BeforeDue);

        Assert.Equal("[Sở Tư pháp] Nhắc gửi báo cáo: 1 báo cáo sắp đến hạn", await OfAsync("subject", "654"));
        Assert.Equal(
            """
            Kính gửi: Phòng Tư pháp huyện Krông Pắc

            Đến ngày 15/07/2020, Sở Tư pháp chưa nhận được bản hợp lệ của các báo cáo sau:

            SẮP ĐẾN HẠN
            - Số liệu thi đua hằng tháng – tháng 7/2020: hạn gửi 20/07/2020, còn 5 ngày; đề nghị gửi chậm nhất ngày 18/07/2020 để kịp tổng hợp; tên tệp gợi ý: so-lieu-thang-7-2020-654.xlsx.

            Cách gửi: lưu tệp (.xlsx hoặc .csv) vào thư mục 654-krong-pac/nop. Biểu mẫu có sẵn trong thư mục 654-krong-pac/bieu-mau. Phiếu trả lời có trong thư mục 654-krong-pac/ket-qua sau khoảng một phút.

            Nếu vừa gửi trong ít phút qua, đề nghị bỏ qua thư này.

            Thư này do hệ thống tổng hợp thi đua của Sở Tư pháp gửi tự động.

            """.ReplaceLineEndings("\n"),
            await OfAsync("body_text", "654"));
    }

    [Fact]
    public async Task Mail_AfterTheDueDayToAUnitWhoseFileWasRefused_SaysOverdueAndWhatToMend()
    {
        await room.Intake.RefuseAsync(new UnitCode("654"), FormKind.Figures, July, new DateTimeOffset(2020, 7, 19, 3, 0, 0, TimeSpan.Zero), Cancellation);

        await RunAsync(AfterDue);

        Assert.Equal("[Sở Tư pháp] Nhắc gửi báo cáo: 1 báo cáo quá hạn", await OfAsync("subject", "654"));
        var text = await OfAsync("body_text", "654");
        Assert.Contains("hạn gửi 20/07/2020, đã quá 1 ngày; nhận bản gửi chậm đến hết ngày 07/08/2020", text, StringComparison.Ordinal);
        Assert.Contains("Bản đã gửi chưa hợp lệ; xem phiếu trả lời trong thư mục 654-krong-pac/ket-qua, sửa và gửi lại.", text, StringComparison.Ordinal);
        Assert.Contains("Bản đã gửi chưa hợp lệ", await OfAsync("html", "654"), StringComparison.Ordinal);
    }

    private Task<SentReminders> RunAsync(DateOnly day) => room.Get<SendReminders>().RunAsync(day, Cancellation);

    private Task<string> OfAsync(string column, string unit) => ScalarAsync<string>($"select {column} from emulation.deliveries where recipient_code = '{unit}'");

    private async Task<T> ScalarAsync<T>(string sql)
    {
        await using var command = room.Database.DataSource.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync(Cancellation))!;
    }
}
