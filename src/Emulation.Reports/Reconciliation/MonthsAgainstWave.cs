using Emulation.Plan;
using Emulation.Plan.Calendar;
using Emulation.Reports.Scoring;

namespace Emulation.Reports.Reconciliation;

/// <summary>The months of a wave together against its wave report. Compared only when the unit has reported every month, and the wave report came after the last of them had ended.</summary>
/// <remarks>A wave report runs on past the last administrative month with an estimate, so the months may lie anywhere between its actual part and its whole. One sent earlier (reports on the year are due in November) can only guess the months still to come.</remarks>
public static class MonthsAgainstWave
{
    public const string Kind = "months-against-wave";

    private const decimal PercentTolerance = 0.05m;
    public static IEnumerable<Mismatch> Of(ReconciledUnit reconciled)
    {
        var (run, unit) = (reconciled.Run, reconciled.Unit);
        for (var slot = 0; slot < run.Span.Slots.Count; slot++)
        {
            if (!AreComparable(reconciled, run.Span.Slots[slot]))
            {
                continue;
            }
            foreach (var measured in reconciled.Measurements.Select(measurement => measurement.Measured))
            {
                var reported = reconciled.Forms.Get(unit, measured, FormKind.WaveReport, slot);
                var added = reconciled.Forms.Get(unit, measured, FormKind.Figures, slot);
                if (!Agree(measured.Indicator, reported, added))
                {
                    yield return Found(unit, measured.Indicator, run.Span.Slots[slot], reported, added);
                }
            }
        }
    }

    private static Mismatch Found(Unit unit, Indicator indicator, SpanSlot slot, IndicatorValue reported, IndicatorValue added) => new(
        Kind, slot.Wave.Period.Code, unit.Code, indicator.Code, "",
        MismatchSide.Of(reported, new FigureSource(unit.Code, indicator.Code, FormKind.WaveReport, [slot.Wave.Period.Code])),
        MismatchSide.Of(added, new FigureSource(unit.Code, indicator.Code, FormKind.Figures, [.. slot.Months.Select(month => month.Code)])),
        RunTexts.Get("MonthsAgainstWave", unit.ShortName, indicator.Code, indicator.Name, slot.Wave.Period.Name, Text(reported), Text(added)));

    private static bool AreComparable(ReconciledUnit unit, SpanSlot slot) =>
        slot is { CountsWaveReport: true, Months.Count: > 0 }
        && unit.Received.FirstOrDefault(form => form.Form == FormKind.WaveReport && form.Period == slot.Wave.Period.Code) is { } report
        && unit.Run.Plan.TimeZone.DateOf(report.FirstReceivedAt) > slot.Months[^1].To
        && slot.Months.All(month => unit.Received.Any(form => form.Form == FormKind.Figures && form.Period == month.Code));

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
