namespace Emulation.Plan.Files.Checks;

/// <summary>Waves: each day of the year belongs to exactly one, and each closes after it ends.</summary>
internal static class WaveChecks
{
    public static void Check(PlanDraft draft, FaultList faults)
    {
        Duplicates.Check(draft.Movements, movement => movement.Code.Value, faults);
        Duplicates.Check(draft.Waves, wave => wave.Number.ToInvariant(), faults);
        if (draft.Waves is not { Count: > 0 } waves || draft.Head is not { } head || !waves.All(wave => wave.IsWhole))
        {
            return;
        }

        foreach (var wave in waves)
        {
            CheckWave(wave, head.Year, faults);
        }

        if (waves.All(wave => wave.Value.Period is var period && period.From <= period.To && period.From.Year == head.Year && period.To.Year == head.Year))
        {
            CheckNeighbours([.. waves.OrderBy(wave => wave.Value.Period.From)], head, faults);
        }
    }

    private static void CheckWave(Located<Wave> wave, int year, FaultList faults)
    {
        void Add(PlanFaultKind kind, params string[] values) =>
            faults.Add(wave.File, wave.Line, kind, [wave.Value.Number.ToInvariant(), .. values]);
        var period = wave.Value.Period;
        if (period.From > period.To)
        {
            Add(PlanFaultKind.WaveOutOfOrder, period.From.ToText(), period.To.ToText());
        }

        if (period.From.Year != year || period.To.Year != year)
        {
            Add(PlanFaultKind.WaveOutsideYear, year.ToInvariant());
        }

        if (wave.Value.ClosesOn <= period.To)
        {
            Add(PlanFaultKind.WaveClosesTooEarly, wave.Value.ClosesOn.ToText(), period.To.ToText());
        }

        if (wave.Value.ObjectionsUntil is { } until && (until <= period.To || until >= wave.Value.ClosesOn))
        {
            Add(PlanFaultKind.ObjectionsOutsideTheirTime, until.ToText(), period.To.ToText(), wave.Value.ClosesOn.ToText());
        }
    }

    private static void CheckNeighbours(List<Located<Wave>> waves, PlanHead head, FaultList faults)
    {
        var free = new DateOnly(head.Year, 1, 1);
        Located<Wave>? before = null;
        foreach (var wave in waves)
        {
            var period = wave.Value.Period;
            if (before is not null && period.From < free)
            {
                faults.Add(
                    wave.File, wave.Line, PlanFaultKind.WavesOverlap,
                    wave.Value.Number.ToInvariant(), period.From.ToText(), before.Value.Number.ToInvariant());
            }

            AddGap(wave, free, period.From.AddDays(-1), faults);
            free = period.To >= free ? period.To.AddDays(1) : free;
            before = wave;
        }

        AddGap(before!, free, new DateOnly(head.Year, 12, 31), faults);
    }

    private static void AddGap(Located<Wave> near, DateOnly from, DateOnly to, FaultList faults)
    {
        if (from <= to)
        {
            faults.Add(near.File, near.Line, PlanFaultKind.WaveGap, from.ToText(), to.ToText());
        }
    }
}
