using System.Diagnostics;
using Emulation.Jobs.Hosting;
using Npgsql;

namespace Emulation.TestSupport;

/// <summary>A backup of a database as the runbook makes it, by the pg_dump and pg_restore of the installed server.</summary>
internal static class DatabaseDump
{
    public static Task WriteAsync(string connectionString, string file, CancellationToken cancellationToken) =>
        RunAsync("pg_dump", connectionString, ["--format=custom", "--file", file], cancellationToken);

    /// <summary>Into an empty database; the first fault ends it.</summary>
    public static Task RestoreAsync(string connectionString, string file, CancellationToken cancellationToken) =>
        RunAsync("pg_restore", connectionString, ["--exit-on-error", "--dbname", new NpgsqlConnectionStringBuilder(connectionString).Database!, file], cancellationToken);

    private static async Task RunAsync(string program, string connectionString, IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        var server = new NpgsqlConnectionStringBuilder(connectionString);
        var start = new ProcessStartInfo(Path.Combine(PostgresBinaries.Find().Folder, program), arguments) { RedirectStandardError = true };
        start.Environment["PGHOST"] = server.Host;
        start.Environment["PGUSER"] = server.Username;
        start.Environment["PGPASSWORD"] = server.Password;
        start.Environment["PGDATABASE"] = server.Database;
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        var errors = await process.StandardError.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {errors}");
        }
    }
}
