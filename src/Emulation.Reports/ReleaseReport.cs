using Emulation.Reports.Storage;
using Microsoft.Extensions.Logging;

namespace Emulation.Reports;

/// <summary>What a decision about a report's mails came to.</summary>
/// <param name="Changed">Mails that were held, may now go, or were queued once more.</param>
/// <param name="States">How many mails of the report are in each state afterwards.</param>
public sealed record DecidedReport(int Changed, IReadOnlyList<(string State, int Mails)> States);

/// <summary>Holds a report's mails back, lets them go, or sends one of them again, each at a person's word.</summary>
/// <remarks>docs/adr/0023-hold-release-bounces.md. What the mail server has is out of reach: holding stops only what still waits.</remarks>
public sealed class ReleaseReport(ReleaseStore store, TimeProvider clock, ILogger<ReleaseReport> log)
{
    /// <exception cref="ArgumentException">There is no such report; person or reason is missing.</exception>
    public async Task<DecidedReport> HoldAsync(long reportId, string reason, string decidedBy, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        ArgumentException.ThrowIfNullOrWhiteSpace(decidedBy);
        return await DoneAsync("hold", reportId, await store.HoldAsync(reportId, reason, decidedBy, clock.GetUtcNow(), cancellationToken), cancellationToken);
    }

    /// <exception cref="ArgumentException">There is no such report; the person is missing.</exception>
    /// <exception cref="InvalidOperationException">A newer edition has replaced the report.</exception>
    public async Task<DecidedReport> ReleaseAsync(long reportId, string decidedBy, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(decidedBy);
        await RefuseReplacedAsync(reportId, cancellationToken);
        return await DoneAsync("release", reportId, await store.ReleaseAsync(reportId, decidedBy, clock.GetUtcNow(), cancellationToken), cancellationToken);
    }

    /// <param name="recipient">Code of a recipient, or an address, that the report was mailed to.</param>
    /// <exception cref="ArgumentException">There is no such report, or no mail of it to that recipient; person or reason is missing.</exception>
    /// <exception cref="InvalidOperationException">A newer edition has replaced the report.</exception>
    public async Task<DecidedReport> ResendAsync(long reportId, string recipient, string reason, string decidedBy, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(recipient);
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        ArgumentException.ThrowIfNullOrWhiteSpace(decidedBy);
        await RefuseReplacedAsync(reportId, cancellationToken);
        var queued = await store.ResendAsync(reportId, recipient, reason, decidedBy, clock.GetUtcNow(), cancellationToken);
        return queued == 0
            ? throw new ArgumentException($"Report {reportId} was mailed to nobody called '{recipient}'.", nameof(recipient))
            : await DoneAsync("resend", reportId, queued, cancellationToken);
    }

    private async Task RefuseReplacedAsync(long reportId, CancellationToken cancellationToken)
    {
        if (await store.NewerEditionAsync(reportId, cancellationToken) is { } newer)
        {
            throw new InvalidOperationException($"Report {reportId} was replaced by report {newer}; only the newest edition is mailed.");
        }
    }

    private async Task<DecidedReport> DoneAsync(string decision, long reportId, int? changed, CancellationToken cancellationToken)
    {
        var mails = changed ?? throw new ArgumentException($"There is no report {reportId}.", nameof(reportId));
        log.LogInformation("Report {ReportId}: {Decision}, {Mails} mails", reportId, decision, mails);
        return new DecidedReport(mails, await store.CountAsync(reportId, cancellationToken));
    }
}
