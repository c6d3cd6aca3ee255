using System.CommandLine;
using System.Globalization;
using Emulation.Ingest;
using Emulation.Ingest.Storage;
using Emulation.Plan;
using Emulation.Plan.Storage;
using Spectre.Console;

namespace Emulation.Jobs.Commands;

/// <summary><c>exceptions grant|list|revoke</c>: leave for one unit to report one duty after the lock.</summary>
internal static class ExceptionCommands
{
    public static Command Create() => new("exceptions", "Leave to report after the lock: one unit, one duty, until a day, with reason and name.") { Grant(), List(), Revoke() };

    private static Command Grant()
    {
        var unit = Arguments.Unit();
        var duty = new Argument<string>("duty") { Description = "The code of a duty of the plan, e.g. DL3." };
        var period = new Option<string?>("--period") { Description = "The period, where the duty has several: 2020-03." };
        var until = Required<DateOnly>("--until", "The last day on which a file is taken: 2020-04-30.");
        var reason = Required<string>("--reason", "Why; printed in the receipt.");
        var by = Required<string>("--by", "Who decided it.");
        var command = new Command("grant", "Opens a locked duty for one unit until a day.") { unit, duty, period, until, reason, by };
        command.SetAction((parsed, cancellationToken) => HostedCommand.RunAsync(
            async (services, stop) =>
            {
                var plan = (await services.GetRequiredService<CurrentPlan>().GetAsync(stop)).Plan;
                var code = parsed.GetValue(period) is { } named ? Arguments.PeriodOf(plan, named) : (PeriodCode?)null;
                var number = await services.GetRequiredService<GrantExtension>().RunAsync(
                    new ExceptionRequest(
                        new UnitCode(parsed.GetRequiredValue(unit)), parsed.GetRequiredValue(duty), code, parsed.GetRequiredValue(until), parsed.GetRequiredValue(reason), parsed.GetRequiredValue(by)),
                    stop);
                await Console.Out.WriteLineAsync(FormattableString.Invariant($"exception {number}: granted until the end of {parsed.GetRequiredValue(until):yyyy-MM-dd}"));
                return CommandLine.Well;
            },
            cancellationToken));
        return command;
    }

    private static Command List()
    {
        var command = new Command("list", "Lists all exceptions, the newest first.");
        command.SetAction((_, cancellationToken) => HostedCommand.RunAsync(
            async (services, stop) =>
            {
                var stored = await services.GetRequiredService<CurrentPlan>().GetAsync(stop);
                var table = new Table().Border(TableBorder.Simple).AddColumns("number", "unit", "duty", "period", "until", "reason", "by", "files", "revoked");
                foreach (var one in await services.GetRequiredService<ExceptionStore>().ListAsync(stored.Plan.Code, stop))
                {
                    table.AddRow(Cells(stored, one));
                }

                AnsiConsole.Write(table);
                return CommandLine.Well;
            },
            cancellationToken));
        return command;
    }

    private static Command Revoke()
    {
        var number = new Argument<long>("number") { Description = "The number of an exception, as 'exceptions list' gives it." };
        var reason = Required<string>("--reason", "Why.");
        var by = Required<string>("--by", "Who decided it.");
        var command = new Command("revoke", "Ends an exception; what was taken by it stays.") { number, reason, by };
        command.SetAction((parsed, cancellationToken) => HostedCommand.RunAsync(
            async (services, stop) =>
            {
                var isDone = await services.GetRequiredService<ExceptionStore>().RevokeAsync(
                    parsed.GetRequiredValue(number), parsed.GetRequiredValue(reason), parsed.GetRequiredValue(by), stop);
                var said = FormattableString.Invariant($"exception {parsed.GetRequiredValue(number)}: ");
                await (isDone ? Console.Out : Console.Error).WriteLineAsync(isDone ? said + "revoked" : "fault: " + said + "there is none that stands");
                return isDone ? CommandLine.Well : CommandLine.FaultFound;
            },
            cancellationToken));
        return command;
    }

    private static string[] Cells(StoredPlan stored, ListedExtension one) =>
        [.. new[]
        {
            one.Number.ToString(CultureInfo.InvariantCulture),
            stored.Ids.Units.FirstOrDefault(unit => unit.Value == one.UnitId).Key.Value,
            one.Duty,
            stored.Ids.Periods.FirstOrDefault(period => period.Value == one.PeriodId).Key.Value,
            one.Until.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            one.Reason,
            one.GrantedBy,
            one.Uses.ToString(CultureInfo.InvariantCulture),
            one.RevokedBy is null ? "" : $"{one.RevokedBy}: {one.RevokedBecause}",
        }.Select(text => Markup.Escape(text ?? ""))];

    private static Option<T> Required<T>(string name, string description) => new(name) { Description = description, Required = true };
}
