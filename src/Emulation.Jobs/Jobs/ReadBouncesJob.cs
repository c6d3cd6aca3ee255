using Emulation.Jobs.Hosting;
using Emulation.Jobs.Slots;
using Emulation.Plan.Calendar;
using Emulation.Reports;
using Hangfire;
using Microsoft.Extensions.Options;

namespace Emulation.Jobs.Jobs;

/// <summary>Looks for mails that came back, and tells the owner of every mail that needs a person. Safe to run twice and at once.</summary>
public sealed class ReadBouncesJob(ISlotCalendarSource plans, ReadBounces bounces, TellOfStoppedMails tell, IOptions<ScheduleOptions> options, ILogger<ReadBouncesJob> log)
{
    [Queue(Queues.Mail)]
    public async Task ExecuteAsync(CancellationToken cancellationToken)
    {
        if (await plans.CurrentAsync(cancellationToken) is null)
        {
            return;
        }

        try
        {
            await bounces.RunAsync(cancellationToken);
        }
        catch (IOException exception)
        {
            // A mailbox out of reach must not keep what is known from being told; the next firing looks again.
            log.LogWarning("{Fault}", exception.Message);
        }

        await tell.RunAsync(options.Value.Owner, cancellationToken);
    }
}
