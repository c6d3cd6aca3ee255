using System.CommandLine;
using System.Globalization;
using Emulation.Plan;
using Emulation.Plan.Storage;
using Emulation.Reports;
using Emulation.Reports.Awards;
using Emulation.Reports.Documents.Workbook;

namespace Emulation.Jobs.Commands;

/// <summary><c>awards check</c> and <c>awards decide</c>: proposals against the award law, and what the council decided.</summary>
internal static class AwardCommand
{
    public static Command Create() => new("awards", "Award proposals: the check list and the council's decisions.") { Check(), Decide() };

    private static Command Check()
    {
        var unit = new Option<string?>("--unit") { Description = "Only proposals of that unit." };
        var output = new Option<FileInfo?>("--out") { Description = "Writes the list as a workbook (.xlsx); it holds personal data." };
        var command = new Command("check", "Holds every proposal against the award law of the plan's year (in Vietnamese).") { unit, output };
        command.SetAction((parsed, cancellationToken) => HostedCommand.RunAsync(
            async (services, stop) =>
            {
                var plan = (await services.GetRequiredService<CurrentPlan>().GetAsync(stop)).Plan;
                var list = await services.GetRequiredService<CheckAwards>().RunAsync(stop);
                var only = parsed.GetValue(unit) is { } code ? list with { Dossiers = [.. list.Dossiers.Where(dossier => dossier.Checked.Nominee.Unit == new UnitCode(code))] } : list;
                if (parsed.GetValue(output) is { } file)
                {
                    await File.WriteAllBytesAsync(file.FullName, AwardWorkbook.Write(plan, only), stop);
                }
                else
                {
                    await PrintAsync(plan, only);
                }

                foreach (var line in AwardLines.Summary(only, plan.Awards))
                {
                    await Console.Out.WriteLineAsync(line);
                }

                return CommandLine.Well;
            },
            cancellationToken));
        return command;
    }

    private static async Task PrintAsync(EmulationPlan plan, AwardCheckList list)
    {
        foreach (var dossier in list.Dossiers)
        {
            var nominee = dossier.Checked.Nominee;
            await Console.Out.WriteLineAsync(
                $"{nominee.Key}  {plan.UnitByCode(nominee.Unit).ShortName}  {nominee.Name}: {AwardLines.Proposed(nominee).Replace("\n", "; ", StringComparison.Ordinal)} – {AwardLines.Standing(dossier.Checked)}");
            foreach (var line in AwardLines.Of(dossier.Checked))
            {
                await Console.Out.WriteLineAsync("    " + line);
            }

            if (dossier.Decision is not null)
            {
                await Console.Out.WriteLineAsync("    = " + AwardLines.Decision(dossier));
            }
        }
    }

    private static Command Decide()
    {
        var key = new Argument<string>("dossier") { Description = "The number 'awards check' prints, e.g. 451.12." };
        var decision = new Argument<string>("decision") { Description = "granted, changed, refused or postponed." };
        decision.AcceptOnlyFromAmong(AwardDecision.Granted, AwardDecision.Changed, AwardDecision.Refused, AwardDecision.Postponed);
        var title = new Option<string?>("--title") { Description = "For changed: the title decided instead." };
        var reason = new Option<string>("--reason") { Description = "Why, with the number of the minutes.", Required = true };
        var by = Arguments.By();
        var command = new Command("decide", "Writes down what the council decided; a later decision counts instead.") { key, decision, title, reason, by };
        command.SetAction((parsed, cancellationToken) => HostedCommand.RunAsync(
            async (services, stop) =>
            {
                var id = await services.GetRequiredService<DecideAward>().RunAsync(
                    KeyOf(parsed.GetRequiredValue(key)), parsed.GetRequiredValue(decision), parsed.GetValue(title), parsed.GetRequiredValue(reason), parsed.GetRequiredValue(by), stop);
                await Console.Out.WriteLineAsync(FormattableString.Invariant($"decision {id}: written down"));
                return CommandLine.Well;
            },
            cancellationToken));
        return command;
    }

    private static ProposalKey KeyOf(string text) =>
        text.Split('.') is [var submission, var row]
        && long.TryParse(submission, NumberStyles.None, CultureInfo.InvariantCulture, out var submissionId)
        && int.TryParse(row, NumberStyles.None, CultureInfo.InvariantCulture, out var rowNumber)
            ? new ProposalKey(submissionId, rowNumber)
            : throw new ArgumentException($"'{text}' is no dossier; 'awards check' prints them as 451.12.");
}
