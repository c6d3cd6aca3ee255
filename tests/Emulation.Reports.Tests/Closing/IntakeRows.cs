using System.Security.Cryptography;
using System.Text;
using Emulation.Plan;
using Emulation.Plan.Storage;
using Emulation.Reports.Tests.Scoring;
using Emulation.TestSupport;
using Npgsql;

namespace Emulation.Reports.Tests.Closing;

/// <summary>Writes what intake would have written: submissions, versions and figures, one file a transaction.</summary>
internal sealed class IntakeRows(NpgsqlDataSource dataSource, StoredPlan plan)
{
    private int files;

    /// <summary>An accepted file: the next version of what the unit says in that form about that period.</summary>
    public async Task<long> AcceptAsync(
        UnitCode unit, FormKind form, PeriodCode period, DateTimeOffset receivedAt, IReadOnlyList<RawFigure> figures, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var submissionId = await SubmitAsync(connection, unit, form, period, receivedAt, "accepted", cancellationToken);
        await ExecuteAsync(
            connection,
            "update emulation.submission_versions set is_current = false where unit_id = @unit and form = @form and period_id = @period and is_current",
            cancellationToken, ("unit", plan.Ids.Units[unit]), ("form", form.ToName()), ("period", plan.Ids.Periods[period]));
        await ExecuteAsync(
            connection,
            """
            insert into emulation.submission_versions (submission_id, unit_id, form, period_id, version_number, is_current, received_at)
            select @id, @unit, @form, @period, 1 + coalesce(max(version_number), 0), true, @received_at
            from emulation.submission_versions where unit_id = @unit and form = @form and period_id = @period
            """,
            cancellationToken,
            ("id", submissionId), ("unit", plan.Ids.Units[unit]), ("form", form.ToName()), ("period", plan.Ids.Periods[period]), ("received_at", receivedAt.ToUniversalTime()));
        await CopyAsync(connection, submissionId, figures, cancellationToken);
        await FigurePacks.WriteAsync(connection, submissionId, submissionId, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return submissionId;
    }

    /// <summary>A file that needs fixing.</summary>
    public async Task RefuseAsync(UnitCode unit, FormKind form, PeriodCode period, DateTimeOffset receivedAt, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        await SubmitAsync(connection, unit, form, period, receivedAt, "rejected", cancellationToken);
    }

    /// <summary>Everything of a data set; adjustments too.</summary>
    public async Task AcceptAllAsync(RawData data, CancellationToken cancellationToken)
    {
        foreach (var form in data.Received)
        {
            var figures = data.Figures.Where(figure => (figure.Unit, figure.Form, figure.Period) == (form.Unit, form.Form, form.Period)).ToList();
            await AcceptAsync(form.Unit, form.Form, form.Period, form.FirstReceivedAt, figures, cancellationToken);
        }
        foreach (var form in data.Refused)
        {
            await RefuseAsync(form.Unit, form.Form, form.Period, new DateTimeOffset(2020, 1, 20, 2, 0, 0, TimeSpan.Zero), cancellationToken);
        }
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        foreach (var entry in data.Adjustments.Where(entry => entry.Points != 0))
        {
            await ExecuteAsync(
                connection,
                """
                insert into emulation.score_adjustments (plan_code, unit_id, period_id, points, reason, evidence, entered_by, entered_at)
                values (@plan, @unit, @period, @points, @reason, @evidence, 'test', '2020-02-01Z')
                """,
                cancellationToken,
                ("plan", plan.Plan.Code), ("unit", plan.Ids.Units[entry.Unit]), ("period", plan.Ids.Periods[entry.Period]),
                ("points", entry.Points), ("reason", entry.Reason), ("evidence", entry.Evidence));
        }
    }

    private async Task<long> SubmitAsync(
        NpgsqlConnection connection, UnitCode unit, FormKind form, PeriodCode period, DateTimeOffset seenAt, string state, CancellationToken cancellationToken)
    {
        var name = $"tep {Interlocked.Increment(ref files)}.csv";
        await using var command = new NpgsqlCommand(
            """
            insert into emulation.submissions
                (plan_code, unit_id, folder, file_name, file_name_bytes, seen_at, state, file_hash, file_size, file_kind, form, period_id, decided_at, left_inbox_at)
            values (@plan, @unit_id, @folder, @name, @bytes, @seen_at, @state, @hash, 1, 'csv', @form, @period_id, @seen_at, @seen_at)
            returning submission_id
            """,
            connection);
        foreach (var (key, value) in new (string, object)[]
        {
            ("plan", plan.Plan.Code), ("unit_id", plan.Ids.Units[unit]), ("folder", unit.Value), ("name", name), ("bytes", Encoding.UTF8.GetBytes(name)),
            ("seen_at", seenAt.ToUniversalTime()), ("state", state), ("hash", SHA256.HashData(Encoding.UTF8.GetBytes(name))),
            ("form", form.ToName()), ("period_id", plan.Ids.Periods[period]),
        })
        {
            command.Parameters.AddWithValue(key, value);
        }
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    private async Task CopyAsync(NpgsqlConnection connection, long submissionId, IReadOnlyList<RawFigure> figures, CancellationToken cancellationToken)
    {
        await using var copy = await connection.BeginBinaryImportAsync(
            """
            copy emulation.figures (submission_id, unit_id, indicator_id, period_id, state, value, estimated, numerator, denominator, on_date, source_sheet, source_row, source_column)
            from stdin (format binary)
            """,
            cancellationToken);
        for (var index = 0; index < figures.Count; index++)
        {
            var figure = figures[index];
            await copy.StartRowAsync(cancellationToken);
            await copy.WriteAsync(submissionId, cancellationToken);
            await copy.WriteAsync(plan.Ids.Units[figure.Unit], cancellationToken);
            await copy.WriteAsync(plan.Ids.Indicators[figure.Indicator], cancellationToken);
            await copy.WriteAsync(plan.Ids.Periods[figure.Period], cancellationToken);
            await copy.WriteAsync(figure.State, cancellationToken);
            await copy.WriteAsync(figure.Value, cancellationToken);
            await copy.WriteAsync(figure.Estimated, cancellationToken);
            await copy.WriteAsync(figure.Numerator, cancellationToken);
            await copy.WriteAsync(figure.Denominator, cancellationToken);
            await copy.WriteAsync(figure.Date, cancellationToken);
            await copy.WriteAsync((short)0, cancellationToken);
            await copy.WriteAsync(index + 2, cancellationToken);
            await copy.WriteAsync((short)6, cancellationToken);
        }
        await copy.CompleteAsync(cancellationToken);
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken, params (string Name, object Value)[] parameters)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var (name, value) in parameters)
        {
            command.Parameters.AddWithValue(name, value);
        }
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
