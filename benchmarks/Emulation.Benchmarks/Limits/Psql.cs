using System.Diagnostics;
using Emulation.Jobs.Hosting;
using Npgsql;

namespace Emulation.Benchmarks.Limits;

/// <summary>PostgreSQL's own client on the embedded cluster: the shortest known way from a file to a table.</summary>
internal sealed class Psql(EmbeddedPostgres postgres, string database)
{
    private readonly NpgsqlConnectionStringBuilder connection = new(postgres.ConnectionString(EmbeddedPostgres.AdminUser, database));

    /// <summary>Runs a script in one session and stops at the first fault.</summary>
    /// <exception cref="InvalidOperationException">psql reported a fault.</exception>
    public async Task RunAsync(string script, CancellationToken cancellationToken)
    {
        var path = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(path, script, cancellationToken);
            await RunFileAsync(path, cancellationToken);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private async Task RunFileAsync(string path, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(Path.Combine(PostgresBinaries.Find().Folder, "psql"))
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        foreach (var argument in new[] { "-X", "-q", "-v", "ON_ERROR_STOP=1", "-h", connection.Host!, "-U", connection.Username!, "-d", database, "-f", path })
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["PGPASSWORD"] = connection.Password;
        start.Environment["PGCLIENTENCODING"] = "UTF8";
        using var process = Process.Start(start) ?? throw new InvalidOperationException("psql did not start.");
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        await output;
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException("psql: " + await errors);
        }
    }
}
