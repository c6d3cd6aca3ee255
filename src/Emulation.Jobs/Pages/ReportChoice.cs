using Emulation.Plan;

namespace Emulation.Jobs.Pages;

/// <summary>A report that can be made: a kind of report and a period it fits.</summary>
internal sealed record ReportChoice(ReportKind Kind, Period Period)
{
    /// <summary>As it stands in addresses: <c>wave-interim_2020-W1</c>.</summary>
    public override string ToString() => $"{Kind.ToName()}_{Period.Code}";

    /// <summary>Every kind with its periods, in the plan's order.</summary>
    public static IReadOnlyList<ReportChoice> Of(EmulationPlan plan) =>
        [.. from kind in new[] { ReportKind.MonthlyProgress, ReportKind.WaveInterim, ReportKind.Final } from period in plan.Periods where Fits(kind, period) select new ReportChoice(kind, period)];

    private static bool Fits(ReportKind kind, Period period) => kind switch
    {
        ReportKind.MonthlyProgress => period.Kind == PeriodKind.Month,
        ReportKind.WaveInterim => period.Kind == PeriodKind.Wave,
        _ => period.Kind != PeriodKind.Month,
    };
}
