using System.CommandLine;
using Emulation.Jobs.Slots.Actions;
using Emulation.Plan;
using Emulation.Plan.Storage;
using Emulation.Reports;

namespace Emulation.Jobs.Commands;

/// <summary><c>close-wave</c>, <c>score explain</c>: results by hand, through the use cases of the schedule.</summary>
internal static class ResultCommands
{
    public static Command CloseWave()
    {
        var (period, by) = (Arguments.Period(), Arguments.By());
        var command = new Command("close-wave", "Closes a wave, or the year, now. Closing again changes nothing.") { period, by };
        command.SetAction((parsed, cancellationToken) => HostedCommand.RunAsync(
            async (services, stop) =>
            {
                var plan = (await services.GetRequiredService<CurrentPlan>().GetAsync(stop)).Plan;
                return await CloseAsync(services, Arguments.PeriodOf(plan, parsed.GetRequiredValue(period)), parsed.GetRequiredValue(by), stop);
            },
            cancellationToken));
        return command;
    }

    public static Command Score()
    {
        var unit = Arguments.Unit();
        var period = new Option<string>("--period") { Description = "A period of the plan: 2020-W1 or 2020.", Required = true };
        var explain = new Command("explain", "Prints a score card: every point with its rule, arithmetic and cells (in Vietnamese).") { unit, period };
        explain.SetAction((parsed, cancellationToken) => HostedCommand.RunAsync(
            async (services, stop) =>
            {
                var plan = (await services.GetRequiredService<CurrentPlan>().GetAsync(stop)).Plan;
                var code = Arguments.PeriodOf(plan, parsed.GetRequiredValue(period));
                var isFound = await services.GetRequiredService<ScoreExplain>().WriteAsync(new UnitCode(parsed.GetRequiredValue(unit)), code, Console.Out, stop);
                return isFound ? CommandLine.Well : CommandLine.FaultFound;
            },
            cancellationToken));
        return new Command("score", "Scores and where they come from.") { explain, AdjustCommand.Create(), EvidenceCommand.Create(), TrialCommand.Create(), OpinionCommands.Self(), OpinionCommands.Decide() };
    }

    private static async Task<int> CloseAsync(IServiceProvider services, PeriodCode period, string closedBy, CancellationToken cancellationToken)
    {
        var plan = (await services.GetRequiredService<CurrentPlan>().GetAsync(cancellationToken)).Plan;
        var undecided = await services.GetRequiredService<DroppedFiles>().DecideAsync(plan.Code, cancellationToken);
        var closed = await services.GetRequiredService<CloseWave>().RunAsync(period, closedBy, cancellationToken);
        await Console.Out.WriteLineAsync(FormattableString.Invariant(
            $"{period}: {(closed.WasClosedBefore ? "was closed before" : "closed")}, {closed.Units} units, hash {Convert.ToHexStringLower(closed.Hash)}"));
        return undecided == 0 ? CommandLine.Well : await SayAsync(FormattableString.Invariant($"{undecided} files dropped before the closing are still undecided."));
    }

    private static async Task<int> SayAsync(string fault)
    {
        await Console.Error.WriteLineAsync("fault: " + fault);
        return CommandLine.FaultFound;
    }
}
