using System.Globalization;

namespace Emulation.Plan.Files;

/// <summary>plan.yaml: the plan's head, movements, waves, blocks, duties and times.</summary>
internal sealed class PlanYamlReader
{
    private const int MostReminderDays = 60;

    private static readonly string[] Keys =
    [
        "code", "title", "number", "issuer", "year", "time-zone", "holds-from", "legal-basis",
        "movements", "waves", "months", "blocks", "duties", "calendar", "swing", "release",
    ];

    public PlanHead? Head { get; private init; }

    public IReadOnlyList<Located<Movement>> Movements { get; private init; } = [];

    public IReadOnlyList<Located<Wave>> Waves { get; private init; } = [];

    public IReadOnlyList<Period>? Periods { get; private init; }

    public IReadOnlyList<Located<Block>> Blocks { get; private init; } = [];

    public IReadOnlyList<Located<Duty>> Duties { get; private init; } = [];

    public PlanTimes? Times { get; private init; }

    public SwingRule? Swing { get; private init; }

    public IReadOnlyList<Located<ReleaseRule>> Release { get; private init; } = [];

    /// <summary>Null if the file is no YAML at all.</summary>
    public static PlanYamlReader? Read(string text, FaultList faults)
    {
        if (YamlSection.Read(PlanFiles.Plan, text, Keys, faults) is not { } plan)
        {
            return null;
        }

        var year = YearOf(plan);
        var waves = PeriodsReader.ReadWaves(plan, year);
        var periods = PeriodsReader.PeriodsOf(plan, year, waves);
        return new PlanYamlReader
        {
            Head = HeadOf(plan, year),
            Movements = MovementsOf(plan),
            Waves = waves,
            Periods = periods,
            Blocks = BlocksOf(plan),
            Duties = DutiesReader.Read(plan, periods),
            Times = TimesOf(plan),
            Swing = SwingOf(plan),
            Release = ReleaseReader.Read(plan),
        };
    }

    private static int YearOf(YamlSection plan)
    {
        var before = plan.Faults.Count;
        var year = plan.Whole("year");
        if (plan.Faults.Count == before && year is < 2000 or > 2100)
        {
            plan.Faults.Add(plan.File, plan.LineOf("year"), PlanFaultKind.NumberOutOfRange, "year", year.ToInvariant(), "2000", "2100");
            return 0;
        }

        return year;
    }

    private static PlanHead? HeadOf(YamlSection plan, int year)
    {
        var before = plan.Faults.Count;
        var issuer = plan.Section("issuer", "name", "superior", "symbol", "place", "mail", "signer-title");
        var head = new PlanHead(
            plan.Code("code"),
            plan.Text("title"),
            plan.TextOrNull("number"),
            issuer is null ? new Issuer("", "", "", "", "", "") : IssuerOf(issuer),
            year,
            ZoneOf(plan),
            plan.Date("holds-from"),
            plan.Text("legal-basis"),
            plan.LineOf("year"));
        return plan.Faults.Count == before && year > 0 ? head : null;
    }

    private static Issuer IssuerOf(YamlSection issuer)
    {
        var mail = issuer.Text("mail");
        if (mail.Length > 0 && !MailAddresses.IsPlain(mail))
        {
            issuer.Faults.Add(issuer.File, issuer.LineOf("mail"), PlanFaultKind.BadMailAddress, mail);
        }

        return new Issuer(
            issuer.Text("name"), issuer.Text("superior"), issuer.Text("symbol"), issuer.Text("place"), mail, issuer.Text("signer-title"));
    }

    private static TimeZoneInfo ZoneOf(YamlSection plan)
    {
        var id = plan.Text("time-zone");
        if (id.Length > 0 && TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone))
        {
            return zone;
        }

        if (id.Length > 0)
        {
            plan.Faults.Add(plan.File, plan.LineOf("time-zone"), PlanFaultKind.UnknownTimeZone, id);
        }

        return TimeZoneInfo.Utc;
    }

    private static IReadOnlyList<Located<Movement>> MovementsOf(YamlSection plan)
    {
        var order = 0;
        return plan.Sections("movements", "code", "letter", "title", "short-title", "source", "from-year", "to-year", "legal-basis")
            .Locate(movement => new Movement(
                new MovementCode(movement.Code("code")),
                movement.Text("letter"),
                ++order,
                movement.Text("title"),
                movement.Text("short-title"),
                movement.Choice("source", PlanWords.MovementSources),
                movement.Whole("from-year"),
                movement.Whole("to-year"),
                movement.TextOrNull("legal-basis")));
    }

    private static IReadOnlyList<Located<Block>> BlocksOf(YamlSection plan)
    {
        var order = 0;
        return plan.Sections("blocks", "code", "name", "ranked")
            .Locate(block => new Block(block.Code("code"), block.Text("name"), ++order, block.Choice("ranked", PlanWords.TrueOrFalse)));
    }

    private static PlanTimes? TimesOf(YamlSection plan)
    {
        var calendar = plan.Section("calendar", "month-end-shift", "month-end-time", "wave-closing-time", "reminder-time", "reminder-days-before",
            "escalation", "mail-hours");
        if (calendar is null)
        {
            return null;
        }

        var (mailFrom, mailUntil) = LadderReader.MailHours(calendar);
        return new PlanTimes(
                calendar.Choice("month-end-shift", PlanWords.DayShifts),
                calendar.Time("month-end-time"),
                calendar.Time("wave-closing-time"),
                calendar.Time("reminder-time"),
                ReminderDaysOf(calendar),
                LadderReader.Escalation(calendar),
                mailFrom,
                mailUntil);
    }

    private static SwingRule? SwingOf(YamlSection plan) =>
        plan.SectionOrNull("swing", "percent", "from") is { } swing
            ? new SwingRule(InRange(swing, "percent", 1, 1000), InRange(swing, "from", 0, 1_000_000))
            : null;

    private static decimal InRange(YamlSection section, string name, int least, int most)
    {
        var before = section.Faults.Count;
        var value = section.Number(name);
        if (section.Faults.Count == before && (value < least || value > most))
        {
            section.Faults.Add(
                section.File, section.LineOf(name), PlanFaultKind.NumberOutOfRange, name, value.ToText(), least.ToInvariant(), most.ToInvariant());
        }

        return value;
    }

    private static List<int> ReminderDaysOf(YamlSection calendar)
    {
        if (!calendar.Has("reminder-days-before"))
        {
            calendar.Add(PlanFaultKind.MissingKey, "reminder-days-before");
        }

        var days = new List<int>();
        foreach (var word in calendar.Words("reminder-days-before"))
        {
            if (!int.TryParse(word.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var day))
            {
                calendar.Faults.Add(calendar.File, word.Line, PlanFaultKind.NotAWholeNumber, "reminder-days-before", word.Text);
            }
            else if (day is < -MostReminderDays or > MostReminderDays)
            {
                calendar.Faults.Add(
                    calendar.File, word.Line, PlanFaultKind.NumberOutOfRange,
                    "reminder-days-before", word.Text, (-MostReminderDays).ToInvariant(), MostReminderDays.ToInvariant());
            }
            else
            {
                days.Add(day);
            }
        }

        return days;
    }
}
