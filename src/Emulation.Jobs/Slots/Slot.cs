using Emulation.Plan;

namespace Emulation.Jobs.Slots;

/// <summary>A slot that is due and leased to this host.</summary>
/// <param name="SlotAt">The instant it was due; the run belongs to it also when it happens late.</param>
/// <param name="LeaseNumber">Fencing: only the newest lease may settle the slot.</param>
/// <param name="Attempts">This attempt included.</param>
/// <param name="HoldsMail">True if what it makes is kept back from the mail until a person releases it.</param>
public sealed record ClaimedSlot(
    string PlanCode, string Schedule, DateTimeOffset SlotAt, PeriodCode? Period, int LeaseNumber, int Attempts, bool HoldsMail = false);

/// <summary>A slot as the table has it.</summary>
/// <param name="State">due, done, missed or failed.</param>
/// <param name="Outcome">What came of it, a Vietnamese sentence; null while open.</param>
/// <param name="Fault">What the last failed attempt said; null after success.</param>
/// <param name="NotBefore">When the action wants to be called again; null unless it waits.</param>
/// <param name="WaitsFor">What it waits for; null unless it waits.</param>
public sealed record SlotRecord(
    string Schedule, DateTimeOffset SlotAt, PeriodCode? Period, string State, int Attempts, DateTimeOffset? SettledAt, string? Outcome, string? Fault, bool IsRunning,
    DateTimeOffset? NotBefore = null, string? WaitsFor = null);

/// <summary>How the due slots of a schedule came out.</summary>
/// <param name="Waiting">Slots whose action asked to be called again later.</param>
public readonly record struct SlotCounts(int Done, int Missed, int Failed, int Waiting = 0)
{
    public int Total => Done + Missed + Failed + Waiting;
}
