namespace Emulation.Jobs.Hosting;

/// <summary>The installed PostgreSQL server programs (initdb, pg_ctl, postgres) of one version.</summary>
/// <param name="Folder">The folder that holds them.</param>
public sealed record PostgresBinaries(string Folder)
{
    private const string DebianRoot = "/usr/lib/postgresql";

    public string Initdb => Path.Combine(Folder, "initdb");

    public string PgCtl => Path.Combine(Folder, "pg_ctl");

    /// <summary>The newest installed version: Debian's folders first, then the search path.</summary>
    /// <exception cref="PostgresMissingException">None is installed.</exception>
    public static PostgresBinaries Find() =>
        Candidates().Where(folder => File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "pg_ctl")))
            .Select(folder => new PostgresBinaries(folder))
            .FirstOrDefault()
        ?? throw new PostgresMissingException();

    private static IEnumerable<string> Candidates()
    {
        var debian = Directory.Exists(DebianRoot) ? Directory.GetDirectories(DebianRoot) : [];
        var path = Environment.GetEnvironmentVariable("PATH") ?? "";
        return debian
            .OrderByDescending(folder => int.TryParse(Path.GetFileName(folder), out var version) ? version : 0)
            .Select(folder => Path.Combine(folder, "bin"))
            .Concat(path.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries));
    }
}

/// <summary>No PostgreSQL server programs are installed and no server is configured.</summary>
public sealed class PostgresMissingException() : Exception(
    "PostgreSQL server programs were not found. Install them (Debian: apt-get install postgresql) "
    + "or name a server in ConnectionStrings__Emulation.");
