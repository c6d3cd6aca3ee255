using Emulation.Plan;
using Emulation.Reports.Scoring;

namespace Emulation.Reports.Reconciliation.Register;

/// <summary>A period and kind of mismatch that a run looks at whole: what it does not find there does not exist.</summary>
/// <param name="ReachedOn">The last day whose figures were looked at: a run that looks less far than another says nothing new.</param>
public sealed record LookedAt(PeriodCode Period, string Kind, DateOnly ReachedOn);

/// <summary>What a run can say about the register. Pure.</summary>
public static class RegisterLook
{
    /// <summary>What a run over the period looks at, each pair once.</summary>
    public static IReadOnlyList<LookedAt> Of(EmulationPlan plan, Period period, DateOnly asOn)
    {
        var span = RunSpan.Of(plan, period);
        var subject = period.Kind == PeriodKind.Month ? span.Slots[0].Wave.Period : period;
        var waves = span.Slots.Where(slot => slot.CountsWaveReport).Select(slot => slot.Wave.Period).ToList();
        var reported = span.Slots.SelectMany(slot => slot.Months).Concat(waves).Concat(period.Kind == PeriodKind.Year ? [period] : []);
        return
        [
            .. MismatchKinds.OfRuns.Select(kind => new LookedAt(subject.Code, kind, period.To < asOn ? period.To : asOn)),
            .. waves.SelectMany(wave => MismatchKinds.OfWaves.Select(kind => new LookedAt(wave.Code, kind, wave.To))),
            .. period.Kind == PeriodKind.Year ? MismatchKinds.OfYears.Select(kind => new LookedAt(period.Code, kind, period.To)) : [],
            .. reported.SelectMany(one => MismatchKinds.OfFigures.Select(kind => new LookedAt(one.Code, kind, one.To))),
        ];
    }

    /// <summary>The mismatches among single figures of a unit, in the order of the checks.</summary>
    public static IEnumerable<Mismatch> Of(CountedRun run, CountedUnit unit) =>
        WaveChecks.Of(run, unit).Concat(YearChecks.Of(run, unit)).Concat(RatioChecks.Of(run, unit)).Concat(SwingChecks.Of(run, unit));
}
