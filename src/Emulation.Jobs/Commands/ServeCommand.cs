using System.CommandLine;
using Emulation.Jobs.Hosting;

namespace Emulation.Jobs.Commands;

/// <summary><c>serve</c>: the host with its schedule, jobs and pages, until it is told to stop.</summary>
internal static class ServeCommand
{
    public static Command Create()
    {
        var command = new Command("serve", "Runs the host: schedule, jobs and pages.");
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        await using var host = await HostBuilding.CreateAsync(new HostSettings { IsServer = true }, configure: null, cancellationToken);
        await host.App.RunAsync(cancellationToken);
        return CommandLine.Well;
    }
}
