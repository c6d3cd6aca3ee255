namespace Emulation.Jobs.Tests.Schedule;

/// <summary>Cards that an earlier version mailed count as sent, whatever that version wrote as their key: nobody gets a closing's card twice, and a corrected card that never went out still does.</summary>
public sealed class UpgradedScoreCardsTests
{
    /// <summary>The forms a key's last part has had: the closing alone; what the card said and the closing; the closing's edition and the closing.</summary>
    public static TheoryData<string> Forms => ["{0}", "0123456789ab-{0}", "1-{0}"];

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task CardsOfAClosing_SentByAnEarlierVersion_AreNotSentByABackFill(string form)
    {
        await using var office = await UpgradedOffice.OpenAsync();
        await office.LeaveSentAsync(mark => form.Replace("{0}", mark, StringComparison.Ordinal));

        var swept = await office.SweepAsync();
        // What the council says after the closing stands beside a result that stays what it is.
        await office.DecideAsync(0);
        await office.BackFillAsync();
        var filled = await office.SweepAsync();

        Assert.Equal((0, 0), (swept.Units.Count, filled.Units.Count));
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Corrigendum_WhoseCardsTheEarlierVersionSent_SendsNone(string form)
    {
        await using var office = await UpgradedOffice.OpenAsync();
        await office.LeaveSentAsync(mark => form.Replace("{0}", mark, StringComparison.Ordinal));
        Assert.NotEmpty(await office.CorrectAsync(0, 2));
        // A back-fill of the earlier version mailed every card again; only then the corrigendum was made, so the sweep opens the slot.
        await office.LeaveSentAsync(mark => form.Replace("{0}", mark, StringComparison.Ordinal));
        await office.PublishAsync();

        var swept = await office.SweepAsync();
        await office.BackFillAsync();
        var filled = await office.SweepAsync();

        Assert.Equal((0, 0), (swept.Units.Count, filled.Units.Count));
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Corrigendum_WhoseCardsNeverWent_SendsTheChangedOnesOnce(string form)
    {
        await using var office = await UpgradedOffice.OpenAsync();
        await office.LeaveSentAsync(mark => form.Replace("{0}", mark, StringComparison.Ordinal));
        var changed = await office.CorrectAsync(0, 2);
        await office.PublishAsync();

        var swept = await office.SweepAsync();
        var again = await office.SweepAsync();
        await office.BackFillAsync();
        var filled = await office.SweepAsync();

        Assert.InRange(changed.Count, 1, 20);
        Assert.Equal(changed, swept.Units);
        Assert.Equal(changed.Count, swept.Corrected);
        Assert.Equal((0, 0), (again.Units.Count, filled.Units.Count));
    }

    /// <summary>Three closings in a row, the cards of the second sent by neither version: compared is with the card that was sent, not with the closing before.</summary>
    [Fact]
    public async Task SecondCorrigendum_TellsOfBoth_AndOfWhatTheCouncilSaidSince()
    {
        await using var office = await UpgradedOffice.OpenAsync();
        await office.LeaveSentAsync(mark => mark);
        var first = await office.CorrectAsync(0, 2);
        var second = await office.CorrectAsync(1, 1);
        await office.DecideAsync(2);
        await office.PublishAsync();

        var swept = await office.SweepAsync();
        await office.BackFillAsync();
        var filled = await office.SweepAsync();

        Assert.Equal(first.Concat(second).Append(await office.UnitAsync(2)).Distinct().Order(StringComparer.Ordinal), swept.Units);
        Assert.Empty(filled.Units);
    }
}
