namespace Emulation.Plan;

/// <summary>An organisation that takes part in the plan and owes reports (đơn vị).</summary>
public sealed record Unit
{
    public required UnitCode Code { get; init; }

    /// <summary>The system the code comes from: <c>gso</c> (General Statistics Office) or <c>own</c>.</summary>
    public required string CodeSystem { get; init; }

    /// <summary>Official name, e.g. <c>Phòng Tư pháp huyện Krông Pắc</c>.</summary>
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

    /// <summary>Number of communes (xã, phường, thị trấn): a hard upper bound of "number of communes that …". Null where the unit has none.</summary>
    public int? Communes { get; init; }

    /// <summary>Number of rural communes (xã) among <see cref="Communes"/>.</summary>
    public int? RuralCommunes { get; init; }

    /// <summary>Address that gets reminders and receipts; null if mail is not used.</summary>
    public string? MailAddress { get; init; }

    /// <summary>The units this one may report figures for: empty for itself only, <c>*</c> for all (the province's own office). See <see cref="EmulationPlan.UnitsIn"/>.</summary>
    public string? ReportsFor { get; init; }

    public DateOnly? ValidFrom { get; init; }

    /// <summary>Last day of the unit's existence; null while it exists.</summary>
    public DateOnly? ValidTo { get; init; }

    public required Basis Basis { get; init; }
}

/// <summary>A group of units ranked among themselves (cụm or khối thi đua).</summary>
/// <param name="Code">Code, e.g. <c>CUM1</c>.</param>
/// <param name="Name">Name as printed.</param>
/// <param name="SortOrder">1-based order in reports.</param>
/// <param name="IsRanked">False for a block that is listed but not ranked.</param>
public sealed record Block(string Code, string Name, int SortOrder, bool IsRanked);
