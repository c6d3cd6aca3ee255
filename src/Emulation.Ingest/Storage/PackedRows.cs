using Emulation.Ingest.Validation;
using Emulation.Plan.Packing;
using Npgsql;
using NpgsqlTypes;

namespace Emulation.Ingest.Storage;

/// <summary>Figures packed into one row a submission, unit and period, beside the rows of <see cref="FigureRows"/>; a version without figures has an empty pack (docs/adr/0025).</summary>
internal static class PackedRows
{
    private const string Copy = "copy emulation.packed_figures (submission_id, unit_id, period_id, figures) from stdin (format binary)";

    /// <summary>Packs the figures of all decisions in one stream.</summary>
    public static async Task AppendAsync(NpgsqlConnection connection, IReadOnlyList<Decision> decisions, CancellationToken cancellationToken)
    {
        var speaking = decisions.Where(decision => decision.Accepted is not null && decision.SpeaksInFigures).ToList();
        if (speaking.Count == 0)
        {
            return;
        }

        var packer = new FigurePacker();
        await using var copy = await connection.BeginBinaryImportAsync(Copy, cancellationToken);
        foreach (var decision in speaking)
        {
            Write(copy, decision, packer);
        }

        await copy.CompleteAsync(cancellationToken);
    }

    // Synchronous on purpose, as the rows of figures.
    private static void Write(NpgsqlBinaryImporter copy, Decision decision, FigurePacker packer)
    {
        var figures = decision.Accepted!.Figures;
        foreach (var group in CoveredFigures.Of(figures, decision.Versions.Select(version => (version.Cover.UnitId, version.Cover.PeriodId))))
        {
            packer.Clear();
            foreach (var index in group.Indexes.Span)
            {
                packer.Add(Packed(figures[index]));
            }

            copy.StartRow();
            copy.Write(decision.File.Claim.SubmissionId, NpgsqlDbType.Bigint);
            copy.Write(group.UnitId, NpgsqlDbType.Integer);
            copy.Write(group.PeriodId, NpgsqlDbType.Integer);
            copy.Write(packer.Packed, NpgsqlDbType.Bytea);
        }
    }

    private static PackedFigure Packed(in Figure figure) =>
        new(figure.IndicatorId, (byte)figure.State, figure.Value, figure.Estimated, figure.Numerator, figure.Denominator, figure.Date);
}
