using Emulation.Jobs.Hosting;

namespace Emulation.Jobs.Demo;

/// <summary>Removes an earlier demo from its folder, and nothing else that may lie there.</summary>
internal static class DemoClearing
{
    private static readonly string[] OwnFolders = ["demo", "share", "archive", "mails", "logs"];

    /// <returns>Keeps the emptied database server running until the new host has taken it over; null if there was none.</returns>
    /// <exception cref="InvalidOperationException">The folder holds something that is no demo.</exception>
    public static async Task<IAsyncDisposable?> ClearAsync(DemoFolder folder, CancellationToken cancellationToken)
    {
        var isDemo = Directory.Exists(folder.Inside("demo"));
        if (!isDemo && Directory.Exists(folder.Path) && Directory.EnumerateFileSystemEntries(folder.Path).Any())
        {
            throw new InvalidOperationException($"{folder.Path} is not empty and holds no demo; name another folder with --data.");
        }

        Directory.CreateDirectory(folder.Inside("demo"));
        var server = isDemo ? await DatabaseAccess.DropEmbeddedAsync(folder.Path, cancellationToken) : null;
        foreach (var name in OwnFolders.Select(name => folder.Inside(name)).Where(Directory.Exists))
        {
            Directory.Delete(name, recursive: true);
        }

        Directory.CreateDirectory(folder.Inside("demo"));
        return server;
    }
}
