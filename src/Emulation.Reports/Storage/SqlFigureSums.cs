using System.Threading.Channels;
using Emulation.Plan;
using Emulation.Reports.Scoring;
using Npgsql;
using NpgsqlTypes;

namespace Emulation.Reports.Storage;

/// <summary>Has PostgreSQL add up the figures themselves (<c>sum_figures</c>): what a closed run is proved by, and what counts where nothing was packed.</summary>
/// <param name="units">The units asked for, by id; null for all.</param>
internal sealed class SqlFigureSums(RunScope scope, IReadOnlyCollection<int>? units = null) : IFigureSums
{
    private static readonly DateOnly DayZero = new(2000, 1, 1);

    // The rows of a bundle come together; only when the next one begins is every unit of it complete.
    public async Task ReadAsync(NpgsqlTransaction transaction, long runId, ChannelWriter<AddedUnit> units, CancellationToken cancellationToken)
    {
        await RunSql.ExecuteAsync(transaction, "prefer_hashing", cancellationToken);
        await using var command = RunSql.Command(transaction, "sum_figures", [new("run_id", runId), UnitIds, .. scope.SlotParameters()]);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var places = scope.Places;
        var (bundle, byUnit) = (-1, new Dictionary<int, List<FigureSum>>());
        while (await reader.ReadAsync(cancellationToken))
        {
            if (reader.GetInt32(0) != bundle)
            {
                await HandOverAsync(byUnit, units, cancellationToken);
                bundle = reader.GetInt32(0);
            }
            if (Sum(reader, places) is { } sum)
            {
                Add(byUnit, reader.GetInt32(1), sum);
            }
        }
        await HandOverAsync(byUnit, units, cancellationToken);
    }

    private NpgsqlParameter UnitIds => new("unit_ids", NpgsqlDbType.Array | NpgsqlDbType.Integer) { Value = units is null ? DBNull.Value : units.ToArray() };

    private static void Add(Dictionary<int, List<FigureSum>> byUnit, int unit, FigureSum sum)
    {
        if (!byUnit.TryGetValue(unit, out var sums))
        {
            byUnit.Add(unit, sums = []);
        }
        sums.Add(sum);
    }

    private static async Task HandOverAsync(Dictionary<int, List<FigureSum>> byUnit, ChannelWriter<AddedUnit> units, CancellationToken cancellationToken)
    {
        foreach (var sums in byUnit.Values)
        {
            await units.WriteAsync(new AddedUnit(() => sums), cancellationToken);
        }
        byUnit.Clear();
    }

    private FigureSum? Sum(NpgsqlDataReader reader, IReadOnlyList<(FormKind Form, int Slot)> places) =>
        scope.IndicatorOf(reader.GetInt32(2)) is not { } indicator ? null : new FigureSum(
            scope.UnitOf(reader.GetInt32(1)), indicator, places[reader.GetInt32(3)].Form, places[reader.GetInt32(3)].Slot,
            reader.GetInt32(4), reader.GetInt32(5), reader.GetInt32(6),
            reader.ValueOrNull<decimal>(7), reader.ValueOrNull<decimal>(8), reader.ValueOrNull<decimal>(9), reader.ValueOrNull<decimal>(10),
            reader.IsDBNull(11) ? null : Last(reader.GetFieldValue<decimal?[]>(11)))
        {
            HasDoubtfulParts = !reader.IsDBNull(12) && reader.GetBoolean(12),
        };

    private static LastFigure Last(decimal?[] latest) =>
        new(latest[1], latest[2], latest[3], latest[4], latest[5] is { } days ? DayZero.AddDays((int)days) : null);
}
