namespace Emulation.Plan;

/// <summary>An organisation that takes part in the plan and owes reports (đơn vị).</summary>
public sealed record Unit
{
    public required UnitCode Code { get; init; }

    /// <summary>The system the code comes from: <c>gso</c> (General Statistics Office) or <c>own</c>.</summary>
    public required string CodeSystem { get; init; }

    /// <summary>What other code systems call the unit, and when.</summary>
    public IReadOnlyList<OtherUnitCode> OtherCodes { get; init; } = [];

    /// <summary>Official name, e.g. <c>Phòng Tư pháp huyện Krông Pắc</c>; on days for which <see cref="DatedNames"/> has another, that one is printed.</summary>
    public required string Name { get; init; }

    /// <summary>Name for tables, e.g. <c>Krông Pắc</c>.</summary>
    public required string ShortName { get; init; }

    /// <summary>Kind as data, e.g. <c>district-office</c> or <c>department-unit</c>; used as a group name by duties and targets.</summary>
    public required string Kind { get; init; }

    /// <summary>The emulation block (cụm, khối) in which the unit is ranked.</summary>
    public required string Block { get; init; }

    /// <summary>Name of the unit's folder in the share; ASCII.</summary>
    public required string Folder { get; init; }

    /// <summary>Other spellings met in data; matched by <c>UnitNames</c>, never fuzzily.</summary>
    public required IReadOnlyList<string> Aliases { get; init; }

    /// <summary>Names that held, or hold, only for a time.</summary>
    public IReadOnlyList<DatedUnitName> DatedNames { get; init; } = [];

    /// <summary>Number of communes (xã, phường, thị trấn): a hard upper bound of "number of communes that …". Null where the unit has none.</summary>
    public int? Communes { get; init; }

    /// <summary>Number of rural communes (xã) among <see cref="Communes"/>.</summary>
    public int? RuralCommunes { get; init; }

    /// <summary>Address that gets reminders and receipts; null if mail is not used.</summary>
    public string? MailAddress { get; init; }

    /// <summary>The units this one may report figures for: empty for itself only, <c>*</c> for all (the province's own office). See <see cref="EmulationPlan.UnitsIn"/>.</summary>
    public string? ReportsFor { get; init; }

    /// <summary>First day of the unit's existence; null if it lies before every plan.</summary>
    public DateOnly? ValidFrom { get; init; }

    /// <summary>Last day of the unit's existence; null while it exists.</summary>
    public DateOnly? ValidTo { get; init; }

    public required Basis Basis { get; init; }

    public bool ExistsOn(DateOnly day) => (ValidFrom is null || ValidFrom <= day) && (ValidTo is null || ValidTo >= day);

    /// <summary>True if the unit existed on some day of the period.</summary>
    public bool ExistsIn(Period period) => (ValidFrom is null || ValidFrom <= period.To) && (ValidTo is null || ValidTo >= period.From);

    /// <summary>True if the unit is there on the day that decides who owes it (<see cref="DutyOccurrence.DecidedOn"/>). Whether the duty is about the unit at all is another question.</summary>
    public bool Owes(DutyOccurrence occurrence) => ExistsOn(occurrence.DecidedOn);

    /// <summary>The days of a period on which the unit exists; null if it exists on all of them, or on none.</summary>
    public (DateOnly From, DateOnly To)? PartOf(Period period)
    {
        var (from, to) = (ValidFrom > period.From ? ValidFrom.Value : period.From, ValidTo < period.To ? ValidTo.Value : period.To);
        return from > to || (from == period.From && to == period.To) ? null : (from, to);
    }

    /// <summary>The unit under the names it had on a day; itself if they are those of <c>units.csv</c>.</summary>
    public Unit NamedOn(DateOnly day) => DatedNames.Count == 0 ? this : this with
    {
        Name = DatedNames.FirstOrDefault(name => name.Kind == UnitNameKind.Name && name.Holds(day))?.Name ?? Name,
        ShortName = DatedNames.FirstOrDefault(name => name.Kind == UnitNameKind.ShortName && name.Holds(day))?.Name ?? ShortName,
    };
}

/// <summary>What a name of a unit is used for.</summary>
public enum UnitNameKind
{
    /// <summary>The official name.</summary>
    Name,

    /// <summary>The name for tables.</summary>
    ShortName,

    /// <summary>A spelling met in files, never printed.</summary>
    Alias,
}

/// <summary>A name that a unit had, or has, for a time.</summary>
/// <param name="ValidFrom">First day; null for no bound.</param>
/// <param name="ValidTo">Last day, inclusive; null for no bound.</param>
public sealed record DatedUnitName(UnitNameKind Kind, string Name, DateOnly? ValidFrom, DateOnly? ValidTo, Basis Basis)
{
    public bool Holds(DateOnly day) => (ValidFrom is null || ValidFrom <= day) && (ValidTo is null || ValidTo >= day);
}

/// <summary>A code that a system other than the plan's gives a unit. A code says nothing without its system.</summary>
/// <param name="System">Name of the system, e.g. <c>gso</c>, <c>eoffice</c>.</param>
/// <param name="ValidFrom">First day; null for no bound.</param>
/// <param name="ValidTo">Last day, inclusive; null for no bound.</param>
public sealed record OtherUnitCode(string System, string Code, DateOnly? ValidFrom, DateOnly? ValidTo, Basis Basis)
{
    public bool Holds(DateOnly day) => (ValidFrom is null || ValidFrom <= day) && (ValidTo is null || ValidTo >= day);
}

/// <summary>A group of units ranked among themselves (cụm or khối thi đua).</summary>
/// <param name="Code">Code, e.g. <c>CUM1</c>.</param>
/// <param name="Name">Name as printed.</param>
/// <param name="SortOrder">1-based order in reports.</param>
/// <param name="IsRanked">False for a block that is listed but not ranked.</param>
public sealed record Block(string Code, string Name, int SortOrder, bool IsRanked);
