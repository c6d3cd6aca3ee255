namespace Emulation.Reports.Documents.Mail;

/// <summary>How much of a list a mail shows; the workbook holds all of it.</summary>
internal static class MailLimits
{
    public const int Lines = 12;

    /// <summary>Units of a block.</summary>
    public const int Ranks = 30;
}
