using System.CommandLine;
using System.Globalization;
using Emulation.Reports;

namespace Emulation.Jobs.Commands;

/// <summary><c>report hold | release | resend</c>: a person's word about the mails of a report.</summary>
internal static class ReleaseCommands
{
    public static Command Hold()
    {
        var (id, reason, by) = (ReportId(), Reason(), By());
        var hold = new Command("hold", "Keeps the mails of a report that still wait from going out until it is released.") { id, reason, by };
        hold.SetAction((parsed, cancellationToken) => RunAsync(
            (use, stop) => use.HoldAsync(parsed.GetRequiredValue(id), parsed.GetRequiredValue(reason), parsed.GetRequiredValue(by), stop), "held", cancellationToken));
        return hold;
    }

    public static Command Release()
    {
        var (id, by) = (ReportId(), By());
        var release = new Command("release", "Mails a report that waits or is held, now.") { id, by };
        release.SetAction((parsed, cancellationToken) => RunAsync(
            (use, stop) => use.ReleaseAsync(parsed.GetRequiredValue(id), parsed.GetRequiredValue(by), stop), "released", cancellationToken));
        return release;
    }

    public static Command Resend()
    {
        var (id, reason, by) = (ReportId(), Reason(), By());
        var recipient = new Argument<string>("recipient") { Description = "The code of a recipient, or an address, that the report was mailed to." };
        var resend = new Command("resend", "Mails a report once more to one of its recipients.") { id, recipient, reason, by };
        resend.SetAction((parsed, cancellationToken) => RunAsync(
            (use, stop) => use.ResendAsync(
                parsed.GetRequiredValue(id), parsed.GetRequiredValue(recipient), parsed.GetRequiredValue(reason), parsed.GetRequiredValue(by), stop),
            "queued once more",
            cancellationToken));
        return resend;
    }

    private static Task<int> RunAsync(Func<ReleaseReport, CancellationToken, Task<DecidedReport>> decide, string done, CancellationToken cancellationToken) =>
        HostedCommand.RunAsync(
            async (services, stop) =>
            {
                var decided = await decide(services.GetRequiredService<ReleaseReport>(), stop);
                await Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{decided.Changed} mails {done}"));
                if (done != "held")
                {
                    await services.GetRequiredService<SendDeliveries>().DrainAsync(stop);
                }

                await Console.Out.WriteLineAsync("before sending: " + string.Join(", ", decided.States.Select(state => FormattableString.Invariant($"{state.Mails} {state.State}"))));
                return CommandLine.Well;
            },
            cancellationToken);

    private static Argument<long> ReportId() => new("id") { Description = "The id of a report, as 'report list' shows it." };

    private static Option<string> Reason() => new("--reason") { Description = "Why; kept with the decision.", Required = true };

    private static Option<string> By() => new("--by") { Description = "Who decides.", Required = true };
}
