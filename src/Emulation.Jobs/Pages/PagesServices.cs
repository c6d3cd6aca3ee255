using System.Threading.RateLimiting;
using Emulation.Jobs.Hosting;
using Emulation.Jobs.Pages.Decisions;
using Hangfire;
using Hangfire.Dashboard;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Diagnostics;

namespace Emulation.Jobs.Pages;

/// <summary>The pages: static server-rendered components behind a login, also on loopback.</summary>
public static class PagesServices
{
    /// <summary>The rate limit on passwords.</summary>
    public const string LoginLimit = "login";

    /// <summary>The rule for what changes anything: a person of the office, not one who only looks.</summary>
    public const string Decides = "decides";

    public static IServiceCollection AddPages(this IServiceCollection services, IConfiguration configuration)
    {
        var data = configuration.GetSection(DataOptions.Section).Get<DataOptions>() ?? new DataOptions();
        var web = configuration.GetSection(WebOptions.Section).Get<WebOptions>() ?? new WebOptions();
        services.AddRouting();
        services.AddRazorComponents();
        services.AddCascadingAuthenticationState();
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "emulation-form";
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.SuppressXFrameOptionsHeader = true;
        });
        services.AddDataProtection().SetApplicationName("emulation").PersistKeysToFileSystem(PrivateFolder(data.Inside("keys")));
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(Configure);
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build())
            .AddPolicy(Decides, policy => policy.RequireRole(WebPerson.Office));
        services.AddSingleton<Notices>();
        services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.AddPolicy(LoginLimit, context => LimitPasswords(context, web.LoginsPerMinute));
        });
        return services;
    }

    public static WebApplication UsePages(this WebApplication app)
    {
        app.Use(SecurityHeaders.AddAsync);
        app.UseExceptionHandler("/truc-trac/500", createScopeForErrors: true);
        app.UseStatusCodePagesWithReExecute("/truc-trac/{0}", createScopeForStatusCodePages: true);
        app.Use(ShowFaultsAsPages);
        app.UseRouting();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.MapRazorComponents<App>();
        app.MapDocuments();
        app.MapDecisions();
        app.MapHealth();
        app.MapHangfireDashboard("/jobs", Dashboard(app.Services)).RequireAuthorization();
        return app;
    }

    private static void Configure(CookieAuthenticationOptions cookie)
    {
        cookie.Cookie.Name = "emulation";
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Strict;
        cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        cookie.LoginPath = "/dang-nhap";
        cookie.ReturnUrlParameter = "ve";
        cookie.ExpireTimeSpan = TimeSpan.FromHours(10);
        cookie.Events.OnValidatePrincipal = LeaveIfChangedAsync;
        cookie.Events.OnRedirectToLogin = context =>
        {
            // A form that was sent too late cannot be sent again by the login; a page can be shown again.
            context.Response.Redirect(HttpMethods.IsGet(context.Request.Method) ? context.RedirectUri : cookie.LoginPath);
            return Task.CompletedTask;
        };
        cookie.Events.OnRedirectToAccessDenied = context =>
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        };
    }

    private static async Task LeaveIfChangedAsync(CookieValidatePrincipalContext context)
    {
        if (!context.HttpContext.RequestServices.GetRequiredService<WebAccounts>().IsCurrent(context.Principal!))
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync();
        }
    }

    // The page that says what is wrong is shown, whatever the request that went wrong was.
    private static Task ShowFaultsAsPages(HttpContext context, RequestDelegate next)
    {
        if (context.Features.Get<IStatusCodeReExecuteFeature>() is not null || context.Features.Get<IExceptionHandlerFeature>() is not null)
        {
            context.Request.Method = HttpMethods.Get;
        }

        return next(context);
    }

    private static RateLimitPartition<string> LimitPasswords(HttpContext context, int perMinute) =>
        HttpMethods.IsPost(context.Request.Method)
            ? RateLimitPartition.GetFixedWindowLimiter(
                context.Connection.RemoteIpAddress?.ToString() ?? "",
                _ => new FixedWindowRateLimiterOptions { PermitLimit = perMinute, Window = TimeSpan.FromMinutes(1) })
            : RateLimitPartition.GetNoLimiter("read");

    // Hangfire's own default trusts every local request, and behind a proxy every request is local.
    private static DashboardOptions Dashboard(IServiceProvider services) => new()
    {
        Authorization = [new SignedIn()],
        IsReadOnlyFunc = context => !context.GetHttpContext().User.IsInRole(WebPerson.Office),
        DisplayStorageConnectionString = false,
        IgnoreAntiforgeryToken = services.GetService<IAntiforgery>() is null,
        DashboardTitle = "Emulation.Jobs",
        AppPath = "/",
    };

    private static DirectoryInfo PrivateFolder(string path) => OperatingSystem.IsWindows()
        ? Directory.CreateDirectory(path)
        : Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

    private sealed class SignedIn : IDashboardAuthorizationFilter
    {
        public bool Authorize(DashboardContext context) => context.GetHttpContext().User.Identity?.IsAuthenticated == true;
    }
}
