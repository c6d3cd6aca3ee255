using Emulation.Reports.Documents.Model;

namespace Emulation.Reports.Documents.Mail;

/// <summary>The two faces of a mail and its subject.</summary>
public sealed record MailBody(string Subject, string Html, string Text)
{
    /// <summary>The mail of a report.</summary>
    public static async Task<MailBody> OfReportAsync(MailRenderer renderer, ReportModel model, string workbookName)
    {
        ArgumentNullException.ThrowIfNull(renderer);
        ArgumentNullException.ThrowIfNull(model);
        var subject = MailSubject.Of(model.Cover);
        var html = await renderer.RenderAsync<ReportMail>(new Dictionary<string, object?>
        {
            [nameof(ReportMail.Model)] = model,
            [nameof(ReportMail.Subject)] = subject,
            [nameof(ReportMail.WorkbookName)] = workbookName,
        });
        return new MailBody(subject, html, ReportMailText.Write(model, workbookName));
    }
}
