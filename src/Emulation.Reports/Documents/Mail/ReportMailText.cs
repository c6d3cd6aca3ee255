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
        foreach (var (index, section) in ReportMailSections.Of(model).Index())
        {
            Section(text, section);
            if (index == 0)
            {
                text.AppendLine(Texts.Get("Mail.Attachment", attached)).AppendLine();
            }
        }

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

    private static void Section(StringBuilder text, MailSection section)
    {
        text.AppendLine(section.Heading.ToUpper(Texts.Vietnamese));
        foreach (var line in section.Lines.Take(section.AtMost))
        {
            text.Append(section.Mark).AppendLine(line.Text);
        }

        if (section.Lines.Count > section.AtMost)
        {
            text.AppendLine(Texts.Get("Mail.More", VietnameseFormat.Number(section.Lines.Count - section.AtMost)));
        }

        text.AppendLine();
    }
}
