namespace Emulation.Reports.Documents.Mail;

/// <summary>The mark of a test send: nobody may take the mail for the report.</summary>
public static class TestMark
{
    /// <summary>The same mail with the mark in its subject, at the head of its text and at the head of its HTML.</summary>
    public static MailBody On(MailBody mail)
    {
        ArgumentNullException.ThrowIfNull(mail);
        var says = Texts.Get("Test.Says");
        return new MailBody($"[{Texts.Get("Test.Mark")}] {mail.Subject}", MailBanner.Alarm(mail.Html, says), $"{says}\n\n{mail.Text}");
    }

    /// <summary>E.g. <c>thu-nghiem-bao-cao-dot-1-2020.xlsx</c>.</summary>
    public static string FileName(string name) => "thu-nghiem-" + name;
}
