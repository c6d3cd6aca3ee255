using Emulation.Jobs.Slots;
using Emulation.Jobs.Slots.Storage;
using Emulation.Jobs.Tests.Hosting;
using Emulation.Plan;
using Emulation.Plan.Calendar;
using Emulation.Reports;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;

namespace Emulation.Jobs.Tests.Schedule;

/// <summary>After a reopening the corrigendum brings corrected score cards: by the slot, to whom they say something else, once, and not while the corrigendum is held.</summary>
public sealed class CorrectedScoreCardsTests
{
    private static readonly PeriodCode Wave1 = new("2020-W1");

    // 10/7/2020, a Friday, 17:30; the cards are due on Monday 13/7, 08:00.
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2020, 7, 10, 10, 30, 0, TimeSpan.Zero));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Corrigendum_SendsTheChangedCardsOnce_AfterItsRelease()
    {
        await using var bench = await HostBench.StartAsync(services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock)));
        using var scope = bench.Host.Services.CreateScope();
        var (slots, host) = (scope.ServiceProvider.GetRequiredService<ScheduleSlots>(), bench.Host.Services);
        await slots.PlanAsync(Cancellation);
        await host.GetRequiredService<CloseWave>().RunAsync(Wave1, "test", Cancellation);
        await host.GetRequiredService<PublishReport>().RunAsync(ReportKind.WaveInterim, Wave1, Cancellation);
        await host.GetRequiredService<SendDeliveries>().DrainAsync(Cancellation);
        clock.SetUtcNow(new DateTimeOffset(2020, 7, 13, 1, 5, 0, TimeSpan.Zero));
        await slots.RunDueAsync(Schedules.ScoreCards, Cancellation);
        var first = await CardsAsync(bench);

        clock.Advance(TimeSpan.FromHours(1));
        var unit = await CorrectAsync(host);
        var corrigendum = await host.GetRequiredService<PublishReport>().RunAsync(ReportKind.WaveInterim, Wave1, Cancellation);
        await host.GetRequiredService<ReleaseReport>().HoldAsync(corrigendum.ReportId, "xem lại", "Bà Mẫu", Cancellation);
        Assert.Contains(Schedules.ScoreCards, await slots.PlanAsync(Cancellation));
        Assert.Equal(new SlotCounts(0, 0, 0, 1), await slots.RunDueAsync(Schedules.ScoreCards, Cancellation));
        Assert.Equal(first, await CardsAsync(bench));
        await host.GetRequiredService<ReleaseReport>().ReleaseAsync(corrigendum.ReportId, "Bà Mẫu", Cancellation);
        await host.GetRequiredService<SendDeliveries>().DrainAsync(Cancellation);
        clock.Advance(TimeSpan.FromHours(2));
        Assert.Equal(new SlotCounts(1, 0, 0), await slots.RunDueAsync(Schedules.ScoreCards, Cancellation));
        var second = (await CardsAsync(bench)).Skip(first.Count).ToList();

        // Whose points or rank moved, and nobody else; said to be a correction.
        Assert.Contains(second, card => card.StartsWith(unit.Value + " ", StringComparison.Ordinal));
        Assert.InRange(second.Count, 1, first.Count - 1);
        Assert.All(second, card => Assert.EndsWith("(đính chính)", card, StringComparison.Ordinal));
        Assert.All(first, card => Assert.DoesNotContain("đính chính", card, StringComparison.Ordinal));
        Assert.DoesNotContain(Schedules.ScoreCards, await slots.PlanAsync(Cancellation));
        Assert.Equal(first.Count + second.Count, (await CardsAsync(bench)).Count);
    }

    [Fact]
    public async Task WaitingWork_CountsMailsWhoseTimeHasCome()
    {
        await using var bench = await SlotBench.CreateAsync();
        await bench.ExecuteAsync(
            """
            insert into emulation.deliveries
                (subject_key, recipient_code, recipient_kind, address, message_id, sender_name, sender_address, subject, body_text, html, next_attempt_at, created_at)
            values ('k', 'X', 'to', 'a@stp.example', 'm@stp.example', 's', 's@stp.example', 's', 't', 'h', '2020-01-15 13:00Z', '2020-01-15 12:00Z')
            """);

        var before = await bench.Work.CountWaitingAsync(SlotBench.PlanCode, bench.Clock.GetUtcNow(), Cancellation);
        var then = await bench.Work.CountWaitingAsync(SlotBench.PlanCode, bench.Clock.GetUtcNow().AddHours(1), Cancellation);

        Assert.Equal(((0, 0), (0, 1)), (before, then));
    }

    /// <summary>Reopens, gives the first unit two points, and closes again.</summary>
    private static async Task<UnitCode> CorrectAsync(IServiceProvider host)
    {
        var reopen = host.GetRequiredService<ReopenWave>();
        await reopen.ApproveAsync(Wave1, await reopen.AskAsync(Wave1, "Bỏ sót điểm cộng", "Chánh Văn phòng", Cancellation), "Giám đốc", Cancellation);
        var unit = (await host.GetRequiredService<Plan.Storage.CurrentPlan>().GetAsync(Cancellation)).Plan.Units[0].Code;
        await host.GetRequiredService<EnterAdjustment>().RunAsync(new AdjustmentEntry(unit, Wave1, 2, "Sáng kiến cấp tỉnh", "QĐ 15", "văn phòng"), Cancellation);
        await host.GetRequiredService<CloseWave>().RunAsync(Wave1, "test", Cancellation);
        return unit;
    }

    private static async Task<List<string>> CardsAsync(HostBench bench)
    {
        await using var command = bench.Database.DataSource.CreateCommand(
            "select recipient_code || ' ' || subject from emulation.deliveries where subject_key like 'score-card:%' order by delivery_id");
        await using var reader = await command.ExecuteReaderAsync(Cancellation);
        var cards = new List<string>();
        while (await reader.ReadAsync(Cancellation))
        {
            cards.Add(reader.GetString(0));
        }

        return cards;
    }
}
