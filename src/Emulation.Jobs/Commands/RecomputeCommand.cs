using System.CommandLine;
using Emulation.Plan.Storage;
using Emulation.Reports;

namespace Emulation.Jobs.Commands;

/// <summary><c>recompute PERIOD</c>, <c>recompute --all</c>: computes what was closed again, compares every byte, and reads the evidence files behind it.</summary>
internal static class RecomputeCommand
{
    public static Command Create()
    {
        var period = new Argument<string?>("period") { Description = "A closed wave or year of the plan; left out with --all.", Arity = ArgumentArity.ZeroOrOne };
        var all = new Option<bool>("--all") { Description = "Every closing of every plan, those reopened since as well: to be run after a restore." };
        var command = new Command("recompute", "Computes a closed wave again and compares every byte.") { period, all };
        command.Validators.Add(result =>
        {
            if (result.GetValue(period) is null != result.GetValue(all))
            {
                result.AddError("Name a period, or --all.");
            }
        });
        command.SetAction((parsed, cancellationToken) => HostedCommand.RunAsync(
            (services, stop) => parsed.GetValue(all) ? AllAsync(services, stop) : OneAsync(services, parsed.GetValue(period)!, stop), cancellationToken));
        return command;
    }

    private static async Task<int> OneAsync(IServiceProvider services, string period, CancellationToken cancellationToken)
    {
        var plan = (await services.GetRequiredService<CurrentPlan>().GetAsync(cancellationToken)).Plan;
        var recomputed = await services.GetRequiredService<RecomputeWave>().RunAsync(Arguments.PeriodOf(plan, period), cancellationToken);
        if (recomputed is null)
        {
            return await SayAsync($"{period} is not closed.");
        }

        await Console.Out.WriteLineAsync($"stored   {Convert.ToHexStringLower(recomputed.StoredHash)}");
        await Console.Out.WriteLineAsync($"computed {Convert.ToHexStringLower(recomputed.ComputedHash)}");
        var isWhole = await IsWholeAsync(services, recomputed.RunId, cancellationToken);
        return !recomputed.IsSame ? await SayAsync($"The results differ: {recomputed.Rules}.") : isWhole ? CommandLine.Well : CommandLine.FaultFound;
    }

    private static async Task<int> AllAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var (closings, differing) = (0, 0);
        await foreach (var recomputed in services.GetRequiredService<RecomputeAll>().RunAsync(cancellationToken))
        {
            closings++;
            differing += recomputed.IsSame ? 0 : 1;
            await Console.Out.WriteLineAsync(Line(recomputed));
        }

        await Console.Out.WriteLineAsync(FormattableString.Invariant($"{closings} closings, {closings - differing} the same"));
        var isWhole = await IsWholeAsync(services, null, cancellationToken);
        return differing > 0 ? await SayAsync(FormattableString.Invariant($"{differing} of {closings} closings differ.")) : isWhole ? CommandLine.Well : CommandLine.FaultFound;
    }

    // Points rest on decisions, and these on files: results that are the same say nothing of them.
    private static async Task<bool> IsWholeAsync(IServiceProvider services, long? runId, CancellationToken cancellationToken)
    {
        var faults = await services.GetRequiredService<CheckEvidence>().RunAsync(runId, cancellationToken);
        foreach (var fault in faults)
        {
            await SayAsync(fault + ".");
        }

        return faults.Count == 0;
    }

    private static string Line(RecomputedClosing recomputed)
    {
        var closing = recomputed.Closing;
        var verdict = recomputed switch
        {
            { IsSame: true } => "same",
            { Fault: { } fault } => "cannot be computed: " + fault,
            { Run: { } run } => "DIFFERS: " + run.Said,
            _ => "DIFFERS",
        };
        var hash = recomputed.Run is { } stored ? Convert.ToHexStringLower(stored.StoredHash) : "";
        return FormattableString.Invariant($"{closing.PlanCode} {closing.Period} edition {closing.Edition}{(closing.IsBinding ? "" : " (reopened)")}  {hash}  {verdict}");
    }

    private static async Task<int> SayAsync(string fault)
    {
        await Console.Error.WriteLineAsync("fault: " + fault);
        return CommandLine.FaultFound;
    }
}
