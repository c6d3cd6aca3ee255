using System.Security.Cryptography;
using System.Text;
using Emulation.Plan;
using Emulation.Plan.Storage;
using Npgsql;

namespace Emulation.TestSupport;

/// <summary>Puts a plan made in a test into a database: a version row without files, and ids for its units, indicators and periods.</summary>
public static class PlanRows
{
    public static async Task<StoredPlan> InsertAsync(NpgsqlDataSource dataSource, EmulationPlan plan, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(plan.Code));
        await using var version = new NpgsqlCommand(
            """
            insert into emulation.plan_versions (plan_code, version_number, content_hash, holds_from, time_zone, legal_basis, files, applied_at, applied_by)
            values (@code, 1, @hash, @holds_from, @time_zone, 'test', '{}', '2020-01-01Z', 'test') returning plan_version_id
            """,
            connection);
        version.Parameters.AddWithValue("code", plan.Code);
        version.Parameters.AddWithValue("hash", hash);
        version.Parameters.AddWithValue("holds_from", plan.HoldsFrom);
        version.Parameters.AddWithValue("time_zone", plan.TimeZone.Id);
        var versionId = (long)(await version.ExecuteScalarAsync(cancellationToken))!;

        var units = await IdsAsync(connection, "units", "unit_id", plan.Code, plan.Units.Select(unit => unit.Code.Value), cancellationToken);
        var indicators = await IdsAsync(
            connection, "indicators", "indicator_id", plan.Code, plan.Indicators.Select(indicator => indicator.Code.Value), cancellationToken);
        var periods = new Dictionary<PeriodCode, int>();
        foreach (var period in plan.Periods)
        {
            await using var insert = new NpgsqlCommand(
                "insert into emulation.periods (plan_family, code, kind, from_on, to_on) values (@family, @code, @kind, @from, @to) returning period_id", connection);
            insert.Parameters.AddWithValue("family", plan.Code);
            insert.Parameters.AddWithValue("code", period.Code.Value);
            insert.Parameters.AddWithValue("kind", period.Kind switch { PeriodKind.Month => "month", PeriodKind.Wave => "wave", _ => "year" });
            insert.Parameters.AddWithValue("from", period.From);
            insert.Parameters.AddWithValue("to", period.To);
            periods[period.Code] = (int)(await insert.ExecuteScalarAsync(cancellationToken))!;
        }
        return new StoredPlan(versionId, 1, hash, plan, new PlanIds(
            units.ToDictionary(pair => new UnitCode(pair.Key), pair => pair.Value),
            indicators.ToDictionary(pair => new IndicatorCode(pair.Key), pair => pair.Value),
            periods));
    }

    private static async Task<Dictionary<string, int>> IdsAsync(
        NpgsqlConnection connection, string table, string idColumn, string family, IEnumerable<string> codes, CancellationToken cancellationToken)
    {
        await using var insert = new NpgsqlCommand(
            $"insert into emulation.{table} (plan_family, code) select @family, unnest(@codes) returning code, {idColumn}", connection);
        insert.Parameters.AddWithValue("family", family);
        insert.Parameters.AddWithValue("codes", codes.ToArray());
        await using var reader = await insert.ExecuteReaderAsync(cancellationToken);
        var ids = new Dictionary<string, int>();
        while (await reader.ReadAsync(cancellationToken))
        {
            ids[reader.GetString(0)] = reader.GetInt32(1);
        }
        return ids;
    }
}
