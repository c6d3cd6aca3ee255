using System.Security.Cryptography;
using Emulation.Reports.Scoring;
using Npgsql;
using NpgsqlTypes;

namespace Emulation.Reports.Storage;

/// <summary>Stores what a run came to by binary COPY: its canonical bytes, which are what counts, and a row a unit for SQL and pages.</summary>
internal static class RunWriter
{
    /// <returns>SHA-256 of the canonical bytes.</returns>
    public static async Task<byte[]> WriteAsync(NpgsqlTransaction transaction, RunScope scope, MadeRun run, CancellationToken cancellationToken)
    {
        var hash = await WriteResultAsync(transaction, scope, run, cancellationToken);
        using var storing = RunStages.Start("rows");
        await WriteUnitsAsync(transaction.Connection!, scope, run, cancellationToken);
        return hash;
    }

    private static async Task<byte[]> WriteResultAsync(NpgsqlTransaction transaction, RunScope scope, MadeRun run, CancellationToken cancellationToken)
    {
        using var storing = RunStages.Start("write, store");
        var hash = await WritePiecesAsync(transaction.Connection!, scope, run, cancellationToken);
        await RunSql.ExecuteAsync(
            transaction, "complete_run", cancellationToken,
            new("run_id", run.RunId), new("inputs_hash", Convert.FromHexString(run.Frozen.InputsHash)), new("result_hash", hash));
        return hash;
    }

    // Pieces are written and hashed while PostgreSQL takes in the ones before.
    private static async Task<byte[]> WritePiecesAsync(NpgsqlConnection connection, RunScope scope, MadeRun run, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var copy = await connection.BeginBinaryImportAsync(
            "copy emulation.run_pieces (run_id, position, unit_id, bytes) from stdin (format binary)", cancellationToken);
        var position = 0;
        await foreach (var piece in CanonicalWriter.PiecesAsync(run.Frozen).WithCancellation(cancellationToken))
        {
            hash.AppendData(piece.Bytes.Span);
            await copy.StartRowAsync(cancellationToken);
            await copy.WriteAsync(run.RunId, NpgsqlDbType.Bigint, cancellationToken);
            await copy.WriteAsync(position++, NpgsqlDbType.Integer, cancellationToken);
            await copy.WriteAsync(piece.Unit is { } unit ? scope.Plan.Ids.Units[unit] : (int?)null, NpgsqlDbType.Integer, cancellationToken);
            await copy.WriteAsync(piece.Bytes, NpgsqlDbType.Bytea, cancellationToken);
        }
        await copy.CompleteAsync(cancellationToken);
        return hash.GetHashAndReset();
    }

    private static async Task WriteUnitsAsync(NpgsqlConnection connection, RunScope scope, MadeRun run, CancellationToken cancellationToken)
    {
        await using var copy = await connection.BeginBinaryImportAsync(
            "copy emulation.unit_results (run_id, unit_id, block, points, bonus, penalty, rank, is_tied, grade, gates) from stdin (format binary)",
            cancellationToken);
        foreach (var unit in run.Result.Units)
        {
            await copy.StartRowAsync(cancellationToken);
            await copy.WriteAsync(run.RunId, NpgsqlDbType.Bigint, cancellationToken);
            await copy.WriteAsync(scope.Plan.Ids.Units[unit.Unit], NpgsqlDbType.Integer, cancellationToken);
            await copy.WriteAsync(unit.Block, NpgsqlDbType.Text, cancellationToken);
            await copy.WriteAsync(unit.Points, NpgsqlDbType.Numeric, cancellationToken);
            await copy.WriteAsync(unit.Bonus, NpgsqlDbType.Numeric, cancellationToken);
            await copy.WriteAsync(unit.Penalty, NpgsqlDbType.Numeric, cancellationToken);
            await copy.WriteAsync(unit.Rank, NpgsqlDbType.Integer, cancellationToken);
            await copy.WriteAsync(unit.IsTied, NpgsqlDbType.Boolean, cancellationToken);
            await copy.WriteAsync(unit.Grade, NpgsqlDbType.Text, cancellationToken);
            await copy.WriteAsync(unit.Gates.ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Text, cancellationToken);
        }
        await copy.CompleteAsync(cancellationToken);
    }
}
