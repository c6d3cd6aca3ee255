using System.Collections.Concurrent;
using Emulation.Plan.Calendar;
using Emulation.TestSupport;
using Npgsql;

namespace Emulation.Jobs.Tests.Schedule;

/// <summary>Twenty years in three zones lived through by the real host code on the real slot table: after clock jumps, downtime, faults and kills it holds what the model in memory holds, row by row.</summary>
public sealed class TwentyYearsInTheDatabaseTests
{
    private const int FirstYear = 2015;
    private const int Years = 20;

    // No daylight saving; an hour of it; half an hour of it, on the other half of the earth.
    private static readonly string[] Zones = ["Asia/Ho_Chi_Minh", "Europe/Paris", "Australia/Lord_Howe"];

    private readonly ConcurrentBag<string> faults = [];
    private readonly ConcurrentBag<string> deaths = [];
    private int looks;
    private int settled;
    private int clockChanges;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task SlotTable_OverTwentyYearsOfClockJumpsDowntimeAndKills_HoldsWhatTheModelHolds()
    {
        await using var database = await TestDatabase.CreateAsync(Cancellation);
        await using var quick = database.OpenQuick();
        await Task.WhenAll(Zones.Select(zone => Task.Run(
            async () =>
            {
                for (var year = FirstYear; year < FirstYear + Years && faults.IsEmpty; year++)
                {
                    await LiveAsync(quick, zone, year);
                }
            },
            Cancellation)));

        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{Zones.Length * Years} plan years, {looks} looks, {settled} slots settled, {clockChanges} changes of clocks, deaths: {string.Join(", ", deaths.CountBy(place => place).Select(count => $"{count.Key} {count.Value}"))}");
        Assert.Empty(faults);
        // All of it was tried, or nothing was.
        Assert.All(HostDeath.Places, place => Assert.True(deaths.Count(death => death == place) >= Years, place));
        Assert.Equal(2 * 2 * Years, clockChanges);
    }

    private async Task LiveAsync(NpgsqlDataSource database, string zone, int year)
    {
        var random = new Random(HashCode(zone, year));
        var plan = RandomYear.Of(year, random) with { TimeZone = TimeZoneInfo.FindSystemTimeZoneById(zone), Code = $"{zone}-{year}" };
        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year + 1, 2, 15));
        var (start, end) = (plan.TimeZone.InstantOf(first, TimeOnly.MinValue), plan.TimeZone.InstantOf(last, TimeOnly.MinValue));
        var due = new DayByDay(plan).Due(first, last).Where(slot => slot.SlotAt > start && slot.SlotAt <= end).ToList();
        Interlocked.Add(ref clockChanges, TwentyYearsOfLooks.ClockChanges(plan.TimeZone, start, end).Count());
        var life = new HostLife(database, plan);
        await life.LookAsync(start, null, (_, _) => false);
        foreach (var now in TwentyYearsOfLooks.Of(plan, due, start, end, random))
        {
            var death = random.Next(8) == 0 ? new HostDeath(HostDeath.Places[random.Next(HostDeath.Places.Length)], random.Next(1, 4)) : null;
            var seed = random.Next(5) == 0 ? random.Next(2, 6) : 0;
            await life.LookAsync(now, death, (schedule, at) => seed > 0 && (at.Ticks / TimeSpan.TicksPerMinute) % seed == 0);
            if (death is { HasCome: true })
            {
                deaths.Add(death.FailPoint);
            }
        }

        await life.LookAsync(end, null, (_, _) => false);
        Interlocked.Add(ref looks, life.Looks);
        foreach (var fault in await life.FaultsAsync(due))
        {
            faults.Add($"{zone} {year}: {fault}");
        }

        Interlocked.Add(ref settled, life.Settled);
    }

    // That of the base library differs from run to run.
    private static int HashCode(string zone, int year) => (zone.Sum(letter => letter) * 10_000) + year;
}
