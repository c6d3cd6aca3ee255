using Emulation.Ingest.Validation;
using Npgsql;
using NpgsqlTypes;

namespace Emulation.Ingest.Storage;

/// <summary>Figures as rows: the one place that knows the columns.</summary>
internal static class FigureRows
{
    private const string Copy = """
        copy emulation.figures (submission_id, unit_id, indicator_id, period_id, state, value, estimated, numerator, denominator, on_date,
            source_sheet, source_row, source_column) from stdin (format binary)
        """;

    public static (long SubmissionId, Figure Figure) Map(NpgsqlDataReader reader) => (reader.GetInt64(0), new Figure(
        UnitId: reader.GetInt32(1),
        IndicatorId: reader.GetInt32(2),
        PeriodId: reader.GetInt32(3),
        State: (FigureState)reader.GetInt16(4),
        Value: Number(reader, 5),
        Estimated: Number(reader, 6),
        Numerator: Number(reader, 7),
        Denominator: Number(reader, 8),
        Date: reader.IsDBNull(9) ? null : reader.GetFieldValue<DateOnly>(9),
        Source: new CellAddress(reader.GetInt16(10), reader.GetInt32(11), reader.GetInt16(12))));

    /// <summary>Appends the figures of all decisions in one stream.</summary>
    public static async Task AppendAsync(NpgsqlConnection connection, IReadOnlyList<Decision> decisions, CancellationToken cancellationToken)
    {
        if (!decisions.Any(decision => decision.Accepted is { Figures.Count: > 0 }))
        {
            return;
        }

        await using var copy = await connection.BeginBinaryImportAsync(Copy, cancellationToken);
        foreach (var decision in decisions.Where(decision => decision.Accepted is not null))
        {
            foreach (var figure in decision.Accepted!.Figures)
            {
                Write(copy, decision.File.Claim.SubmissionId, figure);
            }
        }

        await copy.CompleteAsync(cancellationToken);
    }

    // Synchronous on purpose: a row goes into the stream's buffer, and a state machine per cell would cost more than the cell.
    private static void Write(NpgsqlBinaryImporter copy, long submissionId, in Figure figure)
    {
        copy.StartRow();
        copy.Write(submissionId, NpgsqlDbType.Bigint);
        copy.Write(figure.UnitId, NpgsqlDbType.Integer);
        copy.Write(figure.IndicatorId, NpgsqlDbType.Integer);
        copy.Write(figure.PeriodId, NpgsqlDbType.Integer);
        copy.Write((short)figure.State, NpgsqlDbType.Smallint);
        Write(copy, figure.Value);
        Write(copy, figure.Estimated);
        Write(copy, figure.Numerator);
        Write(copy, figure.Denominator);
        if (figure.Date is { } date)
        {
            copy.Write(date, NpgsqlDbType.Date);
        }
        else
        {
            copy.WriteNull();
        }

        copy.Write(figure.Source.Sheet, NpgsqlDbType.Smallint);
        copy.Write(figure.Source.Row, NpgsqlDbType.Integer);
        copy.Write(figure.Source.Column, NpgsqlDbType.Smallint);
    }

    private static void Write(NpgsqlBinaryImporter copy, decimal? number)
    {
        if (number is { } value)
        {
            copy.Write(value, NpgsqlDbType.Numeric);
        }
        else
        {
            copy.WriteNull();
        }
    }

    private static decimal? Number(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetDecimal(column);
}
