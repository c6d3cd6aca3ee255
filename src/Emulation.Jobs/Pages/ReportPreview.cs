using System.Net;
using Emulation.Jobs.Pages.Storage;
using Emulation.Plan;
using Emulation.Reports;
using Emulation.Reports.Documents.Document;

namespace Emulation.Jobs.Pages;

/// <summary>The body of a report's mail as a page can show it: the pictures, which a mail carries beside the body, stand in it.</summary>
internal static class ReportPreview
{
    public static async Task<string?> HtmlAsync(PageQueries queries, long reportId, CancellationToken cancellationToken)
    {
        if (await queries.ReportHtmlAsync(reportId, cancellationToken) is not { } report)
        {
            return null;
        }

        var html = report.Html;
        foreach (var file in await queries.ReportFilesAsync(reportId, cancellationToken))
        {
            if (file.ContentId is { } contentId && await queries.ReportFileAsync(reportId, file.Name, cancellationToken) is { } picture)
            {
                html = WithPicture(html, contentId, picture.MediaType, picture.Content);
            }
        }

        return html;
    }

    /// <summary>The body of a report that is not made yet, as it would be mailed now; a sentence where it cannot be made.</summary>
    public static async Task<string> HtmlAsync(PreviewReport preview, ReportChoice choice, CancellationToken cancellationToken)
    {
        try
        {
            var report = (await preview.RunAsync(choice.Kind, choice.Period.Code, DocumentMarking.Draft, cancellationToken)).Report;
            return report.Files.Where(file => file.ContentId is not null).Aggregate(
                report.Mail.Html, (html, file) => WithPicture(html, file.ContentId!, file.MediaType, file.Content.Span));
        }
        catch (InvalidOperationException) when (choice.Kind == ReportKind.Final)
        {
            return $"<p style=\"font-family: sans-serif\">{Texts.Get("preview.not-closed", WebUtility.HtmlEncode(choice.Period.Name))}</p>";
        }
    }

    private static string WithPicture(string html, string contentId, string mediaType, ReadOnlySpan<byte> content) =>
        html.Replace($"\"cid:{contentId}\"", $"\"data:{mediaType};base64,{Convert.ToBase64String(content)}\"", StringComparison.Ordinal);
}
