using Npgsql;

namespace Emulation.Jobs.Tests.Demo;

/// <summary>What a database says about the year, told by natural keys: equal for two databases that came to the same result on different ways.</summary>
/// <remarks>
/// Left out: ids, leases, attempts, signs of life, and <c>computed_at</c>. A run that nothing rests on (its report was
/// killed before it was stored, and computed again) is no content; the runs of reports and closings are.
/// </remarks>
internal static class CanonicalDump
{
    private const string SubmissionKey = "s.folder || '/' || s.file_name || '@' || s.seen_at";

    private static readonly (string Table, string Sql)[] Parts =
    [
        ("plan_versions", "select concat_ws('|', plan_code, version_number, encode(content_hash, 'hex'), holds_from) from emulation.plan_versions"),
        ("submissions", $"""
            select concat_ws('|', {SubmissionKey}, u.code, s.state, encode(s.file_hash, 'hex'), s.file_size, s.file_kind, s.form, p.code, s.verdict_code,
                s.decided_at, s.answered_at is not null, s.left_inbox_at is not null, s.figure_count, s.row_count,
                (select o.folder || '/' || o.file_name from emulation.submissions o where o.submission_id = s.duplicate_of))
            from emulation.submissions s left join emulation.units u using (unit_id) left join emulation.periods p using (period_id)
            """),
        ("submission_versions", $"""
            select concat_ws('|', u.code, v.form, p.code, v.version_number, v.is_current, v.received_at, {SubmissionKey})
            from emulation.submission_versions v join emulation.submissions s using (submission_id)
            join emulation.units u on u.unit_id = v.unit_id join emulation.periods p on p.period_id = v.period_id
            """),
        ("figures", $"""
            select concat_ws('|', {SubmissionKey}, u.code, i.code, p.code, f.state, f.value, f.estimated, f.numerator, f.denominator, f.on_date,
                f.source_sheet, f.source_row, f.source_column)
            from emulation.figures f join emulation.submissions s using (submission_id) join emulation.indicators i using (indicator_id)
            join emulation.units u on u.unit_id = f.unit_id join emulation.periods p on p.period_id = f.period_id
            """),
        ("rejections", $"""
            select concat_ws('|', {SubmissionKey}, r.ordinal, r.severity, r.code, r.sheet, r.row_number, r.address, r.found, r.expected, r.message, r.cure)
            from emulation.rejections r join emulation.submissions s using (submission_id)
            """),
        ("explanations", $"""
            select concat_ws('|', {SubmissionKey}, u.code, i.code, p.code, x.source_row, x.source_column, x.explanation)
            from emulation.explanations x join emulation.submissions s using (submission_id) join emulation.indicators i using (indicator_id)
            join emulation.units u on u.unit_id = x.unit_id join emulation.periods p on p.period_id = x.period_id
            """),
        // The number of the receipt is the submission's id; it stands in the name of the returned workbook too.
        ("receipts", $"""
            select concat_ws('|', {SubmissionKey}, regexp_replace(r.file_name, '[0-9]+\.html$', 'ID.html'), md5(regexp_replace(regexp_replace(r.body_text, 'Số phiếu[^0-9]*[0-9]+', 'ID'), '[.][0-9]+[.]xlsx', '.ID.xlsx', 'g')))
            from emulation.receipts r join emulation.submissions s using (submission_id)
            """),
        ("registrations", $"""
            select concat_ws('|', {SubmissionKey}, r.row_number, r.is_collective, r.name, r.title_registered)
            from emulation.registrations r join emulation.submissions s using (submission_id)
            """),
        ("initiatives", $"""
            select concat_ws('|', {SubmissionKey}, r.row_number, r.title, r.author) from emulation.initiatives r join emulation.submissions s using (submission_id)
            """),
        ("award_proposals", $"""
            select concat_ws('|', {SubmissionKey}, r.row_number, r.name, r.born_on, r.title_proposed, r.votes_for, r.votes_total)
            from emulation.award_proposals r join emulation.submissions s using (submission_id)
            """),
        ("security_events", "select concat_ws('|', happened_at, kind, folder) from emulation.security_events"),
        ("wave_closings", """
            select concat_ws('|', p.code, c.closed_at, c.closed_by, r.kind, r.data_as_of, encode(r.result_hash, 'hex'))
            from emulation.wave_closings c join emulation.periods p using (period_id) join emulation.runs r using (run_id)
            """),
        ("run_inputs", $"""
            select concat_ws('|', p.code, u.code, n.form, q.code, {SubmissionKey}, n.version_number)
            from emulation.wave_closings c join emulation.periods p using (period_id) join emulation.run_inputs n using (run_id)
            join emulation.submissions s using (submission_id)
            join emulation.units u on u.unit_id = n.unit_id join emulation.periods q on q.period_id = n.period_id
            """),
        ("unit_results", """
            select concat_ws('|', p.code, u.code, t.block, t.points, t.bonus, t.penalty, t.rank, t.grade, t.gates)
            from emulation.wave_closings c join emulation.periods p using (period_id) join emulation.unit_results t using (run_id) join emulation.units u using (unit_id)
            """),
        ("run_pieces", """
            select concat_ws('|', p.code, s.position, u.code, md5(s.bytes))
            from emulation.wave_closings c join emulation.periods p using (period_id) join emulation.run_pieces s using (run_id) left join emulation.units u using (unit_id)
            """),
        ("reports", $"""
            select concat_ws('|', t.kind, p.code, t.edition, t.status, t.subject, {Untold("t.model::text")}, {Untold("t.html")}, {Untold("t.body_text")}, (select string_agg(f.name || ' ' || f.media_type, ',' order by f.position) from emulation.report_files f where f.report_id = t.report_id), t.made_at,
                encode(r.result_hash, 'hex'))
            from emulation.reports t join emulation.periods p using (period_id) left join emulation.runs r using (run_id)
            """),
        ("deliveries", $"""
            select concat_ws('|', subject_key, recipient_code, recipient_kind, address, message_id, subject, {Untold("body_text")}, {Untold("html")}, state, settled_at, created_at)
            from emulation.deliveries
            """),
        ("schedule_slots", "select concat_ws('|', schedule, slot_at, period_code, state, settled_at, outcome) from emulation.schedule_slots"),
    ];

    /// <summary>The hash of a text without the head of the audit log, which counts every attempt at sending and every second.</summary>
    private static string Untold(string text) => $"md5(regexp_replace({text}, '[0-9]+:[0-9a-f]{{32}}', 'HEAD', 'g'))";

    /// <summary>The tables and their lines, in ordinal order.</summary>
    public static async Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> ReadAsync(string connectionString, CancellationToken cancellationToken)
    {
        await using var database = NpgsqlDataSource.Create(connectionString);
        var dump = new Dictionary<string, IReadOnlyList<string>>();
        foreach (var (table, sql) in Parts)
        {
            await using var command = database.CreateCommand(sql);
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            var lines = new List<string>();
            while (await reader.ReadAsync(cancellationToken))
            {
                lines.Add(reader.GetString(0));
            }

            lines.Sort(StringComparer.Ordinal);
            dump.Add(table, lines);
        }

        return dump;
    }
}
