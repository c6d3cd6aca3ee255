using Emulation.Plan;

namespace Emulation.Jobs.Slots;

/// <summary>Something that was due and came to nothing.</summary>
/// <param name="MailKey">The mail that tells of it; several alarms share one.</param>
/// <param name="SlotAt">When it was due; for a silent tick, its last beat.</param>
/// <param name="Kind">overdue, failed, missed, no-report or silent.</param>
/// <param name="Said">The slot's fault or outcome, or the host that fell silent; null if there is none.</param>
public sealed record ScheduleAlarm(string MailKey, string Schedule, DateTimeOffset SlotAt, PeriodCode? Period, string Kind, string? Said);
