using System.Threading.Channels;
using Emulation.Reports.Scoring;
using Npgsql;

namespace Emulation.Reports.Storage;

/// <summary>Where the sums of a run come from: the packed figures for a new run, the figures themselves to prove one (docs/adr/0025). Both say the same.</summary>
internal interface IFigureSums
{
    /// <summary>Writes every unit that reported something once, in any order.</summary>
    Task ReadAsync(NpgsqlTransaction transaction, long runId, ChannelWriter<AddedUnit> units, CancellationToken cancellationToken);
}

/// <summary>A unit of which everything has come; its sums are made by whoever takes it, on a thread of his own.</summary>
/// <param name="Sums">All sums of the unit; empty if nothing of it is asked.</param>
internal sealed record AddedUnit(Func<IReadOnlyList<FigureSum>> Sums);
