using Emulation.Plan;
using Emulation.Reports.Delivery;

namespace Emulation.Reports.Storage;

/// <summary>The score cards of a period that were mailed already, and what they said: read again from the closing each tells of, in today's words.</summary>
/// <remarks>Compared is what two closings tell a unit, not the texts that were mailed: another wording of the program is no correction.</remarks>
internal sealed class EarlierCards(IReadOnlyList<SentCard> sent, IReadOnlyList<PeriodClosing> closings, RunStore runs, UnitCards cards)
{
    private readonly Dictionary<(string Closing, DateTimeOffset At), ClosingCards?> read = [];
    private readonly Dictionary<UnitCode, SentCard> newest = sent.GroupBy(card => card.Unit).ToDictionary(group => group.Key, group => group.First());
    private readonly HashSet<(string Unit, string Address, string Closing)> told = [.. sent.Select(card => (card.Unit.Value, card.Address, card.Closing))];

    /// <summary>True if the newest card of the unit is of another closing.</summary>
    public bool IsCorrected(UnitCode unit, PeriodClosing now) => newest.TryGetValue(unit, out var card) && card.Closing != now.Mark;

    /// <summary>True if the card of this closing lies at the address already.</summary>
    public bool Has(NewDelivery mail, PeriodClosing now) => told.Contains((mail.RecipientCode, mail.Address, now.Mark));

    /// <summary>True if the newest card of the unit is of another closing and said the same.</summary>
    public async Task<bool> SaidAsync(UnitCard card, PeriodClosing now, CancellationToken cancellationToken) =>
        IsCorrected(card.Unit.Code, now)
        && await ReadAsync(newest[card.Unit.Code], cancellationToken) is { } closing
        && await closing.OfAsync(card.Unit.Code, cancellationToken) is { } before
        && ScoreCardMails.SaySame(card, before);

    private async Task<ClosingCards?> ReadAsync(SentCard card, CancellationToken cancellationToken)
    {
        if (!read.TryGetValue((card.Closing, card.CreatedAt), out var found))
        {
            var run = closings.LastOrDefault(closing => closing.Mark == card.Closing) is { } closing ? await runs.FindAsync(closing.RunId, cancellationToken) : null;
            found = run is null ? null : await cards.OfAsync(run, card.CreatedAt, cancellationToken);
            read.Add((card.Closing, card.CreatedAt), found);
        }

        return found;
    }
}
