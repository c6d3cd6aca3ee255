namespace Emulation.Jobs.Tests.Hosting;

/// <summary>The source tree the tests were built from.</summary>
internal static class Checkout
{
    private static readonly string Root = Find(new DirectoryInfo(AppContext.BaseDirectory));

    /// <summary>A path of the source tree.</summary>
    public static string Path(string relative) => System.IO.Path.Combine(Root, relative);

    private static string Find(DirectoryInfo? folder) =>
        folder is null ? throw new InvalidOperationException("The tests do not lie in a source tree.")
        : File.Exists(System.IO.Path.Combine(folder.FullName, "Emulation.Jobs.sln")) ? folder.FullName
        : Find(folder.Parent);
}
