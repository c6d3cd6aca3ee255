using System.Text.Encodings.Web;

namespace Emulation.Reports.Documents.Mail;

/// <summary>A line across the head of a mail that was rendered before.</summary>
internal static class MailBanner
{
    private const string Shape = "font-family:Arial,sans-serif;font-size:16px;line-height:1.4;padding:12px;text-align:center;";

    /// <summary>White on red, for what must not be overlooked.</summary>
    public static string Alarm(string html, string says) => Put(html, says, Shape + "background:#b42318;color:#ffffff;font-weight:bold;");

    /// <summary>Dark on yellow, for what the reader needs to know.</summary>
    public static string Notice(string html, string says) => Put(html, says, Shape + "background:#fff4ce;color:#3d2f00;");

    private static string Put(string html, string says, string style)
    {
        var banner = $"<div style=\"{style}\">{HtmlEncoder.Default.Encode(says)}</div>";
        var body = html.IndexOf("<body", StringComparison.OrdinalIgnoreCase);
        var at = body < 0 ? 0 : html.IndexOf('>', body) + 1;
        return html[..at] + banner + html[at..];
    }
}
