namespace Emulation.Plan;

/// <summary>Who is told when a unit owes a report, from the first to the last.</summary>
public enum ContactRole
{
    /// <summary>The officer who makes the unit's reports (đầu mối).</summary>
    Officer,

    /// <summary>The head of the unit (lãnh đạo đơn vị).</summary>
    Head,

    /// <summary>The office that collects the reports (Văn phòng Sở).</summary>
    Province,
}

/// <summary>Whom to write to about what a unit owes. A position, not a person: plan versions are kept for ever.</summary>
/// <param name="Unit">Code of the unit; <c>*</c> for the province office.</param>
/// <param name="Position">As printed, e.g. <c>Trưởng phòng</c>.</param>
/// <param name="Address">Mail address.</param>
/// <param name="ValidFrom">First day; null for no bound.</param>
/// <param name="ValidTo">Last day, inclusive; null for no bound.</param>
public sealed record Contact(string Unit, ContactRole Role, string Position, string Address, DateOnly? ValidFrom, DateOnly? ValidTo, Basis Basis)
{
    public bool IsValidOn(DateOnly day) => (ValidFrom is null || ValidFrom <= day) && (ValidTo is null || ValidTo >= day);
}
