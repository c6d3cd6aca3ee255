using System.Diagnostics;
using System.Globalization;

namespace Emulation.Ingest.Tests.Intake.Smb;

/// <summary>A unit's computer: Debian's smbclient with that unit's account.</summary>
internal sealed class SmbClient(SambaServer server, string account)
{
    /// <summary>Runs commands in the share of a unit.</summary>
    /// <returns>What it printed, errors included.</returns>
    public async Task<string> RunAsync(string share, string commands, CancellationToken cancellationToken)
    {
        using var client = Start(share, "--command", commands);
        client.StandardInput.Close();
        var errors = client.StandardError.ReadToEndAsync(cancellationToken);
        var output = await client.StandardOutput.ReadToEndAsync(cancellationToken);
        await client.WaitForExitAsync(cancellationToken);
        return output + await errors;
    }

    /// <summary>Copies content into the inbox of the share under that name.</summary>
    public async Task PutAsync(string share, string name, byte[] content, CancellationToken cancellationToken)
    {
        var local = Path.GetTempFileName();
        await File.WriteAllBytesAsync(local, content, cancellationToken);
        var said = await RunAsync(share, $"cd nop; put {local} \"{name}\"", cancellationToken);
        File.Delete(local);
        Assert.DoesNotContain("NT_STATUS", said, StringComparison.Ordinal);
    }

    /// <summary>Begins a copy whose content comes through standard input, and stays under way until that ends.</summary>
    public Process StartCopy(string share, string name) => Start(share, "--command", $"cd nop; iosize 16384; put - \"{name}\"");

    /// <summary>Begins to hold a file of the inbox open for writing, until the process is ended; what it prints comes late.</summary>
    public async Task<Process> HoldAsync(string share, string name)
    {
        var client = Start(share);
        await client.StandardInput.WriteLineAsync($"open \"nop\\{name}\"");
        await client.StandardInput.FlushAsync();
        return client;
    }

    private Process Start(string share, params string[] arguments)
    {
        string[] all =
        [
            $"//127.0.0.1/{share}", "--port", server.Port.ToString(CultureInfo.InvariantCulture), "--configfile", "/dev/null",
            "--user", $"{account}%{SambaServer.Password}", .. arguments,
        ];
        var start = new ProcessStartInfo("smbclient", all) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        return Process.Start(start) ?? throw new InvalidOperationException("smbclient cannot be started; './emulation test' brings it.");
    }
}
