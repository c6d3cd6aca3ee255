using Emulation.Plan;

namespace Emulation.Ingest.Validation;

/// <summary>Leave for one unit to hand in one form of one period after the lock.</summary>
/// <param name="Number">The number people name when they ask.</param>
/// <param name="Until">The last business day on which it is open.</param>
public sealed record DeadlineExtension(long Number, int UnitId, FormKind Form, int PeriodId, DateOnly Until, string Reason);
