using Emulation.Plan;
using Npgsql;

namespace Emulation.Reports.Storage;

/// <summary>When a report is mailed, written down with the report.</summary>
internal static class ReleaseRows
{
    /// <summary>Adds the send time and stops what is left of earlier editions.</summary>
    public static async Task InsertAsync(NpgsqlConnection connection, long reportId, NewReport report, CancellationToken cancellationToken)
    {
        if (report.Release.Waits)
        {
            await ReportSql.IdAsync(
                connection, "insert_report_release", cancellationToken,
                new("report_id", reportId), ReportSql.Instant("send_at", report.SendAt),
                new("if_unanswered", report.Release.IfUnanswered == Unanswered.Keep ? "keep" : "send"));
        }

        await ReportSql.ListAsync(
            connection, "hold_replaced_deliveries", reader => reader.GetInt64(0), cancellationToken,
            new("report_id", reportId), ReportSql.Instant("now", report.MadeAt));
    }
}
