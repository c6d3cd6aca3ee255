using Emulation.Plan;
using Emulation.Plan.Calendar;
using Emulation.Plan.Storage;
using Emulation.Reports.Delivery;
using Emulation.Reports.Documents.Mail;
using Emulation.Reports.Storage;
using Emulation.Reports.Waves;
using Microsoft.Extensions.Logging;

namespace Emulation.Reports;

/// <summary>Writes to every unit that objected what was answered, once. Running again queues nothing twice.</summary>
/// <remarks>ADR 0037. What is told is found in the rows, so an answer whose teller was killed is told by the next look.</remarks>
public sealed class TellAnswers(CurrentPlan plans, WaveStore waves, DeliveryStore deliveries, MailRenderer renderer, TimeProvider clock, ILogger<TellAnswers> log)
{
    /// <summary>An older answer is no news any more: it was told some other way before this could tell it.</summary>
    public static readonly TimeSpan News = TimeSpan.FromDays(7);

    /// <returns>How many mails were queued.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var (stored, now) = (await plans.GetAsync(cancellationToken), clock.GetUtcNow());
        var mails = new List<NewDelivery>();
        foreach (var (objection, period) in await waves.UntoldAnswersAsync(stored, now - News, cancellationToken))
        {
            mails.AddRange(await WordAsync(stored.Plan, objection, stored.Plan.PeriodByCode(period).Name, stored.Plan.TimeZone.DateOf(now)));
        }

        if (mails.Count == 0)
        {
            return 0;
        }

        var queued = await deliveries.QueueAsync(mails, now, cancellationToken);
        log.LogInformation("Answers to objections: {Queued} mails queued", queued);
        return queued;
    }

    /// <summary>One mail an address of the unit's officer; none if the plan has no such unit any more.</summary>
    private async Task<IReadOnlyList<NewDelivery>> WordAsync(EmulationPlan plan, Objection objection, string period, DateOnly day)
    {
        if (plan.Units.FirstOrDefault(unit => unit.Code == objection.Unit) is not { } unit)
        {
            return [];
        }

        var letter = AnswerLetter.Of(plan, unit, period, objection, objection.Answer!);
        var html = await renderer.RenderAsync<AnswerMail>(new Dictionary<string, object?> { [nameof(AnswerMail.Letter)] = letter });
        return
        [
            .. plan.AddressesOf(unit, ContactRole.Officer, day).Select(address => NewDelivery.From(
                plan.Issuer, FormattableString.Invariant($"objection-answer:{objection.Id}"), unit.Code.Value, "unit", address, letter.Subject, letter.Text, html)),
        ];
    }
}
