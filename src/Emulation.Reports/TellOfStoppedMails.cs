using System.Globalization;
using Emulation.Plan.Storage;
using Emulation.Reports.Documents;
using Emulation.Reports.Storage;

namespace Emulation.Reports;

/// <summary>Tells the owner once of every mail that was refused, came back or is uncertain, and of every report that nobody released in time.</summary>
/// <remarks>The mail is queued in the transaction that marks what it tells, on rows nobody else can be telling of: run twice at once, each mail that stopped is told once.</remarks>
public sealed class TellOfStoppedMails(StoppedMailStore store, TellOwner tell, CurrentPlan plans, TimeProvider clock)
{
    private const int MostInAMail = 50;

    /// <param name="owner">Null: the plan's own address.</param>
    public async Task RunAsync(string? owner, CancellationToken cancellationToken)
    {
        while (await store.TellAsync(MostInAMail, mails => tell.WordAsync(KeyOf(mails), owner, [.. mails.Select(Worded)], cancellationToken), clock.GetUtcNow(), cancellationToken) > 0)
        {
        }

        var zone = (await plans.GetAsync(cancellationToken)).Plan.TimeZone;
        foreach (var report in await store.ReportsAsync(clock.GetUtcNow(), cancellationToken))
        {
            var key = string.Create(CultureInfo.InvariantCulture, $"unreleased-report:{report.ReportId}");
            await tell.RunAsync(key, owner, [Worded(report, zone)], cancellationToken);
            await store.MarkAsync(report, clock.GetUtcNow(), cancellationToken);
        }
    }

    private static string KeyOf(IReadOnlyList<StoppedMail> mails)
    {
        var last = mails[^1];
        return string.Create(CultureInfo.InvariantCulture, $"stopped-mails:{mails[0].DeliveryId}-{last.DeliveryId}:{last.State}:{last.Attempts}:{mails.Count}");
    }

    private static OwnerNotice Worded(StoppedMail mail)
    {
        var id = mail.DeliveryId.ToString(CultureInfo.InvariantCulture);
        return new OwnerNotice(
            Texts.Get("Stopped.Title", id, mail.Address), Texts.Get($"Stopped.{mail.State}", mail.Subject), mail.Answer, Texts.Get($"Stopped.{mail.State}.Cure", id));
    }

    private static OwnerNotice Worded(WaitingReport report, TimeZoneInfo zone)
    {
        var id = report.ReportId.ToString(CultureInfo.InvariantCulture);
        return new OwnerNotice(
            Texts.Get("Unreleased.Title", id),
            Texts.Get("Unreleased", report.Subject, VietnameseFormat.Moment(TimeZoneInfo.ConvertTime(report.SendAt, zone).DateTime)),
            null,
            Texts.Get("Unreleased.Cure", id));
    }
}
