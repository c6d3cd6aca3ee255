using System.CommandLine;
using System.Globalization;
using Emulation.Ingest.PersonalData;
using Emulation.Plan;

namespace Emulation.Jobs.Commands;

/// <summary><c>person show</c> and <c>person erase</c>: what is kept of one person, on that person's request.</summary>
internal static class PersonCommand
{
    public static Command Create() => new("person", "Personal data: what is kept of one person, shown or erased.") { Show(), Erase() };

    private static Argument<string> Name() => new("name") { Description = "The person's full name." };

    private static Command Show()
    {
        var (name, unit) = (Name(), new Option<string?>("--unit") { Description = "Only rows of that unit." });
        var command = new Command("show", "Prints every row about a person as JSON Lines, for the person who asks.") { name, unit };
        command.SetAction((parsed, cancellationToken) => HostedCommand.RunAsync(
            async (services, stop) =>
            {
                var code = parsed.GetValue(unit) is { } text ? new UnitCode(text) : (UnitCode?)null;
                var rows = await services.GetRequiredService<PersonalRecords>().FindAsync(parsed.GetRequiredValue(name), code, stop);
                foreach (var row in rows)
                {
                    await Console.Out.WriteLineAsync(string.Create(
                        CultureInfo.InvariantCulture, $$"""{"source": "{{row.Source}}", "submission": {{row.SubmissionId}}, "row": {{row.RowNumber}}, "kept": {{row.Kept}}}"""));
                }

                if (rows.Count == 0)
                {
                    await Console.Error.WriteLineAsync("fault: no stored row holds that name.");
                }

                return rows.Count > 0 ? CommandLine.Well : CommandLine.FaultFound;
            },
            cancellationToken));
        return command;
    }

    private static Command Erase()
    {
        var (name, unit) = (Name(), new Option<string>("--unit") { Description = "The person's unit.", Required = true });
        var originals = new Option<bool>("--originals") { Description = "Gives up the archived files too; they hold everybody else in them." };
        var evidence = new Option<long[]>("--evidence") { Description = "The number of an evidence file about the person, which is given up; may be given several times." };
        var reason = new Option<string>("--reason") { Description = "Why, without the name: it is kept.", Required = true };
        var by = new Option<string>("--by") { Description = "Who does it.", Required = true };
        var command = new Command("erase", "Erases a person from stored rows and answers; names what is left to do by hand.") { name, unit, originals, evidence, reason, by };
        command.SetAction((parsed, cancellationToken) => HostedCommand.RunAsync(
            async (services, stop) =>
            {
                var done = await services.GetRequiredService<PersonalRecords>().EraseAsync(
                    parsed.GetRequiredValue(name), new UnitCode(parsed.GetRequiredValue(unit)), parsed.GetValue(originals), parsed.GetValue(evidence) ?? [],
                    parsed.GetRequiredValue(reason), parsed.GetRequiredValue(by), stop);
                await Console.Out.WriteLineAsync(FormattableString.Invariant($"erasure {done.ErasureId}: {done.Rows} rows, {done.OriginalsErased} originals"));
                foreach (var kept in done.OriginalsKept)
                {
                    await Console.Out.WriteLineAsync(FormattableString.Invariant($"the archived original of submission {kept} still holds the name (--originals gives it up)"));
                }

                foreach (var kept in done.EvidenceKept)
                {
                    await Console.Out.WriteLineAsync(FormattableString.Invariant($"evidence {kept} lost its name and is still in the archive (--evidence {kept} gives it up)"));
                }

                foreach (var file in done.InShare)
                {
                    await Console.Out.WriteLineAsync($"remove by hand, from the unit's folders beside {file}: the taken file and its answers");
                }

                return CommandLine.Well;
            },
            cancellationToken));
        return command;
    }
}
