using System.Security.Cryptography;
using System.Text;
using Emulation.Plan;
using Emulation.Plan.Storage;
using Emulation.Reports.Tests.Scoring;
using Emulation.TestSupport;
using Npgsql;
using NpgsqlTypes;

namespace Emulation.Reports.Tests.Closing;

/// <summary>Puts many plans and their data into a database at once: a statement or a COPY a table, not a row.</summary>
internal static class ManyPlans
{
    public static async Task<IReadOnlyList<StoredPlan>> StoreAsync(NpgsqlDataSource owner, IReadOnlyList<RandomCase> cases, CancellationToken cancellationToken)
    {
        await using var connection = await owner.OpenConnectionAsync(cancellationToken);
        var versions = await VersionsAsync(connection, cases, cancellationToken);
        var units = await IdsAsync(connection, "unit", cases, plan => plan.Units.Select(unit => unit.Code.Value), cancellationToken);
        var indicators = await IdsAsync(connection, "indicator", cases, plan => plan.Indicators.Select(indicator => indicator.Code.Value), cancellationToken);
        var periods = await PeriodsAsync(connection, cases, cancellationToken);
        var plans = cases.Select(example => new StoredPlan(versions[example.Plan.Code], 1, HashOf(example.Plan), example.Plan, new PlanIds(
            example.Plan.Units.ToDictionary(unit => unit.Code, unit => units[(example.Plan.Code, unit.Code.Value)]),
            example.Plan.Indicators.ToDictionary(indicator => indicator.Code, indicator => indicators[(example.Plan.Code, indicator.Code.Value)]),
            example.Plan.Periods.ToDictionary(period => period.Code, period => periods[(example.Plan.Code, period.Code.Value)])))).ToList();
        await FormsAsync(connection, [.. plans.Zip(cases.Select(example => example.Data))], cancellationToken);
        await using var analyze = new NpgsqlCommand("analyze", connection);
        await analyze.ExecuteNonQueryAsync(cancellationToken);
        return plans;
    }

    private static byte[] HashOf(EmulationPlan plan) => SHA256.HashData(Encoding.UTF8.GetBytes(plan.Code));

    private static async Task<Dictionary<string, long>> VersionsAsync(NpgsqlConnection connection, IReadOnlyList<RandomCase> cases, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            """
            insert into emulation.plan_versions (plan_code, version_number, content_hash, holds_from, time_zone, legal_basis, files, applied_at, applied_by)
            select code, 1, hash, '2020-01-01', 'Asia/Ho_Chi_Minh', 'test', '{}', '2020-01-01Z', 'test' from unnest(@codes, @hashes) as plans (code, hash)
            returning plan_code, plan_version_id
            """,
            connection);
        command.Parameters.AddWithValue("codes", cases.Select(example => example.Plan.Code).ToArray());
        command.Parameters.AddWithValue("hashes", cases.Select(example => HashOf(example.Plan)).ToArray());
        var found = new Dictionary<string, long>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            found.Add(reader.GetString(0), reader.GetInt64(1));
        }
        return found;
    }

    private static Task<Dictionary<(string, string), int>> IdsAsync(
        NpgsqlConnection connection, string kind, IReadOnlyList<RandomCase> cases, Func<EmulationPlan, IEnumerable<string>> codesOf, CancellationToken cancellationToken) =>
        IdsAsync(
            connection,
            $"insert into emulation.{kind}s (plan_family, code) select family, code from unnest(@families, @codes) as rows (family, code) returning plan_family, code, {kind}_id",
            [.. cases.SelectMany(example => codesOf(example.Plan).Select(code => (example.Plan.Code, code)))], cancellationToken);

    private static Task<Dictionary<(string, string), int>> PeriodsAsync(NpgsqlConnection connection, IReadOnlyList<RandomCase> cases, CancellationToken cancellationToken) =>
        IdsAsync(
            connection,
            """
            insert into emulation.periods (plan_family, code, kind, from_on, to_on)
            select family, code, case when code like '%W%' then 'wave' when length(code) = 4 then 'year' else 'month' end, '2020-01-01', '2020-12-31'
            from unnest(@families, @codes) as rows (family, code) returning plan_family, code, period_id
            """,
            [.. cases.SelectMany(example => example.Plan.Periods.Select(period => (example.Plan.Code, period.Code.Value)))], cancellationToken);

    private static async Task<Dictionary<(string, string), int>> IdsAsync(
        NpgsqlConnection connection, string sql, List<(string Family, string Code)> rows, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.AddWithValue("families", rows.Select(row => row.Family).ToArray());
        command.Parameters.AddWithValue("codes", rows.Select(row => row.Code).ToArray());
        var found = new Dictionary<(string, string), int>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            found.Add((reader.GetString(0), reader.GetString(1)), reader.GetInt32(2));
        }
        return found;
    }

    private static async Task FormsAsync(NpgsqlConnection connection, List<(StoredPlan Plan, RawData Data)> sets, CancellationToken cancellationToken)
    {
        var forms = sets.SelectMany(set => set.Data.Received.Select(form => (set.Plan, form.Unit, form.Form, form.Period, At: (DateTimeOffset?)form.FirstReceivedAt))
                .Concat(set.Data.Refused.Select(form => (set.Plan, form.Unit, form.Form, form.Period, At: (DateTimeOffset?)null))))
            .Select((form, index) => (Id: (long)index + 1, form.Plan, form.Unit, form.Form, form.Period, form.At)).ToList();
        await CopyAsync(
            connection, "submissions (submission_id, plan_code, unit_id, folder, file_name, file_name_bytes, seen_at, state, file_hash, form, period_id, decided_at, left_inbox_at)",
            forms.Select(form => new object?[]
            {
                form.Id, form.Plan.Plan.Code, form.Plan.Ids.Units[form.Unit], "x", "x.csv", Array.Empty<byte>(), (form.At ?? DateTimeOffset.UnixEpoch).ToUniversalTime(),
                form.At is null ? "rejected" : "accepted", SHA256.HashData(BitConverter.GetBytes(form.Id)), form.Form.ToName(), form.Plan.Ids.Periods[form.Period],
                DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch,
            }),
            cancellationToken);
        var accepted = forms.Where(form => form.At is not null).ToList();
        await CopyAsync(
            connection, "submission_versions (submission_id, unit_id, form, period_id, version_number, is_current, received_at)",
            accepted.Select(form => new object?[]
            {
                form.Id, form.Plan.Ids.Units[form.Unit], form.Form.ToName(), form.Plan.Ids.Periods[form.Period], 1, true, form.At!.Value.ToUniversalTime(),
            }),
            cancellationToken);
        await FiguresAsync(
            connection, sets,
            accepted.ToDictionary(form => (form.Plan.Plan.Code, form.Unit, form.Form, form.Period), form => form.Id), cancellationToken);
        await FigurePacks.WriteAsync(connection, 1, forms.Count, cancellationToken);
        await AdjustmentsAsync(connection, sets, cancellationToken);
    }

    private static Task FiguresAsync(
        NpgsqlConnection connection, List<(StoredPlan Plan, RawData Data)> sets, Dictionary<(string, UnitCode, FormKind, PeriodCode), long> ids, CancellationToken cancellationToken) =>
        CopyAsync(
            connection,
            "figures (submission_id, unit_id, indicator_id, period_id, state, value, estimated, numerator, denominator, on_date, source_sheet, source_row, source_column)",
            from set in sets
            from figure in set.Data.Figures
            select new object?[]
            {
                ids[(set.Plan.Plan.Code, figure.Unit, figure.Form, figure.Period)], set.Plan.Ids.Units[figure.Unit], set.Plan.Ids.Indicators[figure.Indicator],
                set.Plan.Ids.Periods[figure.Period], figure.State, figure.Value, figure.Estimated, figure.Numerator, figure.Denominator, figure.Date, (short)0, 1, (short)1,
            },
            cancellationToken);

    private static Task AdjustmentsAsync(NpgsqlConnection connection, List<(StoredPlan Plan, RawData Data)> sets, CancellationToken cancellationToken)
    {
        var number = 0L;
        return CopyAsync(
            connection, "score_adjustments (score_adjustment_id, plan_code, unit_id, period_id, points, reason, evidence, entered_by, entered_at)",
            from set in sets
            from entry in set.Data.Adjustments
            where entry.Points != 0
            select new object?[]
            {
                ++number, set.Plan.Plan.Code, set.Plan.Ids.Units[entry.Unit], set.Plan.Ids.Periods[entry.Period], entry.Points, entry.Reason, entry.Evidence, "test",
                DateTimeOffset.UnixEpoch,
            },
            cancellationToken);
    }

    private static async Task CopyAsync(NpgsqlConnection connection, string target, IEnumerable<object?[]> rows, CancellationToken cancellationToken)
    {
        await using var copy = await connection.BeginBinaryImportAsync($"copy emulation.{target} from stdin (format binary)", cancellationToken);
        foreach (var row in rows)
        {
            await copy.StartRowAsync(cancellationToken);
            foreach (var value in row)
            {
                await (value switch
                {
                    null => copy.WriteNullAsync(cancellationToken),
                    DateTimeOffset instant => copy.WriteAsync(instant, NpgsqlDbType.TimestampTz, cancellationToken),
                    _ => copy.WriteAsync(value, cancellationToken),
                });
            }
        }
        await copy.CompleteAsync(cancellationToken);
    }
}
