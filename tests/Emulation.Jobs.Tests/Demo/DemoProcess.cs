using System.Diagnostics;
using System.Text.Json;
using Emulation.Jobs.Demo;

namespace Emulation.Jobs.Tests.Demo;

/// <summary>The demo as a program of its own, which can be killed as a power cut would.</summary>
internal sealed class DemoProcess : IDisposable
{
    private readonly Process process;
    private readonly Task<string> output;
    private readonly Task<string> faults;

    private DemoProcess(Process process)
    {
        this.process = process;
        output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        faults = process.StandardError.ReadToEndAsync(CancellationToken.None);
    }

    public bool HasEnded => process.HasExited;

    public static DemoProcess Start(string dataFolder, params string[] more)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Path.GetTempPath() };
        foreach (var argument in (string[])[typeof(DemoClock).Assembly.Location, "demo", "--json", "--data", dataFolder, "--plan", DemoPlan.Folder, .. more])
        {
            start.ArgumentList.Add(argument);
        }

        return new DemoProcess(Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start."));
    }

    /// <summary>Waits for the end and reads the one JSON object it prints.</summary>
    public async Task<JsonElement> FinishAsync(CancellationToken cancellationToken)
    {
        await process.WaitForExitAsync(cancellationToken);
        Assert.True(process.ExitCode == 0, $"The demo ended with {process.ExitCode}: {await faults}{await output}");
        return JsonDocument.Parse(await output).RootElement;
    }

    /// <summary>All that an ended demo printed.</summary>
    public async Task<string> OutputAsync() => await faults + await output;

    /// <summary>SIGKILL.</summary>
    public async Task KillAsync(CancellationToken cancellationToken)
    {
        process.Kill(entireProcessTree: false);
        await process.WaitForExitAsync(cancellationToken);
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: false);
        }

        process.Dispose();
    }
}
