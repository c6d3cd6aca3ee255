using System.Collections.Concurrent;
using System.Threading.Channels;
using Emulation.Plan.Packing;
using Emulation.Reports.Scoring;
using Emulation.Reports.Summing;
using Npgsql;

namespace Emulation.Reports.Storage;

/// <summary>Adds up what intake packed beside the figures. A unit of which any file was stored before there were packs, or was packed by a later version, is added up by PostgreSQL.</summary>
internal sealed class PackedFigureSums(RunScope scope) : IFigureSums
{
    private readonly SumPlaces layout = scope.SumPlaces;
    private readonly ILookup<(string Form, int PeriodId), (int Place, int Ordinal)> counted = scope.Counted();
    private readonly ConcurrentBag<UnitSums> idle = [];

    public async Task ReadAsync(NpgsqlTransaction transaction, long runId, ChannelWriter<AddedUnit> units, CancellationToken cancellationToken)
    {
        await RunSql.ExecuteAsync(transaction, "prefer_looping", cancellationToken);
        var unpacked = await ReadPackedAsync(transaction, runId, units, cancellationToken);
        await RunSql.ExecuteAsync(transaction, "prefer_hashing", cancellationToken);
        if (unpacked.Count > 0)
        {
            await new SqlFigureSums(scope, unpacked).ReadAsync(transaction, runId, units, cancellationToken);
        }
    }

    /// <returns>The units that must be added up otherwise.</returns>
    private async Task<List<int>> ReadPackedAsync(NpgsqlTransaction transaction, long runId, ChannelWriter<AddedUnit> units, CancellationToken cancellationToken)
    {
        await using var command = RunSql.Command(
            transaction, "list_packed_figures",
            new("run_id", runId), new("forms", counted.Select(group => group.Key.Form).Distinct().ToArray()),
            new("period_ids", counted.Select(group => group.Key.PeriodId).Distinct().ToArray()));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var (unit, packs, unpacked) = (0, new List<Pack>(), new List<int>());
        while (await reader.ReadAsync(cancellationToken))
        {
            if (reader.GetInt32(0) != unit)
            {
                await HandOverAsync(unit, packs, unpacked, units, cancellationToken);
                (unit, packs) = (reader.GetInt32(0), []);
            }
            packs.AddRange(counted[(reader.GetString(1), reader.GetInt32(2))]
                .Select(place => new Pack(place.Place, place.Ordinal, reader.IsDBNull(3) ? [] : reader.GetFieldValue<byte[]>(3))));
        }
        await HandOverAsync(unit, packs, unpacked, units, cancellationToken);
        return unpacked;
    }

    private async Task HandOverAsync(int unit, List<Pack> packs, List<int> unpacked, ChannelWriter<AddedUnit> units, CancellationToken cancellationToken)
    {
        if (!packs.TrueForAll(pack => FigureUnpacker.Knows(pack.Bytes)))
        {
            unpacked.Add(unit);
        }
        else if (packs.Count > 0)
        {
            await units.WriteAsync(new AddedUnit(() => AddUp(unit, packs)), cancellationToken);
        }
    }

    private IReadOnlyList<FigureSum> AddUp(int unit, List<Pack> packs)
    {
        var sums = idle.TryTake(out var waiting) ? waiting : new UnitSums(layout);
        foreach (var pack in packs)
        {
            sums.Add(pack.Place, pack.Ordinal, pack.Bytes);
        }
        var taken = sums.Take(scope.UnitOf(unit));
        idle.Add(sums);
        return taken;
    }

    /// <param name="Bytes">Empty where nothing was packed.</param>
    private sealed record Pack(int Place, int Ordinal, byte[] Bytes);
}
