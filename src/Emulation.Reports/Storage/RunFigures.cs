using System.Threading.Channels;
using Emulation.Plan;
using Emulation.Reports.Scoring;
using Npgsql;

namespace Emulation.Reports.Storage;

/// <summary>The sums of a run's figures on their way to its computation: PostgreSQL adds up the next units while the cards of the last ones are made.</summary>
internal sealed class RunFigures(RunScope scope)
{
    private const int MostWaiting = 256;
    private static readonly DateOnly DayZero = new(2000, 1, 1);

    /// <summary>Hands every unit with all its sums to <paramref name="add"/>, several at once, in memory that does not grow with the run.</summary>
    public async Task FeedAsync(
        NpgsqlTransaction transaction, long runId, Action<UnitCode, IReadOnlyList<FigureSum>> add, CancellationToken cancellationToken)
    {
        var units = Channel.CreateBounded<List<FigureSum>>(new BoundedChannelOptions(MostWaiting) { SingleWriter = true });
        var workers = Enumerable.Range(0, Environment.ProcessorCount)
            .Select(_ => Task.Run(() => WorkAsync(units, add, cancellationToken), CancellationToken.None)).ToList();
        Exception? fault = null;
        try
        {
            await ReadAsync(transaction, runId, units.Writer, cancellationToken);
        }
        catch (ChannelClosedException)
        {
            // A worker failed and says why below.
        }
        catch (Exception exception)
        {
            fault = exception;
            throw;
        }
        finally
        {
            units.Writer.TryComplete(fault);
        }
        await Task.WhenAll(workers);
    }

    private static async Task WorkAsync(
        Channel<List<FigureSum>> units, Action<UnitCode, IReadOnlyList<FigureSum>> add, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var sums in units.Reader.ReadAllAsync(cancellationToken))
            {
                add(sums[0].Unit, sums);
            }
        }
        catch (Exception exception)
        {
            units.Writer.TryComplete(exception);
            throw;
        }
    }

    // The rows of a bundle come together; only when the next one begins is every unit of it complete.
    private async Task ReadAsync(NpgsqlTransaction transaction, long runId, ChannelWriter<List<FigureSum>> units, CancellationToken cancellationToken)
    {
        await RunSql.ExecuteAsync(transaction, "prefer_hashing", cancellationToken);
        await using var command = RunSql.Command(transaction, "sum_figures", [new("run_id", runId), .. scope.SlotParameters()]);
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

    private static void Add(Dictionary<int, List<FigureSum>> byUnit, int unit, FigureSum sum)
    {
        if (!byUnit.TryGetValue(unit, out var sums))
        {
            byUnit.Add(unit, sums = []);
        }
        sums.Add(sum);
    }

    private static async Task HandOverAsync(
        Dictionary<int, List<FigureSum>> byUnit, ChannelWriter<List<FigureSum>> units, CancellationToken cancellationToken)
    {
        foreach (var sums in byUnit.Values)
        {
            await units.WriteAsync(sums, cancellationToken);
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
