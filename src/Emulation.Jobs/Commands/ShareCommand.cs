using System.CommandLine;
using Emulation.Ingest.Intake;

namespace Emulation.Jobs.Commands;

/// <summary><c>share init</c>: lays out the share for the units of the plan.</summary>
internal static class ShareCommand
{
    public static Command Create()
    {
        var init = new Command("init", "Makes the marker of the share and the folders of every unit; changes nothing that is there.");
        init.SetAction((_, cancellationToken) => HostedCommand.RunAsync(
            async (services, stop) =>
            {
                await services.GetRequiredService<ShareFolders>().InitAsync(stop);
                await Console.Out.WriteLineAsync($"The share {services.GetRequiredService<IntakeOptions>().Share} is laid out.");
                return CommandLine.Well;
            },
            cancellationToken));
        return new Command("share", "The share in which units drop their files.") { init };
    }
}
