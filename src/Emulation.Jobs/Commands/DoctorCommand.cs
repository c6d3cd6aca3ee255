using System.CommandLine;
using System.Globalization;
using Emulation.Jobs.Hosting;
using Spectre.Console;

namespace Emulation.Jobs.Commands;

/// <summary><c>doctor</c>: looks at everything the host stands on and says what is wrong and how to mend it.</summary>
internal static class DoctorCommand
{
    public static Command Create()
    {
        var command = new Command("doctor", "Checks what the host stands on; names every fault and its cure.");
        command.SetAction((_, cancellationToken) => RunAsync(cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var checks = new List<SelfCheck>(SelfChecks.OfRuntime());
        if (checks.TrueForAll(check => check.IsWell))
        {
            checks.AddRange(await OfHostAsync(cancellationToken));
        }

        checks.ForEach(Say);
        return checks.TrueForAll(check => check.IsWell) ? CommandLine.Well : CommandLine.FaultFound;
    }

    private static async Task<IReadOnlyList<SelfCheck>> OfHostAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var host = await HostBuilding.CreateAsync(new HostSettings(), configure: null, cancellationToken);
            return
            [
                .. await host.Services.GetRequiredService<HealthChecks>().RunAsync(cancellationToken),
                .. await host.Services.GetRequiredService<MachineChecks>().RunAsync(cancellationToken),
                .. await host.Services.GetRequiredService<CalendarChecks>().AheadAsync(cancellationToken),
            ];
        }
        catch (Exception exception) when (CommandLine.Explain(exception) is { } faults)
        {
            return [.. faults.Select(fault => new SelfCheck("host", fault, "Correct this first, then run doctor again."))];
        }
    }

    private static void Say(SelfCheck check)
    {
        AnsiConsole.MarkupLineInterpolated(CultureInfo.InvariantCulture, check switch
        {
            { IsWell: false } => (FormattableString)$"[red]FAULT[/] {check.Name}: {check.Seen}",
            { Cure: not null } => $"[yellow]WARN[/]  {check.Name}: {check.Seen}",
            _ => $"[green]OK[/]    {check.Name}: {check.Seen}",
        });
        if (check.Cure is { } cure)
        {
            AnsiConsole.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"      {cure}");
        }
    }
}
