using Emulation.Jobs.Hosting;

namespace Emulation.Jobs.Commands;

/// <summary>Runs the body of a command inside a host: same configuration, rooms and database as the server, without server and pages.</summary>
internal static class HostedCommand
{
    public static async Task<int> RunAsync(Func<IServiceProvider, CancellationToken, Task<int>> body, CancellationToken cancellationToken)
    {
        await using var host = await HostBuilding.CreateAsync(new HostSettings(), configure: null, cancellationToken);
        await using var scope = host.Services.CreateAsyncScope();
        return await body(scope.ServiceProvider, cancellationToken);
    }
}
