namespace Emulation.Plan.Files;

/// <summary>A value and where it stands.</summary>
/// <param name="IsWhole">False if a field of it could not be read: other lines may refer to it, but its own values are not judged.</param>
internal sealed record Located<T>(T Value, string File, int Line, bool IsWhole);

/// <summary>What was read from the files of a plan folder, before it is judged. A null list means the file could not be read at all, so references to it are not judged.</summary>
internal sealed class PlanDraft
{
    private readonly Dictionary<string, IReadOnlyList<Unit>> unitsByGroup = [];
    private HashSet<Unit>? damagedUnits;
    private Dictionary<UnitCode, Unit>? unitsByCode;

    public PlanHead? Head { get; init; }

    public IReadOnlyList<Located<Movement>>? Movements { get; init; }

    public IReadOnlyList<Located<Wave>>? Waves { get; init; }

    /// <summary>Months, waves and the year; null if the year or a wave could not be read.</summary>
    public IReadOnlyList<Period>? Periods { get; init; }

    public IReadOnlyList<Located<Block>>? Blocks { get; init; }

    public IReadOnlyList<Located<Duty>>? Duties { get; init; }

    public PlanTimes? Times { get; init; }

    /// <summary>Null if the plan asks for no explanations.</summary>
    public SwingRule? Swing { get; init; }

    public IReadOnlyList<Located<Unit>>? Units { get; init; }

    /// <summary>Null if the plan has no such file.</summary>
    public IReadOnlyList<Located<Succession>>? Successions { get; init; }

    /// <summary>Null if the plan has no such file.</summary>
    public IReadOnlyList<Located<(UnitCode Unit, DatedUnitName Name)>>? UnitNames { get; init; }

    /// <summary>Null if the plan has no such file.</summary>
    public IReadOnlyList<Located<(UnitCode Unit, OtherUnitCode Code)>>? UnitCodes { get; init; }

    public IReadOnlyList<Located<Indicator>>? Indicators { get; init; }

    public IReadOnlyList<Located<Target>>? Targets { get; init; }

    /// <summary>Null if the plan has no such file.</summary>
    public IReadOnlyList<Located<ProvinceTarget>>? ProvinceTargets { get; init; }

    /// <summary>Null if the plan has no such file.</summary>
    public IReadOnlyList<Located<Exemption>>? Exemptions { get; init; }

    /// <summary>The rule sets, in the order of the file.</summary>
    public IReadOnlyList<ScoringDraft>? Scoring { get; init; }

    public IReadOnlyList<Located<Recipient>>? Recipients { get; init; }

    public IReadOnlyList<Located<ReleaseRule>>? Release { get; init; }

    public IReadOnlyList<Located<SpecialDay>>? SpecialDays { get; init; }

    /// <summary>Null if the plan has no such file.</summary>
    public IReadOnlyList<Located<LastYearFigure>>? LastYear { get; init; }

    /// <summary>Null if the plan has no such file.</summary>
    public IReadOnlyList<Located<Contact>>? Contacts { get; init; }

    /// <summary>Null if the plan has no such file.</summary>
    public AwardsDraft? Awards { get; init; }

    /// <summary>The units a group names; empty if it names none. Kept per group: a plan of hundreds of units asks once a target line.</summary>
    public IReadOnlyList<Unit> UnitsIn(string group) =>
        unitsByGroup.TryGetValue(group, out var known)
            ? known
            : unitsByGroup[group] = [.. (Units ?? []).Select(unit => unit.Value).Where(unit => IsIn(unit, group))];

    public static bool IsIn(Unit unit, string group) =>
        group == "*" || unit.Kind == group || unit.Block == group || unit.Code.Value == group;

    /// <summary>True if the group names units, or nobody can tell.</summary>
    public bool KnowsUnits(string group) => Units is null || UnitsIn(group).Count > 0;

    /// <summary>Null if no line has that code; the first if several have.</summary>
    public Unit? UnitOf(UnitCode code) =>
        (unitsByCode ??= (Units ?? []).Where(unit => unit.Value.Code.Value.Length > 0).DistinctBy(unit => unit.Value.Code).ToDictionary(unit => unit.Value.Code, unit => unit.Value))
            .GetValueOrDefault(code);

    /// <summary>True if every field of the unit could be read.</summary>
    public bool IsWhole(Unit unit) => !(damagedUnits ??= DamagedUnits()).Contains(unit);

    public Indicator? IndicatorOf(IndicatorCode code) =>
        Indicators?.FirstOrDefault(indicator => indicator.Value.Code == code)?.Value;

    public bool KnowsIndicator(IndicatorCode code) => Indicators is null || IndicatorOf(code) is not null;

    public Period? PeriodOf(PeriodCode code) => Periods?.FirstOrDefault(period => period.Code == code);

    public bool KnowsPeriod(PeriodCode code) => Periods is null || Periods.Any(period => period.Code == code);

    private HashSet<Unit> DamagedUnits() =>
        new((Units ?? []).Where(located => !located.IsWhole).Select(located => located.Value), ReferenceEqualityComparer.Instance);
}

/// <summary>The single values of plan.yaml.</summary>
internal sealed record PlanHead(
    string Code, string Title, string? DocumentNumber, Issuer Issuer, int Year, TimeZoneInfo TimeZone, DateOnly HoldsFrom, string LegalBasis, int Line);

/// <summary>The calendar section of plan.yaml.</summary>
internal sealed record PlanTimes(
    DayShift MonthEndShift, TimeOnly MonthEndTime, TimeOnly WaveClosingTime, TimeOnly ReminderTime, IReadOnlyList<int> ReminderDaysBefore,
    IReadOnlyList<EscalationStep> Escalation, TimeOnly MailFrom, TimeOnly MailUntil);

/// <summary>A rule set of scoring.yaml with the lines of its parts.</summary>
internal sealed record ScoringDraft(
    RuleSet RuleSet,
    int Line,
    bool IsWhole,
    IReadOnlyList<Located<ScoringGroup>> Groups,
    IReadOnlyList<Located<ScoringRule>> Rules,
    IReadOnlyList<Located<LatenessBand>> Lateness,
    IReadOnlyList<Located<Grade>> Grades,
    IReadOnlyList<Located<Gate>> Gates,
    IReadOnlyList<FieldText> TieBreaks);

/// <summary>awards.yaml with the lines of its parts.</summary>
internal sealed record AwardsDraft(
    IReadOnlyList<Located<AwardTitle>> Titles, IReadOnlyList<Located<DisciplineLevel>> Disciplines,
    IReadOnlyList<Located<(AwardRuleSet Set, IReadOnlyList<Located<AwardRule>> Rules)>> RuleSets);
