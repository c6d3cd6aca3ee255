using System.Security.Cryptography;
using Emulation.Plan;
using Emulation.Reports.Delivery;
using Emulation.Reports.Documents;
using Emulation.Reports.Documents.Mail;
using Emulation.Reports.Documents.Model;
using Emulation.Reports.Documents.Places;
using Npgsql;
using NpgsqlTypes;

namespace Emulation.Reports.Storage;

/// <summary>A report as stored: the newest edition of its kind and period.</summary>
/// <param name="Deliveries">Mails queued for this edition.</param>
/// <param name="RunId">The run it rests on.</param>
public sealed record StoredReport(long ReportId, int Edition, DateTimeOffset MadeAt, ReportModel Model, int Deliveries, long RunId);

/// <summary>A report with everything that is stored of it.</summary>
/// <param name="Files">In the order in which they are listed.</param>
public sealed record NewReport(
    string PlanCode, int PeriodId, long RunId, ReportModel Model, MailBody Mail, IReadOnlyList<ReportFile> Files, DateTimeOffset MadeAt, string? Reason)
{
    /// <summary>How long its mails wait.</summary>
    public required ReleaseRule Release { get; init; }

    /// <summary>When its mails go out unless a person decides otherwise.</summary>
    public DateTimeOffset SendAt => MadeAt.AddHours(Release.HoldHours);
}

/// <summary>Keeps reports, and queues their deliveries in the same transaction.</summary>
public sealed class ReportStore(NpgsqlDataSource dataSource)
{
    /// <summary>The newest edition; null if the report was never made.</summary>
    public async Task<StoredReport?> FindAsync(string planCode, string kind, int periodId, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        var found = await ReportSql.ListAsync(
            connection, "find_report", Map, cancellationToken, new("plan_code", planCode), new("kind", kind), new("period_id", periodId));
        return found.SingleOrDefault();
    }

    /// <summary>The progress reports of months that end by the day, newest editions, in order of time; without their long lists.</summary>
    public async Task<IReadOnlyList<ReportModel>> MonthsThroughAsync(string planCode, DateOnly day, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        return await ReportSql.ListAsync(
            connection, "list_month_reports", reader => ReportModelJson.Read(reader.GetString(0)), cancellationToken, new("plan_code", planCode), new("through", day));
    }

    /// <summary>Adds the report, its files and its deliveries, all or none.</summary>
    /// <returns>The id; null if another made this edition first, and then nothing was changed.</returns>
    public async Task<long?> AddAsync(NewReport report, IReadOnlyList<NewDelivery> deliveries, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(deliveries);
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var reportId = await ReportSql.IdAsync(connection, "insert_report", cancellationToken, Parameters(report));
        if (reportId is null)
        {
            return null;
        }

        FailPoint.Reach("publish-report-inserted");
        foreach (var (index, file) in report.Files.Index())
        {
            await ReportSql.IdAsync(connection, "insert_report_file", cancellationToken, Parameters(reportId.Value, index + 1, file));
        }

        await ReportSql.IdAsync(
            connection, "insert_report_places", cancellationToken,
            new("report_id", reportId.Value), new("places", PackedPlaces.Pack(PlacesOf.Report(report.Model, [.. report.Files.SelectMany(file => file.Cells)]))));

        foreach (var delivery in deliveries)
        {
            await DeliveryRows.InsertAsync(connection, reportId, delivery with { NotBefore = report.SendAt, IsHeld = report.Release.IfUnanswered == Unanswered.Keep }, report.MadeAt, cancellationToken);
        }

        await ReleaseRows.InsertAsync(connection, reportId.Value, report, cancellationToken);

        FailPoint.Reach("publish-report-committing");
        await transaction.CommitAsync(cancellationToken);
        FailPoint.Reach("publish-report-committed");
        return reportId;
    }

    private static StoredReport Map(NpgsqlDataReader reader) => new(
        reader.GetInt64(0), reader.GetInt32(1), reader.GetFieldValue<DateTimeOffset>(2), ReportModelJson.Read(reader.GetString(3)), reader.GetInt32(4), reader.GetInt64(5));

    private static NpgsqlParameter[] Parameters(NewReport report) =>
    [
        new("plan_code", report.PlanCode),
        new("kind", report.Model.Cover.Kind),
        new("period_id", report.PeriodId),
        new("edition", report.Model.Cover.Edition),
        new("run_id", report.RunId),
        new("status", report.Model.Cover.Status.ToName()),
        new("subject", report.Mail.Subject),
        new("model", NpgsqlDbType.Jsonb) { Value = ReportModelJson.Write(report.Model) },
        new("html", report.Mail.Html),
        new("body_text", report.Mail.Text),
        ReportSql.Instant("made_at", report.MadeAt),
        ReportSql.Text("reason", report.Reason),
    ];

    private static NpgsqlParameter[] Parameters(long reportId, int position, ReportFile file) =>
    [
        new("report_id", reportId),
        new("position", position),
        new("name", file.Name),
        new("media_type", file.MediaType),
        new("content", file.Content.ToArray()),
        new("content_hash", SHA256.HashData(file.Content.Span)),
        new("is_attached", file.IsAttached),
        ReportSql.Text("content_id", file.ContentId),
    ];
}
