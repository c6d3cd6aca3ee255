using Emulation.Plan;
using Emulation.Plan.Calendar;
using Emulation.Plan.Storage;
using Emulation.Reports.Scoring;
using Npgsql;

namespace Emulation.Reports.Storage;

/// <summary>What units have sent so far, without its figures: enough to say how they stand with what they owe.</summary>
public sealed class ReceivedForms(NpgsqlDataSource dataSource)
{
    /// <summary>Everything received and refused up to now, and the outages known now, to be judged as on that instant's day.</summary>
    public async Task<RunData> ReadAsync(StoredPlan plan, DateTimeOffset now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(plan);
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        return await ReadAsync(connection, plan, plan.Plan.TimeZone.DateOf(now), now, cancellationToken);
    }

    /// <param name="asOn">The day on which things are judged.</param>
    /// <param name="knownAt">Outages are those known at this instant.</param>
    internal static async Task<RunData> ReadAsync(NpgsqlConnection connection, StoredPlan plan, DateOnly asOn, DateTimeOffset knownAt, CancellationToken cancellationToken)
    {
        var units = plan.Ids.Units.ToDictionary(pair => pair.Value, pair => pair.Key);
        var periods = plan.Ids.Periods.ToDictionary(pair => pair.Value, pair => pair.Key);
        var rows = (await ReportSql.ListAsync(connection, "list_received_forms", Row.Map, cancellationToken, new NpgsqlParameter("unit_ids", units.Keys.ToArray())))
            .Where(row => row.Form is not null && periods.ContainsKey(row.PeriodId)).ToLookup(row => row.FirstReceivedAt is not null);
        return new RunData(
            asOn,
            [],
            [.. rows[true].Select(row => new ReceivedForm(units[row.UnitId], row.Form!.Value, periods[row.PeriodId], row.FirstReceivedAt!.Value, row.Version))],
            [.. rows[false].Select(row => new RefusedForm(units[row.UnitId], row.Form!.Value, periods[row.PeriodId]))],
            await OutageStore.ListAsync(connection, knownAt, cancellationToken),
            []);
    }

    private sealed record Row(int UnitId, FormKind? Form, int PeriodId, DateTimeOffset? FirstReceivedAt, int Version)
    {
        public static Row Map(NpgsqlDataReader reader) => new(
            reader.GetInt32(0), FormKinds.FromName(reader.GetString(1)), reader.GetInt32(2), reader.ValueOrNull<DateTimeOffset>(3), reader.GetInt32(4));
    }
}
