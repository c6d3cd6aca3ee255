using System.CommandLine;
using System.Globalization;
using Emulation.Reports;
using Emulation.Reports.Documents.Places;
using Emulation.Reports.Lineage;

namespace Emulation.Jobs.Commands;

/// <summary><c>trace report</c>: follows any printed number of a report back to cells, plan lines and decisions.</summary>
internal static class TraceReportCommand
{
    public static Command Create()
    {
        var report = new Argument<long>("report") { Description = "The number of a report." };
        var place = new Argument<string?>("place")
        {
            Description = "A cell of its workbook, \"Xếp hạng!D7\"; a number of mail or document by section, paragraph and number, \"II.2.a/3#2\"; a cell of an appendix, \"Phụ lục I.1!D3\"; or an address as in its CSV file, \"ranking;654;K1;points\".",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var find = new Option<string?>("--find") { Description = "A number as it is printed, 98,5: lists all its places in workbook, mail and document, each with what it is." };
        var command = new Command("report", "Leads from any number of a report to the cells, plan lines and decisions it came from.") { report, place, find };
        command.Validators.Add(parsed =>
        {
            if ((parsed.GetValue(place) is null) == (parsed.GetValue(find) is null))
            {
                parsed.AddError("Name a place, or a number with --find.");
            }
        });
        command.SetAction((parsed, cancellationToken) => HostedCommand.RunAsync(
            async (services, stop) =>
            {
                var (trace, number) = (services.GetRequiredService<TraceReport>(), parsed.GetRequiredValue(report));
                return parsed.GetValue(find) is { } printed
                    ? await ListAsync(await trace.FindAsync(number, printed, stop), number, printed)
                    : await TellAsync(await trace.RunAsync(number, parsed.GetValue(place)!, stop));
            },
            cancellationToken));
        return command;
    }

    private static async Task<int> TellAsync(TracedValue traced)
    {
        await Console.Out.WriteLineAsync($"{traced.Origin} is printed as {traced.Text}");
        await WriteAsync(traced.Lineage, 0, isWhole: true);
        return CommandLine.Well;
    }

    private static async Task<int> ListAsync(IReadOnlyList<PrintedPlace> places, long report, string printed)
    {
        foreach (var place in places)
        {
            await Console.Out.WriteLineAsync($"{place.Face,-8}  \"{place.Place}\"  {place.Text}  {place.Origin}");
        }

        await Console.Out.WriteLineAsync(places.Count == 0 ? $"Report {report} prints {printed} nowhere." : $"{places.Count} places; 'emulation trace report {report} \"{places[0].Place}\"' leads on.");
        return CommandLine.Well;
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
