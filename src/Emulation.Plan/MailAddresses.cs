using System.Text.RegularExpressions;

namespace Emulation.Plan;

/// <summary>The mail addresses a plan may hold: one plain ASCII address, no display name, no quoting, no comment.</summary>
public static partial class MailAddresses
{
    /// <summary>True for <c>local@domain</c> with letters, digits and <c>._+-</c> before the @, and at least two labels after it.</summary>
    /// <remarks>Narrower than RFC 5321 on purpose: what falls outside is far more often a slip than an address.</remarks>
    public static bool IsPlain(string text) =>
        text.Length <= 254 && text.IndexOf('@', StringComparison.Ordinal) is > 0 and <= 64 && Plain().IsMatch(text);

    [GeneratedRegex(@"^[A-Za-z0-9_+-]+(\.[A-Za-z0-9_+-]+)*@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]([A-Za-z0-9-]{0,61}[A-Za-z0-9])\z", RegexOptions.CultureInvariant)]
    private static partial Regex Plain();
}
