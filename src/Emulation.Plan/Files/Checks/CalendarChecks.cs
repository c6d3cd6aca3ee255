using Emulation.Plan.Calendar;

namespace Emulation.Plan.Files.Checks;

/// <summary>Holidays and make-up days: one line a day, and no year forgotten that the plan's days fall in.</summary>
internal static class CalendarChecks
{
    public static void Check(PlanDraft draft, FaultList faults)
    {
        if (draft.SpecialDays is not { } days)
        {
            return;
        }

        var whole = days.Where(day => day.IsWhole).ToList();
        foreach (var (first, second) in Duplicates.Of(whole, day => day.Date))
        {
            faults.Add(second.File, second.Line, PlanFaultKind.SpecialDayTwice, second.Value.Date.ToText(), first.Line.ToInvariant());
        }

        foreach (var day in whole.Where(day => day.Value.Kind == SpecialDayKind.MakeUpDay && !WorkingDays.IsWeekend(day.Value.Date)))
        {
            faults.Add(day.File, day.Line, PlanFaultKind.MakeUpDayOnWeekday, day.Value.Date.ToText());
        }

        foreach (var year in YearsOf(draft).Where(year => whole.All(day => day.Value.Date.Year != year)))
        {
            faults.Add(PlanFiles.Holidays, null, PlanFaultKind.HolidaysMissing, year.ToInvariant());
        }

        CheckObjections(draft, new WorkingDays(whole.Select(day => day.Value)), faults);
    }

    /// <summary>Units learn their provisional points on the first working morning after the wave, and must still be able to object then.</summary>
    private static void CheckObjections(PlanDraft draft, WorkingDays workingDays, FaultList faults)
    {
        foreach (var wave in (draft.Waves ?? []).Where(wave => wave.IsWhole && wave.Value.ObjectionsUntil > wave.Value.Period.To))
        {
            var told = workingDays.FirstAfter(wave.Value.Period.To);
            if (told > wave.Value.ObjectionsUntil)
            {
                faults.Add(
                    wave.File, wave.Line, PlanFaultKind.ObjectionsWithoutWorkingDay,
                    wave.Value.Number.ToInvariant(), wave.Value.ObjectionsUntil.Value.ToText(), told.ToText());
            }
        }
    }

    private static IEnumerable<int> YearsOf(PlanDraft draft) =>
        draft.Head is not { } head
            ? []
            : (draft.Waves ?? []).Where(wave => wave.IsWhole).Select(wave => wave.Value.ClosesOn.Year).Append(head.Year).Distinct().Order();
}
