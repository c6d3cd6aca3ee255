namespace Emulation.Plan;

/// <summary>One version of a year's emulation plan: who takes part, what is measured, what is owed and when, how it is scored and who is told. Immutable.</summary>
/// <remarks>Loaded from a plan folder (<see cref="Files.PlanFolder"/>) and stored whole (<see cref="Storage.PlanStore"/>); a result refers to the version it was computed with.</remarks>
public sealed record EmulationPlan
{
    /// <summary>The plan's own code, e.g. <c>dak-lak-2020</c>; the same for all its versions.</summary>
    public required string Code { get; init; }

    public required string Title { get; init; }

    /// <summary>Number and symbol of the plan's document; null while it is not known.</summary>
    public string? DocumentNumber { get; init; }

    /// <summary>The body that issues the plan and signs the reports, e.g. <c>Sở Tư pháp</c>.</summary>
    public required Issuer Issuer { get; init; }

    public required int Year { get; init; }

    /// <summary>The office's time zone; turns instants into business dates. Asia/Ho_Chi_Minh has no daylight saving time.</summary>
    public required TimeZoneInfo TimeZone { get; init; }

    /// <summary>The first day on which this version holds.</summary>
    public required DateOnly HoldsFrom { get; init; }

    /// <summary>The decision or document this version rests on.</summary>
    public required string LegalBasis { get; init; }

    /// <summary>In the order in which reports print them.</summary>
    public required IReadOnlyList<Unit> Units { get; init; }

    /// <summary>Which units followed which, in the order of successions.csv; empty if none changed.</summary>
    public IReadOnlyList<Succession> Successions { get; init; } = [];

    /// <summary>By <see cref="Movement.SortOrder"/> (đ stands after d and before e).</summary>
    public required IReadOnlyList<Movement> Movements { get; init; }

    /// <summary>In the order of the catalogue.</summary>
    public required IReadOnlyList<Indicator> Indicators { get; init; }

    /// <summary>As assigned; what holds for a unit may differ (<see cref="TargetsInForce"/>).</summary>
    public required IReadOnlyList<Target> Targets { get; init; }

    /// <summary>What the province itself is to reach, which the targets of its units should bear (<see cref="ProvinceShares"/>); empty if the plan has none.</summary>
    public IReadOnlyList<ProvinceTarget> ProvinceTargets { get; init; } = [];

    /// <summary>Decisions that excuse single units, or give them another target, until a day; empty if there are none.</summary>
    public IReadOnlyList<Exemption> Exemptions { get; init; } = [];

    /// <summary>The waves in order of time; the year is not among them (<see cref="YearPeriod"/>).</summary>
    public required IReadOnlyList<Wave> Waves { get; init; }

    public required IReadOnlyList<Duty> Duties { get; init; }

    public required IReadOnlyList<Block> Blocks { get; init; }

    /// <summary>The rules in view: those of the year, or of the period the plan was made ready for (<see cref="ScoredFor"/>).</summary>
    public required RuleSet Scoring { get; init; }

    public required IReadOnlyList<Recipient> Recipients { get; init; }

    /// <summary>How long reports wait before they are mailed; a kind not named here is mailed at once.</summary>
    public IReadOnlyList<ReleaseRule> Release { get; init; } = [];

    public required PlanCalendar Calendar { get; init; }

    /// <summary>All periods figures can speak of: the months, the waves and the year, in that order.</summary>
    public required IReadOnlyList<Period> Periods { get; init; }

    /// <summary>When a figure that differs from last year's asks for an explanation; null if none ever does.</summary>
    public SwingRule? Swing { get; init; }

    /// <summary>Figures of the year before, to compare with; empty if the plan has none.</summary>
    public IReadOnlyList<LastYearFigure> LastYear { get; init; } = [];

    /// <summary>Who is told in which role when a unit owes a report; empty if the plan has no contacts.csv. See <see cref="Emulation.Plan.Contacts"/>.</summary>
    public IReadOnlyList<Contact> Contacts { get; init; } = [];

    /// <summary>What can be proposed and what the award law asks; empty if the plan has no awards.yaml.</summary>
    public AwardBook Awards { get; init; } = AwardBook.Empty;

    /// <summary>The rule sets by their days, in order of time; empty if there is but one, without days.</summary>
    public IReadOnlyList<RuleSet> RuleSets { get; init; } = [];

    /// <summary>The targets with every decision about single units before what was assigned: of the lines for one unit the first counts. A line about a duty's code excuses from the duty.</summary>
    public IReadOnlyList<Target> TargetsInForce => Exemptions.Count == 0
        ? Targets
        : [.. Exemptions.SelectMany(exemption => Emulation.Plan.Exemptions.LinesOf(exemption, UnitsIn(exemption.Units), Periods, Duties)), .. Targets];

    /// <summary>The plan with the rules by which <paramref name="period"/> is scored: the set that holds on its last day.</summary>
    public EmulationPlan ScoredFor(Period period) =>
        RuleSets.FirstOrDefault(set => set.HoldsOn(period.To)) is { } rules && rules != Scoring ? this with { Scoring = rules } : this;

    public Period YearPeriod => Periods.Single(period => period.Kind == PeriodKind.Year);

    public IEnumerable<Period> Months => Periods.Where(period => period.Kind == PeriodKind.Month);

    /// <summary>The months that lie in <paramref name="period"/>: by the month's last day, so that administrative months (15th to 14th) belong to exactly one wave.</summary>
    public IEnumerable<Period> MonthsOf(Period period) =>
        Months.Where(month => month.To >= period.From && month.To <= period.To);

    public Unit UnitByCode(UnitCode code) => Units.Single(unit => unit.Code == code);

    public Indicator IndicatorByCode(IndicatorCode code) => Indicators.Single(indicator => indicator.Code == code);

    public Period PeriodByCode(PeriodCode code) => Periods.Single(period => period.Code == code);

    /// <summary>The plan with its units under the names they had on a day; itself if none had another.</summary>
    public EmulationPlan NamedOn(DateOnly day) =>
        Units.All(unit => unit.DatedNames.Count == 0) ? this : this with { Units = [.. Units.Select(unit => unit.NamedOn(day))] };

    /// <summary>The units a group names: <c>*</c> (all), a unit kind, a block code or a unit code.</summary>
    public IEnumerable<Unit> UnitsIn(string group) =>
        Units.Where(unit => group == "*" || unit.Kind == group || unit.Block == group || unit.Code.Value == group);
}

/// <summary>The body that issues a plan, as its documents name it.</summary>
/// <param name="Name">Own name, e.g. <c>Sở Tư pháp</c>.</param>
/// <param name="Superior">The superior body in the document header, e.g. <c>UBND tỉnh Đắk Lắk</c>.</param>
/// <param name="Symbol">The abbreviation in document numbers, e.g. <c>STP</c>.</param>
/// <param name="Place">The place name in "Đắk Lắk, ngày … tháng … năm …".</param>
/// <param name="MailAddress">The sender's address.</param>
/// <param name="SignerTitle">The authority that signs, e.g. <c>GIÁM ĐỐC</c>.</param>
public sealed record Issuer(string Name, string Superior, string Symbol, string Place, string MailAddress, string SignerTitle);

/// <summary>What a line of a plan rests on.</summary>
public enum Basis
{
    /// <summary>Stands in the plan document itself.</summary>
    Plan,

    /// <summary>Found in a public source other than the plan.</summary>
    Found,

    /// <summary>Assumed; an office must confirm it.</summary>
    Assumed,

    /// <summary>Invented for the worked example.</summary>
    Illustrative,
}

/// <summary>A campaign with its own content, period and launching body (phong trào thi đua).</summary>
/// <param name="Code">Code without diacritics.</param>
/// <param name="Letter">The letter the plan prints: a, b, c, d, đ, e.</param>
/// <param name="SortOrder">1-based place in the plan's order.</param>
/// <param name="Title">Full title as the plan words it.</param>
/// <param name="ShortTitle">Title for column headings.</param>
/// <param name="Source">Launching level: <c>ministry</c>, <c>province</c>, <c>department</c> or <c>central</c>.</param>
/// <param name="FromYear">First year of the movement.</param>
/// <param name="ToYear">Last year of the movement.</param>
/// <param name="LegalBasis">Decision or directive; null where the plan cites none.</param>
public sealed record Movement(
    MovementCode Code,
    string Letter,
    int SortOrder,
    string Title,
    string ShortTitle,
    string Source,
    int FromYear,
    int ToYear,
    string? LegalBasis);
