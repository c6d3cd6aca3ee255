using System.Net;
using Emulation.Plan;
using Emulation.Plan.Files;
using Emulation.Reports.Tests.Closing;

namespace Emulation.Reports.Tests.Delivery;

/// <summary>Friday, 3/7/2020: two units object to the provisional results of the first wave and are answered.</summary>
public sealed class TellAnswersTests : IAsyncLifetime
{
    private static readonly PeriodCode Wave1 = new("2020-W1");
    private ResultsRoom room = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private IReadOnlyList<Unit> Units => room.Plan.Plan.Units;

    public async ValueTask InitializeAsync() => room = await ResultsRoom.OpenAsync(new DateTimeOffset(2020, 7, 3, 3, 0, 0, TimeSpan.Zero), Cancellation);

    public ValueTask DisposeAsync() => room.DisposeAsync();

    [Fact]
    public async Task Answer_IsToldToItsUnitOnce_WithTheObjectionAndTheDecision()
    {
        var first = await AnsweredAsync(0, "Thiếu điểm B06", isUpheld: true, "Nhận tệp gửi lại");
        var second = await AnsweredAsync(1, "Sai tên xã", isUpheld: false, "Đã tính đủ");

        var queued = (await TellAsync(), await TellAsync());

        Assert.Equal((2, 0), queued);
        var upheld = Assert.Single(await MailsAsync(Units[0]));
        var rejected = Assert.Single(await MailsAsync(Units[1]));
        Assert.Contains($"Trả lời kiến nghị số {first} về kết quả đợt 1 năm 2020 của {Units[0].Name}", upheld, StringComparison.Ordinal);
        Assert.Contains($"kiến nghị số {second}", rejected, StringComparison.Ordinal);
        // Both faces: the text with its labels, the HTML beside it.
        Assert.All(["Thiếu điểm B06", "Nhận tệp gửi lại", "Chấp nhận kiến nghị"], said => Assert.True(upheld.Split(said).Length - 1 >= 2, said));
        Assert.All(["Sai tên xã", "Đã tính đủ", "Không chấp nhận kiến nghị"], said => Assert.True(rejected.Split(said).Length - 1 >= 2, said));
        Assert.DoesNotContain("Sai tên xã", upheld, StringComparison.Ordinal);
        Assert.DoesNotContain("Thiếu điểm", rejected, StringComparison.Ordinal);
    }

    [Fact]
    public async Task UnansweredOrLongAnswered_IsNotTold()
    {
        await room.Get<RaiseObjection>().RunAsync(Units[0].Code, Wave1, "Thiếu điểm B06", "Trưởng phòng", null, Cancellation);
        await AnsweredAsync(1, "Sai tên xã", isUpheld: false, "Đã tính đủ");
        room.Clock.Advance(TellAnswers.News);

        Assert.Equal(0, await TellAsync());
    }

    [Fact]
    public async Task UnitWithoutAnAddress_HoldsUpNobody()
    {
        await room.ApplyAsync(
            texts => new(texts)
            {
                ["units.csv"] = texts["units.csv"].Replace(Units[0].MailAddress!, "", StringComparison.Ordinal),
                ["contacts.csv"] = string.Join('\n', texts["contacts.csv"].Split('\n').Where(line => !line.Contains($"{Units[0].Code.Value};", StringComparison.Ordinal))),
            },
            Cancellation);
        await AnsweredAsync(0, "Thiếu điểm B06", isUpheld: true, "Nhận tệp gửi lại");
        await AnsweredAsync(1, "Sai tên xã", isUpheld: false, "Đã tính đủ");

        Assert.Equal((1, 0), (await TellAsync(), await TellAsync()));
        Assert.Empty(await MailsAsync(Units[0]));
    }

    private Task<int> TellAsync() => room.Get<TellAnswers>().RunAsync(Cancellation);

    private async Task<long> AnsweredAsync(int unit, string text, bool isUpheld, string answer)
    {
        var objection = await room.Get<RaiseObjection>().RunAsync(Units[unit].Code, Wave1, text, "Trưởng phòng", null, Cancellation);
        await room.Get<RaiseObjection>().AnswerAsync(objection.Id, isUpheld, answer, "Hội đồng", Cancellation);
        return objection.Id;
    }

    /// <returns>Subject, text and HTML of each mail to the unit.</returns>
    private async Task<List<string>> MailsAsync(Unit unit)
    {
        await using var command = room.Database.DataSource.CreateCommand($"select subject || ' ' || body_text || ' ' || html from emulation.deliveries where recipient_code = '{unit.Code}' order by delivery_id");
        await using var reader = await command.ExecuteReaderAsync(Cancellation);
        var texts = new List<string>();
        while (await reader.ReadAsync(Cancellation))
        {
            texts.Add(WebUtility.HtmlDecode(reader.GetString(0)).Normalize());
        }

        return texts;
    }
}
