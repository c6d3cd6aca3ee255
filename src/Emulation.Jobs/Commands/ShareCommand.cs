using System.CommandLine;
using System.Globalization;
using Emulation.Ingest;
using Emulation.Ingest.Intake;
using Emulation.Plan;

namespace Emulation.Jobs.Commands;

/// <summary><c>share init|refresh</c>: lays out the share for the units of the plan, with their templates.</summary>
internal static class ShareCommand
{
    public static Command Create() => new("share", "The share in which units drop their files.") { Init(), Refresh() };

    private static Command Init()
    {
        var init = new Command("init", "Makes the marker of the share, the folders of every unit and their templates; changes nothing that is there.");
        init.SetAction((_, cancellationToken) => HostedCommand.RunAsync(
            async (services, stop) =>
            {
                await services.GetRequiredService<ShareFolders>().InitAsync(stop);
                await Console.Out.WriteLineAsync($"The share {services.GetRequiredService<IntakeOptions>().Share} is laid out.");
                return await RefreshAsync(services, TemplateScope.All, stop);
            },
            cancellationToken));
        return init;
    }

    private static Command Refresh()
    {
        var unit = new Option<string?>("--unit") { Description = "Of this unit only, by its code." };
        var period = new Option<string?>("--period") { Description = "Of this period only, e.g. 2020-03 or 2020-W1, whatever its days; without it those of the duties that are open or near." };
        var refresh = new Command("refresh", "Renews the templates in the units' folders; a file that a unit changed or has open is left alone and named.") { unit, period };
        refresh.SetAction((parsed, cancellationToken) =>
        {
            var scope = new TemplateScope(
                parsed.GetValue(unit) is { } unitCode ? new UnitCode(unitCode) : null,
                parsed.GetValue(period) is { } periodCode ? new PeriodCode(periodCode) : null);
            return HostedCommand.RunAsync((services, stop) => RefreshAsync(services, scope, stop), cancellationToken);
        });
        return refresh;
    }

    private static async Task<int> RefreshAsync(IServiceProvider services, TemplateScope scope, CancellationToken cancellationToken)
    {
        var done = await services.GetRequiredService<RefreshTemplates>().RunAsync(scope, cancellationToken);
        await Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"Templates: {done.Written} files written, {done.Removed} removed, {done.Left.Count} left alone."));
        foreach (var left in done.Left)
        {
            await Console.Out.WriteLineAsync($"  left alone, changed or open by the unit: {left}");
        }

        return CommandLine.Well;
    }
}
