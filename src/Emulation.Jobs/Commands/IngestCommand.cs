using System.CommandLine;
using System.Globalization;
using Emulation.Jobs.Slots.Actions;
using Emulation.Plan.Storage;

namespace Emulation.Jobs.Commands;

/// <summary><c>ingest</c>: takes what lies in the share, once it is stable, and ingests until nothing waits.</summary>
internal static class IngestCommand
{
    public static Command Create()
    {
        var command = new Command("ingest", "Takes the files lying in the share, once they are stable, and ingests them.");
        command.SetAction((_, cancellationToken) => HostedCommand.RunAsync(RunAsync, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var plan = (await services.GetRequiredService<CurrentPlan>().GetAsync(cancellationToken)).Plan;
        var undecided = await services.GetRequiredService<DroppedFiles>().DecideAsync(plan.Code, cancellationToken);
        await Console.Out.WriteLineAsync(undecided == 0
            ? "Everything dropped has been decided."
            : undecided.ToString(CultureInfo.InvariantCulture) + " files are still being copied or worked on by another host.");
        return undecided == 0 ? CommandLine.Well : CommandLine.FaultFound;
    }
}
