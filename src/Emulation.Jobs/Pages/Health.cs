using Emulation.Jobs.Hosting;

namespace Emulation.Jobs.Pages;

/// <summary><c>/health</c>: 200 while the host can do its work, 503 with the reason while it cannot. Says nothing a stranger may not know.</summary>
internal static class Health
{
    public static void MapHealth(this WebApplication app) => app.MapGet("/health", AnswerAsync).AllowAnonymous();

    private static async Task<IResult> AnswerAsync(HealthChecks checks, CancellationToken cancellationToken)
    {
        var all = await checks.RunAsync(cancellationToken);
        var isWell = all.All(check => check.IsWell);
        return Results.Json(
            new { status = isWell ? "ok" : "fault", checks = all.ToDictionary(check => check.Name, check => check.IsWell ? "ok" : "fault") },
            statusCode: isWell ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }
}
