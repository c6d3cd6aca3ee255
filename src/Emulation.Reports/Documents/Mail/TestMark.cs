using System.Text.Encodings.Web;

namespace Emulation.Reports.Documents.Mail;

/// <summary>The mark of a test send: nobody may take the mail for the report.</summary>
public static class TestMark
{
    private const string Style = "background:#b42318;color:#ffffff;font:bold 16px Arial,sans-serif;padding:12px;text-align:center";

    /// <summary>The same mail with the mark in its subject, at the head of its text and at the head of its HTML.</summary>
    public static MailBody On(MailBody mail)
    {
        ArgumentNullException.ThrowIfNull(mail);
        var says = Texts.Get("Test.Says");
        return new MailBody($"[{Texts.Get("Test.Mark")}] {mail.Subject}", Html(mail.Html, says), $"{says}\n\n{mail.Text}");
    }

    /// <summary>E.g. <c>thu-nghiem-bao-cao-dot-1-2020.xlsx</c>.</summary>
    public static string FileName(string name) => "thu-nghiem-" + name;

    private static string Html(string html, string says)
    {
        var banner = $"<div style=\"{Style}\">{HtmlEncoder.Default.Encode(says)}</div>";
        var body = html.IndexOf("<body", StringComparison.OrdinalIgnoreCase);
        var at = body < 0 ? 0 : html.IndexOf('>', body) + 1;
        return html[..at] + banner + html[at..];
    }
}
