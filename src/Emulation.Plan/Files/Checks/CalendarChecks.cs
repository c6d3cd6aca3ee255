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
    }

    private static IEnumerable<int> YearsOf(PlanDraft draft) =>
        draft.Head is not { } head
            ? []
            : (draft.Waves ?? []).Where(wave => wave.IsWhole).Select(wave => wave.Value.ClosesOn.Year).Append(head.Year).Distinct().Order();
}
