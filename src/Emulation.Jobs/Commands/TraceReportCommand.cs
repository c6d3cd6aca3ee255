using System.CommandLine;
using System.Globalization;
using Emulation.Reports;
using Emulation.Reports.Lineage;

namespace Emulation.Jobs.Commands;

/// <summary><c>trace report</c>: follows any printed number of a report back to cells, plan lines and decisions.</summary>
internal static class TraceReportCommand
{
    public static Command Create()
    {
        var report = new Argument<long>("report") { Description = "The number of a report." };
        var place = new Argument<string>("place") { Description = "A cell of its workbook, \"Xếp hạng!D7\", or an address as in its CSV file, \"ranking;654;K1;points\"." };
        var command = new Command("report", "Leads from any number of a report to the cells, plan lines and decisions it came from.") { report, place };
        command.SetAction((parsed, cancellationToken) => HostedCommand.RunAsync(
            async (services, stop) =>
            {
                var traced = await services.GetRequiredService<TraceReport>().RunAsync(parsed.GetRequiredValue(report), parsed.GetRequiredValue(place), stop);
                await Console.Out.WriteLineAsync($"{traced.Address} is printed as {traced.Text}");
                await WriteAsync(traced.Lineage, 0, isWhole: true);
                return CommandLine.Well;
            },
            cancellationToken));
        return command;
    }

    // Of the others in a ranking the total is enough: each can be traced by itself.
    private static async Task WriteAsync(LineageNode node, int depth, bool isWhole)
    {
        var value = node.Value is { } number ? number.ToString("0.############", CultureInfo.InvariantCulture) + " " : "";
        await Console.Out.WriteLineAsync($"{new string(' ', depth * 2)}{value}[{StepName(node.Step)}] {node.Says}");
        if (isWhole)
        {
            foreach (var (index, below) in node.From.Index())
            {
                await WriteAsync(below, depth + 1, node.Step != LineageStep.Rank || index == 0);
            }
        }
    }

    private static string StepName(LineageStep step) => step switch
    {
        LineageStep.Figure => "cell",
        LineageStep.Receipt => "file",
        LineageStep.Absence => "nothing came",
        LineageStep.PlanLine => "plan",
        LineageStep.Decision => "decision",
        LineageStep.SumNotBelowZero => "sum, not below 0",
        LineageStep.CappedSum => "sum, at most",
        _ => step.ToString().ToLowerInvariant(),
    };
}
