using Emulation.Jobs.Hosting;
using Emulation.Jobs.Slots;
using Emulation.Jobs.Slots.Storage;
using Emulation.Plan;
using Emulation.Plan.Calendar;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Emulation.Jobs.Tests.Schedule;

/// <summary>A host and its model, side by side through a plan year.</summary>
internal sealed class HostLife : ISlotCalendarSource
{
    private readonly NpgsqlDataSource database;
    private readonly EmulationPlan plan;
    private readonly SlotTableModel model;
    private readonly ShownClock clock = new();
    private readonly SlotStore store;
    private readonly ScheduleSlots host;
    private readonly Dictionary<(string Schedule, DateTimeOffset SlotAt), int> effects = [];
    private Func<string, DateTimeOffset, bool> fails = (_, _) => false;

    public HostLife(NpgsqlDataSource database, EmulationPlan plan)
    {
        (this.database, this.plan, model, store) = (database, plan, new SlotTableModel(plan), new SlotStore(database));
        host = new ScheduleSlots(
            this, store, [.. Schedules.Producing.Append(Schedules.Housekeeping).Select(schedule => new Action(this, schedule))],
            clock, Options.Create(new ScheduleOptions()), NullLogger<ScheduleSlots>.Instance);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public int Looks { get; private set; }

    public int Settled { get; private set; }

    public Task<SlotCalendar?> CurrentAsync(CancellationToken cancellationToken) =>
        Task.FromResult<SlotCalendar?>(new SlotCalendar(plan.Code, (from, to) => [.. ScheduledSlots.Between(plan, from, to)]));

    /// <summary>One sweep and the jobs it starts, and the same by the model.</summary>
    public async Task LookAsync(DateTimeOffset now, HostDeath? death, Func<string, DateTimeOffset, bool> failing)
    {
        (clock.Now, fails) = (now, failing);
        Looks++;
        model.Look(now, death?.Again(), failing);
        FailPoint.Armed = death is null ? null : death.Reach;
        try
        {
            foreach (var schedule in await host.PlanAsync(Cancellation))
            {
                await host.RunDueAsync(schedule, Cancellation);
            }
        }
        catch (HostDiedException)
        {
            // Nothing after it happened; another host goes on.
        }
        finally
        {
            FailPoint.Armed = null;
        }

        await PassLeasesAndRetriesAsync();
    }

    /// <summary>Where the table differs from the model, or the model from the calendar walked day by day.</summary>
    public async Task<IReadOnlyList<string>> FaultsAsync(IReadOnlyList<ScheduledSlot> due)
    {
        var rows = await store.ListAsync(plan.Code, DateTimeOffset.UnixEpoch, new DateTimeOffset(2100, 1, 1, 0, 0, 0, TimeSpan.Zero), Cancellation);
        Settled = rows.Count(row => row.State is "done" or "missed");
        var inTable = rows.Select(row => $"{row.Schedule} {row.SlotAt:u} {row.Period} {row.State} {row.Attempts} {row.SettledAt:O}").ToList();
        var inModel = model.Rows.Select(row => row.ToString()).ToList();
        var faults = inTable.Except(inModel).Select(row => "only in the table: " + row)
            .Concat(inModel.Except(inTable).Select(row => "not in the table: " + row))
            .Concat(effects.Except(model.Effects).Select(effect => $"ran {effect.Value} times: {effect.Key}"))
            .Concat(model.Effects.Except(effects).Select(effect => $"should have run {effect.Value} times: {effect.Key}"));
        var byKey = rows.ToLookup(row => (row.Schedule, row.SlotAt));
        foreach (var slot in due)
        {
            var (key, policy) = ((slot.Schedule, slot.SlotAt), CatchUp.Of(slot.Schedule));
            var found = byKey[key].ToList();
            if (found.Count == 0 ? !model.Forgotten.Contains(key) : found is not [{ State: "done" or "missed" }] || found[0].Period != slot.Period)
            {
                faults = faults.Append($"due once, and found {found.Count} times: {slot}");
            }
            else if (policy == CatchUpPolicy.RunEach && found[0].State != "done")
            {
                faults = faults.Append($"must be made good however late: {slot}");
            }
        }

        return [.. faults.Concat(rows.Where(row => !due.Any(slot => (slot.Schedule, slot.SlotAt) == (row.Schedule, row.SlotAt))).Select(row => $"never due: {row}")).Take(5)];
    }

    /// <summary>Lets the database's clock pass every lease and every wait for a retry.</summary>
    private async Task PassLeasesAndRetriesAsync()
    {
        await using var command = database.CreateCommand(
            """
            update emulation.schedule_slots
            set lease_until = null, retry_at = null
            where plan_code = @plan and state in ('due', 'failed') and (lease_until is not null or retry_at is not null)
            """);
        command.Parameters.AddWithValue("plan", plan.Code);
        await command.ExecuteNonQueryAsync(Cancellation);
    }

    private sealed class Action(HostLife life, string schedule) : ISlotAction
    {
        public string Schedule => schedule;

        public Task<SlotOutcome> RunAsync(ClaimedSlot slot, CancellationToken cancellationToken)
        {
            if (life.fails(slot.Schedule, slot.SlotAt))
            {
                throw new IOException("the share is away");
            }

            life.effects[(slot.Schedule, slot.SlotAt)] = life.effects.GetValueOrDefault((slot.Schedule, slot.SlotAt)) + 1;
            return Task.FromResult<SlotOutcome>("Đã chạy.");
        }
    }

    /// <summary>What the host's clock shows; it may be set back.</summary>
    private sealed class ShownClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; }

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
