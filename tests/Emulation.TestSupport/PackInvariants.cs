using Emulation.Plan.Packing;
using Npgsql;

namespace Emulation.TestSupport;

/// <summary>Every version in a form of figures has its pack, no other has, and packs and figures say the same (docs/adr/0025).</summary>
internal static class PackInvariants
{
    private const string Unmatched = """
        select coalesce(v.submission_id, p.submission_id), coalesce(v.unit_id, p.unit_id), coalesce(v.period_id, p.period_id), p.submission_id is null
        from (select * from emulation.submission_versions where form in ('figures', 'wave-report')) v
        full join emulation.packed_figures p on (p.submission_id, p.unit_id, p.period_id) = (v.submission_id, v.unit_id, v.period_id)
        where v.submission_id is null or p.submission_id is null
        """;

    private const string Stored = """
        select submission_id, unit_id, period_id, indicator_id, state, value, estimated, numerator, denominator, on_date from emulation.figures
        """;

    /// <summary>One sentence a fault; empty if there is none.</summary>
    public static async Task<IReadOnlyList<string>> FaultsAsync(NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        var unmatched = await ListAsync(database, Unmatched, reader => (Key: KeyOf(reader), IsMissing: reader.GetBoolean(3)), cancellationToken);
        var figures = (await ListAsync(database, Stored, reader => (Key: KeyOf(reader), Figure: FigurePacks.FigureOf(reader, 3)), cancellationToken))
            .ToLookup(row => row.Key, row => row.Figure);
        var packs = await ListAsync(
            database, "select submission_id, unit_id, period_id, figures from emulation.packed_figures",
            reader => (Key: KeyOf(reader), Pack: reader.GetFieldValue<byte[]>(3)), cancellationToken);
        return [
            .. unmatched.Select(one => one.IsMissing ? $"{one.Key} has no packed figures" : $"{one.Key} is no version and has packed figures"),
            .. packs.Where(pack => !SaySame(figures[pack.Key], Unpacked(pack.Pack))).Select(pack => $"{pack.Key} packs other figures than it stored"),
        ];
    }

    private static bool SaySame(IEnumerable<PackedFigure> stored, IEnumerable<PackedFigure> packed) =>
        stored.Select(Text).Order(StringComparer.Ordinal).SequenceEqual(packed.Select(Text).Order(StringComparer.Ordinal));

    // Written out, so that 1.5 and 1.50 are told apart.
    private static string Text(PackedFigure figure) => FormattableString.Invariant($"{figure}");

    private static List<PackedFigure> Unpacked(byte[] pack)
    {
        var unpacker = new FigureUnpacker(pack);
        var figures = new List<PackedFigure>();
        while (unpacker.TryRead(out var figure))
        {
            figures.Add(figure);
        }
        return figures;
    }

    private static (long Submission, int Unit, int Period) KeyOf(NpgsqlDataReader reader) => (reader.GetInt64(0), reader.GetInt32(1), reader.GetInt32(2));

    private static async Task<List<T>> ListAsync<T>(NpgsqlDataSource database, string sql, Func<NpgsqlDataReader, T> map, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add(map(reader));
        }
        return rows;
    }
}
