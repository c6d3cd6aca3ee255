using Emulation.Plan;
using Emulation.Plan.Storage;
using Emulation.Reports.Delivery;
using Emulation.Reports.Documents;
using Emulation.Reports.Documents.Charts;
using Emulation.Reports.Documents.Document;
using Emulation.Reports.Documents.Mail;
using Emulation.Reports.Documents.Model;
using Emulation.Reports.Scoring;
using Emulation.Reports.Storage;
using Emulation.Reports.Waves;

namespace Emulation.Reports;

/// <summary>Which report is meant: its kind and period in a plan.</summary>
public sealed record ReportScope(ReportKind Kind, StoredPlan Plan, Period Period);

/// <summary>A report as it would be published: made, not stored.</summary>
/// <param name="Plan">The version that holds now: it says who gets the report, and when.</param>
public sealed record ComposedReport(NewReport Report, IReadOnlyList<NewDelivery> Deliveries, EmulationPlan Plan);

/// <summary>Makes reports. What is published, previewed and sent for a test is made here and nowhere else.</summary>
/// <remarks>docs/adr/0007-delivery.md. A closed period is reported from the run that closed it, with the plan version it was computed with.</remarks>
public sealed class ComposeReport(
    CurrentPlan plans,
    PlanStore versions,
    RunStore runs,
    RunPreviews previews,
    ComputeRun computeRun,
    ReportStore reports,
    WaveStore waves,
    ExplanationStore explanations,
    MismatchStore mismatches,
    AuditStore audit,
    ScoreOpinionStore opinions,
    CheckAwards awards,
    MailRenderer renderer,
    DocumentFiles documents,
    TimeProvider clock)
{
    /// <exception cref="ArgumentException">The plan has no such period, or the kind does not fit it.</exception>
    public async Task<ReportScope> ScopeAsync(ReportKind kind, PeriodCode code, CancellationToken cancellationToken)
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

    /// <summary>The newest edition; null if the report was never made.</summary>
    public Task<StoredReport?> FindAsync(ReportScope scope, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(scope);
        return reports.FindAsync(scope.Plan.Plan.Code, scope.Kind.ToName(), scope.Plan.Ids.Periods[scope.Period.Code], cancellationToken);
    }

    /// <summary>The run the report rests on.</summary>
    /// <exception cref="InvalidOperationException">A final report was asked for before the period was closed.</exception>
    public async Task<ComputedRun> RunOfAsync(ReportScope scope, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(scope);
        return await ClosedRunAsync(scope, cancellationToken) switch
        {
            { } closed => closed,
            null when scope.Kind == ReportKind.Final => throw new InvalidOperationException($"{scope.Period.Code} is not closed: a final report rests on a closed period."),
            _ => await computeRun.RunAsync(scope.Period.Code, RunKind.Provisional, cancellationToken),
        };
    }

    /// <summary>The run that closed the report's period; null while it is open, and for a month.</summary>
    public async Task<ComputedRun?> ClosedRunAsync(ReportScope scope, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(scope);
        return scope.Period.Kind == PeriodKind.Month ? null : await runs.FindClosedAsync(scope.Plan, scope.Period, cancellationToken);
    }

    /// <param name="standing">The edition it replaces; null for the first.</param>
    /// <param name="reason">Why it replaces that one, as recipients will read it; null for the first.</param>
    /// <param name="marking">The word across the document; null for what its status asks for.</param>
    /// <param name="order">When the schedule wanted it, and whether its mails are held.</param>
    public async Task<ComposedReport> RunAsync(
        ReportScope scope, ComputedRun run, StoredReport? standing, string? reason, DocumentMarking? marking, ReportOrder order, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(order);
        var plan = run.PlanVersionId == scope.Plan.VersionId ? scope.Plan : (await versions.LoadAsync(run.PlanVersionId, cancellationToken)).ScoredFor(scope.Period.Code);
        var model = ReportModelBuilder.Build(await InputAsync(scope, plan, run, standing, reason, cancellationToken) with { LateSince = order.LateSince(clock.GetUtcNow()) });
        // Who gets it, and when, is a matter of today, whatever version the period was computed with.
        var today = (await plans.GetAsync(cancellationToken)).Plan;
        var release = ReleaseOf(scope.Kind, today, order);
        var marked = marking ?? ReportDocument.MarkingOf(model.Cover);
        var printed = await documents.OfAsync(model, marked, withDraft: release.Waits, cancellationToken);
        var report = await ReportAsync(scope, run, model, printed, marked, reason, release);
        return new ComposedReport(report, ReportDeliveries.Of(today, LocalDate(today, report.MadeAt), model, report.Mail), today);
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
            Causes = standing is null ? RunDifferences.None : await waves.DifferencesAsync(scope.Plan, scope.Period, standing.RunId, run.RunId, cancellationToken),
            Replaced = standing is null ? null : new ReplacedReport(
                standing.Model, LocalDate(plan.Plan, standing.MadeAt), reason!, await waves.ReopeningsSinceAsync(scope.Plan, scope.Period, standing.RunId, cancellationToken)),
            Explanations = await explanations.OfRunAsync(plan, run.RunId, cancellationToken),
            Mismatches = await mismatches.BookAsync(plan, plan.Plan.Period(scope.Period.Code), LocalDate(plan.Plan, run.DataAsOf), cancellationToken),
            Opinions = await opinions.OfPeriodAsync(plan, scope.Period.Code, cancellationToken),
            AuditHead = await audit.SealAsync(cancellationToken),
            Previous = await PreviousAsync(scope, cancellationToken),
            Signing = documents.Signing,
            Months = await MonthsAsync(scope, cancellationToken),
            Sensitive = run.ClosedAt is null
                ? await previews.SensitiveAsync(run.RunId, plan, plan.Plan.Period(scope.Period.Code), run.DataAsOf, cancellationToken)
                : [],
            Awards = scope.Kind == ReportKind.MonthlyProgress || plan.Plan.Awards.On(plan.Plan.YearPeriod.To) is null ? null : await awards.RunAsync(cancellationToken),
        };

    private async Task<NewReport> ReportAsync(
        ReportScope scope, ComputedRun run, ReportModel model, IReadOnlyList<ReportFile> printed, DocumentMarking marking, string? reason, ReleaseRule release)
    {
        var charts = ReportCharts.Of(model);
        var files = ReportFiles.Of(model, printed, charts, marking);
        var mail = await MailBody.OfReportAsync(renderer, model, files, charts);
        return new NewReport(scope.Plan.Plan.Code, scope.Plan.Ids.Periods[scope.Period.Code], run.RunId, model, mail, files, clock.GetUtcNow(), reason)
        {
            Release = release,
        };
    }

    private static ReleaseRule ReleaseOf(ReportKind kind, EmulationPlan today, ReportOrder order)
    {
        var rule = today.Release.FirstOrDefault(rule => rule.Report == kind) ?? ReleaseRule.AtOnce(kind);
        return order.HoldsMail ? rule with { IfUnanswered = Unanswered.Keep } : rule;
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

    private static DateOnly LocalDate(EmulationPlan plan, DateTimeOffset instant) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, plan.TimeZone).DateTime);
}
