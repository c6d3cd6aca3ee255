using Emulation.Plan;
using Emulation.Plan.Storage;
using Emulation.Reports.Delivery;
using Emulation.Reports.Documents;
using Emulation.Reports.Documents.Mail;
using Emulation.Reports.Documents.Model;
using Emulation.Reports.Scoring;
using Emulation.Reports.Storage;
using Emulation.Reports.Waves;
using Microsoft.Extensions.Logging;

namespace Emulation.Reports;

/// <summary>A published report.</summary>
/// <param name="Deliveries">Mails queued for it.</param>
/// <param name="WasPublishedBefore">True if an earlier edition stands and nothing was changed.</param>
public sealed record PublishedReport(long ReportId, int Deliveries, bool WasPublishedBefore);

/// <summary>Makes a report once and queues one mail per recipient, in one transaction. Publishing again returns the report that stands, unless its period was reopened and closed anew: then a corrigendum replaces it.</summary>
/// <remarks>docs/adr/0007-delivery.md, docs/adr/0015-reopening.md. A closed period is reported from the run that closed it, with the plan version it was computed with.</remarks>
public sealed class PublishReport(
    CurrentPlan plans,
    PlanStore versions,
    RunStore runs,
    ComputeRun computeRun,
    ReportStore reports,
    WaveStore waves,
    ExplanationStore explanations,
    AuditStore audit,
    ScoreOpinionStore opinions,
    CheckAwards awards,
    MailRenderer renderer,
    TimeProvider clock,
    ILogger<PublishReport> log)
{
    /// <exception cref="ArgumentException">The plan has no such period, or the kind does not fit it.</exception>
    /// <exception cref="InvalidOperationException">A final report was asked for before the period was closed.</exception>
    public async Task<PublishedReport> RunAsync(ReportKind kind, PeriodCode period, CancellationToken cancellationToken)
    {
        var scope = await ScopeAsync(kind, period, cancellationToken);
        if (await FindAsync(scope, cancellationToken) is { } standing)
        {
            return await waves.ReopeningBeforeAsync(scope.Plan, scope.Period, cancellationToken) is { } reopening
                ? await MakeAsync(scope, standing, reopening.Reason, cancellationToken)
                : new PublishedReport(standing.ReportId, standing.Deliveries, WasPublishedBefore: true);
        }

        return await MakeAsync(scope, null, null, cancellationToken);
    }

    /// <summary>Publishes a new edition that replaces the one that stands, if the results have changed since.</summary>
    /// <param name="reason">Why, as the recipients will read it.</param>
    /// <exception cref="InvalidOperationException">There is no edition to replace.</exception>
    public async Task<PublishedReport> ReissueAsync(ReportKind kind, PeriodCode period, string reason, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        var scope = await ScopeAsync(kind, period, cancellationToken);
        var standing = await FindAsync(scope, cancellationToken)
            ?? throw new InvalidOperationException($"There is no {kind.ToName()} report of {period} to replace.");
        return await MakeAsync(scope, standing, reason, cancellationToken);
    }

    private async Task<ReportScope> ScopeAsync(ReportKind kind, PeriodCode code, CancellationToken cancellationToken)
    {
        var plan = await plans.ForAsync(code, cancellationToken);
        var period = plan.Plan.Period(code);
        var fits = kind switch
        {
            ReportKind.MonthlyProgress => period.Kind == PeriodKind.Month,
            ReportKind.WaveInterim => period.Kind == PeriodKind.Wave,
            ReportKind.Final => period.Kind != PeriodKind.Month,
            _ => false,
        };
        return fits ? new ReportScope(kind, plan, period) : throw new ArgumentException($"There is no {kind.ToName()} report of {code}.", nameof(kind));
    }

    private async Task<PublishedReport> MakeAsync(ReportScope scope, StoredReport? standing, string? reason, CancellationToken cancellationToken)
    {
        var run = await RunOfAsync(scope, cancellationToken);
        if (standing is not null && Convert.ToHexStringLower(run.Hash).StartsWith(standing.Model.Cover.RunHash, StringComparison.Ordinal))
        {
            return new PublishedReport(standing.ReportId, standing.Deliveries, WasPublishedBefore: true);
        }

        var plan = run.PlanVersionId == scope.Plan.VersionId ? scope.Plan : await versions.LoadAsync(run.PlanVersionId, cancellationToken);
        var model = ReportModelBuilder.Build(await InputAsync(scope, plan, run, standing, reason, cancellationToken));
        var report = await ReportAsync(scope, run, model, reason);
        // Who gets it is a matter of today, whatever version the period was computed with.
        var deliveries = ReportDeliveries.Of((await plans.GetAsync(cancellationToken)).Plan, model, report.Mail);
        FailPoint.Reach("publish-report-made");
        return await AddAsync(scope, report, deliveries, cancellationToken);
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
        var theirs = await FindAsync(scope, cancellationToken) ?? throw new InvalidOperationException("The report that was in the way is gone.");
        return new PublishedReport(theirs.ReportId, theirs.Deliveries, WasPublishedBefore: true);
    }

    private async Task<ComputedRun> RunOfAsync(ReportScope scope, CancellationToken cancellationToken)
    {
        var closed = scope.Period.Kind == PeriodKind.Month ? null : await runs.FindClosedAsync(scope.Plan, scope.Period, cancellationToken);
        return closed switch
        {
            not null => closed,
            null when scope.Kind == ReportKind.Final => throw new InvalidOperationException($"{scope.Period.Code} is not closed: a final report rests on a closed period."),
            _ => await computeRun.RunAsync(scope.Period.Code, RunKind.Provisional, cancellationToken),
        };
    }

    private async Task<ReportInput> InputAsync(
        ReportScope scope, StoredPlan plan, ComputedRun run, StoredReport? standing, string? reason, CancellationToken cancellationToken) => new()
        {
            Kind = scope.Kind,
            Plan = plan.Plan,
            Run = run.Result,
            RunHash = run.Hash,
            DataAsOf = run.DataAsOf,
            IsClosed = run.ClosedAt is not null,
            Edition = (standing?.Edition ?? 0) + 1,
            Causes = standing is null ? RunDifferences.None : await waves.DifferencesAsync(scope.Plan, standing.RunId, run.RunId, cancellationToken),
            Replaced = standing is null ? null : new ReplacedReport(standing.Model, LocalDate(plan.Plan, standing.MadeAt), reason!),
            Explanations = await explanations.OfRunAsync(plan, run.RunId, cancellationToken),
            Opinions = await opinions.OfPeriodAsync(plan, scope.Period.Code, cancellationToken),
            AuditHead = await audit.SealAsync(cancellationToken),
            Previous = await PreviousAsync(scope, cancellationToken),
            Months = await MonthsAsync(scope, cancellationToken),
            Awards = scope.Kind == ReportKind.MonthlyProgress || plan.Plan.Awards.On(plan.Plan.YearPeriod.To) is null ? null : await awards.RunAsync(cancellationToken),
        };

    private async Task<NewReport> ReportAsync(ReportScope scope, ComputedRun run, ReportModel model, string? reason)
    {
        var files = ReportFiles.Of(model);
        var mail = await MailBody.OfReportAsync(renderer, model, files);
        return new NewReport(scope.Plan.Plan.Code, scope.Plan.Ids.Periods[scope.Period.Code], run.RunId, model, mail, files, clock.GetUtcNow(), reason);
    }

    /// <summary>The report of the period before, of the same kind.</summary>
    private async Task<ReportModel?> PreviousAsync(ReportScope scope, CancellationToken cancellationToken)
    {
        var before = scope.Plan.Plan.Periods.LastOrDefault(period => period.Kind == scope.Period.Kind && period.To < scope.Period.From);
        return before is null ? null : (await FindAsync(scope with { Period = before }, cancellationToken))?.Model;
    }

    /// <summary>The months' own reports, for the trend; a month's report ends with the month before it.</summary>
    private Task<IReadOnlyList<ReportModel>> MonthsAsync(ReportScope scope, CancellationToken cancellationToken) => reports.MonthsThroughAsync(
        scope.Plan.Plan.Code, scope.Period.Kind == PeriodKind.Month ? scope.Period.To.AddDays(-1) : scope.Period.To, cancellationToken);

    private Task<StoredReport?> FindAsync(ReportScope scope, CancellationToken cancellationToken) =>
        reports.FindAsync(scope.Plan.Plan.Code, scope.Kind.ToName(), scope.Plan.Ids.Periods[scope.Period.Code], cancellationToken);

    private static DateOnly LocalDate(EmulationPlan plan, DateTimeOffset instant) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, plan.TimeZone).DateTime);

    private sealed record ReportScope(ReportKind Kind, StoredPlan Plan, Period Period);
}
