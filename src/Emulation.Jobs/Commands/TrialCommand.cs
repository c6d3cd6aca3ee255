using System.CommandLine;
using Emulation.Plan;
using Emulation.Plan.Storage;
using Emulation.Reports;
using Emulation.Reports.Scoring;

namespace Emulation.Jobs.Commands;

/// <summary><c>score trial</c>: a draft rule set over past data; how points, ranks and grades would change. Stores nothing.</summary>
internal static class TrialCommand
{
    public static Command Create()
    {
        var rules = new Argument<string>("rules") { Description = "A draft scoring.yaml." };
        var period = new Option<string>("--period") { Description = "A period of the plan: 2020-W1 or 2020.", Required = true };
        var command = new Command("trial", "Tries a draft rule set on past data and prints what would change (in Vietnamese); stores nothing.") { rules, period };
        command.SetAction((parsed, cancellationToken) => HostedCommand.RunAsync(
            async (services, stop) =>
            {
                var plan = (await services.GetRequiredService<CurrentPlan>().GetAsync(stop)).Plan;
                var text = await File.ReadAllTextAsync(parsed.GetRequiredValue(rules), stop);
                var trial = await services.GetRequiredService<TryRules>().RunAsync(text, Arguments.PeriodOf(plan, parsed.GetRequiredValue(period)), stop);
                return trial.Faults.Count > 0 ? SayFaults(trial) : Say(plan, trial);
            },
            cancellationToken));
        return command;
    }

    private static int SayFaults(RulesTrial trial)
    {
        foreach (var fault in trial.Faults)
        {
            Console.WriteLine(fault);
        }

        Console.WriteLine(Texts.Get("plan.faults", trial.Faults.Count));
        return CommandLine.FaultFound;
    }

    internal static int Say(EmulationPlan plan, RulesTrial trial)
    {
        Console.WriteLine(Texts.Get(trial.IsClosed ? "trial.closed" : "trial.open"));
        foreach (var unit in trial.Units.Where(unit => unit.IsMoved))
        {
            Console.WriteLine(Texts.Get("trial.unit", unit.Unit.ShortName, Of(plan, unit.Standing), Of(plan, unit.Trial)));
        }

        foreach (var rule in trial.Rules)
        {
            Console.WriteLine(Texts.Get("trial.rule", rule.Code, Points(rule.Standing), Points(rule.Trial)));
        }

        Console.WriteLine(Texts.Get("trial.total", trial.Units.Count(unit => unit.IsMoved), trial.Units.Count, trial.Units.Count(unit => unit.Standing?.Grade != unit.Trial?.Grade)));
        return CommandLine.Well;
    }

    private static string Of(EmulationPlan plan, UnitResult? result) => result is null
        ? Texts.Get("trial.none")
        : Texts.Get(
            "trial.result", Points(result.Points), result.Rank is { } rank ? Show(rank) : "–",
            plan.Scoring.Grades.FirstOrDefault(grade => grade.Code == result.Grade)?.Name ?? result.Grade);

    private static string Points(decimal? points) => points is { } number ? VietnameseNumber.Points(number) : "–";

    private static string Show(int rank) => rank.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
