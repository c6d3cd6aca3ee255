using System.CommandLine;
using System.Globalization;
using Emulation.Plan;
using Emulation.Plan.Storage;
using Emulation.Reports;

namespace Emulation.Jobs.Commands;

/// <summary><c>deliveries decide</c> and <c>report reissue</c>: what the system never does by itself.</summary>
internal static class DecisionCommands
{
    public static Command Decide()
    {
        var id = new Argument<long>("id") { Description = "The id of a mail, as 'deliveries' lists it." };
        var decision = new Argument<string>("decision") { Description = "send (again), arrived or bounced." };
        decision.AcceptOnlyFromAmong("send", "arrived", "bounced");
        var reason = Reason();
        var command = new Command("decide", "Writes down what a person decided about a mail that is held, refused, uncertain or came back.") { id, decision, reason };
        command.SetAction((parsed, cancellationToken) => HostedCommand.RunAsync(
            (services, stop) => DecideAsync(services, parsed.GetRequiredValue(id), parsed.GetRequiredValue(decision), parsed.GetRequiredValue(reason), stop),
            cancellationToken));
        return command;
    }

    public static Command Reissue(Argument<string> kind, Func<string, ReportKind> kindOf)
    {
        var period = Arguments.Period();
        var reason = Reason();
        var command = new Command("reissue", "Makes a new edition that replaces the one sent, if the results have changed, and mails it.") { kind, period, reason };
        command.SetAction((parsed, cancellationToken) => HostedCommand.RunAsync(
            (services, stop) => ReissueAsync(services, kindOf(parsed.GetRequiredValue(kind)), parsed.GetRequiredValue(period), parsed.GetRequiredValue(reason), stop),
            cancellationToken));
        return command;
    }

    private static Option<string> Reason() => new("--reason") { Description = "Why; kept with the decision, and printed in a new edition.", Required = true };

    private static async Task<int> DecideAsync(IServiceProvider services, long id, string decision, string reason, CancellationToken cancellationToken)
    {
        var isDecided = await services.GetRequiredService<DecideDelivery>().RunAsync(id, DecisionOf(decision), reason, Environment.UserName, cancellationToken);
        if (!isDecided)
        {
            await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"fault: mail {id} is in no state in which it can be decided to '{decision}'."));
            return CommandLine.FaultFound;
        }

        await Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"mail {id}: {decision}"));
        return CommandLine.Well;
    }

    private static async Task<int> ReissueAsync(IServiceProvider services, ReportKind kind, string period, string reason, CancellationToken cancellationToken)
    {
        var plan = (await services.GetRequiredService<CurrentPlan>().GetAsync(cancellationToken)).Plan;
        var report = await services.GetRequiredService<PublishReport>().ReissueAsync(kind, Arguments.PeriodOf(plan, period), reason, cancellationToken);
        await services.GetRequiredService<SendDeliveries>().DrainAsync(cancellationToken);
        await Console.Out.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"report {report.ReportId}: {(report.WasPublishedBefore ? "results are unchanged, the edition sent stands" : "new edition published")}, {report.Deliveries} deliveries"));
        return CommandLine.Well;
    }

    private static DeliveryDecision DecisionOf(string name) => name switch
    {
        "send" => DeliveryDecision.Send,
        "arrived" => DeliveryDecision.Arrived,
        _ => DeliveryDecision.Bounced,
    };
}
