using System.Globalization;
using System.Text.RegularExpressions;

namespace Emulation.Ingest.Tests.Intake.Smb;

/// <summary>The smb.conf of docs/runbook.md, as an office would copy it, put to work in a temporary folder.</summary>
internal static partial class SmbConfiguration
{
    private const string RunbookShare = "/srv/emulation/share";
    private const string RunbookFolder = "654-krong-pac";
    private const string RunbookAccount = "u654";

    /// <summary>The runbook's text with our paths, a port of our own on the loopback, and one section for each of the unit folders.</summary>
    public static string For(string share, IEnumerable<string> folders, string state, int port)
    {
        var text = Runbook();
        var section = text.IndexOf('[' + RunbookFolder + ']', StringComparison.Ordinal);
        var units = folders.Select(folder => text[section..]
            .Replace(RunbookFolder, folder, StringComparison.Ordinal)
            .Replace(RunbookAccount, AccountOf(folder), StringComparison.Ordinal));
        return (text[..section] + Ours(state, port) + string.Join('\n', units)).Replace(RunbookShare, share, StringComparison.Ordinal);
    }

    /// <summary>The account of the unit whose folder that is.</summary>
    public static string AccountOf(string folder) => "u" + folder[..folder.IndexOf('-', StringComparison.Ordinal)];

    private static string Runbook()
    {
        var runbook = File.ReadAllText(Path.Combine(IntakeKit.FindUp("docs"), "runbook.md"));
        return Block().Match(runbook) is { Success: true } block ? block.Groups[1].Value : throw new InvalidOperationException("docs/runbook.md has no smb.conf.");
    }

    private static string Ours(string state, int port) => string.Create(CultureInfo.InvariantCulture, $"""
        interfaces = 127.0.0.1/8
        bind interfaces only = yes
        smb ports = {port}
        smb2 max write = 65536
        passdb backend = tdbsam:{state}/passdb.tdb
        private dir = {state}
        lock directory = {state}
        state directory = {state}
        cache directory = {state}
        pid directory = {state}
        ncalrpc dir = {state}/ncalrpc
        log file = {state}/log
        log level = 1


        """);

    [GeneratedRegex(@"```ini\n(\[global\]\n.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();
}
