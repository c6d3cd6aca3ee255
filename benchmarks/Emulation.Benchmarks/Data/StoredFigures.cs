using System.Globalization;
using Emulation.Benchmarks.Limits;
using Emulation.Jobs.Hosting;
using Emulation.TestSupport;
using Npgsql;

namespace Emulation.Benchmarks.Data;

/// <summary>Figures as intake would have left them, one file of every unit a month, written by SQL and then packed: ten million of them in a minute.</summary>
internal sealed class StoredFigures(EmbeddedPostgres postgres)
{
    private const string Fill = """
        insert into emulation.submissions (plan_code, unit_id, folder, file_name, file_name_bytes, seen_at, state, file_hash, form, period_id, decided_at, left_inbox_at, answered_at)
        select u.plan_family, u.unit_id, u.code, p.code || '.csv', '\x00', p.to_on, 'accepted', sha256(convert_to(u.code || p.code || :seed, 'UTF8')), 'figures', p.period_id, p.to_on, p.to_on, p.to_on
        from emulation.units u cross join emulation.periods p
        where u.code <> 'VP' and p.kind = 'month' order by p.period_id, u.unit_id;

        insert into emulation.submission_versions (submission_id, unit_id, form, period_id, version_number, is_current, received_at)
        select submission_id, unit_id, form, period_id, 1, true, seen_at from emulation.submissions;

        insert into emulation.figures (submission_id, unit_id, indicator_id, period_id, state, value, numerator, denominator, source_sheet, source_row, source_column)
        select
            s.submission_id, s.unit_id, i.indicator_id, s.period_id, 0,
            case when is_ratio then round(100.0 * (mixed % 100) / (100 + mixed % 400), 2) else 1 + mixed % 999 end,
            case when is_ratio then mixed % 100 end, case when is_ratio then 100 + mixed % 400 end, 0, 1 + i.place, 6
        from emulation.submissions s
        cross join (select indicator_id, row_number() over (order by code) as place, right(code, 1) = '0' as is_ratio from emulation.indicators) i
        cross join lateral (select (hashint8(s.submission_id * 1009 + i.indicator_id * 13 + :seed)::bigint & 2147483647)::int as mixed) m
        order by s.submission_id, i.place;

        analyze;
        """;

    private const int SubmissionsAtOnce = 2_000;

    /// <summary>Fills an empty database whose plan was applied.</summary>
    /// <param name="seed">Changes every value.</param>
    public async Task FillAsync(int seed, CancellationToken cancellationToken)
    {
        await new Psql(postgres, "emulation").RunAsync(
            Fill.Replace(":seed", seed.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal), cancellationToken);
        await PackAsync(cancellationToken);
        await new Psql(postgres, "emulation").RunAsync("vacuum analyze; checkpoint;", cancellationToken);
    }

    private async Task PackAsync(CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(postgres.ConnectionString(EmbeddedPostgres.AdminUser, "emulation"));
        await connection.OpenAsync(cancellationToken);
        await using var newest = new NpgsqlCommand("select max(submission_id) from emulation.submissions", connection);
        var last = (long)(await newest.ExecuteScalarAsync(cancellationToken))!;
        for (var first = 1L; first <= last; first += SubmissionsAtOnce)
        {
            await FigurePacks.WriteAsync(connection, first, first + SubmissionsAtOnce - 1, cancellationToken);
        }
    }
}
