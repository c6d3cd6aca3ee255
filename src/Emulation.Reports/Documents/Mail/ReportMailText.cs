using System.Text;
using Emulation.Reports.Documents.Model;

namespace Emulation.Reports.Documents.Mail;

/// <summary>The plain-text body of a report mail: the same things in the same order as the HTML body.</summary>
public static class ReportMailText
{
    /// <param name="attached">Names of the attached files.</param>
    public static string Write(ReportModel model, string attached)
    {
        ArgumentNullException.ThrowIfNull(model);
        var text = new StringBuilder();
        Head(text, model.Cover);
        Section(text, Texts.Get("Mail.Section.Headlines"), model.Headlines, model.Headlines.Count);
        text.AppendLine(Texts.Get("Mail.Attachment", attached)).AppendLine();
        Section(text, Texts.Get("Mail.Section.Changes"), [.. model.Changes.Select(change => Texts.Get("Mail.ChangeLine", change.Unit, change.What, change.Before, change.After))], MailLimits.Lines);
        Section(text, Texts.Get("Mail.Section.Progress"), [.. model.Progress.Select(Progress)], model.Progress.Count);
        Ranking(text, model.Ranking);
        Section(text, Texts.Get("Mail.Section.Indicators"), [.. IndicatorWords.FurthestBehind(model.Indicators).Select(Indicator)], MailLimits.Lines);
        Section(text, Texts.Get("Mail.Section.Outstanding"), [.. model.Outstanding.Select(Outstanding)], MailLimits.Lines);
        Section(text, Texts.Get("Mail.Section.Questions"), [.. model.Questions.Select(Question)], MailLimits.Lines);
        Section(text, Texts.Get("Mail.Section.Facts"), [.. CoverFacts.Of(model.Cover).Select(fact => $"{fact.Label}: {fact.Value}")], int.MaxValue);
        text.AppendLine(Texts.Get("Mail.Automatic", model.Cover.Issuer));
        return text.ToString().ReplaceLineEndings("\n");
    }

    private static void Head(StringBuilder text, ReportCover cover)
    {
        text.AppendLine(cover.Issuer.ToUpper(Texts.Vietnamese));
        text.AppendLine(cover.Title);
        text.AppendLine(cover.Subject);
        text.AppendLine(Texts.Get("Status." + cover.Status));
        if (cover.Replaces is { } replaces)
        {
            text.AppendLine(replaces);
        }

        text.AppendLine();
    }

    private static void Section(StringBuilder text, string heading, IReadOnlyList<string> lines, int atMost)
    {
        if (lines.Count == 0)
        {
            return;
        }

        text.AppendLine(heading.ToUpper(Texts.Vietnamese));
        foreach (var line in lines.Take(atMost))
        {
            text.Append("- ").AppendLine(line);
        }

        if (lines.Count > atMost)
        {
            text.AppendLine(Texts.Get("Mail.More", VietnameseFormat.Number(lines.Count - atMost)));
        }

        text.AppendLine();
    }

    private static void Ranking(StringBuilder text, IReadOnlyList<RankingBlock> ranking)
    {
        foreach (var block in ranking.Where(block => block.Units.Count > 0))
        {
            text.AppendLine($"{Texts.Get("Sheet.Ranking")} – {block.Name}".ToUpper(Texts.Vietnamese));
            foreach (var unit in block.Units.Take(MailLimits.Ranks))
            {
                var rank = unit.Rank is { } place ? VietnameseFormat.Number(place) : "–";
                var grade = unit.Grade.Length == 0 ? "" : " – " + unit.Grade;
                text.AppendLine(Texts.Get("Mail.RankingLine", rank, unit.Unit, VietnameseFormat.Points(unit.Points)) + grade + (unit.Note is null ? "" : $" ({unit.Note})"));
            }

            if (block.Units.Count > MailLimits.Ranks)
            {
                text.AppendLine(Texts.Get("Mail.More", VietnameseFormat.Number(block.Units.Count - MailLimits.Ranks)));
            }

            text.AppendLine();
        }
    }

    private static string Progress(MovementProgress movement) =>
        Texts.Get("Mail.ProgressLine", movement.Label, movement.Name, ProgressWords.Percent(movement), ProgressWords.Targets(movement));

    private static string Indicator(IndicatorTotal total)
    {
        string[] values = [total.Code, total.Name, IndicatorWords.Quantity(total.Value), IndicatorWords.Measure(total), IndicatorWords.Quantity(total.Target)];
        return total.AchievedPercent is { } percent
            ? Texts.Get("Mail.IndicatorLine", [.. values, VietnameseFormat.Percent(percent)])
            : Texts.Get("Mail.IndicatorLineShort", values);
    }

    private static string Outstanding(OutstandingReport report) => Texts.Get(
        "Mail.OutstandingLine", report.Unit, report.DutyName, report.PeriodName, VietnameseFormat.Date(report.DueOn), OutstandingWords.Of(report));

    private static string Question(OpenQuestion question) =>
        $"{question.Unit}{(question.Indicator is null ? "" : " – " + question.Indicator)}: {question.Sentence}";
}
