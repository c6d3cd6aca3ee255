using Emulation.Ingest.Intake;
using Emulation.Plan.Storage;
using Npgsql;
using static Emulation.Ingest.Storage.IngestSql;

namespace Emulation.Ingest.Storage;

/// <summary>The locks under which version numbers are given; held until the transaction ends.</summary>
internal static class VersionLocks
{
    // Each advisory lock takes a place in the server's lock table; a national import would fill it.
    private const int MostUnits = 200;

    private const string ForMany = "lock table emulation.submission_versions in share row exclusive mode";

    private const string ForFew = """
        select pg_advisory_xact_lock(hashtextextended('emulation.versions', unit_id))
        from (select unit_id from unnest(@unit_ids) as covered (unit_id) order by unit_id) as ordered
        """;

    // Shared among imports, exclusive for whoever closes a period.
    private const string AgainstClosing = """
        select pg_advisory_xact_lock_shared(hashtextextended(name, 0))
        from (select name from unnest(@names) as bearing (name) order by name) as ordered
        """;

    public static async Task TakeAsync(NpgsqlConnection connection, PlanLookup plan, IReadOnlyList<FileInHand> files, CancellationToken cancellationToken)
    {
        var meant = await WithdrawalRows.FindAsync(connection, files, cancellationToken);
        var covers = files.SelectMany(Known.CoversOf).Concat(meant.Values.SelectMany(withdrawal => withdrawal.Versions.Select(version => version.Cover))).ToList();
        var units = covers.Select(cover => cover.UnitId).Distinct().ToArray();
        if (units.Length == 0)
        {
            return;
        }

        var periods = covers.Select(cover => cover.PeriodId).Distinct().SelectMany(id => PeriodLock.BearingOn(plan.Plan, plan.Period(id))).Distinct();
        await RunAsync(connection, AgainstClosing, With("names", periods.Select(period => PeriodLock.NameOf(plan.Plan, period)).ToArray()), cancellationToken);
        await RunAsync(connection, units.Length > MostUnits ? ForMany : ForFew, With("unit_ids", units), cancellationToken);
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql, NpgsqlParameter parameter, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        if (sql.Contains('@', StringComparison.Ordinal))
        {
            command.Parameters.Add(parameter);
        }

        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
