using Emulation.Plan;
using Emulation.Plan.Storage;
using Emulation.Reports.Scoring;
using Npgsql;

namespace Emulation.Reports.Storage;

/// <summary>What units have sent so far, for reminding them of the rest.</summary>
public sealed class ReportReminderStore(NpgsqlDataSource dataSource)
{
    /// <summary>Everything received and refused up to now, to be judged as on that day; no figures.</summary>
    public async Task<RunData> ReadAsync(StoredPlan plan, DateOnly day, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(plan);
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        var units = plan.Ids.Units.ToDictionary(pair => pair.Value, pair => pair.Key);
        var periods = plan.Ids.Periods.ToDictionary(pair => pair.Value, pair => pair.Key);
        var rows = await ReportSql.ListAsync(
            connection, "list_received_forms", ReceivedRow.Map, cancellationToken, new NpgsqlParameter("unit_ids", units.Keys.ToArray()));
        var known = rows.Where(row => row.Form is not null && periods.ContainsKey(row.PeriodId)).ToList();
        return new RunData(
            day,
            [],
            [.. known.Where(row => row.FirstReceivedAt is not null).Select(row =>
                new ReceivedForm(units[row.UnitId], row.Form!.Value, periods[row.PeriodId], row.FirstReceivedAt!.Value, row.Version))],
            [.. known.Where(row => row.FirstReceivedAt is null).Select(row => new RefusedForm(units[row.UnitId], row.Form!.Value, periods[row.PeriodId]))],
            [],
            []);
    }

    private sealed record ReceivedRow(int UnitId, FormKind? Form, int PeriodId, DateTimeOffset? FirstReceivedAt, int Version)
    {
        public static ReceivedRow Map(NpgsqlDataReader reader) => new(
            reader.GetInt32(0), FormKinds.FromName(reader.GetString(1)), reader.GetInt32(2),
            reader.IsDBNull(3) ? null : reader.GetFieldValue<DateTimeOffset>(3), reader.GetInt32(4));
    }
}
