using Emulation.Plan;
using Emulation.Plan.Storage;
using Emulation.Reports.Delivery;
using Emulation.Reports.Documents.Mail;
using Emulation.Reports.Storage;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Emulation.Reports;

/// <summary>What one reminder run did.</summary>
/// <param name="People">People with something to be told.</param>
/// <param name="Queued">Mails newly queued, overdue lists included; 0 when the day was done before.</param>
public sealed record SentReminders(int People, int Queued);

/// <summary>Queues one digest a person and day about what is owed, and the overdue list for the office. Running the day again queues nothing twice.</summary>
/// <remarks>What is owed and until when, by the plan version that holds for its period (ADR 0033); who is told, by today's. ADR 0024. The caller sees to the hours (<see cref="Plan.Calendar.MailHours"/>).</remarks>
public sealed class SendReminders(
    CurrentPlan plans,
    ReportReminderStore reminders,
    MailRenderer renderer,
    TimeProvider clock,
    IOptions<ReminderOptions> options,
    ILogger<SendReminders> log)
{
    /// <param name="day">The day on which the mails go out, also when a run is late: people are told how things stand then.</param>
    public async Task<SentReminders> RunAsync(DateOnly day, CancellationToken cancellationToken)
    {
        var versions = await plans.VersionsAsync(cancellationToken);
        var plan = versions.Today;
        var data = await reminders.ReadAsync(plan, day, clock.GetUtcNow(), cancellationToken);
        var open = OpenDuties.On(plan.Plan, versions.Owing, day, data.Forms, data.Excused);
        var digests = ReminderDigests.On(plan.Plan, day, open, data.Told);
        var lists = OverdueLists.On(plan.Plan, day, open, data.Told);
        var mails = new List<TellingMail>();
        foreach (var digest in digests)
        {
            var list = lists.FirstOrDefault(list => list.Address == digest.Address);
            mails.Add(new TellingMail(await ReminderMails.OfAsync(renderer, plan.Plan, digest, options.Value, list), [.. digest.Steps, .. list?.Steps ?? []]));
        }

        foreach (var list in lists.Where(list => digests.All(digest => digest.Address != list.Address)))
        {
            mails.Add(new TellingMail(await OverdueListMails.OfAsync(renderer, plan.Plan, list), list.Steps));
        }

        var queued = await reminders.QueueAsync(plan, mails, day, clock.GetUtcNow(), cancellationToken);
        var unreachable = open.Select(item => item.Unit).Distinct().Count(unit => plan.Plan.AddressesOf(unit, ContactRole.Officer, day).Count == 0);
        log.LogInformation(
            "Reminders of {Day}: {People} people, {Lists} overdue lists, {Queued} mails queued, {Unreachable} units without address",
            day, digests.Count, lists.Count, queued, unreachable);
        return new SentReminders(digests.Count, queued);
    }
}
