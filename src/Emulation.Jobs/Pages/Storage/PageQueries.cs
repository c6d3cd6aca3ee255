using Emulation.Plan.Storage;
using Emulation.Reports.Scoring;
using Npgsql;
using NpgsqlTypes;

namespace Emulation.Jobs.Pages.Storage;

/// <summary>What the pages and listing commands read. Nothing is computed or changed here.</summary>
public sealed class PageQueries(NpgsqlDataSource database)
{
    private static readonly SqlText Sql = new(typeof(PageQueries).Assembly);

    public Task<IReadOnlyList<SubmissionRow>> SubmissionsAsync(string planCode, int? unitId, string? state, int limit, CancellationToken cancellationToken) =>
        ListAsync(
            "list_submissions",
            [Of("plan_code", planCode), Of("unit_id", unitId), Of("state", state), Of("limit", limit)],
            reader => new SubmissionRow(
                reader.GetInt64(0), reader.IsDBNull(1) ? null : reader.GetInt32(1), reader.GetString(2), reader.GetString(3), Instant(reader, 4),
                reader.GetString(5), Text(reader, 6), Text(reader, 7), Text(reader, 8), reader.GetInt32(9), reader.GetInt32(10), reader.GetBoolean(11)),
            cancellationToken);

    public Task<IReadOnlyList<(string State, int Count)>> CountSubmissionsAsync(string planCode, CancellationToken cancellationToken) =>
        ListAsync("count_submissions", [Of("plan_code", planCode)], Count, cancellationToken);

    public async Task<string?> ReceiptAsync(long submissionId, CancellationToken cancellationToken) =>
        (await ListAsync("get_receipt", [Id("submission_id", submissionId)], reader => reader.GetString(0), cancellationToken)).SingleOrDefault();

    public Task<IReadOnlyList<RunRow>> RunsAsync(string planCode, CancellationToken cancellationToken) =>
        ListAsync(
            "list_runs",
            [Of("plan_code", planCode)],
            reader => new RunRow(
                reader.GetInt64(0), reader.GetString(1), reader.GetString(2), Instant(reader, 3), Instant(reader, 4), reader.GetFieldValue<byte[]>(5),
                Perhaps(reader, 6), reader.GetInt32(7)),
            cancellationToken);

    public Task<IReadOnlyList<UnitResultRow>> UnitResultsAsync(long runId, CancellationToken cancellationToken) =>
        ListAsync(
            "list_unit_results",
            [Id("run_id", runId)],
            reader => new UnitResultRow(
                reader.GetInt32(0), reader.GetString(1), reader.GetDecimal(2), reader.GetDecimal(3), reader.GetDecimal(4),
                reader.IsDBNull(5) ? null : reader.GetInt32(5), reader.GetBoolean(6), reader.GetString(7), reader.GetFieldValue<string[]>(8)),
            cancellationToken);

    /// <summary>A unit's outcome with its score card, as frozen; null if the run says nothing of the unit.</summary>
    public async Task<UnitResult?> UnitResultAsync(long runId, int unitId, CancellationToken cancellationToken) =>
        (await ListAsync(
            "get_unit_piece",
            [Id("run_id", runId), Of("unit_id", unitId)],
            reader => CanonicalResult.ReadUnit(reader.GetFieldValue<byte[]>(0)),
            cancellationToken)).SingleOrDefault();

    public Task<IReadOnlyList<ReportRow>> ReportsAsync(string planCode, CancellationToken cancellationToken) =>
        ListAsync(
            "list_reports",
            [Of("plan_code", planCode)],
            reader => new ReportRow(
                reader.GetInt64(0), reader.GetString(1), reader.GetString(2), reader.GetInt32(3), reader.GetString(4), reader.GetString(5),
                reader.GetFieldValue<string[]>(6), Instant(reader, 7), reader.GetInt32(8), reader.GetInt32(9), reader.GetInt32(10)),
            cancellationToken);

    public Task<IReadOnlyList<ReportFileRow>> ReportFilesAsync(long reportId, CancellationToken cancellationToken) =>
        ListAsync(
            "list_report_files",
            [Id("report_id", reportId)],
            reader => new ReportFileRow(
                reader.GetInt32(0), reader.GetString(1), reader.GetString(2), reader.GetInt64(3), reader.GetFieldValue<byte[]>(4), reader.GetBoolean(5), Text(reader, 6), Text(reader, 7), reader.GetBoolean(8)),
            cancellationToken);

    public async Task<(string MediaType, byte[] Content)?> ReportFileAsync(long reportId, string name, CancellationToken cancellationToken) =>
        (await ListAsync<(string, byte[])?>(
            "get_report_file", [Id("report_id", reportId), Of("name", name)], reader => (reader.GetString(0), reader.GetFieldValue<byte[]>(1)), cancellationToken)).SingleOrDefault();

    public async Task<(string Subject, string Html)?> ReportHtmlAsync(long reportId, CancellationToken cancellationToken) =>
        (await ListAsync<(string, string)?>(
            "get_report_html", [Id("report_id", reportId)], reader => (reader.GetString(0), reader.GetString(1)), cancellationToken)).SingleOrDefault();

    public async Task<ReportHead?> ReportAsync(string planCode, long reportId, CancellationToken cancellationToken) =>
        (await ListAsync(
            "get_report",
            [Of("plan_code", planCode), Id("report_id", reportId)],
            reader => new ReportHead(
                reader.GetInt64(0), reader.GetString(1), reader.GetString(2), reader.GetInt32(3), reader.GetString(4), reader.GetString(5), Instant(reader, 6),
                Text(reader, 7), reader.IsDBNull(8) ? null : reader.GetInt64(8), reader.GetBoolean(9), Perhaps(reader, 10), Text(reader, 11)),
            cancellationToken)).SingleOrDefault();

    public Task<IReadOnlyList<ReportDecisionRow>> ReportDecisionsAsync(long reportId, CancellationToken cancellationToken) =>
        ListAsync(
            "list_report_decisions",
            [Id("report_id", reportId)],
            reader => new ReportDecisionRow(reader.GetInt64(0), reader.GetString(1), Text(reader, 2), reader.GetString(3), Instant(reader, 4)),
            cancellationToken);

    public Task<IReadOnlyList<ReportMailRow>> ReportMailsAsync(long reportId, CancellationToken cancellationToken) =>
        ListAsync(
            "list_report_mails",
            [Id("report_id", reportId)],
            reader => new ReportMailRow(
                reader.GetInt64(0), reader.GetString(1), reader.GetString(2), reader.GetString(3), reader.GetString(4), reader.GetBoolean(5), reader.GetInt32(6),
                Instant(reader, 7), Perhaps(reader, 8), Text(reader, 9), reader.GetBoolean(10)),
            cancellationToken);

    public Task<IReadOnlyList<DeliveryRow>> DeliveriesAsync(string? state, int limit, CancellationToken cancellationToken) =>
        ListAsync(
            "list_deliveries",
            [Of("state", state), Of("limit", limit)],
            reader => new DeliveryRow(
                reader.GetInt64(0), reader.GetString(1), reader.GetString(2), reader.GetString(3), reader.GetString(4), reader.GetInt32(5),
                Instant(reader, 6), Perhaps(reader, 7), Instant(reader, 8), Text(reader, 9)),
            cancellationToken);

    public async Task<DeliveryHead?> DeliveryAsync(long deliveryId, CancellationToken cancellationToken) =>
        (await ListAsync(
            "get_delivery",
            [Id("delivery_id", deliveryId)],
            reader => new DeliveryHead(
                reader.GetInt64(0), reader.IsDBNull(1) ? null : reader.GetInt64(1), reader.GetString(2), reader.GetString(3), reader.GetString(4), reader.GetString(5),
                reader.GetString(6), reader.GetBoolean(7), reader.GetInt32(8), Instant(reader, 9), Perhaps(reader, 10), Text(reader, 11), reader.GetBoolean(12)),
            cancellationToken)).SingleOrDefault();

    public Task<IReadOnlyList<DeliveryEventRow>> DeliveryEventsAsync(long deliveryId, CancellationToken cancellationToken) =>
        ListAsync(
            "list_delivery_events",
            [Id("delivery_id", deliveryId)],
            reader => new DeliveryEventRow(Instant(reader, 0), reader.GetString(1), reader.GetInt32(2), Text(reader, 3), Text(reader, 4)),
            cancellationToken);

    public Task<IReadOnlyList<(string State, int Count)>> CountDeliveriesAsync(CancellationToken cancellationToken) =>
        ListAsync("count_deliveries", [], Count, cancellationToken);

    private async Task<IReadOnlyList<T>> ListAsync<T>(
        string query, NpgsqlParameter[] parameters, Func<NpgsqlDataReader, T> map, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Sql.Get(query));
        command.Parameters.AddRange(parameters);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add(map(reader));
        }

        return rows;
    }

    private static (string State, int Count) Count(NpgsqlDataReader reader) => (reader.GetString(0), reader.GetInt32(1));

    private static NpgsqlParameter Of(string name, string? value) => new(name, NpgsqlDbType.Text) { Value = (object?)value ?? DBNull.Value };

    private static NpgsqlParameter Of(string name, int? value) => new(name, NpgsqlDbType.Integer) { Value = (object?)value ?? DBNull.Value };

    private static NpgsqlParameter Id(string name, long value) => new(name, NpgsqlDbType.Bigint) { Value = value };

    private static DateTimeOffset Instant(NpgsqlDataReader reader, int column) => new(reader.GetDateTime(column), TimeSpan.Zero);

    private static DateTimeOffset? Perhaps(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : Instant(reader, column);

    private static string? Text(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);
}
