using System.Globalization;
using Emulation.Plan;
using Emulation.Plan.Calendar;
using Emulation.Plan.Storage;
using Emulation.Reports.Reconciliation;
using Emulation.Reports.Scoring;
using Emulation.Reports.Storage;
using Emulation.Reports.Waves;

namespace Emulation.Reports;

/// <summary>The check list before closing, or what came since: what is missing, broken, unexplained, contradictory, objected to or tied, undecided or overdue in the register, and where a file may still come by an exception; over the data accepted now. Stores nothing.</summary>
public sealed class CheckWave(CurrentPlan plans, RunPreviews previews, RunStore runs, WaveStore waves, ExplanationStore explanations, MismatchStore mismatches, TimeProvider clock)
{
    /// <returns>What bars the closing first.</returns>
    /// <exception cref="ArgumentException">The plan has no such wave or year.</exception>
    public async Task<IReadOnlyList<ChecklistLine>> RunAsync(PeriodCode code, CancellationToken cancellationToken)
    {
        var plan = await plans.ForAsync(code, cancellationToken);
        var period = plan.Plan.Closable(code);
        var (preview, sensitive) = await previews.OutlookAsync(plan, period, clock.GetUtcNow(), cancellationToken);
        var objections = await waves.ObjectionsAsync(plan, period, cancellationToken);
        var unexplained = new List<OpenExplanations>();
        foreach (var covered in plan.Plan.MonthsOf(period).Append(period))
        {
            unexplained.AddRange(await explanations.CountOpenAsync(plan, covered.Code, cancellationToken));
        }

        var today = plan.Plan.TimeZone.DateOf(clock.GetUtcNow());
        var closed = (await runs.FindClosedAsync(plan, period, cancellationToken))?.ClosedAt;
        return
        [
            .. closed is { } closedAt ? [ClosedLine(plan.Plan, period, closedAt)] : Array.Empty<ChecklistLine>(),
            .. (await waves.LateFilesAsync(plan, period, cancellationToken)).Select(late => LateLine(plan.Plan, late)),
            .. Checklist.Of(plan.Plan, preview, sensitive, objections, unexplained, today),
            .. RegisterChecklist.Of(preview, await mismatches.BookAsync(plan, period, today, cancellationToken), today),
            .. RegisterChecklist.Of(plan.Plan, await waves.OpenExceptionsAsync(plan, period, today, cancellationToken)),
        ];
    }

    private static ChecklistLine LateLine(EmulationPlan plan, LateFile late) => new(
        "late-file", false, late.Unit, Texts.Get(
            "Check.late-file", plan.UnitByCode(late.Unit).ShortName, Texts.Get($"Form.{late.Form.ToName()}"), plan.PeriodByCode(late.Period).Name,
            late.Version.ToString(CultureInfo.InvariantCulture), VietnameseNumber.Instant(plan.TimeZone, late.ReceivedAt)));

    private static ChecklistLine ClosedLine(EmulationPlan plan, Period period, DateTimeOffset closedAt) =>
        new(Checklist.Closed, false, null, Texts.Get("Check.closed", period.Name, VietnameseNumber.Instant(plan.TimeZone, closedAt)));
}
