namespace Emulation.Reports.Documents.Document.Printing;

/// <summary>Finds a program as a shell would.</summary>
internal static class ProgramPath
{
    /// <returns>The full path; null if there is none.</returns>
    public static string? Find(string program)
    {
        if (program.Contains('/', StringComparison.Ordinal))
        {
            return File.Exists(program) ? Path.GetFullPath(program) : null;
        }

        return (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);
    }
}
