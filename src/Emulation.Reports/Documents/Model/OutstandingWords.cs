namespace Emulation.Reports.Documents.Model;

/// <summary>An outstanding report in words, e.g. <c>Chậm 3 ngày</c> or <c>Chưa gửi</c>.</summary>
public static class OutstandingWords
{
    public static string Of(OutstandingReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return CompletenessWords.Of(new CompletenessCell(report.Standing, report.ReceivedOn, report.DaysLate));
    }
}
