using System.Collections.Concurrent;
using Emulation.Jobs.Hosting;
using Emulation.Jobs.Slots;
using Emulation.Jobs.Slots.Storage;
using Emulation.Plan;
using Emulation.Plan.Calendar;
using Emulation.TestSupport;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Npgsql;

namespace Emulation.Jobs.Tests.Schedule;

/// <summary>A slot table with a made-up calendar: month-end on every first day, housekeeping and reminders every night, at 00:00 UTC; effects are recorded.</summary>
internal sealed class SlotBench : ISlotCalendarSource, IAsyncDisposable
{
    public const string PlanCode = "test-plan";

    private readonly TestDatabase database;

    private SlotBench(TestDatabase database) => this.database = database;

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2020, 1, 15, 12, 0, 0, TimeSpan.Zero));

    /// <summary>How often each slot's action ran to its end.</summary>
    public ConcurrentDictionary<(string Schedule, DateTimeOffset SlotAt), int> Effects { get; } = new();

    /// <summary>What an action does before it counts; throws to fail.</summary>
    public Func<ClaimedSlot, CancellationToken, Task> During { get; set; } = (_, _) => Task.CompletedTask;

    /// <summary>What an action says came of it.</summary>
    public Func<ClaimedSlot, SlotOutcome> Outcome { get; set; } = _ => "Đã chạy.";

    public TimeSpan Lease { get; set; } = TimeSpan.FromMinutes(2);

    public static async Task<SlotBench> CreateAsync() => new(await TestDatabase.CreateAsync(TestContext.Current.CancellationToken));

    public SlotStore Store => new(database.DataSource);

    public PauseStore Pauses => new(database.DataSource);

    public AlarmStore Alarms => new(database.DataSource);

    public WorkStore Work => new(database.DataSource);

    /// <summary>A host of its own: nothing is shared with another but the database.</summary>
    public ScheduleSlots Host(TimeProvider? clock = null) => new(
        this,
        Store,
        [new RecordingAction(this, Schedules.MonthEnd), new RecordingAction(this, Schedules.Housekeeping), new RecordingAction(this, Schedules.Reminders)],
        clock ?? Clock,
        Options.Create(new ScheduleOptions { Lease = Lease }),
        NullLogger<ScheduleSlots>.Instance);

    public async Task<SlotCounts> RunAsync(string schedule) => await Host().RunDueAsync(schedule, TestContext.Current.CancellationToken);

    public Task<IReadOnlyList<SlotRecord>> SlotsAsync() => Store.ListAsync(
        PlanCode, DateTimeOffset.UnixEpoch, new DateTimeOffset(2100, 1, 1, 0, 0, 0, TimeSpan.Zero), TestContext.Current.CancellationToken);

    /// <summary>Lets the database's clock pass every lease and every wait for a retry.</summary>
    public Task PassLeasesAndRetriesAsync() =>
        ExecuteAsync("update emulation.schedule_slots set lease_until = lease_until - interval '1 day', retry_at = retry_at - interval '1 day'");

    /// <summary>Lets the database's clock pass the moment in which a slot just noted is given time.</summary>
    public Task PassNotingAsync() => ExecuteAsync("update emulation.schedule_slots set noted_at = noted_at - interval '1 hour'");

    public async Task ExecuteAsync(string sql)
    {
        await using var command = database.DataSource.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    public async Task<long> CountAsync(string sql)
    {
        await using var command = database.DataSource.CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    public Task<SlotCalendar?> CurrentAsync(CancellationToken cancellationToken) =>
        Task.FromResult<SlotCalendar?>(new SlotCalendar(PlanCode, (from, to) => [.. Between(from, to)]));

    public async ValueTask DisposeAsync() => await database.DisposeAsync();

    private static IEnumerable<ScheduledSlot> Between(DateTimeOffset from, DateTimeOffset to)
    {
        for (var day = from.UtcDateTime.Date.AddDays(1); day <= to.UtcDateTime; day = day.AddDays(1))
        {
            var at = new DateTimeOffset(day, TimeSpan.Zero);
            if (day.Day == 1)
            {
                yield return new ScheduledSlot(Schedules.MonthEnd, at, new PeriodCode(day.AddDays(-1).ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture)));
            }

            yield return new ScheduledSlot(Schedules.Housekeeping, at, null);
            yield return new ScheduledSlot(Schedules.Reminders, at, null);
        }
    }

    private sealed class RecordingAction(SlotBench bench, string schedule) : ISlotAction
    {
        public string Schedule => schedule;

        public async Task<SlotOutcome> RunAsync(ClaimedSlot slot, CancellationToken cancellationToken)
        {
            await bench.During(slot, cancellationToken);
            bench.Effects.AddOrUpdate((slot.Schedule, slot.SlotAt), 1, (_, times) => times + 1);
            return bench.Outcome(slot);
        }
    }
}
