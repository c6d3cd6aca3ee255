namespace Emulation.Reports.Documents.Mail;

/// <summary>The inline styles of the mails: mail programs drop style sheets, so every element carries its own.</summary>
/// <remarks>Every coloured ground names its text colour too, so that a program which darkens one of them does not make text vanish.</remarks>
internal static class MailStyle
{
    public const string Font = "font-family:Arial,Helvetica,sans-serif;";
    public const string Page = Font + "margin:0;padding:0;background:#eef1f5;color:#1b2430;";
    public const string Card = "width:100%;max-width:720px;margin:0 auto;background:#ffffff;color:#1b2430;border-collapse:collapse;";
    public const string Head = Font + "padding:18px 16px;background:#1f3a5f;color:#ffffff;";
    public const string Body = Font + "padding:14px 16px;font-size:15px;line-height:1.45;color:#1b2430;";
    public const string Section = Font + "margin:20px 0 8px;font-size:16px;line-height:1.3;color:#1f3a5f;";
    public const string Table = "width:100%;border-collapse:collapse;font-size:14px;line-height:1.35;";
    public const string HeadCell = "padding:6px 6px;text-align:left;font-weight:bold;background:#dce6f1;color:#1f3a5f;border-bottom:1px solid #a6b1bf;";
    public const string Cell = "padding:6px 6px;vertical-align:top;border-bottom:1px solid #e1e6ec;word-break:break-word;";
    public const string NumberCell = "padding:6px 6px;vertical-align:top;border-bottom:1px solid #e1e6ec;text-align:right;white-space:nowrap;";
    public const string Small = Font + "font-size:13px;line-height:1.4;color:#59636e;";

    public const string Picture = "display:block;width:100%;max-width:440px;height:auto;border:1px solid #e1e6ec;background:#ffffff;color:#1b2430;font-size:13px;line-height:1.4;";

    /// <summary>The chip of a standing, in the colours of the workbook.</summary>
    public static string Chip(string standing) => "display:inline-block;padding:1px 7px;border-radius:9px;font-size:12px;white-space:nowrap;" + standing switch
    {
        "on-time" or "met" => "background:#d5eed9;color:#1b5e20;",
        "late" => "background:#fff0c2;color:#7a4f01;",
        "needs-fixing" => "background:#ffddc4;color:#8a3b00;",
        "missing" or "short" => "background:#f9d2d0;color:#8e1a14;",
        _ => "background:#eceef1;color:#59636e;",
    };

    public static string Status(ReportStatusColor color) =>
        "display:inline-block;margin-top:10px;padding:3px 9px;border-radius:4px;font-size:13px;font-weight:bold;"
        + (color == ReportStatusColor.Final ? "background:#d5eed9;color:#1b5e20;" : "background:#fff0c2;color:#7a4f01;");
}

/// <summary>Whether the status strip is calm or calls for care.</summary>
internal enum ReportStatusColor
{
    Final,
    NotFinal,
}
