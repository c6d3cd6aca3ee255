using Emulation.Jobs.Slots;
using Emulation.Plan.Calendar;

namespace Emulation.Jobs.Tests.Schedule;

/// <summary>Twenty years of calendars in five zones: every due date once, none twice, in the right period, whatever clocks, outages and kills do.</summary>
public sealed class TwentyYearsTests
{
    public static TheoryData<int> Years => [.. Enumerable.Range(2015, 20)];

    [Theory]
    [MemberData(nameof(Years))]
    public void Slots_OfManyRandomPlans_AreThoseFoundDayByDay(int year)
    {
        for (var seed = 0; seed < 100; seed++)
        {
            var plan = RandomYear.Of(year, new Random((year * 1000) + seed));
            var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year + 1, 2, 15));
            var expected = new DayByDay(plan).Due(first, last);

            var actual = ScheduledSlots.Between(plan, expected[0].SlotAt.AddTicks(-1), expected[^1].SlotAt).ToList();

            // Said by hand: a list of a thousand records tells nobody where it differs.
            Assert.True(expected.SequenceEqual(actual), $"year {year}, seed {seed}, {plan.TimeZone.Id}: {string.Join("; ", expected.Except(actual).Take(3))} | {string.Join("; ", actual.Except(expected).Take(3))}");
            Assert.Equal(actual.Count, actual.DistinctBy(slot => (slot.Schedule, slot.SlotAt)).Count());
        }
    }

    [Theory]
    [MemberData(nameof(Years))]
    public void Runs_UnderDowntimeClockJumpsAndKills_SettleEveryDueDateOnce(int year)
    {
        for (var seed = 0; seed < 6; seed++)
        {
            var random = new Random((year * 77) + seed);
            var plan = RandomYear.Of(year, random);
            var start = plan.TimeZone.InstantOf(new DateOnly(year, 1, 1), TimeOnly.MinValue);
            var end = plan.TimeZone.InstantOf(new DateOnly(year + 1, 2, 15), TimeOnly.MinValue);
            var table = new SlotTable(plan);
            table.Look(start, random, mayBeKilled: false);
            foreach (var now in Clock(start, end, random))
            {
                table.Look(now, random, mayBeKilled: true);
            }

            table.Look(end, random, mayBeKilled: false);

            var due = new DayByDay(plan).Due(new DateOnly(year, 1, 1), new DateOnly(year + 1, 2, 15)).Where(slot => slot.SlotAt > start && slot.SlotAt <= end).ToList();
            foreach (var report in due.Where(slot => CatchUp.Of(slot.Schedule) == CatchUpPolicy.RunEach))
            {
                Assert.Equal([report.Period], table.Done.Where(done => (done.Schedule, done.SlotAt) == (report.Schedule, report.SlotAt)).Select(done => done.Period));
            }

            // The others: done or missed once, or too old to be told of when the outage ended; and never something that was not due.
            Assert.Equal(table.Settled.Count, table.Settled.Distinct().Count());
            Assert.Empty(table.Settled.Except(due.Select(slot => (slot.Schedule, slot.SlotAt))));
            Assert.All(due.Where(slot => !table.Settled.Contains((slot.Schedule, slot.SlotAt))), slot => Assert.Contains((slot.Schedule, slot.SlotAt), table.Forgotten));
        }
    }

    /// <summary>What a host's clock shows when it looks: every few hours or days, away for weeks, set forward and back.</summary>
    private static IEnumerable<DateTimeOffset> Clock(DateTimeOffset start, DateTimeOffset end, Random random)
    {
        for (var truth = start; truth < end; truth += random.Next(20) == 0 ? TimeSpan.FromDays(random.Next(1, 60)) : TimeSpan.FromMinutes(random.Next(1, 5000)))
        {
            var shown = random.Next(15) switch
            {
                0 => truth.AddDays(1),
                1 => truth.AddHours(-2),
                2 => truth.AddDays(-40),
                _ => truth,
            };
            yield return shown > end ? end : shown;
        }
    }

    /// <summary>The rules of the slot table in memory: a horizon that never goes back, rows written once, oldest first, a kill leaves the row open.</summary>
    private sealed class SlotTable(Plan.EmulationPlan plan)
    {
        private readonly Dictionary<(string Schedule, DateTimeOffset SlotAt), ScheduledSlot> open = [];
        private DateTimeOffset? horizon;

        public List<ScheduledSlot> Done { get; } = [];

        public List<(string Schedule, DateTimeOffset SlotAt)> Settled { get; } = [];

        public HashSet<(string Schedule, DateTimeOffset SlotAt)> Forgotten { get; } = [];

        public void Look(DateTimeOffset now, Random random, bool mayBeKilled)
        {
            horizon ??= now;
            foreach (var slot in horizon < now ? ScheduledSlots.Between(plan, horizon.Value, now) : [])
            {
                if (CatchUp.IsForgotten(slot.Schedule, slot.SlotAt, now))
                {
                    Forgotten.Add((slot.Schedule, slot.SlotAt));
                }
                else
                {
                    open.Add((slot.Schedule, slot.SlotAt), slot);
                }
            }

            horizon = horizon > now ? horizon : now;
            foreach (var (key, slot) in open.Where(row => row.Key.SlotAt <= now).OrderBy(row => row.Key.SlotAt).ToList())
            {
                if (mayBeKilled && random.Next(6) == 0)
                {
                    return;
                }

                var isSuperseded = ScheduledOf(slot.Schedule, slot.SlotAt, now);
                if (!CatchUp.IsMissed(slot.Schedule, slot.SlotAt, now, isSuperseded))
                {
                    Done.Add(slot);
                }

                Settled.Add(key);
                open.Remove(key);
            }
        }

        private bool ScheduledOf(string schedule, DateTimeOffset after, DateTimeOffset now) =>
            CatchUp.Of(schedule) == CatchUpPolicy.RunOnce && ScheduledSlots.Between(plan, after, now).Any(slot => slot.Schedule == schedule);
    }
}
