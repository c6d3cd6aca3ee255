using Emulation.Plan;

namespace Emulation.Reports.Delivery;

/// <summary>A rung of the ladder that an address was told of, or is about to be.</summary>
/// <param name="Step">The rung's code.</param>
/// <param name="Address">In lower case.</param>
/// <param name="ToldIn"><see cref="InReminder"/> or <see cref="InOverdueList"/>.</param>
public readonly record struct ToldStep(UnitCode Unit, string Duty, PeriodCode Period, string Step, string Address, string ToldIn)
{
    public const string InReminder = "reminder";
    public const string InOverdueList = "overdue-list";
}

/// <summary>A mail with the rungs it tells.</summary>
public sealed record TellingMail(NewDelivery Mail, IReadOnlyList<ToldStep> Steps);
