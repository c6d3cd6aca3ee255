using Emulation.Plan;
using Emulation.Reports.Documents;
using Emulation.Reports.Documents.Mail;
using Emulation.Reports.Scoring;
using Emulation.Reports.Storage;

namespace Emulation.Reports.Delivery;

/// <summary>Words a unit's own score card: as a table a group, and as the text that <c>score explain</c> prints.</summary>
internal static class ScoreCardMails
{
    /// <summary>One mail an address of the unit's officer.</summary>
    /// <param name="today">The plan that holds now: it says who is told.</param>
    /// <param name="closing">The closing the card is of; every key a card ever had ends with its mark.</param>
    public static Task<IReadOnlyList<NewDelivery>> OfAsync(MailRenderer renderer, EmulationPlan today, UnitCard card, PeriodClosing closing, DateOnly day) =>
        OfAsync(renderer, today, card, $"{PrefixOf(card.Plan, card.Run.Result.Period)}{card.Unit.Code}:{closing.Edition}-{closing.Mark}", day);

    /// <summary>One mail an address of the unit's officer, and one a period: whatever is computed later, no second provisional card goes out.</summary>
    /// <param name="today">The plan that holds now: it says who is told.</param>
    public static Task<IReadOnlyList<NewDelivery>> ProvisionalAsync(MailRenderer renderer, EmulationPlan today, UnitCard card, DateOnly day) =>
        OfAsync(renderer, today, card, $"provisional-card:{card.Plan.Code}:{card.Run.Result.Period}:{card.Unit.Code}", day);

    /// <summary>What the keys of all cards of a period begin with.</summary>
    public static string PrefixOf(EmulationPlan plan, PeriodCode period) => $"score-card:{plan.Code}:{period}:";

    /// <summary>True if two cards of a unit, of two closings, tell it the same: all but when the period was closed and with which hash.</summary>
    public static bool SaySame(UnitCard card, UnitCard other) => Said(card).SequenceEqual(Said(other), StringComparer.Ordinal);

    private static async Task<IReadOnlyList<NewDelivery>> OfAsync(MailRenderer renderer, EmulationPlan today, UnitCard card, string key, DateOnly day)
    {
        var unit = today.Units.FirstOrDefault(unit => unit.Code == card.Unit.Code) ?? card.Unit;
        var addresses = today.AddressesOf(unit, ContactRole.Officer, day);
        if (addresses.Count == 0)
        {
            return [];
        }

        var letter = LetterOf(card);
        var html = await renderer.RenderAsync<ScoreCardMail>(new Dictionary<string, object?> { [nameof(ScoreCardMail.Letter)] = letter });
        var text = string.Join('\n', LinesOf(card).Append("").Append(letter.Objection).Append("").Append(letter.Footer).Append(""));
        return [.. addresses.Select(address => NewDelivery.From(today.Issuer, key, card.Unit.Code.Value, "unit", address, letter.Subject, text, html))];
    }

    private static IEnumerable<string> Said(UnitCard card) => LinesOf(card with { Run = card.Run with { Hash = [], ClosedAt = null, DataAsOf = DateTimeOffset.UnixEpoch } });

    private static IEnumerable<string> LinesOf(UnitCard card) =>
        ScoreCardText.Lines(card.Plan, card.Run, card.Unit, card.Result, card.Figures, card.Adjustments, card.Opinions);

    private static ScoreCardLetter LetterOf(UnitCard card)
    {
        var (plan, result) = (card.Plan, card.Result);
        var period = plan.PeriodByCode(card.Run.Result.Period).Name;
        var isProvisional = card.Run.ClosedAt is null;
        return new ScoreCardLetter(
            Texts.Get(isProvisional ? "Card.Subject.Provisional" : card.IsCorrected ? "Card.Subject.Corrected" : "Card.Subject", plan.Issuer.Name, period, card.Unit.Name),
            plan.Issuer.Name,
            Texts.Get(isProvisional ? "Card.Title.Provisional" : "Card.Title", period),
            card.Unit.Name,
            [.. CardFacts.Of(plan, result, ScoreLineText.RankedBeside(plan, card.Run.Result, result), card.Adjustments, ScoreCardText.Status(plan, card.Run)), .. DeadlineOf(card)],
            [.. result.Groups.Select(group => GroupOf(card, group))],
            ObjectionOf(card),
            [.. OpinionText.Totals(result, card.Opinions).Select(line => line.Trim()), RunTexts.Get("CardLegend")],
            Texts.Get("Mail.Automatic", plan.Issuer.Name));
    }

    private static IEnumerable<(string Label, string Value)> DeadlineOf(UnitCard card)
    {
        if (LastDayToObject(card) is { } until)
        {
            yield return (Texts.Get("Card.ObjectionsUntil"), Texts.Get("Card.ObjectionsUntil.Day", VietnameseNumber.Day(until)));
        }
    }

    private static string ObjectionOf(UnitCard card) => LastDayToObject(card) is { } until
        ? Texts.Get("Card.Objection.Provisional", card.Plan.Issuer.Name, VietnameseNumber.Day(until))
        : (card.IsCorrected ? Texts.Get("Card.Replaces") + " " : "") + Texts.Get("Card.Objection", card.Plan.Issuer.Name);

    /// <returns>Null if the card is final, or the plan sets no such day.</returns>
    private static DateOnly? LastDayToObject(UnitCard card) =>
        card.Run.ClosedAt is null ? card.Plan.ObjectionsUntil(card.Plan.PeriodByCode(card.Run.Result.Period)) : null;

    private static ScoreCardGroup GroupOf(UnitCard card, GroupPoints group)
    {
        var name = card.Plan.Scoring.Groups.Single(entry => entry.Code == group.Group).Name;
        return new ScoreCardGroup(
            Texts.Get("Card.Group", name, VietnameseNumber.Points(group.Points), VietnameseNumber.Points(group.MaxPoints)),
            ScoreLineText.Rescaled(card.Plan, card.Result, group),
            [.. card.Result.Lines.Where(line => line.Group == group.Group).Select(line => RowOf(card, line))]);
    }

    private static ScoreCardRow RowOf(UnitCard card, ScoreLine line)
    {
        var rule = card.Plan.Scoring.Rules.Single(entry => entry.Code == line.Rule);
        return new ScoreCardRow(
            line.Rule,
            ScoreLineText.NameOf(card.Plan, rule),
            line.Arithmetic,
            ScoreLineText.Below(card.Plan, rule, line),
            VietnameseNumber.Points(line.Points),
            VietnameseNumber.Points(line.MaxPoints),
            [.. card.Opinions.Where(opinion => opinion.Rule == line.Rule).OrderBy(opinion => opinion.Kind).Select(opinion => OpinionText.Line(line.Points, opinion).Trim())]);
    }
}
