using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using DbUp;
using DbUp.Engine;
using Hangfire.PostgreSql;
using Npgsql;

namespace Emulation.Jobs.Hosting;

/// <summary>Brings a database to the schema of this program: migrations once, functions and views when their text changed, Hangfire's tables, the app role's rights.</summary>
/// <remarks>Runs under an advisory lock, so that hosts starting together migrate once. The app role gets no DDL.</remarks>
public sealed class Migrator(string migratorConnectionString, string appRole)
{
    private const long LockKey = 0x454D_554C_4154_4501;
    private static readonly Assembly Resources = typeof(Migrator).Assembly;

    /// <summary>Migrates; does nothing on a current database.</summary>
    /// <exception cref="InvalidOperationException">A script failed; the message names it.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        // Not from the pool: there the lock would outlive us by the minutes a connection lies idle, and another host would wait for it.
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(migratorConnectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        await ExecuteAsync(connection, $"select pg_advisory_lock({LockKey})", cancellationToken);

        await ExecuteAsync(connection, "create schema if not exists emulation; create schema if not exists hangfire", cancellationToken);
        RunScripts();
        PostgreSqlObjectsInstaller.Install(connection, "hangfire");
        await ExecuteAsync(connection, Grants(), cancellationToken);
    }

    /// <summary>The scripts a current database has run, in order; for the readiness check.</summary>
    public static IReadOnlyList<string> ScriptNames => [.. Scripts().Select(script => script.Name)];

    /// <summary>Name and content of every script: equal lists give equal schemas.</summary>
    public static IReadOnlyList<string> ScriptFingerprints => [.. Scripts().Select(script => script.Name + " " + ShortHash(script.Contents))];

    private void RunScripts()
    {
        var result = DeployChanges.To
            .PostgresqlDatabase(migratorConnectionString)
            .WithScripts(Scripts())
            .JournalToPostgresqlTable("emulation", "schema_versions")
            .WithTransactionPerScript()
            .WithVariablesDisabled()
            .LogToNowhere()
            .Build()
            .PerformUpgrade();
        if (!result.Successful)
        {
            throw new InvalidOperationException($"Migration {result.ErrorScript?.Name} failed: {result.Error.Message}", result.Error);
        }
    }

    // A function or view carries its content in its name, so a changed text is a script not yet run.
    private static IEnumerable<SqlScript> Scripts() =>
        Read("migrations.").Select(file => new SqlScript(file.Name, file.Text))
            .Concat(Read("functions.").Concat(Read("views.")).Select(file => new SqlScript($"{file.Name}@{ShortHash(file.Text)}", file.Text)))
            .Select((script, index) => new SqlScript(script.Name, script.Contents, new SqlScriptOptions { RunGroupOrder = index }));

    private static IEnumerable<(string Name, string Text)> Read(string prefix) =>
        Resources.GetManifestResourceNames()
            .Where(name => name.StartsWith(prefix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name =>
            {
                using var reader = new StreamReader(Resources.GetManifestResourceStream(name)!);
                return (name, reader.ReadToEnd());
            });

    private static string ShortHash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..12];

    private string Grants()
    {
        var role = new NpgsqlCommandBuilder().QuoteIdentifier(appRole);
        return Rights(role) + $"""

            revoke update, delete, truncate on emulation.audit_entries, emulation.audit_chain, emulation.audit_payloads from {role};
            """;
    }

    private static string Rights(string role) =>
        string.Join('\n', new[] { "emulation", "hangfire" }.Select(schema => $"""
            grant usage on schema {schema} to {role};
            grant select, insert, update, delete on all tables in schema {schema} to {role};
            grant usage, select on all sequences in schema {schema} to {role};
            grant execute on all functions in schema {schema} to {role};
            """));

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 600 };
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
