using System.Net.Mime;
using Emulation.Ingest.Answers;
using Emulation.Jobs.Pages.Storage;
using Emulation.Plan.Storage;
using Emulation.Reports;
using Emulation.Reports.Storage;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;

namespace Emulation.Jobs.Pages;

/// <summary>What the pages link to and is no page: style sheet, receipts, report previews, files of reports and of decisions, signing out.</summary>
internal static class Documents
{
    public static void MapDocuments(this WebApplication app)
    {
        app.MapGet("/emulation.css", StyleSheet).AllowAnonymous();
        // The catalogue of codes holds no data; officers have no account.
        app.MapGet("/tro-giup", Help).AllowAnonymous();
        // Where the links of a receipt lead that is shown here instead of in the share.
        app.MapGet("/ho-so/{folder}/" + HelpPage.FileName, () => Results.LocalRedirect("/tro-giup")).AllowAnonymous();
        app.MapGet("/ho-so/{submissionId:long}/bien-nhan", ReceiptAsync);
        app.MapGet("/bao-cao/{reportId:long}/noi-dung", ReportAsync);
        // It computes: only for who may have something done.
        app.MapGet("/bao-cao/xem-truoc/noi-dung", ForecastAsync).RequireAuthorization(PagesServices.Decides);
        app.MapGet("/bao-cao/{reportId:long}/tep/{name}", ReportFileAsync);
        app.MapGet("/minh-chung/{number:long}", EvidenceAsync).RequireAuthorization(PagesServices.Decides);
        app.MapPost("/dang-xuat", SignOutAsync);
    }

    private static IResult StyleSheet() =>
        Results.Stream(typeof(Documents).Assembly.GetManifestResourceStream("pages.emulation.css")!, "text/css; charset=utf-8");

    private static IResult Help(HttpContext context) => Frame(context, HelpPage.Html);

    private static async Task<IResult> ReceiptAsync(long submissionId, PageQueries queries, HttpContext context, CancellationToken cancellationToken) =>
        Frame(context, await queries.ReceiptAsync(submissionId, cancellationToken));

    private static async Task<IResult> ReportAsync(long reportId, PageQueries queries, HttpContext context, CancellationToken cancellationToken) =>
        Frame(context, await ReportPreview.HtmlAsync(queries, reportId, cancellationToken));

    private static async Task<IResult> ForecastAsync(string bc, CurrentPlan plans, PreviewReport preview, HttpContext context, CancellationToken cancellationToken)
    {
        var choice = ReportChoice.Of((await plans.GetAsync(cancellationToken)).Plan).FirstOrDefault(one => one.ToString() == bc);
        return Frame(context, choice is null ? null : await ReportPreview.HtmlAsync(preview, choice, cancellationToken));
    }

    private static async Task<IResult> ReportFileAsync(long reportId, string name, PageQueries queries, CancellationToken cancellationToken) =>
        await queries.ReportFileAsync(reportId, name, cancellationToken) is { } file
            ? Results.File(file.Content, file.MediaType, name)
            : Results.NotFound();

    // Whatever was handed in: to be saved, never shown in the browser.
    private static async Task<IResult> EvidenceAsync(long number, EvidenceStore store, CheckEvidence evidence, CancellationToken cancellationToken) =>
        await store.FindAsync(number, cancellationToken) is { ErasureId: null } found
            ? Results.File(evidence.Read(found), MediaTypeNames.Application.Octet, found.File.Name)
            : Results.NotFound();

    private static async Task<IResult> SignOutAsync(HttpContext context, IAntiforgery antiforgery)
    {
        if (!await antiforgery.IsRequestValidAsync(context))
        {
            return Results.BadRequest();
        }

        await context.SignOutAsync();
        return Results.LocalRedirect("/dang-nhap");
    }

    // Stored HTML holds text of submissions: it is shown without scripts, in an origin of its own.
    private static IResult Frame(HttpContext context, string? html)
    {
        context.Response.Headers.ContentSecurityPolicy = SecurityHeaders.Document;
        return html is null ? Results.NotFound() : Results.Content(html, MediaTypeNames.Text.Html + "; charset=utf-8");
    }
}
