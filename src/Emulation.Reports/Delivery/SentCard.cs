using Emulation.Plan;

namespace Emulation.Reports.Delivery;

/// <summary>The newest score card of a period that was mailed to an address of a unit, or is to be.</summary>
/// <param name="Closing">The mark of the closing it tells of.</param>
/// <param name="CreatedAt">When it was written: what was said later does not stand in it.</param>
public sealed record SentCard(UnitCode Unit, string Address, string Closing, DateTimeOffset CreatedAt);
