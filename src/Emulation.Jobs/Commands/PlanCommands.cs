using System.CommandLine;
using Emulation.Plan;
using Emulation.Plan.Calendar;
using Emulation.Plan.Storage;

namespace Emulation.Jobs.Commands;

/// <summary><c>plan check|apply|show|diff|export|import</c>: the year plan, from its folder or workbook into the database.</summary>
internal static class PlanCommands
{
    public static Command Create() => new("plan", "Checks, applies, shows, compares and exchanges the year plan.")
    {
        Check(), Apply(), Show(), PlanDiffCommand.Create(), PlanExchangeCommands.Export(), PlanExchangeCommands.Import(),
    };

    private static Command Check()
    {
        var folder = new Argument<string>("folder") { Description = "The plan folder, or its workbook (.xlsx)." };
        var command = new Command("check", "Names every fault of a plan, and what to look at, with file and line, or sheet and cell, and cure (in Vietnamese).") { folder };
        command.SetAction(parsed =>
        {
            var source = PlanSource.Read(parsed.GetRequiredValue(folder));
            return source.Plan is { } plan ? SayWell(plan, source.Notices) : SayFaults(source.Faults);
        });
        return command;
    }

    private static Command Apply()
    {
        var folder = new Argument<string>("folder") { Description = "The plan folder, or its workbook (.xlsx)." };
        var command = new Command("apply", "Stores a plan as the plan's next version.") { folder };
        command.SetAction((parsed, cancellationToken) => ApplyAsync(parsed.GetRequiredValue(folder), cancellationToken));
        return command;
    }

    private static Command Show()
    {
        var which = new Argument<string>("folder-or-code") { Description = "A plan folder, its workbook (.xlsx), or the code of an applied plan." };
        var command = new Command("show", "Shows a plan at a glance (in Vietnamese).") { which };
        command.SetAction((parsed, cancellationToken) => ShowAsync(parsed.GetRequiredValue(which), cancellationToken));
        return command;
    }

    private static async Task<int> ApplyAsync(string folder, CancellationToken cancellationToken)
    {
        var source = PlanSource.Read(folder);
        if (source.Content is not { } content)
        {
            return SayFaults(source.Faults);
        }

        SayNotices(source.Notices);
        return await HostedCommand.RunAsync(
            async (services, stop) =>
            {
                var applied = await services.GetRequiredService<PlanStore>().ApplyAsync(content, Environment.UserName, stop);
                var (plan, version) = (applied.Stored.Plan, applied.Stored.VersionNumber);
                await Console.Out.WriteLineAsync(applied.WasAppliedBefore
                    ? Invariant($"{plan.Code}: this content is version {version} already; nothing changed.")
                    : Invariant($"{plan.Code}: applied as version {version}, in force from {plan.HoldsFrom:yyyy-MM-dd}."));
                return CommandLine.Well;
            },
            cancellationToken);
    }

    private static async Task<int> ShowAsync(string folderOrCode, CancellationToken cancellationToken)
    {
        if (Path.Exists(folderOrCode))
        {
            var source = PlanSource.Read(folderOrCode);
            return source.Plan is { } plan ? Write(plan) : SayFaults(source.Faults);
        }

        return await HostedCommand.RunAsync(
            async (services, stop) =>
            {
                var today = DateOnly.FromDateTime(services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime);
                var stored = await services.GetRequiredService<PlanStore>().InForceAsync(folderOrCode, today, stop)
                    ?? throw new ArgumentException($"There is neither a folder '{folderOrCode}' nor an applied plan of that code.");
                return Write(stored.Plan);
            },
            cancellationToken);
    }

    private static int Write(EmulationPlan plan)
    {
        PlanShow.Write(plan, Console.Out);
        return CommandLine.Well;
    }

    private static int SayWell(EmulationPlan plan, IReadOnlyList<string> notices)
    {
        Console.WriteLine(Texts.Get("plan.well", plan.Code, plan.Units.Count, plan.Indicators.Count, plan.Targets.Count));
        SayNotices(notices);
        if (HolidayTable.MissingYear(plan, plan.TimeZone.DateOf(TimeProvider.System.GetUtcNow())) is { } year)
        {
            Console.WriteLine(Texts.Get("plan.holidays-missing", year));
        }

        return CommandLine.Well;
    }

    private static void SayNotices(IReadOnlyList<string> notices)
    {
        foreach (var notice in notices)
        {
            Console.WriteLine(Texts.Get("plan.notice", notice));
        }
    }

    internal static int SayFaults(IReadOnlyList<string> faults)
    {
        foreach (var fault in faults)
        {
            Console.WriteLine(fault);
        }

        Console.WriteLine(Texts.Get("plan.faults", faults.Count));
        return CommandLine.FaultFound;
    }

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
