using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Emulation.Jobs.Pages.Decisions;

/// <summary>The sentence a page shows once after a decision; it travels in a cookie nobody else can write, not in the address.</summary>
/// <param name="IsFault">True if nothing was done.</param>
public sealed record Notice(string Text, bool IsFault)
{
    public static Notice Done(string key, params object?[] values) => new(Texts.Get(key, values), false);

    public static Notice Fault(string key, params object?[] values) => new(Texts.Get(key, values), true);
}

/// <summary>Carries a <see cref="Notice"/> over the redirect that follows every POST.</summary>
public sealed class Notices(IDataProtectionProvider protection)
{
    private const string Cookie = "emulation-said";
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(2);

    private readonly ITimeLimitedDataProtector protector = protection.CreateProtector("notice").ToTimeLimitedDataProtector();

    public void Keep(HttpContext context, Notice notice) => context.Response.Cookies.Append(
        Cookie, protector.Protect((notice.IsFault ? "!" : ".") + notice.Text, Life), Options(context));

    /// <summary>The sentence of the decision just taken; null if there is none. It is shown once.</summary>
    public Notice? Take(HttpContext context)
    {
        if (context.Request.Cookies[Cookie] is not { Length: > 0 } kept)
        {
            return null;
        }

        context.Response.Cookies.Delete(Cookie, Options(context));
        try
        {
            var text = protector.Unprotect(kept);
            return new Notice(text[1..], text[0] == '!');
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static CookieOptions Options(HttpContext context) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        Secure = context.Request.IsHttps,
        Path = "/",
        IsEssential = true,
    };
}
