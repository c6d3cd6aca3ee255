using Npgsql;
using NpgsqlTypes;

namespace Emulation.Ingest.Storage;

/// <summary>Explanations as rows, appended with the figures they speak of.</summary>
internal static class ExplanationRows
{
    private const string Copy = """
        copy emulation.explanations (submission_id, unit_id, indicator_id, period_id, source_sheet, source_row, source_column, explanation)
        from stdin (format binary)
        """;

    public static async Task AppendAsync(NpgsqlConnection connection, IReadOnlyList<Decision> decisions, CancellationToken cancellationToken)
    {
        var given = decisions.Where(decision => decision.Accepted is not null)
            .SelectMany(decision => decision.Accepted!.Explanations.Select(explanation => (decision.File.Claim.SubmissionId, explanation))).ToList();
        if (given.Count == 0)
        {
            return;
        }

        await using var copy = await connection.BeginBinaryImportAsync(Copy, cancellationToken);
        foreach (var (submissionId, explanation) in given)
        {
            copy.StartRow();
            copy.Write(submissionId, NpgsqlDbType.Bigint);
            copy.Write(explanation.UnitId, NpgsqlDbType.Integer);
            copy.Write(explanation.IndicatorId, NpgsqlDbType.Integer);
            copy.Write(explanation.PeriodId, NpgsqlDbType.Integer);
            copy.Write(explanation.Source.Sheet, NpgsqlDbType.Smallint);
            copy.Write(explanation.Source.Row, NpgsqlDbType.Integer);
            copy.Write(explanation.Source.Column, NpgsqlDbType.Smallint);
            copy.Write(explanation.Text, NpgsqlDbType.Text);
        }

        await copy.CompleteAsync(cancellationToken);
    }
}
