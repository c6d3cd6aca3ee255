using System.Diagnostics;

namespace Emulation.Reports.Tests.Delivery;

/// <summary>A sender in a process of its own (tests/Emulation.TestSender) that is killed with SIGKILL: by itself at one of its fail points, or by whoever sees it reach a step.</summary>
internal sealed class MortalSender : IDisposable
{
    private const int Killed = 128 + 9;

    private readonly Process process;
    private readonly string awaited;
    private string? killedAt;

    /// <param name="arguments">As tests/Emulation.TestSender reads them, without step and passes.</param>
    /// <param name="step">The fail point at which it kills itself; any other word: it lives until <see cref="KillAt"/>.</param>
    /// <param name="passes">How often it passes the fail point before it dies there.</param>
    public MortalSender(IEnumerable<string> arguments, string step, int passes)
    {
        awaited = step;
        var runtime = Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? Environment.ProcessPath! : "dotnet";
        var start = new ProcessStartInfo(
            runtime, [Path.Combine(AppContext.BaseDirectory, "Emulation.TestSender.dll"), .. arguments, $"step={step}", FormattableString.Invariant($"passes={passes}")])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        // No second compilation and no collection in the short time it lives.
        start.Environment["DOTNET_TC_CallCountingDelayMs"] = "FFFF";
        start.Environment["DOTNET_GCgen0size"] = "4000000";
        // The server's authority is named; nobody else's certificates need be read.
        start.Environment["SSL_CERT_FILE"] = "/dev/null";
        start.Environment["SSL_CERT_DIR"] = "/nonexistent";
        process = new Process { StartInfo = start };
    }

    /// <summary>Kills it from outside; only the first call counts.</summary>
    public void KillAt(string step)
    {
        if (Interlocked.CompareExchange(ref killedAt, step, null) is null)
        {
            process.Kill();
        }
    }

    /// <summary>Lets it live until it is dead.</summary>
    /// <returns>The step at which it was killed, as told by itself or by its killer.</returns>
    public async Task<string> LiveAsync(CancellationToken cancellationToken)
    {
        process.Start();
        var told = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var fault = await process.StandardError.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        var step = killedAt ?? await told;
        Assert.True(process.ExitCode == Killed && step.Length > 0, $"The sender was to be killed at {awaited}, but ended with {process.ExitCode} after '{step}': {fault}");
        return step;
    }

    public void Dispose() => process.Dispose();
}
