using Emulation.Reports.Delivery;

namespace Emulation.Reports.Tests.Delivery;

/// <summary>Mails for tests where any would do.</summary>
internal static class SomeMail
{
    public static OutgoingMail Report() => new(
        "report.1@stp.example",
        "Sở Tư pháp",
        "thidua@stp.example",
        "lanhdao@stp.example",
        "[Sở Tư pháp] Báo cáo sơ kết đợt thi đua: đợt 1 năm 2020",
        "Đến 17:00 ngày 10/07/2020, 12/15 đơn vị đã gửi đủ báo cáo.\n",
        "<!DOCTYPE html>\n<html lang=\"vi\"><body><p>Đến 17:00 ngày 10/07/2020</p></body></html>\n",
        new DateTimeOffset(2020, 7, 10, 17, 0, 0, TimeSpan.FromHours(7)),
        [new MailFile("bao-cao-dot-1-2020.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Enumerable.Range(0, 2000).Select(index => (byte)(index % 256)).ToArray())]);
}
