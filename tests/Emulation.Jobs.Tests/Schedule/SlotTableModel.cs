using Emulation.Jobs.Slots;
using Emulation.Plan;
using Emulation.Plan.Calendar;

namespace Emulation.Jobs.Tests.Schedule;

/// <summary>The death of a host: at the n-th time it reaches a fail point.</summary>
internal sealed class HostDeath(string failPoint, int times)
{
    public static readonly string[] Places = ["slots-before-commit", "slot-claimed", "slot-acted", "slot-settled"];

    private int reached;

    public string FailPoint => failPoint;

    public bool HasCome { get; private set; }

    /// <summary>The same death again, for the other one who is to die of it.</summary>
    public HostDeath Again() => new(failPoint, times);

    public void Reach(string name)
    {
        if (name == failPoint && ++reached == times)
        {
            HasCome = true;
            throw new HostDiedException();
        }
    }
}

internal sealed class HostDiedException : Exception;

/// <summary>The slot table and the host that works on it, said in memory: what stands in <c>schedule_slots</c> after every look, kill and fault.</summary>
internal sealed class SlotTableModel(EmulationPlan plan)
{
    private readonly Dictionary<(string Schedule, DateTimeOffset SlotAt), Row> rows = [];
    private DateTimeOffset? horizon;

    /// <summary>How often each slot's action ran to its end.</summary>
    public Dictionary<(string Schedule, DateTimeOffset SlotAt), int> Effects { get; } = [];

    /// <summary>Slots too old to be written down when the host came back.</summary>
    public HashSet<(string Schedule, DateTimeOffset SlotAt)> Forgotten { get; } = [];

    /// <summary>The rows in order of time, then schedule.</summary>
    public IReadOnlyList<Row> Rows => [.. rows.Values.OrderBy(row => row.Slot.SlotAt).ThenBy(row => row.Slot.Schedule, StringComparer.Ordinal)];

    /// <summary>One sweep with the jobs it starts.</summary>
    /// <param name="death">Null: the host lives.</param>
    /// <param name="fails">Whose action throws this time.</param>
    public void Look(DateTimeOffset now, HostDeath? death, Func<string, DateTimeOffset, bool> fails)
    {
        try
        {
            Plan(now, death);
            foreach (var schedule in OpenAt(now).Select(row => row.Slot.Schedule).Distinct().Order(StringComparer.Ordinal).ToList())
            {
                Plan(now, death);
                foreach (var row in OpenAt(now).Where(row => row.Slot.Schedule == schedule).ToList())
                {
                    row.Attempts++;
                    death?.Reach("slot-claimed");
                    Run(row, now, death, fails);
                }

                // The claim that finds nothing more.
                death?.Reach("slot-claimed");
            }
        }
        catch (HostDiedException)
        {
            // The rows stay as they are.
        }
    }

    private void Plan(DateTimeOffset now, HostDeath? death)
    {
        death?.Reach("slots-before-commit");
        var since = horizon ?? now;
        foreach (var slot in since < now ? ScheduledSlots.Between(plan, since, now) : [])
        {
            if (CatchUp.IsForgotten(slot.Schedule, slot.SlotAt, now))
            {
                Forgotten.Add((slot.Schedule, slot.SlotAt));
            }
            else
            {
                rows.Add((slot.Schedule, slot.SlotAt), new Row(slot));
            }
        }

        horizon = since > now ? since : now;
    }

    private void Run(Row row, DateTimeOffset now, HostDeath? death, Func<string, DateTimeOffset, bool> fails)
    {
        var slot = row.Slot;
        var isSuperseded = CatchUp.Of(slot.Schedule) == CatchUpPolicy.RunOnce && ScheduledSlots.Between(plan, slot.SlotAt, now).Any(later => later.Schedule == slot.Schedule);
        if (CatchUp.IsMissed(slot.Schedule, slot.SlotAt, now, isSuperseded))
        {
            (row.State, row.SettledAt) = ("missed", now);
            return;
        }

        if (fails(slot.Schedule, slot.SlotAt))
        {
            row.State = "failed";
            return;
        }

        Effects[(slot.Schedule, slot.SlotAt)] = Effects.GetValueOrDefault((slot.Schedule, slot.SlotAt)) + 1;
        death?.Reach("slot-acted");
        (row.State, row.SettledAt) = ("done", now);
        death?.Reach("slot-settled");
    }

    private IEnumerable<Row> OpenAt(DateTimeOffset now) => Rows.Where(row => row.State is "due" or "failed" && row.Slot.SlotAt <= now);

    /// <summary>A row of the table.</summary>
    internal sealed class Row(ScheduledSlot slot)
    {
        public ScheduledSlot Slot => slot;

        public string State { get; set; } = "due";

        public int Attempts { get; set; }

        public DateTimeOffset? SettledAt { get; set; }

        public override string ToString() => $"{slot.Schedule} {slot.SlotAt:u} {slot.Period} {State} {Attempts} {SettledAt:O}";
    }
}
