using System.Diagnostics;
using System.Globalization;

namespace Emulation.Jobs.Hosting;

/// <summary>The account that PostgreSQL runs as: ourselves, or an ordinary user when we are root (PostgreSQL refuses root).</summary>
public sealed partial class OrdinaryUser
{
    private readonly (int Uid, int Gid)? dropTo = Environment.IsPrivilegedProcess ? FindAccount() : null;

    /// <summary>True if programs run as another user than this process.</summary>
    public bool IsAnother => dropTo is not null;

    /// <summary>Runs a program to its end as that user; its standard streams are read only where <paramref name="keepOutput"/> says so, because a daemon it leaves behind would hold them open.</summary>
    /// <returns>The exit code and what was printed.</returns>
    public async Task<(int ExitCode, string Output)> RunAsync(
        string program, IEnumerable<string> arguments, bool keepOutput, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo { RedirectStandardOutput = keepOutput, RedirectStandardError = keepOutput, WorkingDirectory = "/" };
        start.Environment["LC_ALL"] = "C.UTF-8";
        List<string> command = [.. Prefix(), program, .. arguments];
        start.FileName = command[0];
        command.Skip(1).ToList().ForEach(start.ArgumentList.Add);

        using var process = Process.Start(start) ?? throw new InvalidOperationException($"Could not start {program}.");
        var output = keepOutput ? process.StandardOutput.ReadToEndAsync(cancellationToken) : Task.FromResult("");
        var errors = keepOutput ? process.StandardError.ReadToEndAsync(cancellationToken) : Task.FromResult("");
        await process.WaitForExitAsync(cancellationToken);
        return (process.ExitCode, await output + await errors);
    }

    /// <summary>Makes a folder that only that user (and root) can enter.</summary>
    public void MakePrivateFolder(string folder)
    {
        Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        if (dropTo is { } account && FileSystem.ChangeOwner(folder, account.Uid, account.Gid) != 0)
        {
            throw new IOException($"Could not give {folder} to the database user.");
        }
    }

    /// <summary>Writes a secret that only that user (and root) can read.</summary>
    public void WritePrivateFile(string path, string text)
    {
        using (var stream = new FileStream(path, new FileStreamOptions
        {
            Mode = FileMode.Create,
            Access = FileAccess.Write,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        }))
        {
            stream.Write(System.Text.Encoding.UTF8.GetBytes(text));
            stream.Flush(flushToDisk: true);
        }

        if (dropTo is { } account && FileSystem.ChangeOwner(path, account.Uid, account.Gid) != 0)
        {
            throw new IOException($"Could not give {path} to the database user.");
        }
    }

    /// <summary>True if that user can enter the folder through all its parents.</summary>
    public async Task<bool> CanEnterAsync(string folder, CancellationToken cancellationToken) =>
        !IsAnother || (await RunAsync("/usr/bin/test", ["-x", folder], keepOutput: false, cancellationToken)).ExitCode == 0;

    private IEnumerable<string> Prefix() => dropTo is { } account
        ? ["setpriv", "--reuid", Invariant(account.Uid), "--regid", Invariant(account.Gid), "--clear-groups", "--"]
        : [];

    // Debian's package makes the user postgres; nobody stands in where the programs were installed otherwise.
    private static (int Uid, int Gid) FindAccount() =>
        File.ReadLines("/etc/passwd")
            .Select(line => line.Split(':'))
            .Where(fields => fields.Length > 3 && fields[0] is "postgres" or "nobody")
            .OrderByDescending(fields => fields[0], StringComparer.Ordinal)
            .Select(fields => (int.Parse(fields[2], CultureInfo.InvariantCulture), int.Parse(fields[3], CultureInfo.InvariantCulture)))
            .First();

    private static string Invariant(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static partial class FileSystem
    {
        [System.Runtime.InteropServices.LibraryImport("libc", EntryPoint = "chown", StringMarshalling = System.Runtime.InteropServices.StringMarshalling.Utf8, SetLastError = true)]
        public static partial int ChangeOwner(string path, int owner, int group);
    }
}
