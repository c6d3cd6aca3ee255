using System.Net;
using Emulation.Jobs.Tests.Hosting;
using Emulation.Plan;
using Emulation.Reports;
using Microsoft.Extensions.DependencyInjection;

namespace Emulation.Jobs.Tests.Pages;

/// <summary>Objections and reopenings on the page of a wave, over HTTP: each once, a reopening by two logins.</summary>
public sealed class WaveDecisionTests : IAsyncLifetime
{
    private const string Page = "/chot-dot/2020-W1";
    private const string Base = "/quyet-dinh/chot-dot/2020-W1/";
    private const string Stale = "Chưa có gì thay đổi: việc này đã có quyết định sau khi bạn mở trang";
    private const string Objections = "select objection, entered_by from emulation.objections order by objection_id";
    private const string Answers = "select decision, answer, decided_by from emulation.objection_answers";
    private const string Requests = "select reason, asked_by from emulation.wave_reopening_requests order by wave_reopening_request_id";
    private const string Reopenings = "select reason, asked_by, approved_by from emulation.wave_reopenings";
    private const string Second = "Nguyễn Văn Hai";
    private const string Variant = "TRAN THI MAU";

    /// <summary>The host's clock is today's: every objection to 2020 comes late.</summary>
    private static readonly (string Name, string Value) Late = ("ly-do-muon", "giấy đến muộn");

    private HostBench bench = null!;
    private HttpClient browser = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        bench = await HostBench.StartAsync(settings:
        [
            .. Acting.People,
            ("Web:People:2:Name", Second), ("Web:People:2:Password", Acting.Password), ("Web:People:2:Role", "office"),
            ("Web:People:3:Name", Variant), ("Web:People:3:Password", Acting.Password), ("Web:People:3:Role", "office"),
        ]);
        browser = await bench.SignedInAsync(Acting.Officer);
    }

    public ValueTask DisposeAsync()
    {
        browser.Dispose();
        return bench.DisposeAsync();
    }

    [Fact]
    public async Task Object_ThenAnswer_IsOnRecordInThePersonsName()
    {
        var entered = await browser.SaidAsync(await SendAsync("kien-nghi", ("don-vi", "654"), ("noi-dung", "  Thiếu điểm B06 "), Late));
        var number = (await bench.RowsAsync("select objection_id from emulation.objections")).Single();
        var answered = await browser.SaidAsync(await SendAsync("kien-nghi/" + number, ("chon", "rejected"), ("noi-dung", "Đã tính đủ")));

        Assert.Equal($"Đã ghi kiến nghị số {number} của Krông Pắc. Chưa chốt được cho đến khi có trả lời.", entered);
        Assert.Equal($"Đã trả lời kiến nghị số {number}: không chấp nhận.", answered);
        Assert.Equal([$"Thiếu điểm B06 (nhận sau hạn kiến nghị 07/07/2020, vì: giấy đến muộn)|{Acting.Officer}"], await bench.RowsAsync(Objections));
        Assert.Equal([$"rejected|Đã tính đủ|{Acting.Officer}"], await bench.RowsAsync(Answers));
        Assert.Equal(
            [$"objection|{Acting.Officer}", $"objection-answered|{Acting.Officer}"],
            await bench.RowsAsync("select kind, actor from emulation.audit_entries where kind like 'objection%' order by audit_id"));
    }

    [Fact]
    public async Task Object_ClickedOftenAtOnce_IsOneObjection_AndAnotherUnitsIsAnother()
    {
        (string, string)[] seen = [.. Acting.Hidden(await browser.ReadAsync(Page), Base + "kien-nghi"), ("noi-dung", "x"), Late];

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => browser.SendFormAsync(Base + "kien-nghi", [.. seen, ("don-vi", "654")])));
        var late = await browser.SaidAsync(await browser.SendFormAsync(Base + "kien-nghi", [.. seen, ("don-vi", "654")]));
        var other = await browser.SaidAsync(await browser.SendFormAsync(Base + "kien-nghi", [.. seen, ("don-vi", "643")]));
        var anew = await browser.SaidAsync(await SendAsync("kien-nghi", ("don-vi", "654"), ("noi-dung", "y"), Late));

        Assert.StartsWith(Stale, late, StringComparison.Ordinal);
        Assert.StartsWith("Đã ghi kiến nghị", other, StringComparison.Ordinal);
        Assert.StartsWith("Đã ghi kiến nghị", anew, StringComparison.Ordinal);
        Assert.Equal(3, (await bench.RowsAsync(Objections)).Count);
    }

    [Fact]
    public async Task Answer_ByTwoPeopleAtOnce_IsGivenOnce()
    {
        using var second = await bench.SignedInAsync(Second);
        await SendAsync("kien-nghi", ("don-vi", "654"), ("noi-dung", "x"), Late);
        var action = Base + "kien-nghi/" + (await bench.RowsAsync("select objection_id from emulation.objections")).Single();
        (string, string)[] mine = [.. Acting.Hidden(await browser.ReadAsync(Page), action), ("chon", "upheld"), ("noi-dung", "Đúng")];
        (string, string)[] theirs = [.. Acting.Hidden(await second.ReadAsync(Page), action), ("chon", "rejected"), ("noi-dung", "Sai")];

        var first = await browser.SaidAsync(await browser.SendFormAsync(action, mine));
        var late = await second.SaidAsync(await second.SendFormAsync(action, theirs));

        Assert.EndsWith("chấp nhận. Điểm chưa đổi: cần tệp mới hoặc điểm thưởng, điểm trừ.", first, StringComparison.Ordinal);
        Assert.StartsWith(Stale, late, StringComparison.Ordinal);
        Assert.Equal([$"upheld|Đúng|{Acting.Officer}"], await bench.RowsAsync(Answers));
        Assert.DoesNotContain(action, await second.ReadAsync(Page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reopen_AskedByOneLoginAndApprovedByAnother_HappensOnce()
    {
        await CloseAsync();
        using var second = await bench.SignedInAsync(Second);
        (string, string)[] ask = [.. Acting.Hidden(await browser.ReadAsync(Page), Base + "mo-lai"), ("ly-do", "Đơn vị báo cáo sai")];

        var asked = await browser.SaidAsync(await browser.SendFormAsync(Base + "mo-lai", ask));
        var askedTwice = await browser.SaidAsync(await browser.SendFormAsync(Base + "mo-lai", ask));
        var action = Base + "mo-lai/" + (await bench.RowsAsync("select wave_reopening_request_id from emulation.wave_reopening_requests")).Single();
        (string, string)[] approve = [.. Acting.Hidden(await second.ReadAsync(Page), action), ("xac-nhan", "on")];
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => second.SendFormAsync(action, approve)));
        var late = await second.SaidAsync(await second.SendFormAsync(action, approve));

        Assert.StartsWith("Đã ghi đề nghị mở lại.", asked, StringComparison.Ordinal);
        Assert.StartsWith(Stale, askedTwice, StringComparison.Ordinal);
        Assert.StartsWith(Stale, late, StringComparison.Ordinal);
        Assert.Equal([$"Đơn vị báo cáo sai|{Acting.Officer}|{Second}"], await bench.RowsAsync(Reopenings));
        Assert.Contains("Đã mở lại, chờ chốt lại", await browser.ReadAsync(Page), StringComparison.Ordinal);
        Assert.Equal(
            [$"reopening-asked|{Acting.Officer}", $"wave-reopened|{Second}"],
            await bench.RowsAsync("select kind, actor from emulation.audit_entries where kind in ('reopening-asked', 'wave-reopened') order by audit_id"));
    }

    // the same login, the same name typed otherwise, and the account that several share
    [Theory]
    [InlineData(Acting.Officer, "Bạn là người đề nghị: phải là người khác đồng ý. Chưa có gì thay đổi.")]
    [InlineData(Variant, "Bạn là người đề nghị: phải là người khác đồng ý. Chưa có gì thay đổi.")]
    [InlineData(null, "Tài khoản chung không đề nghị hay đồng ý mở lại được, vì không rõ là ai. Chưa có gì thay đổi.")]
    public async Task Reopen_ApprovedByNoSecondPerson_IsRefused(string? login, string sentence)
    {
        await CloseAsync();
        await SendAsync("mo-lai", ("ly-do", "x"));
        using var other = login is null ? await bench.SignedInAsync() : await bench.SignedInAsync(login);
        var action = Base + "mo-lai/" + (await bench.RowsAsync("select wave_reopening_request_id from emulation.wave_reopening_requests")).Single();
        var page = await other.ReadAsync(Page);

        var said = await other.SaidAsync(await other.SendFormAsync(action, [("__RequestVerificationToken", HostBench.TokenOf(page)), ("xac-nhan", "on")]));

        Assert.DoesNotContain(action, page, StringComparison.Ordinal);
        Assert.Equal(sentence, said);
        Assert.Empty(await bench.RowsAsync(Reopenings));
    }

    // by whoever asked, and by another: both with a reason, and once
    [Theory]
    [InlineData(Acting.Officer, "Người đề nghị đã rút:</b> Đã rõ")]
    [InlineData(Second, "Không đồng ý:</b> Đã rõ")]
    public async Task Reopen_Declined_ComesToNothing_AndMayBeAskedForAnew(string login, string sentence)
    {
        await CloseAsync();
        await SendAsync("mo-lai", ("ly-do", "Đơn vị báo cáo sai"));
        using var other = await bench.SignedInAsync(login);
        using var second = await bench.SignedInAsync(Second);
        var number = (await bench.RowsAsync("select wave_reopening_request_id from emulation.wave_reopening_requests")).Single();
        (string, string)[] approve = [.. Acting.Hidden(await second.ReadAsync(Page), Base + "mo-lai/" + number), ("xac-nhan", "on")];
        (string, string)[] decline = [.. Acting.Hidden(await other.ReadAsync(Page), Base + "khong-mo-lai/" + number), ("ly-do", " ")];

        var wordless = await other.SaidAsync(await other.SendFormAsync(Base + "khong-mo-lai/" + number, decline));
        var declined = await other.SaidAsync(await other.SendFormAsync(Base + "khong-mo-lai/" + number, [.. decline[..^1], ("ly-do", "Đã rõ")]));
        var twice = await other.SaidAsync(await other.SendFormAsync(Base + "khong-mo-lai/" + number, [.. decline[..^1], ("ly-do", "Đã rõ")]));
        var approved = await second.SaidAsync(await second.SendFormAsync(Base + "mo-lai/" + number, approve));
        var page = await browser.ReadAsync(Page);

        Assert.StartsWith("Chưa ghi lý do", wordless, StringComparison.Ordinal);
        Assert.Equal($"Đã ghi: đề nghị số {number} không thực hiện; kết quả đã chốt giữ nguyên.", declined);
        Assert.All([twice, approved], said => Assert.StartsWith(Stale, said, StringComparison.Ordinal));
        Assert.Empty(await bench.RowsAsync(Reopenings));
        Assert.Equal([$"Đã rõ|{login}"], await bench.RowsAsync("select reason, declined_by from emulation.wave_reopening_refusals"));
        Assert.Equal([login], await bench.RowsAsync("select actor from emulation.audit_entries where kind = 'reopening-declined'"));
        Assert.Contains(sentence, page, StringComparison.Ordinal);
        Assert.DoesNotContain("Đã chốt, có đề nghị mở lại", page, StringComparison.Ordinal);
        Assert.StartsWith("Đã ghi đề nghị mở lại.", await browser.SaidAsync(await SendAsync("mo-lai", ("ly-do", "Vẫn sai"))), StringComparison.Ordinal);
        Assert.Contains("Đã chốt, có đề nghị mở lại", await browser.ReadAsync(Page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reopen_AskedAboutAClosingThatIsReplacedMeanwhile_ChangesNothing()
    {
        await CloseAsync();
        (string, string)[] ask = [.. Acting.Hidden(await browser.ReadAsync(Page), Base + "mo-lai"), ("ly-do", "x")];
        var reopen = bench.Host.Services.GetRequiredService<ReopenWave>();
        await reopen.ApproveAsync(new PeriodCode("2020-W1"), await reopen.AskAsync(new PeriodCode("2020-W1"), "y", "A", Cancellation), "B", Cancellation);

        var whileOpen = await browser.SaidAsync(await browser.SendFormAsync(Base + "mo-lai", ask));
        await CloseAsync();
        var closedAnew = await browser.SaidAsync(await browser.SendFormAsync(Base + "mo-lai", ask));

        Assert.StartsWith(Stale, whileOpen, StringComparison.Ordinal);
        Assert.StartsWith(Stale, closedAnew, StringComparison.Ordinal);
        Assert.Equal(["y|A"], await bench.RowsAsync(Requests));
    }

    // what lacks, and the sentence
    [Theory]
    [InlineData("kien-nghi", "noi-dung=x", "Chưa chọn đơn vị, chưa có gì thay đổi.")]
    [InlineData("kien-nghi", "don-vi=999&noi-dung=x", "Chưa chọn đơn vị, chưa có gì thay đổi.")]
    [InlineData("kien-nghi", "don-vi=654&noi-dung=x", "Đã hết hạn kiến nghị: phải ghi lý do nhận muộn. Chưa có gì thay đổi.")]
    [InlineData("kien-nghi", "don-vi=654&noi-dung=%20", "Chưa ghi nội dung kiến nghị, chưa có gì thay đổi.")]
    [InlineData("mo-lai", "ly-do=%20", "Chưa ghi lý do, chưa có gì thay đổi. Lý do được lưu cùng quyết định.")]
    public async Task FormThatLacksSomething_ChangesNothing_AndSaysWhat(string what, string fields, string sentence)
    {
        await CloseAsync();
        var pairs = fields.Split('&').Select(field => field.Split('=')).Select(field => (field[0], Uri.UnescapeDataString(field[1])));

        Assert.Equal(sentence, await browser.SaidAsync(await SendAsync(what, [.. pairs])));
        Assert.Empty(await bench.RowsAsync(Objections));
        Assert.Empty(await bench.RowsAsync(Requests));
    }

    [Fact]
    public async Task FormWithoutWhatWasSeen_OrOfAnUnknownPeriod_ChangesNothing()
    {
        await CloseAsync();
        (string, string) token = ("__RequestVerificationToken", HostBench.TokenOf(await browser.ReadAsync(Page)));

        var objection = await browser.SaidAsync(await browser.SendFormAsync(Base + "kien-nghi", [token, ("don-vi", "654"), ("noi-dung", "x"), Late]));
        var reopening = await browser.SaidAsync(await browser.SendFormAsync(Base + "mo-lai", [token, ("ly-do", "x")]));
        var answer = await browser.SaidAsync(await browser.SendFormAsync(Base + "kien-nghi/77", [token, ("chon", "upheld"), ("noi-dung", "x")]));
        var month = await browser.SendFormAsync("/quyet-dinh/chot-dot/2020-03/kien-nghi", [token, ("don-vi", "654"), ("noi-dung", "x")]);

        Assert.All([objection, reopening, answer], said => Assert.StartsWith("Biểu mẫu không đầy đủ", said, StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.NotFound, month.StatusCode);
        Assert.Empty(await bench.RowsAsync(Objections));
        Assert.Empty(await bench.RowsAsync(Requests));
    }

    private async Task CloseAsync() => await bench.Host.Services.GetRequiredService<CloseWave>().RunAsync(new PeriodCode("2020-W1"), "schedule", Cancellation);

    private Task<HttpResponseMessage> SendAsync(string what, params (string, string)[] fields) => browser.SendAsync(Page, Base + what, fields);
}
