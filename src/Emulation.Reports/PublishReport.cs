using Emulation.Plan;
using Emulation.Reports.Delivery;
using Emulation.Reports.Documents.Model;
using Emulation.Reports.Scoring;
using Emulation.Reports.Storage;
using Microsoft.Extensions.Logging;

namespace Emulation.Reports;

/// <summary>A published report.</summary>
/// <param name="Deliveries">Mails queued for it.</param>
/// <param name="WasPublishedBefore">True if an earlier edition stands and nothing was changed.</param>
public sealed record PublishedReport(long ReportId, int Deliveries, bool WasPublishedBefore);

/// <summary>Makes a report once and queues one mail per recipient, in one transaction. Publishing again returns the report that stands, unless its period was closed after it, for the first time or anew: then an edition of the closed results replaces it.</summary>
/// <remarks>docs/adr/0007-delivery.md, docs/adr/0015-reopening.md; made by <see cref="ComposeReport"/>.</remarks>
public sealed class PublishReport(
    ComposeReport compose,
    ReportStore reports,
    WaveStore waves,
    ILogger<PublishReport> log)
{
    /// <exception cref="ArgumentException">The plan has no such period, or the kind does not fit it.</exception>
    /// <exception cref="InvalidOperationException">A final report was asked for before the period was closed.</exception>
    public Task<PublishedReport> RunAsync(ReportKind kind, PeriodCode period, CancellationToken cancellationToken) =>
        RunAsync(kind, period, ReportOrder.ByHand, cancellationToken);

    /// <exception cref="ArgumentException">The plan has no such period, or the kind does not fit it.</exception>
    /// <exception cref="InvalidOperationException">A final report was asked for before the period was closed.</exception>
    public async Task<PublishedReport> RunAsync(ReportKind kind, PeriodCode period, ReportOrder order, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(order);
        var scope = await compose.ScopeAsync(kind, period, cancellationToken);
        if (await compose.FindAsync(scope, cancellationToken) is { } standing)
        {
            return await WhyReplacedAsync(scope, standing, cancellationToken) is { } reason
                ? await MakeAsync(scope, standing, reason, order, cancellationToken)
                : new PublishedReport(standing.ReportId, standing.Deliveries, WasPublishedBefore: true);
        }

        return await MakeAsync(scope, null, null, order, cancellationToken);
    }

    /// <summary>Publishes a new edition that replaces the one that stands, if the results have changed since.</summary>
    /// <param name="reason">Why, as the recipients will read it.</param>
    /// <exception cref="InvalidOperationException">There is no edition to replace.</exception>
    public async Task<PublishedReport> ReissueAsync(ReportKind kind, PeriodCode period, string reason, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        var scope = await compose.ScopeAsync(kind, period, cancellationToken);
        var standing = await compose.FindAsync(scope, cancellationToken)
            ?? throw new InvalidOperationException($"There is no {kind.ToName()} report of {period} to replace.");
        return await MakeAsync(scope, standing, reason, ReportOrder.ByHand, cancellationToken);
    }

    /// <summary>Why the edition that stands may have to give way; null if it need not.</summary>
    private async Task<string?> WhyReplacedAsync(ReportScope scope, StoredReport standing, CancellationToken cancellationToken) =>
        await waves.ReopeningsSinceAsync(scope.Plan, scope.Period, standing.RunId, cancellationToken) is { Count: > 0 } reopenings
            ? string.Join("; ", reopenings.Select(reopening => reopening.Reason).Distinct())
            : standing.Model.Cover.Status == ReportStatus.Draft && await compose.ClosedRunAsync(scope, cancellationToken) is not null ? Texts.Get("Cover.ClosedSince") : null;

    /// <summary>The same results, and no draft of what has been closed since.</summary>
    private static bool SaysTheSame(ReportCover cover, ComputedRun run) =>
        Convert.ToHexStringLower(run.Hash).StartsWith(cover.RunHash, StringComparison.Ordinal) && (cover.Status != ReportStatus.Draft || run.ClosedAt is null);

    private async Task<PublishedReport> MakeAsync(ReportScope scope, StoredReport? standing, string? reason, ReportOrder order, CancellationToken cancellationToken)
    {
        var run = await compose.RunOfAsync(scope, cancellationToken);
        if (standing is not null && SaysTheSame(standing.Model.Cover, run))
        {
            return new PublishedReport(standing.ReportId, standing.Deliveries, WasPublishedBefore: true);
        }

        var made = await compose.RunAsync(scope, run, standing, reason, marking: null, order, cancellationToken);
        FailPoint.Reach("publish-report-made");
        return await AddAsync(scope, made.Report, made.Deliveries, cancellationToken);
    }

    private async Task<PublishedReport> AddAsync(
        ReportScope scope, NewReport report, IReadOnlyList<NewDelivery> deliveries, CancellationToken cancellationToken)
    {
        if (await reports.AddAsync(report, deliveries, cancellationToken) is { } reportId)
        {
            log.LogInformation(
                "Report {ReportId}: {Kind} of {Period}, edition {Edition}, {Deliveries} deliveries",
                reportId, report.Model.Cover.Kind, scope.Period.Code, report.Model.Cover.Edition, deliveries.Count);
            return new PublishedReport(reportId, deliveries.Count, WasPublishedBefore: false);
        }

        // Another published the same edition between our look and our insert: theirs stands.
        var theirs = await compose.FindAsync(scope, cancellationToken) ?? throw new InvalidOperationException("The report that was in the way is gone.");
        return new PublishedReport(theirs.ReportId, theirs.Deliveries, WasPublishedBefore: true);
    }
}
