using Emulation.Reports.Documents.Model;

namespace Emulation.Reports.Documents.Mail;

/// <summary>Subject and title of a report mail.</summary>
public static class MailSubject
{
    /// <summary>E.g. <c>[Sở Tư pháp] Báo cáo sơ kết thi đua đợt 1 năm 2020</c>; says when it is no final report or replaces another.</summary>
    public static string Of(ReportCover cover)
    {
        ArgumentNullException.ThrowIfNull(cover);
        var subject = Texts.Get("Mail.Subject." + cover.Status, cover.Issuer, Title(cover));
        return cover.Edition > 1 ? Texts.Get("Mail.Subject.Replacing", subject, VietnameseFormat.Number(cover.Edition)) : subject;
    }

    /// <summary>Kind and period in words, e.g. <c>Báo cáo tiến độ tháng 5/2020</c>.</summary>
    public static string Title(ReportCover cover)
    {
        ArgumentNullException.ThrowIfNull(cover);
        return Texts.Get("Mail.Title." + cover.Kind, cover.PeriodName);
    }
}
