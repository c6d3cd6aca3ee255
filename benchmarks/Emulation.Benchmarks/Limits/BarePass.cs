using Emulation.Jobs.Hosting;
using Npgsql;

namespace Emulation.Benchmarks.Limits;

/// <summary>The figures of a run in the smallest table that could answer, with an index that covers the question; and that question alone.</summary>
internal sealed class BarePass(EmbeddedPostgres postgres)
{
    private const string Prepare = """
        create schema bare;
        create table bare.figures as select unit_id, indicator_id, value, numerator, denominator from emulation.figures;
        create index on bare.figures (unit_id, indicator_id) include (value, numerator, denominator);
        vacuum analyze bare.figures;
        checkpoint;
        """;

    private const string Stored = """
        select unit_id, indicator_id, sum(value), sum(numerator), sum(denominator)
        from emulation.figures group by unit_id, indicator_id
        """;

    private const string Question = """
        select unit_id, indicator_id, sum(value), sum(numerator), sum(denominator)
        from bare.figures group by unit_id, indicator_id
        """;

    private readonly string connectionString = postgres.ConnectionString(EmbeddedPostgres.AdminUser, "emulation");

    public Task PrepareAsync(CancellationToken cancellationToken) => new Psql(postgres, "emulation").RunAsync(Prepare, cancellationToken);

    /// <summary>Asks once by the covering index and reads the whole answer.</summary>
    /// <returns>The number of rows: one a unit and indicator.</returns>
    public Task<int> AskAsync(CancellationToken cancellationToken) => AskAsync(Question, cancellationToken);

    /// <summary>Asks the same of the table as it is stored.</summary>
    public Task<int> AskStoredAsync(CancellationToken cancellationToken) => AskAsync(Stored, cancellationToken);

    private async Task<int> AskAsync(string question, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand(question, connection) { CommandTimeout = 0 };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = 0;
        while (await reader.ReadAsync(cancellationToken))
        {
            rows++;
        }

        return rows;
    }
}
