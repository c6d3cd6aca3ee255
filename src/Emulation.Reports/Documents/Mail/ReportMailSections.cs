using Emulation.Reports.Documents.Model;
using Emulation.Reports.Documents.Places;

namespace Emulation.Reports.Documents.Mail;

/// <summary>A headed list of a mail's body.</summary>
/// <param name="AtMost">Lines printed; of the others the mail says how many there are.</param>
/// <param name="Mark">Before each line in plain text.</param>
internal sealed record MailSection(string Heading, IReadOnlyList<Phrase> Lines, int AtMost, string Mark = "- ");

/// <summary>What a report mail says, in the order of its sections; sections that have nothing to say are left out.</summary>
internal static class ReportMailSections
{
    public static IReadOnlyList<MailSection> Of(ReportModel model)
    {
        MailSection[] sections =
        [
            new(Texts.Get("Mail.Section.Headlines"), Headlines(model), int.MaxValue),
            new(Texts.Get("Mail.Section.Changes"), [.. model.Changes.Select(Change)], MailLimits.Lines),
            new(Texts.Get("Mail.Section.Progress"), [.. model.Progress.Select(Progress)], int.MaxValue),
            .. model.Ranking.Select(block => new MailSection($"{Texts.Get("Sheet.Ranking")} – {block.Name}", [.. block.Units.Select(unit => Ranked(block, unit))], MailLimits.Ranks, "")),
            new(Texts.Get("Mail.Section.Indicators"), [.. IndicatorWords.FurthestBehind(model.Indicators).Select(Indicator)], MailLimits.Lines),
            new(Texts.Get("Mail.Section.Outstanding"), [.. model.Outstanding.Select(report => Outstanding(model, report))], MailLimits.Lines),
            new(Texts.Get("Mail.Section.Questions"), [.. model.Questions.Select(Question)], MailLimits.Lines),
            new(Texts.Get("Mail.Section.Facts"), [.. CoverFacts.Of(model.Cover).Select(fact => fact.Label + ": " + fact.Value)], int.MaxValue),
        ];
        return [.. sections.Where(section => section.Lines.Count > 0)];
    }

    /// <summary>The sentences of the summary.</summary>
    public static IReadOnlyList<Phrase> Headlines(ReportModel model) =>
        [.. model.Headlines.Select((sentence, index) => index < model.HeadlineNumbers.Count ? new Phrase(sentence, model.HeadlineNumbers[index]) : sentence)];

    private static Phrase Change(ReportChange change, int index) => Texts.Say(
        "Mail.ChangeLine", change.Unit, Phrase.Quote(change.What, Addresses.Change(index + 1, "what")),
        Phrase.Quote(change.Before, Addresses.Change(index + 1, "before")), Phrase.Quote(change.After, Addresses.Change(index + 1, "after")));

    private static Phrase Progress(MovementProgress movement) => Texts.Say(
        "Mail.ProgressLine", movement.Label, movement.Name, Phrase.Of(ProgressWords.Percent(movement), Addresses.Progress(movement.Group, "percent")),
        movement.JudgedTargets == 0
            ? ProgressWords.Targets(movement)
            : Phrase.Of(VietnameseFormat.Number(movement.MetTargets), Addresses.Progress(movement.Group, "met-targets")) + "/"
                + Phrase.Of(VietnameseFormat.Number(movement.JudgedTargets), Addresses.Progress(movement.Group, "judged-targets")));

    private static Phrase Ranked(RankingBlock block, RankingRow unit) => Texts.Say(
            "Mail.RankingLine", unit.Rank is { } place ? Phrase.Of(VietnameseFormat.Number(place), Addresses.Rank(block, unit, "rank")) : "–", unit.Unit,
            Phrase.Of(VietnameseFormat.Points(unit.Points), Addresses.Rank(block, unit, "points")))
        + (unit.Grade.Length == 0 ? "" : " – " + unit.Grade) + (unit.Note is null ? "" : $" ({unit.Note})");

    private static Phrase Indicator(IndicatorTotal total)
    {
        Phrase Quantity(decimal? value, string column) => Phrase.Of(IndicatorWords.Quantity(value), Addresses.Indicator(total, column));
        Phrase[] values = [total.Code, total.Name, Quantity(total.Value, "value"), IndicatorWords.Measure(total), Quantity(total.Target, "target"), IndicatorWords.Target(total)];
        return total.AchievedPercent is { } percent
            ? Texts.Say("Mail.IndicatorLine", [.. values, Phrase.Of(VietnameseFormat.Percent(percent), Addresses.Indicator(total, "achieved-percent"))])
            : Texts.Say("Mail.IndicatorLineShort", values);
    }

    private static Phrase Outstanding(ReportModel model, OutstandingReport report) => Texts.Say(
        "Mail.OutstandingLine", report.Unit, report.DutyName, report.PeriodName, Phrase.Of(VietnameseFormat.Date(report.DueOn), Addresses.DueOn(model, report)),
        Phrase.Quote(OutstandingWords.Of(report), Addresses.Board(model, report, "days-late")));

    private static Phrase Question(OpenQuestion question, int index) =>
        $"{question.Unit}{(question.Indicator is null ? "" : " – " + question.Indicator)}: " + Phrase.Quote(question.Sentence, Addresses.Question(question.UnitCode, index + 1));
}
