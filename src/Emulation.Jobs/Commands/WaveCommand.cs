using System.CommandLine;
using Emulation.Plan;
using Emulation.Plan.Storage;
using Emulation.Reports;
using Emulation.Reports.Waves;

namespace Emulation.Jobs.Commands;

/// <summary><c>wave check</c>, <c>wave object</c>, <c>wave answer</c>, <c>wave reopen</c>, <c>wave approve</c>, <c>wave decline</c>: what happens around a closing.</summary>
internal static class WaveCommand
{
    public static Command Create() =>
        new("wave", "Before and after closing: check list, objections, reopening by two people.") { Check(), Objections(), Raise(), Answer(), Reopen(), Approve(), Decline() };

    private static Command Check()
    {
        var period = Arguments.Period();
        return Command(
            new Command("check", "Lists what is open before a wave, or the year, is closed (in Vietnamese); ends with 1 if something bars the closing.") { period },
            async (parsed, services, stop) =>
            {
                var code = await PeriodAsync(services, parsed.GetRequiredValue(period), stop);
                var lines = await services.GetRequiredService<CheckWave>().RunAsync(code, stop);
                var name = (await services.GetRequiredService<CurrentPlan>().GetAsync(stop)).Plan.PeriodByCode(code).Name;
                foreach (var line in ChecklistText.Of(name, lines))
                {
                    await Console.Out.WriteLineAsync(line);
                }

                return lines.Any(line => line.Bars) ? CommandLine.FaultFound : CommandLine.Well;
            });
    }

    private static Command Objections()
    {
        var period = Arguments.Period();
        return Command(
            new Command("objections", "Lists the objections to a period's results with their answers.") { period },
            async (parsed, services, stop) =>
            {
                foreach (var objection in await services.GetRequiredService<RaiseObjection>().ListAsync(await PeriodAsync(services, parsed.GetRequiredValue(period), stop), stop))
                {
                    await Console.Out.WriteLineAsync(Line(objection));
                }

                return CommandLine.Well;
            });
    }

    private static string Line(Objection objection) => FormattableString.Invariant(
        $"{objection.Id}  {objection.EnteredAt:yyyy-MM-dd}  {objection.Unit}  {objection.Text}  =>  {(objection.Answer is { } answer ? $"{(answer.IsUpheld ? "upheld" : "rejected")} by {answer.DecidedBy}: {answer.Text}" : "no answer yet")}");

    private static Command Raise()
    {
        var (unit, period, text, by) = (Arguments.Unit(), Required("--period", "A wave or the year: 2020-W1 or 2020."), Required("--text", "What the unit says."), By());
        var late = new Option<string?>("--late-because") { Description = "Why it is taken after the plan's last day for objections." };
        return Command(
            new Command("object", "Writes down a unit's objection; the period is not closed before it is answered.") { unit, period, text, by, late },
            async (parsed, services, stop) =>
            {
                var code = await PeriodAsync(services, parsed.GetRequiredValue(period), stop);
                var raised = await services.GetRequiredService<RaiseObjection>().RunAsync(
                    new UnitCode(parsed.GetRequiredValue(unit)), code, parsed.GetRequiredValue(text), parsed.GetRequiredValue(by), parsed.GetValue(late), stop);
                await Console.Out.WriteLineAsync(FormattableString.Invariant(
                    $"objection {raised.Id}: written down{(raised.IsClosed ? $"; {code} is closed: if the unit is right, 'wave reopen {code}' comes next" : "")}"));
                return CommandLine.Well;
            });
    }

    private static Command Answer()
    {
        var id = new Argument<long>("objection") { Description = "The number 'wave objections' lists." };
        var decision = new Argument<string>("decision") { Description = "upheld or rejected." };
        decision.AcceptOnlyFromAmong("upheld", "rejected");
        var (text, by) = (Required("--text", "The answer, as the unit will read it."), By());
        return Command(
            new Command("answer", "Answers an objection, once.") { id, decision, text, by },
            async (parsed, services, stop) =>
            {
                await services.GetRequiredService<RaiseObjection>().AnswerAsync(
                    parsed.GetRequiredValue(id), parsed.GetRequiredValue(decision) == "upheld", parsed.GetRequiredValue(text), parsed.GetRequiredValue(by), stop);
                await Console.Out.WriteLineAsync(FormattableString.Invariant($"objection {parsed.GetRequiredValue(id)}: answered"));
                return CommandLine.Well;
            });
    }

    private static Command Reopen()
    {
        var (period, reason, by) = (Arguments.Period(), Required("--reason", "Why, as the corrigendum will say."), By());
        return Command(
            new Command("reopen", "Asks to reopen a closed wave, or the year; a second person approves.") { period, reason, by },
            async (parsed, services, stop) =>
            {
                var code = await PeriodAsync(services, parsed.GetRequiredValue(period), stop);
                var id = await services.GetRequiredService<ReopenWave>().AskAsync(code, parsed.GetRequiredValue(reason), parsed.GetRequiredValue(by), stop);
                await Console.Out.WriteLineAsync(FormattableString.Invariant($"request {id}: a second person approves it with 'wave approve {code} {id} --by NAME'"));
                return CommandLine.Well;
            });
    }

    private static Command Approve()
    {
        var (period, id, by) = (Arguments.Period(), new Argument<long>("request") { Description = "The number 'wave reopen' printed." }, By());
        return Command(
            new Command("approve", "Reopens: the closing binds no longer; close-wave makes the next edition, report publish its corrigendum.") { period, id, by },
            async (parsed, services, stop) =>
            {
                var code = await PeriodAsync(services, parsed.GetRequiredValue(period), stop);
                await services.GetRequiredService<ReopenWave>().ApproveAsync(code, parsed.GetRequiredValue(id), parsed.GetRequiredValue(by), stop);
                await Console.Out.WriteLineAsync($"{code}: reopened");
                return CommandLine.Well;
            });
    }

    private static Command Decline()
    {
        var (period, id, reason, by) = (Arguments.Period(), new Argument<long>("request") { Description = "The number 'wave reopen' printed." }, Required("--reason", "Why it is withdrawn, or not agreed to."), By());
        return Command(
            new Command("decline", "Withdraws a request to reopen, or refuses it: the closing stands.") { period, id, reason, by },
            async (parsed, services, stop) =>
            {
                var code = await PeriodAsync(services, parsed.GetRequiredValue(period), stop);
                await services.GetRequiredService<ReopenWave>().DeclineAsync(code, parsed.GetRequiredValue(id), parsed.GetRequiredValue(reason), parsed.GetRequiredValue(by), stop);
                await Console.Out.WriteLineAsync(FormattableString.Invariant($"request {parsed.GetRequiredValue(id)}: declined; the closing of {code} stands"));
                return CommandLine.Well;
            });
    }

    private static Command Command(Command command, Func<ParseResult, IServiceProvider, CancellationToken, Task<int>> run)
    {
        command.SetAction((parsed, cancellationToken) => HostedCommand.RunAsync((services, stop) => run(parsed, services, stop), cancellationToken));
        return command;
    }

    private static async Task<PeriodCode> PeriodAsync(IServiceProvider services, string text, CancellationToken cancellationToken) =>
        Arguments.PeriodOf((await services.GetRequiredService<CurrentPlan>().GetAsync(cancellationToken)).Plan, text);

    private static Option<string> Required(string name, string description) => new(name) { Description = description, Required = true };

    private static Option<string> By() => new("--by") { Description = "The person's name.", Required = true };
}
