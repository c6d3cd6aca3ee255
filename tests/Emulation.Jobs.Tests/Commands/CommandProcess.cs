using System.Diagnostics;

namespace Emulation.Jobs.Tests.Commands;

/// <summary>The program as an administrator starts it: a process of its own, with nothing but the settings given.</summary>
internal static class CommandProcess
{
    public static async Task<(int ExitCode, string Output, string Errors)> RunAsync(IReadOnlyDictionary<string, string?> settings, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Path.GetTempPath() };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Emulation.Jobs.dll"));
        arguments.ToList().ForEach(start.ArgumentList.Add);
        foreach (var (key, value) in settings)
        {
            start.Environment[key.StartsWith("ConnectionStrings:", StringComparison.Ordinal) ? key.Replace(":", "__", StringComparison.Ordinal) : "Emulation__" + key.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output, await errors);
    }
}
