using System.Globalization;

namespace Emulation.Plan.Files;

/// <summary>The reminder ladder in the calendar section of plan.yaml: rungs after the due day, and the hours in which mail goes out. Both may be absent.</summary>
internal static class LadderReader
{
    private const int MostDays = 60;

    public static IReadOnlyList<EscalationStep> Escalation(YamlSection calendar)
    {
        var steps = new List<EscalationStep>();
        foreach (var section in calendar.SectionsOrNone("escalation", "days-after-due", "to"))
        {
            var before = section.Faults.Count;
            var step = new EscalationStep(section.Whole("days-after-due"), section.Choice("to", PlanWords.ContactRoles));
            if (section.Faults.Count > before)
            {
                continue;
            }

            if (step.DaysAfterDue is < 0 or > MostDays)
            {
                section.Faults.Add(
                    section.File, section.LineOf("days-after-due"), PlanFaultKind.NumberOutOfRange, "days-after-due", step.DaysAfterDue.ToInvariant(), "0", MostDays.ToInvariant());
            }
            else if (steps.LastOrDefault() is { } last && (step.DaysAfterDue <= last.DaysAfterDue || step.To < last.To))
            {
                section.Add(PlanFaultKind.EscalationNotRising, step.DaysAfterDue.ToInvariant(), PlanWords.ContactRoles.WordOf(step.To));
            }
            else
            {
                steps.Add(step);
            }
        }

        return steps;
    }

    public static (TimeOnly From, TimeOnly Until) MailHours(YamlSection calendar)
    {
        var hours = (From: PlanCalendar.DefaultMailFrom, Until: PlanCalendar.DefaultMailUntil);
        if (calendar.SectionOrNull("mail-hours", "from", "until") is not { } section)
        {
            return hours;
        }

        var before = section.Faults.Count;
        hours = (section.Time("from"), section.Time("until"));
        if (section.Faults.Count == before && hours.From >= hours.Until)
        {
            section.Add(PlanFaultKind.MailHoursOutOfOrder, hours.From.ToString("HH:mm", CultureInfo.InvariantCulture), hours.Until.ToString("HH:mm", CultureInfo.InvariantCulture));
        }

        return hours;
    }
}
