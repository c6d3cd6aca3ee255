using System.CommandLine;
using Emulation.Ingest.Cage;
using Emulation.Ingest.Inspection;

namespace Emulation.Jobs.Commands;

/// <summary><c>read</c>: what files are and the rows they hold, without a form; no database, no plan.</summary>
internal static class ReadCommand
{
    public static Command Create()
    {
        var path = new Argument<string>("path") { Description = "A file, or a folder that is read with all below it." };
        var jsonl = new Option<bool>("--jsonl") { Description = "One JSON object a file and line, with all rows (docs/formats/read.md)." };
        var command = new Command("read", "Prints what files are and their rows, without a form. A bad file gets its verdict and stops nothing.") { path, jsonl };
        command.SetAction((parsed, cancellationToken) => Task.Run(() => Run(parsed.GetRequiredValue(path), parsed.GetValue(jsonl), cancellationToken), cancellationToken));
        return command;
    }

    private static int Run(string path, bool asJson, CancellationToken cancellationToken)
    {
        using var inspect = new InspectFiles(new CageOptions());
        using var output = Console.OpenStandardOutput();
        foreach (var report in inspect.Run(path, asJson ? int.MaxValue : ReadTables.MostRows))
        {
            using (report)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (asJson)
                {
                    report.WriteLine(output);
                }
                else
                {
                    ReadTables.Write(report);
                }
            }
        }

        return CommandLine.Well;
    }
}
