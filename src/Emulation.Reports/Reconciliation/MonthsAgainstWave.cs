using Emulation.Plan;
using Emulation.Plan.Calendar;
using Emulation.Reports.Scoring;

namespace Emulation.Reports.Reconciliation;

/// <summary>The months of a wave together against its wave report. Compared only when the unit has reported every month, and the wave report came after the last of them had ended.</summary>
/// <remarks>A wave report runs on past the last administrative month with an estimate, so the months may lie anywhere between its actual part and its whole. One sent earlier (reports on the year are due in November) can only guess the months still to come.</remarks>
public sealed class MonthsAgainstWave
{
    public const string Kind = "months-against-wave";

    private const decimal PercentTolerance = 0.05m;
    private readonly ReconciledRun run;
    private readonly Dictionary<(UnitCode, FormKind, PeriodCode), DateTimeOffset> received;

    public MonthsAgainstWave(ReconciledRun run)
    {
        this.run = run;
        received = run.Data.Received.ToDictionary(form => (form.Unit, form.Form, form.Period), form => form.FirstReceivedAt);
    }

    public IEnumerable<Discrepancy> Of(Unit unit, IReadOnlyList<Measurement> measurements)
    {
        for (var slot = 0; slot < run.Span.Slots.Count; slot++)
        {
            var (wave, months, countsWaveReport) = run.Span.Slots[slot];
            if (!countsWaveReport || !AreComparable(unit, wave, months))
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

    private bool AreComparable(Unit unit, Wave wave, IReadOnlyList<Period> months) =>
        months.Count > 0
        && received.TryGetValue((unit.Code, FormKind.WaveReport, wave.Period.Code), out var reportedAt)
        && run.Plan.TimeZone.DateOf(reportedAt) > months[^1].To
        && months.All(month => received.ContainsKey((unit.Code, FormKind.Figures, month.Code)));

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
