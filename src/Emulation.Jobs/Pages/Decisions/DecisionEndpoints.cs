using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;

namespace Emulation.Jobs.Pages.Decisions;

/// <summary>Everything a page can have done: one group of POST addresses under one guard. Each carries out a use case and leads back to its page with a sentence.</summary>
/// <remarks>docs/adr/0027-acting-pages.md.</remarks>
internal static class DecisionEndpoints
{
    public const string Prefix = "/quyet-dinh";

    private const int LargestForm = 64 * 1024;

    public static void MapDecisions(this WebApplication app)
    {
        var group = app.MapGroup(Prefix)
            .RequireAuthorization(PagesServices.Decides)
            .WithMetadata(new RequestSizeLimitAttribute(LargestForm))
            .AddEndpointFilter(RefuseForgedAsync);
        ReportDecisions.Map(group);
        MismatchDecisions.Map(group);
        DeliveryDecisions.Map(group);
        PauseDecisions.Map(group);
        WaveDecisions.Map(group);
        ClosingDecisions.Map(group);
    }

    /// <summary>Reads the form, carries the decision out, and leads back to the page with what came of it.</summary>
    public static async Task<IResult> AnswerAsync(HttpContext context, string page, Func<Posted, Task<Notice>> decide)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var notice = await decide(new Posted(form, context.User.Identity!.Name!));
        context.RequestServices.GetRequiredService<Notices>().Keep(context, notice);
        return Results.LocalRedirect(page);
    }

    private static async ValueTask<object?> RefuseForgedAsync(EndpointFilterInvocationContext call, EndpointFilterDelegate next) =>
        await IsOursAsync(call.HttpContext) ? await next(call) : Results.BadRequest();

    private static async Task<bool> IsOursAsync(HttpContext context)
    {
        try
        {
            return await context.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(context);
        }
        catch (AntiforgeryValidationException)
        {
            // The form cannot be read: too large, or broken off.
            return false;
        }
    }
}
