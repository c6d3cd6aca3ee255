using System.Threading.Channels;
using Emulation.Reports.Scoring;
using Npgsql;

namespace Emulation.Reports.Storage;

/// <summary>The sums of a run's figures on their way to its computation: the next units are read while the cards of the last ones are made.</summary>
internal static class RunFigures
{
    private const int MostWaiting = 256;

    /// <summary>Hands every unit with all its sums to the computation, several at once, in memory that does not grow with the run.</summary>
    /// <param name="computing">The computation, perhaps still being prepared: PostgreSQL looks for the figures meanwhile.</param>
    public static async Task FeedAsync(
        IFigureSums source, NpgsqlTransaction transaction, long runId, Task<RunComputation> computing, CancellationToken cancellationToken)
    {
        var units = Channel.CreateBounded<AddedUnit>(new BoundedChannelOptions(MostWaiting) { SingleWriter = true });
        var workers = Enumerable.Range(0, Environment.ProcessorCount)
            .Select(_ => Task.Run(() => WorkAsync(units, computing, cancellationToken), CancellationToken.None)).ToList();
        Exception? fault = null;
        try
        {
            await source.ReadAsync(transaction, runId, units.Writer, cancellationToken);
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

    private static async Task WorkAsync(Channel<AddedUnit> units, Task<RunComputation> computing, CancellationToken cancellationToken)
    {
        try
        {
            var computation = await computing;
            await foreach (var unit in units.Reader.ReadAllAsync(cancellationToken))
            {
                if (unit.Sums() is [var first, ..] sums)
                {
                    computation.Add(first.Unit, sums);
                }
            }
        }
        catch (Exception exception)
        {
            units.Writer.TryComplete(exception);
            throw;
        }
    }
}
