using Emulation.Plan;

namespace Emulation.Reports.Scoring;

/// <summary>A stretch of a run's period that has one chosen value per indicator: a wave, or the months of it up to the month of the run.</summary>
/// <param name="Wave">The wave whose targets and wave reports belong to it.</param>
/// <param name="Months">The months of the wave that count, in order.</param>
/// <param name="CountsWaveReport">False while only months are looked at.</param>
public sealed record SpanSlot(Wave Wave, IReadOnlyList<Period> Months, bool CountsWaveReport);

/// <summary>What a run over a period looks at. A wave: its report, else its months. The year: its waves. A month: the months of its wave up to and including it (lũy kế).</summary>
/// <remarks>docs/adr/0006.</remarks>
public sealed record RunSpan(Period Period, IReadOnlyList<SpanSlot> Slots)
{
    /// <summary>The span of a run over <paramref name="period"/>.</summary>
    /// <exception cref="ArgumentException">The period belongs to no wave of the plan.</exception>
    public static RunSpan Of(EmulationPlan plan, Period period)
    {
        var slots = period.Kind switch
        {
            PeriodKind.Year => plan.Waves.Select(wave => WholeWave(plan, wave)),
            PeriodKind.Wave => plan.Waves.Where(wave => wave.Period.Code == period.Code).Select(wave => WholeWave(plan, wave)),
            _ => plan.Waves.Where(wave => plan.MonthsOf(wave.Period).Any(month => month.Code == period.Code))
                .Select(wave => new SpanSlot(wave, [.. plan.MonthsOf(wave.Period).Where(month => month.To <= period.To)], CountsWaveReport: false)),
        };
        var span = new RunSpan(period, [.. slots]);
        return span.Slots.Count > 0 ? span : throw new ArgumentException($"Period {period.Code} belongs to no wave of plan {plan.Code}.", nameof(period));
    }

    /// <summary>True if the duty's occurrence belongs to this run: it speaks of a part of the span, or it speaks of more and falls due within it.</summary>
    public bool Owes(DutyOccurrence occurrence) =>
        Lies(occurrence.Period) || (IsWider(occurrence.Period) && occurrence.DueOn >= FirstDay && occurrence.DueOn <= LastDay);

    /// <summary>True if the forms of the span ask for the indicator: monthly forms ask for the core catalogue only.</summary>
    public bool Asks(Indicator indicator) => indicator.IsCore || Period.Kind != PeriodKind.Month;

    /// <summary>The periods whose adjustments count: the run's own, and for a longer run those of its waves.</summary>
    public IReadOnlySet<PeriodCode> AdjustmentPeriods =>
        new HashSet<PeriodCode>([Period.Code, .. Slots.Select(slot => slot.Wave.Period.Code)]);

    private DateOnly FirstDay => Slots[0].Wave.Period.From;

    // An administrative month ends on the 14th and is reported at the end of the calendar month.
    private DateOnly LastDay => Period.Kind == PeriodKind.Month
        ? new DateOnly(Period.To.Year, Period.To.Month, DateTime.DaysInMonth(Period.To.Year, Period.To.Month))
        : Period.To;

    private bool Lies(Period period) => period.Kind switch
    {
        PeriodKind.Month => Slots.Any(slot => slot.Months.Any(month => month.Code == period.Code)),
        PeriodKind.Wave => Slots.Any(slot => slot.CountsWaveReport && slot.Wave.Period.Code == period.Code),
        _ => Period.Code == period.Code,
    };

    private bool IsWider(Period period) => period.Kind > Period.Kind;

    private static SpanSlot WholeWave(EmulationPlan plan, Wave wave) => new(wave, [.. plan.MonthsOf(wave.Period)], CountsWaveReport: true);
}
