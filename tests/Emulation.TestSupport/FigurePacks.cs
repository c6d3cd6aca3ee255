using Emulation.Plan.Packing;
using Npgsql;
using NpgsqlTypes;

namespace Emulation.TestSupport;

/// <summary>Packs figures that were written past intake, as intake would have packed them.</summary>
public static class FigurePacks
{
    private const string Unpacked = """
        select v.submission_id, v.unit_id, v.period_id, f.indicator_id, f.state, f.value, f.estimated, f.numerator, f.denominator, f.on_date
        from emulation.submission_versions v
        left join emulation.figures f
            on f.submission_id between @first and @last and (f.submission_id, f.unit_id, f.period_id) = (v.submission_id, v.unit_id, v.period_id)
        where v.submission_id between @first and @last and v.form in ('figures', 'wave-report')
        order by v.submission_id, v.unit_id, v.period_id, f.source_row, f.source_column, f.indicator_id
        """;

    /// <summary>Writes the packs of the submissions from <paramref name="first"/> to <paramref name="last"/>; in memory that grows with their figures.</summary>
    public static async Task WriteAsync(NpgsqlConnection connection, long first, long last, CancellationToken cancellationToken)
    {
        var packs = await PackAsync(connection, first, last, cancellationToken);
        await using var copy = await connection.BeginBinaryImportAsync(
            "copy emulation.packed_figures (submission_id, unit_id, period_id, figures) from stdin (format binary)", cancellationToken);
        foreach (var (key, pack) in packs)
        {
            await copy.StartRowAsync(cancellationToken);
            await copy.WriteAsync(key.Submission, NpgsqlDbType.Bigint, cancellationToken);
            await copy.WriteAsync(key.Unit, NpgsqlDbType.Integer, cancellationToken);
            await copy.WriteAsync(key.Period, NpgsqlDbType.Integer, cancellationToken);
            await copy.WriteAsync(pack, NpgsqlDbType.Bytea, cancellationToken);
        }
        await copy.CompleteAsync(cancellationToken);
    }

    /// <summary>The figure of a row whose columns from <paramref name="column"/> on are indicator, state, the four numbers and the date.</summary>
    public static PackedFigure FigureOf(NpgsqlDataReader reader, int column) => new(
        reader.GetInt32(column), (byte)reader.GetInt16(column + 1),
        Number(reader, column + 2), Number(reader, column + 3), Number(reader, column + 4), Number(reader, column + 5),
        reader.IsDBNull(column + 6) ? null : reader.GetFieldValue<DateOnly>(column + 6));

    private static async Task<List<((long Submission, int Unit, int Period) Key, byte[] Pack)>> PackAsync(
        NpgsqlConnection connection, long first, long last, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Unpacked, connection) { CommandTimeout = 0 };
        command.Parameters.AddWithValue("first", first);
        command.Parameters.AddWithValue("last", last);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var (packs, packer, before) = (new List<((long, int, int), byte[])>(), new FigurePacker(), ((long, int, int)?)null);
        while (await reader.ReadAsync(cancellationToken))
        {
            var key = (reader.GetInt64(0), reader.GetInt32(1), reader.GetInt32(2));
            if (before is { } done && done != key)
            {
                packs.Add((done, packer.Packed.ToArray()));
                packer.Clear();
            }
            before = key;
            if (!reader.IsDBNull(3))
            {
                packer.Add(FigureOf(reader, 3));
            }
        }
        if (before is { } end)
        {
            packs.Add((end, packer.Packed.ToArray()));
        }
        return packs;
    }

    private static decimal? Number(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetDecimal(column);
}
