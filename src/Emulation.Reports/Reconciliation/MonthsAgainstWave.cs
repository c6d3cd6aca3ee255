using Emulation.Plan;
using Emulation.Reports.Scoring;

namespace Emulation.Reports.Reconciliation;

/// <summary>The months of a wave, added up, against its wave report. Compared only when the unit has reported every month of the wave.</summary>
/// <remarks>A wave report runs on past the last administrative month with an estimate, so the months may lie anywhere between its actual part and its whole.</remarks>
public sealed class MonthsAgainstWave
{
    public const string Kind = "months-against-wave";

    private const decimal PercentTolerance = 0.05m;
    private readonly ReconciledRun run;
    private readonly HashSet<(UnitCode, PeriodCode)> monthsReceived;

    public MonthsAgainstWave(ReconciledRun run)
    {
        this.run = run;
        monthsReceived = run.Data.Received.Where(form => form.Form == FormKind.Figures).Select(form => (form.Unit, form.Period)).ToHashSet();
    }

    public IEnumerable<Discrepancy> Of(Unit unit, IReadOnlyList<Measurement> measurements)
    {
        for (var slot = 0; slot < run.Span.Slots.Count; slot++)
        {
            var (wave, months, countsWaveReport) = run.Span.Slots[slot];
            if (!countsWaveReport || months.Count == 0 || !months.All(month => monthsReceived.Contains((unit.Code, month.Code))))
            {
                continue;
            }
            foreach (var measurement in measurements)
            {
                var reported = run.Forms.Get(unit, measurement.Indicator, FormKind.WaveReport, slot);
                var added = run.Forms.Get(unit, measurement.Indicator, FormKind.Figures, slot);
                if (!Agree(measurement.Indicator, reported, added))
                {
                    yield return new Discrepancy(Kind, unit.Code, measurement.Indicator.Code, RunTexts.Get(
                        "MonthsAgainstWave", unit.ShortName, measurement.Indicator.Code, measurement.Indicator.Name, wave.Period.Name, Text(reported), Text(added)));
                }
            }
        }
    }

    private static bool Agree(Indicator indicator, IndicatorValue wave, IndicatorValue months)
    {
        if (!wave.HasValue || !months.HasValue)
        {
            return true;
        }
        if (wave.Number is not { } whole || months.Number is not { } added)
        {
            return wave.Date == months.Date;
        }
        if (indicator.Aggregation == Aggregation.Sum)
        {
            var actual = whole - (wave.Estimated ?? 0);
            return added >= Fraction.Min(actual, whole) && added <= Fraction.Max(actual, whole);
        }
        var tolerance = indicator.Kind == IndicatorKind.Ratio ? PercentTolerance : 0;
        return wave.Estimated is not null || Fraction.Max(whole - added, added - whole) <= tolerance;
    }

    private static string Text(IndicatorValue value) =>
        value.Date is { } day ? VietnameseNumber.Day(day) : VietnameseNumber.Value(value.Number ?? 0);
}
