using Emulation.Plan;
using Emulation.Plan.Storage;
using Emulation.Reports.Waves;
using Npgsql;
using NpgsqlTypes;

namespace Emulation.Reports.Storage;

/// <summary>Reopenings and objections. Everything that could cross a closing runs under the period's lock.</summary>
public sealed class WaveStore(NpgsqlDataSource dataSource)
{
    /// <param name="seen">What the page showed; null for a command, which shows nothing.</param>
    /// <returns>The request's number; null if the period is open, or what was seen is no longer so.</returns>
    public Task<long?> AskReopeningAsync(
        StoredPlan plan, Period period, string reason, string askedBy, DateTimeOffset now, SeenClosing? seen, CancellationToken cancellationToken) =>
        InsertAsync(
            plan, period, "insert_reopening_request", cancellationToken,
            new("reason", reason), new("asked_by", askedBy), ReportSql.Instant("asked_at", now),
            new("seen_edition", NpgsqlDbType.Integer) { Value = (object?)seen?.Edition ?? DBNull.Value },
            new("seen_request", NpgsqlDbType.Bigint) { Value = (object?)seen?.RequestId ?? DBNull.Value });

    /// <summary>The closing that the request is about binds no longer, if a second person says so.</summary>
    public async Task<ReopeningOutcome> ReopenAsync(StoredPlan plan, Period period, long requestId, string approvedBy, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await IsAskedByAsync(requestId, approvedBy, cancellationToken))
        {
            return ReopeningOutcome.SamePerson;
        }

        try
        {
            var reopened = await InsertAsync(
                plan, period, "insert_reopening", cancellationToken,
                new("wave_reopening_request_id", requestId), new("approved_by", approvedBy), ReportSql.Instant("approved_at", now));
            return reopened is not null ? ReopeningOutcome.Reopened : ReopeningOutcome.NotBinding;
        }
        catch (PostgresException exception) when (exception.ConstraintName == "a_second_person_approves")
        {
            return ReopeningOutcome.SamePerson;
        }
    }

    /// <returns>False if the request is not about the closing that binds, or was declined before.</returns>
    public async Task<bool> DeclineReopeningAsync(StoredPlan plan, Period period, long requestId, string reason, string declinedBy, DateTimeOffset now, CancellationToken cancellationToken) =>
        await InsertAsync(
            plan, period, "insert_reopening_refusal", cancellationToken,
            new("wave_reopening_request_id", requestId), new("reason", reason), new("declined_by", declinedBy), ReportSql.Instant("declined_at", now)) is not null;

    private async Task<bool> IsAskedByAsync(long requestId, string name, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        var asked = await ReportSql.ListAsync(connection, "find_reopening_request", reader => reader.GetString(0), cancellationToken, new NpgsqlParameter("wave_reopening_request_id", requestId));
        return asked.Any(one => ReopeningRequest.IsSamePerson(one, name));
    }

    /// <param name="seen">The newest objection the page showed, 0 for none; null for a command, which shows none.</param>
    /// <returns>Its number; null if the unit said something about the period since.</returns>
    public Task<long?> ObjectAsync(
        StoredPlan plan, Period period, UnitCode unit, string text, string enteredBy, DateTimeOffset now, long? seen, CancellationToken cancellationToken) =>
        InsertAsync(
            plan, period, "insert_objection", cancellationToken,
            new("unit_id", plan.Ids.Units[unit]), new("objection", text), new("entered_by", enteredBy), ReportSql.Instant("entered_at", now),
            new("seen", NpgsqlDbType.Bigint) { Value = (object?)seen ?? DBNull.Value });

    /// <returns>False if there is no such objection, or it was answered before.</returns>
    public async Task<bool> AnswerAsync(long objectionId, ObjectionAnswer answer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(answer);
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        return await ReportSql.IdAsync(
            connection, "insert_objection_answer", cancellationToken,
            new("objection_id", objectionId), new("decision", answer.IsUpheld ? "upheld" : "rejected"), new("answer", answer.Text),
            new("decided_by", answer.DecidedBy), ReportSql.Instant("decided_at", answer.DecidedAt)) is not null;
    }

    /// <summary>In order of entry.</summary>
    public async Task<IReadOnlyList<Objection>> ObjectionsAsync(StoredPlan plan, Period period, CancellationToken cancellationToken)
    {
        var units = plan.Ids.Units.ToDictionary(pair => pair.Value, pair => pair.Key);
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        return await ReportSql.ListAsync(
            connection, "list_objections",
            reader => new Objection(
                reader.GetInt64(0), units[reader.GetInt32(1)], reader.GetString(2), reader.GetString(3), reader.GetFieldValue<DateTimeOffset>(4),
                reader.IsDBNull(5) ? null : new ObjectionAnswer(reader.GetString(5) == "upheld", reader.GetString(6), reader.GetString(7), reader.GetFieldValue<DateTimeOffset>(8))),
            cancellationToken, Of(plan, period));
    }

    /// <summary>Answered since then, and their units have not been written to; with the period each is about, in order of answering.</summary>
    public async Task<IReadOnlyList<(Objection Objection, PeriodCode Period)>> UntoldAnswersAsync(StoredPlan plan, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var (units, periods) = (plan.Ids.Units.ToDictionary(pair => pair.Value, pair => pair.Key), plan.Ids.Periods.ToDictionary(pair => pair.Value, pair => pair.Key));
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        return await ReportSql.ListAsync(
            connection, "list_untold_answers",
            reader => (
                new Objection(
                    reader.GetInt64(0), units[reader.GetInt32(1)], reader.GetString(3), reader.GetString(4), reader.GetFieldValue<DateTimeOffset>(5),
                    new ObjectionAnswer(reader.GetString(6) == "upheld", reader.GetString(7), reader.GetString(8), reader.GetFieldValue<DateTimeOffset>(9))),
                periods[reader.GetInt32(2)]),
            cancellationToken, new("plan_code", plan.Plan.Code), ReportSql.Instant("since", since));
    }

    /// <summary>Leave to hand in after the lock, for the period or a part of it, that is still open on that day; in order of number.</summary>
    public async Task<IReadOnlyList<OpenExtension>> OpenExceptionsAsync(StoredPlan plan, Period period, DateOnly today, CancellationToken cancellationToken)
    {
        var (units, periods) = (plan.Ids.Units.ToDictionary(pair => pair.Value, pair => pair.Key), plan.Ids.Periods.ToDictionary(pair => pair.Value, pair => pair.Key));
        var covered = plan.Plan.Periods.Where(part => part.Code == period.Code || (part.Kind < period.Kind && period.Contains(part.To))).Select(part => plan.Ids.Periods[part.Code]);
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        return await ReportSql.ListAsync(
            connection, "list_period_exceptions",
            reader => new OpenExtension(
                reader.GetInt64(0), units[reader.GetInt32(1)], reader.GetString(2), periods[reader.GetInt32(3)], reader.GetFieldValue<DateOnly>(4), reader.GetString(5)),
            cancellationToken, new("plan_code", plan.Plan.Code), new("period_ids", covered.ToArray()), new("on_day", today));
    }

    /// <summary>Forms that came, or changed, after the period was closed and count in none of its results; in order of arrival.</summary>
    public async Task<IReadOnlyList<LateFile>> LateFilesAsync(StoredPlan plan, Period period, CancellationToken cancellationToken)
    {
        var (units, periods) = (plan.Ids.Units.ToDictionary(pair => pair.Value, pair => pair.Key), plan.Ids.Periods.ToDictionary(pair => pair.Value, pair => pair.Key));
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        return await ReportSql.ListAsync(
            connection, "list_amendments",
            reader => new LateFile(
                units[reader.GetInt32(0)], RunScope.FormOf(reader.GetString(1)), periods[reader.GetInt32(2)], reader.GetInt32(4), reader.GetFieldValue<DateTimeOffset>(6)),
            cancellationToken, Of(plan, period));
    }

    /// <summary>The reopenings that lie between a run's closing and the closing that binds; of a run that closed nothing, the last one. In order of time.</summary>
    public async Task<IReadOnlyList<Reopening>> ReopeningsSinceAsync(StoredPlan plan, Period period, long runId, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        return await ReportSql.ListAsync(
            connection, "list_reopenings_since",
            reader => new Reopening(
                reader.GetString(0), reader.GetString(1), reader.GetFieldValue<DateTimeOffset>(2), reader.GetString(3), reader.GetFieldValue<DateTimeOffset>(4)),
            cancellationToken, [.. Of(plan, period), new("run_id", runId)]);
    }

    /// <summary>What a later run counts otherwise than an earlier one, and which objections to the period were decided between them.</summary>
    public async Task<RunDifferences> DifferencesAsync(StoredPlan plan, Period period, long before, long now, CancellationToken cancellationToken)
    {
        var units = plan.Ids.Units.ToDictionary(pair => pair.Value, pair => pair.Key);
        var periods = plan.Ids.Periods.ToDictionary(pair => pair.Value, pair => pair.Key);
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        var inputs = await ReportSql.ListAsync(
            connection, "list_run_differences",
            reader => new ChangedInput(
                units[reader.GetInt32(0)], RunScope.FormOf(reader.GetString(1)), periods[reader.GetInt32(2)], reader.ValueOrNull<int>(3), reader.ValueOrNull<int>(4)),
            cancellationToken, new("before", before), new("now", now));
        var adjustments = await ReportSql.ListAsync(
            connection, "list_added_adjustments", reader => new AddedAdjustment(units[reader.GetInt32(0)], reader.GetDecimal(1), reader.GetString(2)),
            cancellationToken, new("before", before), new("now", now));
        var objections = await ReportSql.ListAsync(
            connection, "list_decided_objections",
            reader => new DecidedObjection(reader.GetInt64(0), units[reader.GetInt32(1)], reader.GetBoolean(2), reader.GetString(3), reader.GetString(4)),
            cancellationToken, [.. Of(plan, period), new("before", before), new("now", now)]);
        return new RunDifferences(inputs, adjustments, objections);
    }

    /// <summary>Writes a row under the period's lock.</summary>
    /// <returns>Its number; null if the statement wrote none.</returns>
    private Task<long?> InsertAsync(StoredPlan plan, Period period, string statement, CancellationToken cancellationToken, params NpgsqlParameter[] values) =>
        RunTransaction.RunAsync(
            dataSource, RunTransaction.LockName(plan, period),
            async transaction => (await RunSql.ListAsync(
                transaction, statement, reader => (long?)reader.GetInt64(0), cancellationToken,
                // Parameters belong to one command; the transaction may be tried again.
                [.. Of(plan, period), .. values.Select(value => value.Clone())])).SingleOrDefault(),
            cancellationToken);

    private static NpgsqlParameter[] Of(StoredPlan plan, Period period) => [new("plan_code", plan.Plan.Code), new("period_id", plan.Ids.Periods[period.Code])];
}
