using System.CommandLine;
using Emulation.Ingest.Intake;
using Emulation.Jobs.Hosting;
using Emulation.Jobs.Slots;

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
        await LayOutShareAsync(host, cancellationToken);
        await host.App.StartAsync(cancellationToken);
        await SayWhereAsync(host);
        await host.App.WaitForShutdownAsync(cancellationToken);
        return CommandLine.Well;
    }

    private static async Task LayOutShareAsync(EmulationHost host, CancellationToken cancellationToken)
    {
        if (await host.Services.GetRequiredService<ISlotCalendarSource>().CurrentAsync(cancellationToken) is null)
        {
            await Console.Out.WriteLineAsync("No plan is in force yet: apply one with 'emulation plan apply FOLDER'.");
            return;
        }

        try
        {
            await host.Services.GetRequiredService<ShareFolders>().InitAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            // The host serves its pages and mails without the share; /health and the log say that it is away.
            host.App.Logger.LogError("{Fault}", exception.Message);
        }
    }

    private static async Task SayWhereAsync(EmulationHost host)
    {
        await Console.Out.WriteLineAsync($"Serving {string.Join(", ", host.App.Urls)}");
        if (!host.Services.GetRequiredService<WebAccounts>().HasOffice)
        {
            await Console.Out.WriteLineAsync("The people of Web:People sign in with name and password");
            return;
        }

        var passwords = host.Services.GetRequiredService<WebPassword>();
        passwords.Prepare();
        await Console.Out.WriteLineAsync(passwords.Location is { } file
            ? $"The password of the pages stands in {file}"
            : "The password of the pages is Web:Password of the configuration");
    }
}
