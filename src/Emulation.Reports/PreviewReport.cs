using Emulation.Plan;
using Emulation.Plan.Storage;
using Emulation.Reports.Delivery;
using Emulation.Reports.Documents.Document;

namespace Emulation.Reports;

/// <summary>Shows a report and its mailing list before anything is published: no report is stored, no mail queued.</summary>
public sealed class PreviewReport(CurrentPlan plans, ComposeReport compose, AddressPolicy policy, TimeProvider clock)
{
    /// <summary>The report as it would be published now. If an edition stands already, as the edition that would replace it.</summary>
    /// <param name="marking">The word across its document.</param>
    /// <exception cref="ArgumentException">The plan has no such period, or the kind does not fit it.</exception>
    /// <exception cref="InvalidOperationException">A final report was asked for before the period was closed.</exception>
    public async Task<ComposedReport> RunAsync(ReportKind kind, PeriodCode period, DocumentMarking marking, CancellationToken cancellationToken)
    {
        var scope = await compose.ScopeAsync(kind, period, cancellationToken);
        var standing = await compose.FindAsync(scope, cancellationToken);
        var run = await compose.RunOfAsync(scope, cancellationToken);
        return await compose.RunAsync(scope, run, standing, standing is null ? null : Texts.Get("Preview.Reason"), marking, ReportOrder.ByHand, cancellationToken);
    }

    /// <summary>Who would get the report today, and whether the address may be mailed from here.</summary>
    /// <exception cref="ArgumentException">The plan has no such period, or the kind does not fit it.</exception>
    public async Task<IReadOnlyList<PreviewedAddressee>> RecipientsAsync(ReportKind kind, PeriodCode period, CancellationToken cancellationToken)
    {
        await compose.ScopeAsync(kind, period, cancellationToken);
        var plan = (await plans.GetAsync(cancellationToken)).Plan;
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), plan.TimeZone).DateTime);
        return [.. MailingList.Of(plan, kind, today).Select(addressee => new PreviewedAddressee(addressee, policy.Check(addressee.Address)))];
    }
}

/// <param name="Hold">Why the address would not be mailed from here; null if it would.</param>
public sealed record PreviewedAddressee(Addressee Addressee, HoldReason? Hold);
