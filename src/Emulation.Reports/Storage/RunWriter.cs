using Emulation.Reports.Scoring;
using Npgsql;
using NpgsqlTypes;

namespace Emulation.Reports.Storage;

/// <summary>Stores the results of a run by binary COPY, for SQL and pages; the canonical bytes beside them are what counts.</summary>
internal static class RunWriter
{
    public static async Task WriteAsync(
        NpgsqlTransaction transaction, long runId, RunScope scope, RunResult result, CancellationToken cancellationToken)
    {
        using var storing = RunStages.Start("rows");
        await WriteUnitsAsync(transaction.Connection!, runId, scope, result, cancellationToken);
        await WriteLinesAsync(transaction.Connection!, runId, scope, result, cancellationToken);
    }

    private static async Task WriteUnitsAsync(
        NpgsqlConnection connection, long runId, RunScope scope, RunResult result, CancellationToken cancellationToken)
    {
        await using var copy = await connection.BeginBinaryImportAsync(
            "copy emulation.unit_results (run_id, unit_id, block, points, bonus, penalty, rank, is_tied, grade, gates) from stdin (format binary)",
            cancellationToken);
        foreach (var unit in result.Units)
        {
            await copy.StartRowAsync(cancellationToken);
            await copy.WriteAsync(runId, NpgsqlDbType.Bigint, cancellationToken);
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

    private static async Task WriteLinesAsync(
        NpgsqlConnection connection, long runId, RunScope scope, RunResult result, CancellationToken cancellationToken)
    {
        await using var copy = await connection.BeginBinaryImportAsync(
            "copy emulation.score_lines (run_id, unit_id, line_number, score_group, rule_code, state, max_points, points, arithmetic) from stdin (format binary)",
            cancellationToken);
        foreach (var unit in result.Units)
        {
            for (var index = 0; index < unit.Lines.Count; index++)
            {
                var line = unit.Lines[index];
                await copy.StartRowAsync(cancellationToken);
                await copy.WriteAsync(runId, NpgsqlDbType.Bigint, cancellationToken);
                await copy.WriteAsync(scope.Plan.Ids.Units[unit.Unit], NpgsqlDbType.Integer, cancellationToken);
                await copy.WriteAsync(index + 1, NpgsqlDbType.Integer, cancellationToken);
                await copy.WriteAsync(line.Group, NpgsqlDbType.Text, cancellationToken);
                await copy.WriteAsync(line.Rule, NpgsqlDbType.Text, cancellationToken);
                await copy.WriteAsync(StateName(line.State), NpgsqlDbType.Text, cancellationToken);
                await copy.WriteAsync(line.MaxPoints, NpgsqlDbType.Numeric, cancellationToken);
                await copy.WriteAsync(line.Points, NpgsqlDbType.Numeric, cancellationToken);
                await copy.WriteAsync(line.Arithmetic, NpgsqlDbType.Text, cancellationToken);
            }
        }
        await copy.CompleteAsync(cancellationToken);
    }

    private static string StateName(ScoredState state) => state switch
    {
        ScoredState.Value => "value",
        ScoredState.Zero => "zero",
        ScoredState.Estimated => "estimated",
        ScoredState.NotApplicable => "not-applicable",
        _ => "not-reported",
    };
}
