using Emulation.Ingest.Storage;
using Emulation.Ingest.Validation;
using Emulation.Plan;
using Microsoft.Extensions.DependencyInjection;

namespace Emulation.Ingest.Tests.Answers;

/// <summary>After the lock a report is refused, unless a person has opened that one duty for that one unit.</summary>
public sealed class ExtensionUseCaseTests
{
    private const string Header = "Mã đơn vị;Kỳ báo cáo;Mã chỉ tiêu;Tên chỉ tiêu;Đơn vị tính;Thực hiện;Tử số;Mẫu số;Ước thực hiện;Ghi chú\n";
    private const string March = Header + "654;2020-03;B01;;văn bản;12;;;;\n";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Locked_WithAnOpenExtension_IsTakenAndSaysSo()
    {
        await using var kit = await IntakeKit.CreateAsync(Cancellation, SubmissionReader.Read);
        kit.Drop("1.csv", March);
        await kit.SweepAsync(Cancellation);
        Assert.Equal(["1.csv|rejected|E-LOCKED"], await kit.StatesAsync(Cancellation));

        var number = await GrantAsync(kit);
        kit.Drop("2.csv", March);
        await kit.SweepAsync(Cancellation);

        Assert.Equal("2.csv|accepted|", (await kit.StatesAsync(Cancellation))[^1]);
        var text = (await kit.RowsAsync("select body_text from emulation.receipts order by submission_id desc", Cancellation))[0];
        Assert.Contains($"Nhận sau ngày khóa theo gia hạn số {number} (đến hết ngày 20/04/2020), lý do: mất điện tại trụ sở.", text, StringComparison.Ordinal);
        Assert.Contains("Trễ ", text, StringComparison.Ordinal);
        Assert.Equal([$"2|{number}"], await kit.RowsAsync("select submission_id, exception_id from emulation.exceptions_used", Cancellation));
        Assert.Equal(["exception-granted|Chánh Văn phòng"], await kit.RowsAsync("select kind, actor from emulation.audit_entries where kind like 'exception%'", Cancellation));
        Assert.Empty(await kit.FaultsAsync(Cancellation));
    }

    [Theory]
    [InlineData("over")]
    [InlineData("revoked")]
    [InlineData("another unit")]
    [InlineData("another period")]
    public async Task Locked_WithoutAnExtensionThatFits_IsRefused(string why)
    {
        await using var kit = await IntakeKit.CreateAsync(Cancellation, SubmissionReader.Read);
        var number = await GrantAsync(kit, why == "another unit" ? "644" : "654", why == "another period" ? "2020-02" : "2020-03");
        if (why == "over")
        {
            kit.Clock.Advance(TimeSpan.FromDays(11));
        }
        else if (why == "revoked")
        {
            Assert.True(await Store(kit).RevokeAsync(number, "đủ số liệu", "Chánh Văn phòng", Cancellation));
            Assert.False(await Store(kit).RevokeAsync(number, "đủ số liệu", "Chánh Văn phòng", Cancellation));
        }

        kit.Drop("1.csv", March);
        await kit.SweepAsync(Cancellation);

        Assert.Equal(["1.csv|rejected|E-LOCKED"], await kit.StatesAsync(Cancellation));
    }

    [Fact]
    public async Task Extension_OnItsLastDay_IsOpenUntilMidnight()
    {
        await using var kit = await IntakeKit.CreateAsync(Cancellation, SubmissionReader.Read);
        await GrantAsync(kit);
        // 20/04/2020, 23:50 in Vietnam.
        kit.Clock.Advance(new DateTimeOffset(2020, 4, 20, 16, 50, 0, TimeSpan.Zero) - kit.Clock.GetUtcNow());
        kit.Drop("1.csv", March);
        await kit.SweepAsync(Cancellation);

        Assert.Equal(["1.csv|accepted|"], await kit.StatesAsync(Cancellation));
    }

    [Theory]
    [InlineData("654", "DL9", "2020-03", "2020-04-20", "has no duty")]
    [InlineData("654", null, "2020-03", "2020-04-01", "over before it begins")]
    [InlineData("654", null, "2020-12", "2020-04-20", "No exception is needed")]
    [InlineData("654", "DL2", "2020", "2020-04-20", "does not owe")]
    public async Task Grant_ThatMakesNoSense_IsRefused(string unit, string? duty, string period, string until, string says)
    {
        await using var kit = await IntakeKit.CreateAsync(Cancellation, SubmissionReader.Read);

        var problem = await Assert.ThrowsAsync<ArgumentException>(() => kit.Host.GetRequiredService<GrantExtension>().RunAsync(
            new ExceptionRequest(new UnitCode(unit), duty ?? Monthly(kit), new PeriodCode(period), DateOnly.Parse(until, System.Globalization.CultureInfo.InvariantCulture), "lý do", "ai"), Cancellation));

        Assert.Contains(says, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Grant_Twice_NamesTheFirst()
    {
        await using var kit = await IntakeKit.CreateAsync(Cancellation, SubmissionReader.Read);
        await GrantAsync(kit);

        Assert.Contains("already", (await Assert.ThrowsAsync<ArgumentException>(() => GrantAsync(kit))).Message, StringComparison.Ordinal);
        Assert.Equal([("mất điện tại trụ sở", 0)], (await Store(kit).ListAsync("dak-lak-2020", Cancellation)).Select(one => (one.Reason, one.Uses)));
    }

    private static ExceptionStore Store(IntakeKit kit) => kit.Host.GetRequiredService<ExceptionStore>();

    private static string Monthly(IntakeKit kit) => kit.Plan.Plan.Duties.First(duty => duty.Form == FormKind.Figures).Code;

    private static Task<long> GrantAsync(IntakeKit kit, string unit = "654", string period = "2020-03") => kit.Host.GetRequiredService<GrantExtension>().RunAsync(
        new ExceptionRequest(new UnitCode(unit), Monthly(kit), new PeriodCode(period), new DateOnly(2020, 4, 20), "mất điện tại trụ sở", "Chánh Văn phòng"), Cancellation);
}
