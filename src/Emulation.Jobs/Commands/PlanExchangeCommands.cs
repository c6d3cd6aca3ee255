using System.CommandLine;
using Emulation.Ingest.PlanWorkbooks;
using Emulation.Plan.Files;

namespace Emulation.Jobs.Commands;

/// <summary><c>plan export|import</c>: a whole plan as one workbook and back, letter by letter.</summary>
internal static class PlanExchangeCommands
{
    public static Command Export()
    {
        var plan = new Argument<string>("plan") { Description = PlanSource.Description };
        var workbook = new Argument<string>("workbook") { Description = "The workbook to write (.xlsx)." };
        var overwrite = new Option<bool>("--overwrite") { Description = "Replace a workbook that holds something else; what was edited in it is lost." };
        var command = new Command("export", "Writes a whole plan as one workbook: a sheet a file, a row a line.") { plan, workbook, overwrite };
        command.SetAction((parsed, cancellationToken) =>
        {
            var (name, path, replaces) = (parsed.GetRequiredValue(plan), parsed.GetRequiredValue(workbook), parsed.GetValue(overwrite));
            return PlanSource.IsStored(name)
                ? HostedCommand.RunAsync(async (services, stop) => Write(await PlanSource.FindAsync(services, name, stop), path, replaces), cancellationToken)
                : Task.FromResult(Write(PlanSource.Read(name), path, replaces));
        });
        return command;
    }

    public static Command Import()
    {
        var workbook = new Argument<string>("workbook") { Description = "A workbook that 'plan export' wrote, edited or not." };
        var folder = new Argument<string>("folder") { Description = "The plan folder to write." };
        var command = new Command("import", "Writes the plan of a workbook as a folder; names every fault by sheet and cell.") { workbook, folder };
        command.SetAction(parsed => Import(PlanSource.Read(parsed.GetRequiredValue(workbook)), parsed.GetRequiredValue(folder)));
        return command;
    }

    private static int Write(PlanSource source, string path, bool replaces)
    {
        if (source.Content is not { } content)
        {
            return PlanCommands.SayFaults(source.Faults);
        }

        if (!replaces && File.Exists(path) && !Holds(path, content))
        {
            throw new IOException($"{path} is there and holds something else, perhaps edited and not yet imported: choose another name, or --overwrite.");
        }

        File.WriteAllBytes(path, PlanWorkbook.Write(content));
        Console.WriteLine(FormattableString.Invariant($"{path}: {content.Files.Count} sheets, content {Convert.ToHexStringLower(content.Hash)[..12]}"));
        return CommandLine.Well;
    }

    /// <summary>True if the file is a workbook of exactly that plan.</summary>
    private static bool Holds(string path, PlanContent content)
    {
        try
        {
            using var file = File.OpenRead(path);
            return PlanWorkbook.Read(file).Hash.AsSpan().SequenceEqual(content.Hash);
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    private static int Import(PlanSource source, string folder)
    {
        if (source.Content is not { } content)
        {
            return PlanCommands.SayFaults(source.Faults);
        }

        Directory.CreateDirectory(folder);
        if (PlanFiles.All.FirstOrDefault(name => !content.Files.ContainsKey(name) && File.Exists(Path.Combine(folder, name))) is { } extra)
        {
            throw new IOException($"{folder} has {extra}, which the workbook lacks: the folder would be another plan. Remove it, or import into another folder.");
        }

        foreach (var (name, text) in content.Files)
        {
            File.WriteAllText(Path.Combine(folder, name), text);
        }

        Console.WriteLine(FormattableString.Invariant($"{folder}: {content.Files.Count} files, content {Convert.ToHexStringLower(content.Hash)[..12]}"));
        return CommandLine.Well;
    }
}
