using Emulation.Reports.Storage;
using Microsoft.Extensions.Logging;

namespace Emulation.Reports;

/// <summary>What a decision about a report's mails came to.</summary>
/// <param name="Changed">Mails that were held, may now go, or were queued once more.</param>
/// <param name="States">How many mails of the report are in each state afterwards.</param>
/// <param name="WasOvertaken">True if somebody else decided since the person looked; nothing was changed then.</param>
public sealed record DecidedReport(int Changed, IReadOnlyList<(string State, int Mails)> States, bool WasOvertaken);

/// <summary>Holds a report's mails back, lets them go, or sends one of them again, each at a person's word.</summary>
/// <remarks>docs/adr/0023-hold-release-bounces.md. What the mail server has is out of reach: holding stops only what still waits.</remarks>
public sealed class ReleaseReport(ReleaseStore store, TimeProvider clock, ILogger<ReleaseReport> log)
{
    public Task<DecidedReport> HoldAsync(long reportId, string reason, string decidedBy, CancellationToken cancellationToken) =>
        HoldAsync(reportId, reason, decidedBy, seen: null, cancellationToken);

    /// <param name="seen">The newest decision about the report that the person has seen, 0 for none; null to decide without having looked.</param>
    /// <exception cref="ArgumentException">There is no such report; person or reason is missing.</exception>
    public async Task<DecidedReport> HoldAsync(long reportId, string reason, string decidedBy, long? seen, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        ArgumentException.ThrowIfNullOrWhiteSpace(decidedBy);
        return await DoneAsync("hold", reportId, await store.HoldAsync(Word(reportId, reason, decidedBy, seen), cancellationToken), cancellationToken);
    }

    public Task<DecidedReport> ReleaseAsync(long reportId, string decidedBy, CancellationToken cancellationToken) =>
        ReleaseAsync(reportId, decidedBy, seen: null, cancellationToken);

    /// <param name="seen">The newest decision about the report that the person has seen, 0 for none; null to decide without having looked.</param>
    /// <exception cref="ArgumentException">There is no such report; the person is missing.</exception>
    /// <exception cref="InvalidOperationException">A newer edition has replaced the report.</exception>
    public async Task<DecidedReport> ReleaseAsync(long reportId, string decidedBy, long? seen, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(decidedBy);
        await RefuseReplacedAsync(reportId, cancellationToken);
        return await DoneAsync("release", reportId, await store.ReleaseAsync(Word(reportId, null, decidedBy, seen), cancellationToken), cancellationToken);
    }

    public Task<DecidedReport> ResendAsync(long reportId, string recipient, string reason, string decidedBy, CancellationToken cancellationToken) =>
        ResendAsync(reportId, [recipient], reason, decidedBy, seen: null, cancellationToken);

    /// <param name="recipients">Each the code of a recipient, or an address, that the report was mailed to; all of them or none is mailed again.</param>
    /// <param name="seen">The newest decision about the report that the person has seen, 0 for none; null to decide without having looked.</param>
    /// <exception cref="ArgumentException">There is no such report, or no mail of it to one of the recipients; recipients, person or reason are missing.</exception>
    /// <exception cref="InvalidOperationException">A newer edition has replaced the report.</exception>
    public async Task<DecidedReport> ResendAsync(
        long reportId, IReadOnlyList<string> recipients, string reason, string decidedBy, long? seen, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfZero(recipients.Count, nameof(recipients));
        foreach (var recipient in recipients)
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(recipient, nameof(recipients));
        }

        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        ArgumentException.ThrowIfNullOrWhiteSpace(decidedBy);
        await RefuseReplacedAsync(reportId, cancellationToken);
        var queued = await store.ResendAsync(Word(reportId, reason, decidedBy, seen), recipients, cancellationToken);
        return queued?.Unknown is { } unknown
            ? throw new ArgumentException($"Report {reportId} was mailed to nobody called '{unknown}'.", nameof(recipients))
            : await DoneAsync("resend", reportId, queued, cancellationToken);
    }

    private ReportWord Word(long reportId, string? reason, string decidedBy, long? seen) => new(reportId, reason, decidedBy, clock.GetUtcNow(), seen);

    private async Task RefuseReplacedAsync(long reportId, CancellationToken cancellationToken)
    {
        if (await store.NewerEditionAsync(reportId, cancellationToken) is { } newer)
        {
            throw new InvalidOperationException($"Report {reportId} was replaced by report {newer}; only the newest edition is mailed.");
        }
    }

    private async Task<DecidedReport> DoneAsync(string decision, long reportId, DecidedMails? decided, CancellationToken cancellationToken)
    {
        var mails = decided ?? throw new ArgumentException($"There is no report {reportId}.", nameof(reportId));
        log.LogInformation("Report {ReportId}: {Decision}, {Mails} mails, overtaken: {WasOvertaken}", reportId, decision, mails.Changed, mails.WasOvertaken);
        return new DecidedReport(mails.Changed, await store.CountAsync(reportId, cancellationToken), mails.WasOvertaken);
    }
}
