using Emulation.Benchmarks.Data;
using Emulation.Jobs.Hosting;

namespace Emulation.Benchmarks.Limits;

/// <summary>The same rows the plain way: an unlogged staging table and an upsert into a table with foreign keys, in a database of its own on the same server.</summary>
/// <remarks>It checks less than intake does (no names, measures, bounds, ratios, addresses, receipts) and keeps no original: a limit, not a rival.</remarks>
internal sealed class BareTables
{
    private const string Database = "bare";

    private const string Schema = """
        create table units (code text primary key);
        create table indicators (code text primary key);
        create table figures (
            unit text not null references units,
            indicator text not null references indicators,
            year int not null,
            month int not null,
            value numeric not null,
            note text,
            primary key (unit, indicator, year, month));
        create unlogged table staged (unit text, indicator text, year int, month int, value numeric, note text);
        """;

    private const string Upsert = """
        insert into figures select unit, indicator, year, month, value, note from staged
        on conflict (unit, indicator, year, month) do update set value = excluded.value, note = excluded.note;
        """;

    private readonly Psql psql;

    private BareTables(Psql psql)
    {
        this.psql = psql;
    }

    public static async Task<BareTables> CreateAsync(EmbeddedPostgres postgres, BenchPlan plan, CancellationToken cancellationToken)
    {
        await new Psql(postgres, "postgres").RunAsync($"create database {Database};", cancellationToken);
        var psql = new Psql(postgres, Database);
        await psql.RunAsync(Schema, cancellationToken);
        await psql.RunAsync(
            Codes("units", Enumerable.Range(0, plan.UnitCount).Select(BenchPlan.UnitCode))
            + Codes("indicators", Enumerable.Range(0, plan.IndicatorCount).Select(BenchPlan.IndicatorCode))
            + "analyze; checkpoint;",
            cancellationToken);
        return new BareTables(psql);
    }

    /// <summary>One file: copied, analysed, merged.</summary>
    public Task LoadAsync(string path, CancellationToken cancellationToken) =>
        psql.RunAsync($"\\copy staged from '{path}' csv delimiter ';'\nanalyze staged;\n{Upsert}", cancellationToken);

    /// <summary>Copies one file into the staging table and merges nothing.</summary>
    public Task CopyOnlyAsync(string path, CancellationToken cancellationToken) =>
        psql.RunAsync($"\\copy staged from '{path}' csv delimiter ';'\n", cancellationToken);

    /// <summary>Many files in one session, a transaction each.</summary>
    public Task LoadEachAsync(IEnumerable<string> paths, CancellationToken cancellationToken) =>
        psql.RunAsync(
            "create temp table staged (like staged) on commit delete rows;\n"
            + string.Concat(paths.Select(path => $"begin;\n\\copy staged from '{path}' csv delimiter ';'\n{Upsert}\ncommit;\n")),
            cancellationToken);

    /// <summary>Empties the tables and has the server write out what it holds, so that the next work does not pay for the last.</summary>
    public Task ClearAsync(CancellationToken cancellationToken) =>
        psql.RunAsync("truncate figures, staged; checkpoint;", cancellationToken);

    private static string Codes(string table, IEnumerable<string> codes) =>
        $"insert into {table} values {string.Join(", ", codes.Select(code => $"('{code}')"))};\n";
}
