using Emulation.Plan.Storage;
using Emulation.Reports.Delivery;
using Emulation.Reports.Documents.Mail;
using Emulation.Reports.Storage;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Emulation.Reports;

/// <summary>What one reminder run did.</summary>
/// <param name="Units">Units with something to be reminded of.</param>
/// <param name="Queued">Mails newly queued; 0 when the day was done before.</param>
public sealed record SentReminders(int Units, int Queued);

/// <summary>Queues one mail a unit and day about what it still owes. Running the day again queues nothing twice.</summary>
public sealed class SendReminders(
    CurrentPlan plans,
    ReportReminderStore received,
    DeliveryStore deliveries,
    MailRenderer renderer,
    TimeProvider clock,
    IOptions<ReminderOptions> options,
    ILogger<SendReminders> log)
{
    /// <param name="day">The day of the reminder, also when it runs late.</param>
    public async Task<SentReminders> RunAsync(DateOnly day, CancellationToken cancellationToken)
    {
        var plan = await plans.GetAsync(cancellationToken);
        var forms = await received.ReadAsync(plan, day, cancellationToken);
        var digests = ReminderDigests.On(plan.Plan, day, forms);
        var mails = new List<NewDelivery>();
        foreach (var digest in digests.Where(digest => digest.Unit.MailAddress is not null))
        {
            mails.Add(await ReminderMails.OfAsync(renderer, plan.Plan, digest, options.Value));
        }

        var queued = await deliveries.QueueAsync(mails, clock.GetUtcNow(), cancellationToken);
        log.LogInformation(
            "Reminders of {Day}: {Units} units, {Queued} mails queued, {WithoutAddress} units without address",
            day, digests.Count, queued, digests.Count - mails.Count);
        return new SentReminders(digests.Count, queued);
    }
}
