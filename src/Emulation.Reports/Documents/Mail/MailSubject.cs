using Emulation.Reports.Documents.Model;

namespace Emulation.Reports.Documents.Mail;

/// <summary>Subject and title of a report mail.</summary>
public static class MailSubject
{
    /// <summary>E.g. <c>[Sở Tư pháp] Báo cáo sơ kết đợt thi đua: đợt 1 năm 2020</c>; says when it is no final report or replaces another.</summary>
    public static string Of(ReportCover cover)
    {
        ArgumentNullException.ThrowIfNull(cover);
        var subject = Texts.Get("Mail.Subject." + cover.Status, cover.Issuer, Title(cover), cover.PeriodName);
        return cover.Edition > 1 ? Texts.Get("Mail.Subject.Replacing", subject, VietnameseFormat.Number(cover.Edition)) : subject;
    }

    /// <summary>The kind of report in words.</summary>
    public static string Title(ReportCover cover)
    {
        ArgumentNullException.ThrowIfNull(cover);
        var isYear = !cover.PeriodCode.Contains('-', StringComparison.Ordinal);
        return Texts.Get(cover.Kind == "final" ? $"Mail.Title.final-{(isYear ? "year" : "wave")}" : "Mail.Title." + cover.Kind);
    }
}
