using System.CommandLine;
using Emulation.Plan;
using Emulation.Plan.Storage;
using Emulation.Reports;
using Emulation.Reports.Evidence;

namespace Emulation.Jobs.Commands;

/// <summary><c>score self</c> and <c>score decide</c>: what a unit gives itself and what the council decides, beside the computed points.</summary>
internal static class OpinionCommands
{
    public static Command Self()
    {
        var (unit, period) = (Arguments.Unit(), Required<string>("--period", "A wave or the year: 2020-W1 or 2020."));
        var (file, by) = (Required<string>("--file", "CSV with the columns rule;points;reason;evidence."), Arguments.By());
        var command = new Command("self", "Takes in a unit's self-scores; they stand beside the computed points.") { unit, period, file, by };
        command.SetAction((parsed, cancellationToken) => HostedCommand.RunAsync(
            async (services, stop) =>
            {
                var path = parsed.GetRequiredValue(file);
                var faults = await services.GetRequiredService<GiveOpinion>().SelfAsync(
                    new UnitCode(parsed.GetRequiredValue(unit)), await PeriodAsync(services, parsed.GetRequiredValue(period), stop),
                    Path.GetFileName(path), await File.ReadAllTextAsync(path, stop), parsed.GetRequiredValue(by), stop);
                return await SayAsync(faults, "self-scores: taken in");
            },
            cancellationToken));
        return command;
    }

    public static Command Decide()
    {
        var (unit, period) = (Arguments.Unit(), Required<string>("--period", "A wave or the year: 2020-W1 or 2020."));
        var (rule, points) = (Required<string>("--rule", "A rule of the score card, e.g. B11."), Required<decimal>("--points", "What the council gives."));
        var (reason, by) = (Required<string>("--reason", "Why, as printed on the score card."), Arguments.By());
        var (evidence, file) = (new Option<string?>("--evidence") { Description = "Number and date of the document, or its place." }, EvidenceCommand.FileOption());
        var command = new Command("decide", "Writes down what the council gives for one line, beside the computed points.") { unit, period, rule, points, reason, evidence, file, by };
        command.SetAction((parsed, cancellationToken) => HostedCommand.RunAsync(
            async (services, stop) =>
            {
                var offered = EvidenceCommand.Offered(parsed.GetValue(file));
                await using var content = offered?.Content;
                var fault = await services.GetRequiredService<GiveOpinion>().DecideAsync(
                    new UnitCode(parsed.GetRequiredValue(unit)), await PeriodAsync(services, parsed.GetRequiredValue(period), stop),
                    parsed.GetRequiredValue(rule), parsed.GetRequiredValue(points), parsed.GetRequiredValue(reason),
                    new DecisionProof(parsed.GetValue(evidence), offered), parsed.GetRequiredValue(by), stop);
                return await SayAsync(fault is null ? [] : [fault], "decision: written down");
            },
            cancellationToken));
        return command;
    }

    private static async Task<PeriodCode> PeriodAsync(IServiceProvider services, string code, CancellationToken cancellationToken) =>
        Arguments.PeriodOf((await services.GetRequiredService<CurrentPlan>().GetAsync(cancellationToken)).Plan, code);

    private static async Task<int> SayAsync(IReadOnlyList<string> faults, string well)
    {
        foreach (var fault in faults)
        {
            await Console.Error.WriteLineAsync("fault: " + fault);
        }

        if (faults.Count == 0)
        {
            await Console.Out.WriteLineAsync(well);
        }

        return faults.Count == 0 ? CommandLine.Well : CommandLine.FaultFound;
    }

    private static Option<T> Required<T>(string name, string description) => new(name) { Description = description, Required = true };
}
