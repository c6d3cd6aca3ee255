using Emulation.Reports.Documents.Charts;
using Emulation.Reports.Documents.Model;

namespace Emulation.Reports.Documents.Mail;

/// <summary>The two faces of a mail and its subject.</summary>
public sealed record MailBody(string Subject, string Html, string Text)
{
    /// <summary>The mail of a report.</summary>
    /// <param name="files">All files of the report; the mail names those attached to it.</param>
    /// <param name="charts">The pictures of the HTML body; none where they could not be drawn.</param>
    public static async Task<MailBody> OfReportAsync(MailRenderer renderer, ReportModel model, IReadOnlyList<ReportFile> files, IReadOnlyList<ReportChart> charts)
    {
        ArgumentNullException.ThrowIfNull(renderer);
        ArgumentNullException.ThrowIfNull(model);
        var attached = string.Join(", ", files.Where(file => file.IsAttached).Select(file => file.Name));
        var subject = MailSubject.Of(model.Cover);
        var html = await renderer.RenderAsync<ReportMail>(new Dictionary<string, object?>
        {
            [nameof(ReportMail.Model)] = model,
            [nameof(ReportMail.Subject)] = subject,
            [nameof(ReportMail.Attached)] = attached,
            [nameof(ReportMail.Charts)] = charts,
        });
        return new MailBody(subject, html, ReportMailText.Write(model, attached));
    }
}
