using Emulation.Jobs.Pages.Storage;

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
                html = html.Replace($"\"cid:{contentId}\"", $"\"data:{picture.MediaType};base64,{Convert.ToBase64String(picture.Content)}\"", StringComparison.Ordinal);
            }
        }

        return html;
    }
}
