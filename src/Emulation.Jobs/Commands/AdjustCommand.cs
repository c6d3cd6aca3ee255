using System.CommandLine;
using Emulation.Plan;
using Emulation.Plan.Storage;
using Emulation.Reports;

namespace Emulation.Jobs.Commands;

/// <summary><c>score adjust</c>: enters a bonus or penalty with its reason and evidence; a closed period takes none.</summary>
internal static class AdjustCommand
{
    public static Command Create()
    {
        var unit = Arguments.Unit();
        var period = Required<string>("--period", "A wave or the year: 2020-W1 or 2020.");
        var points = Required<decimal>("--points", "Bonus (positive) or penalty (negative), e.g. 2.5 or -1.");
        var reason = Required<string>("--reason", "Why, as printed on the score card.");
        var evidence = Required<string>("--evidence", "Number and date of the document, or its place.");
        var file = EvidenceCommand.FileOption();
        var by = Arguments.By();
        var command = new Command("adjust", "Enters a bonus or penalty; it counts from the next run on.") { unit, period, points, reason, evidence, file, by };
        command.SetAction((parsed, cancellationToken) => HostedCommand.RunAsync(
            async (services, stop) =>
            {
                var plan = (await services.GetRequiredService<CurrentPlan>().GetAsync(stop)).Plan;
                var offered = EvidenceCommand.Offered(parsed.GetValue(file));
                await using var content = offered?.Content;
                var entry = new AdjustmentEntry(
                    new UnitCode(parsed.GetRequiredValue(unit)), Arguments.PeriodOf(plan, parsed.GetRequiredValue(period)), parsed.GetRequiredValue(points),
                    parsed.GetRequiredValue(reason), parsed.GetRequiredValue(evidence), parsed.GetRequiredValue(by))
                {
                    File = offered,
                };
                return await SayAsync(await services.GetRequiredService<EnterAdjustment>().RunAsync(entry, stop));
            },
            cancellationToken));
        return command;
    }

    private static async Task<int> SayAsync(AdjustmentOutcome outcome)
    {
        switch (outcome)
        {
            case AdjustmentOutcome.Entered entered:
                await Console.Out.WriteLineAsync(FormattableString.Invariant($"adjustment {entered.AdjustmentId}: entered{(entered.File is { } file ? FormattableString.Invariant($", evidence {file} kept") : "")}"));
                return CommandLine.Well;
            case AdjustmentOutcome.Refused refused:
                await Console.Error.WriteLineAsync("fault: " + refused.Message);
                return CommandLine.FaultFound;
            default:
                throw new InvalidOperationException($"Unknown outcome {outcome}.");
        }
    }

    private static Option<T> Required<T>(string name, string description) => new(name) { Description = description, Required = true };
}
