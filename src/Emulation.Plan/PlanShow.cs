using System.Globalization;

namespace Emulation.Plan;

/// <summary>A plan at a glance, as plain Vietnamese text for a terminal.</summary>
public static class PlanShow
{
    private const string Indent = "  ";

    /// <summary>Writes the overview: head, movements, waves, units by block, duties, indicators, scoring, recipients, calendar, and how much of it must be confirmed.</summary>
    public static void Write(EmulationPlan plan, TextWriter output)
    {
        WriteHead(plan, output);
        WriteMovements(plan, output);
        WriteWaves(plan, output);
        WriteUnits(plan, output);
        WriteSuccessions(plan, output);
        WriteDuties(plan, output);
        WriteScoring(plan, output);
        PlanShowProvince.Write(plan, output);
        WriteRecipients(plan, output);
        WriteCalendar(plan, output);
        WriteWhatToConfirm(plan, output);
    }

    private static void WriteHead(EmulationPlan plan, TextWriter output)
    {
        output.WriteLine(plan.Title);
        output.WriteLine(Line("Head", plan.Code, plan.DocumentNumber ?? Line("NoNumber"), Day(plan.HoldsFrom), plan.TimeZone.Id));
        output.WriteLine(Line("Basis", plan.LegalBasis));
    }

    private static void WriteMovements(EmulationPlan plan, TextWriter output)
    {
        Heading(output, "Movements", Count(plan.Movements.Count));
        foreach (var movement in plan.Movements)
        {
            var years = movement.FromYear == movement.ToYear ? Count(movement.FromYear) : $"{Count(movement.FromYear)}–{Count(movement.ToYear)}";
            output.WriteLine(Indent + Line("Movement", movement.Letter, movement.ShortTitle, years));
        }
    }

    private static void WriteWaves(EmulationPlan plan, TextWriter output)
    {
        Heading(output, "Waves", Count(plan.Waves.Count));
        foreach (var wave in plan.Waves)
        {
            output.WriteLine(Indent + Line(
                "Wave", wave.Period.Name, Day(wave.Period.From), Day(wave.Period.To), Time(plan.Calendar.WaveClosingTime), Day(wave.ClosesOn))
                + (wave.ObjectionsUntil is { } until ? Line("WaveObjections", Day(until)) : ""));
        }
    }

    private static void WriteUnits(EmulationPlan plan, TextWriter output)
    {
        Heading(output, "Units", Count(plan.Units.Count), Count(plan.Units.Sum(unit => unit.Communes ?? 0)));
        foreach (var block in plan.Blocks)
        {
            var units = plan.UnitsIn(block.Code).ToList();
            output.WriteLine(Indent + Line("Block", block.Name, Count(units.Count), string.Join(", ", units.Select(unit => unit.ShortName))));
        }
    }

    /// <summary>One line a change: those who left on one day in one way and went to the same units.</summary>
    private static void WriteSuccessions(EmulationPlan plan, TextWriter output)
    {
        if (plan.Successions.Count == 0)
        {
            return;
        }

        Heading(output, "Successions", Count(plan.Successions.Select(line => line.From).Distinct().Count()), Count(plan.Successions.Select(line => line.To).OfType<UnitCode>().Distinct().Count()));
        var leavings = plan.Successions.GroupBy(line => (line.From, line.On, line.Kind, line.LegalBasis))
            .Select(lines => (lines.Key.From, lines.Key.On, lines.Key.Kind, lines.Key.LegalBasis, To: string.Join(", ", lines.Select(line => line.To).OfType<UnitCode>().Select(Named))));
        foreach (var change in leavings.GroupBy(leaving => (leaving.On, leaving.Kind, leaving.To, leaving.LegalBasis)))
        {
            var from = string.Join(" + ", change.Select(leaving => Named(leaving.From)));
            output.WriteLine(Indent + Line($"Succession.{change.Key.Kind}", Day(change.Key.On), from, change.Key.To.Length > 0 ? change.Key.To : Line("Nobody"), change.Key.LegalBasis));
        }

        string Named(UnitCode code) => $"{plan.UnitByCode(code).ShortName} ({code})";
    }

    private static void WriteDuties(EmulationPlan plan, TextWriter output)
    {
        Heading(output, "Duties", Count(plan.Duties.Count));
        foreach (var duty in plan.Duties)
        {
            var units = Count(duty.Units.SelectMany(plan.UnitsIn).Distinct().Count(unit => duty.Occurrences.Any(unit.Owes)));
            var (first, last) = (Day(duty.Occurrences[0].DueOn), Day(duty.Occurrences[^1].DueOn));
            output.WriteLine(Indent + (duty.Occurrences.Count == 1
                ? Line("Duty", duty.Code, duty.Name, units, first, duty.Addressee)
                : Line("MonthlyDuty", duty.Code, duty.Name, units, Count(duty.Occurrences.Count), first, last, duty.Addressee)));
        }
    }

    private static void WriteScoring(EmulationPlan plan, TextWriter output)
    {
        Heading(
            output, "Indicators", Count(plan.Indicators.Count), Count(plan.Indicators.Count(indicator => indicator.IsCore)), Count(plan.Targets.Count));
        foreach (var rules in plan.RuleSets.Count > 1 ? plan.RuleSets : [plan.Scoring])
        {
            WriteRules(rules, plan.RuleSets.Count > 1, output);
        }

        foreach (var exemption in plan.Exemptions)
        {
            output.WriteLine(Line(
                exemption.Kind == ExemptionKind.Exempt ? "Exemption" : "Adjustment",
                exemption.Subject, exemption.Units, exemption.Period?.Value ?? Line("EveryPeriod"),
                exemption.Date is { } day ? Day(day) : exemption.Value is { } value ? Points(value) : "", exemption.Grounds));
        }

        if (plan.Swing is { } swing)
        {
            output.WriteLine(Line(
                "Swing", Points(swing.Percent), Points(swing.From), Count(plan.LastYear.Count), Count(plan.LastYear.Count(figure => IsUnconfirmed(figure.Basis)))));
        }
    }

    private static void WriteRules(RuleSet rules, bool isDated, TextWriter output)
    {
        output.WriteLine(Line(
            "Scoring",
            rules.Code,
            string.Join(" + ", rules.Groups.Select(group => $"{group.Code} {Points(group.Points)}")),
            Points(rules.Groups.Sum(group => group.Points)),
            Count(rules.Rules.Count),
            Points(rules.BonusCap),
            Points(rules.PenaltyCap)));
        if (isDated)
        {
            output.WriteLine(Indent + Line("Era", rules.From is { } from ? Day(from) : "…", rules.To is { } to ? Day(to) : "…"));
        }

        output.WriteLine(Line("Grades", string.Join(", ", rules.Grades.Select(grade => Line("Grade", grade.Name, Points(grade.FromPoints))))));
    }

    private static void WriteRecipients(EmulationPlan plan, TextWriter output)
    {
        Heading(output, "Recipients", Count(plan.Recipients.Count));
        foreach (var recipient in plan.Recipients)
        {
            output.WriteLine($"{Indent}- {recipient.Name}");
        }
    }

    private static void WriteCalendar(EmulationPlan plan, TextWriter output) =>
        Heading(output, "Calendar", Count(plan.Calendar.SpecialDays.Count), Time(plan.Calendar.MonthEndTime), Time(plan.Calendar.ReminderTime));

    private static void WriteWhatToConfirm(EmulationPlan plan, TextWriter output) =>
        output.WriteLine(Line(
            "ToConfirm",
            Count(plan.Units.Count(unit => IsUnconfirmed(unit.Basis))),
            Count(plan.Indicators.Count(indicator => IsUnconfirmed(indicator.Basis))),
            Count(plan.Targets.Count(target => IsUnconfirmed(target.Basis))),
            Count(plan.Duties.Count(duty => IsUnconfirmed(duty.Basis)))));

    private static void Heading(TextWriter output, string key, params string[] values)
    {
        output.WriteLine();
        output.WriteLine(Line(key, values));
    }

    private static bool IsUnconfirmed(Basis basis) => basis is Basis.Assumed or Basis.Illustrative;

    private static string Line(string key, params string[] values) => Texts.Get("Show." + key, Texts.Vietnamese, values);

    private static string Count(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Points(decimal points) => points.ToString("0.##", Texts.Vietnamese);

    private static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    private static string Time(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);
}
