using System.Globalization;
using Emulation.Jobs.Slots;
using Emulation.Jobs.Tests.Hosting;
using Emulation.Plan;
using Emulation.Plan.Calendar;
using Emulation.Plan.Storage;
using Emulation.Reports;
using Emulation.Reports.Scoring;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;
using MimeKit;

namespace Emulation.Jobs.Tests.Schedule;

/// <summary>An office whose score cards of the first wave of 2020 were mailed by an earlier version: its slot is done, and the ledger holds the keys that version wrote. Mails of score cards are counted as files in the folder the transport writes to.</summary>
internal sealed class UpgradedOffice : IAsyncDisposable
{
    public static readonly PeriodCode Wave1 = new("2020-W1");

    private readonly FakeTimeProvider clock;
    private readonly HostBench bench;
    private readonly IServiceScope scope;

    private UpgradedOffice(HostBench bench, FakeTimeProvider clock, IServiceScope scope) => (this.bench, this.clock, this.scope) = (bench, clock, scope);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private IServiceProvider Host => bench.Host.Services;

    private ScheduleSlots Slots => scope.ServiceProvider.GetRequiredService<ScheduleSlots>();

    /// <summary>The wave is closed and its report sent; the slot of its cards has come, and no card is in the ledger yet.</summary>
    public static async Task<UpgradedOffice> OpenAsync()
    {
        // A Friday, 17:30; the cards are due on Monday 13/7, 08:00.
        var clock = new FakeTimeProvider(new DateTimeOffset(2020, 7, 10, 10, 30, 0, TimeSpan.Zero));
        var bench = await HostBench.StartAsync(services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock)));
        var office = new UpgradedOffice(bench, clock, bench.Host.Services.CreateScope());
        await office.Slots.PlanAsync(Cancellation);
        await office.Host.GetRequiredService<CloseWave>().RunAsync(Wave1, "test", Cancellation);
        await office.PublishAsync();
        clock.SetUtcNow(new DateTimeOffset(2020, 7, 13, 1, 5, 0, TimeSpan.Zero));
        await office.Slots.PlanAsync(Cancellation);
        return office;
    }

    public async Task PublishAsync()
    {
        await Host.GetRequiredService<PublishReport>().RunAsync(ReportKind.WaveInterim, Wave1, Cancellation);
        await Host.GetRequiredService<SendDeliveries>().DrainAsync(Cancellation);
    }

    /// <summary>Writes what an earlier version left: a card of the closing that binds to every unit, accepted by the mail server, and the slot done.</summary>
    /// <param name="form">How that version wrote the last part of the key, from the closing's mark.</param>
    public async Task LeaveSentAsync(Func<string, string> form)
    {
        var plan = (await Host.GetRequiredService<CurrentPlan>().GetAsync(Cancellation)).Plan;
        var mark = (await ListAsync("select left(encode(result_hash, 'hex'), 12) from emulation.binding_closings join emulation.runs using (run_id)")).Single();
        var day = plan.TimeZone.DateOf(clock.GetUtcNow());
        foreach (var (unit, address) in plan.Units.SelectMany(unit => plan.AddressesOf(unit, ContactRole.Officer, day).Select(address => (unit.Code, address))))
        {
            await ExecuteAsync(
                $"""
                insert into emulation.deliveries
                    (subject_key, recipient_code, recipient_kind, address, message_id, sender_name, sender_address, subject, body_text, html, state, attempts, next_attempt_at, settled_at, created_at)
                values ('score-card:{plan.Code}:{Wave1}:{unit}:{form(mark)}', '{unit}', 'unit', lower('{address}'), 'earlier-{unit}-{form(mark)}-{address}', 's', 's@stp.example', 's', 't', 'h', 'accepted', 1, '{Now}', '{Now}', '{Now}')
                """);
        }

        await ExecuteAsync($"update emulation.schedule_slots set state = 'done', settled_at = '{Now}' where schedule = '{Schedules.ScoreCards}'");
        clock.Advance(TimeSpan.FromHours(1));
    }

    /// <summary>Reopens, gives a unit points, and closes again; the corrigendum is not published yet.</summary>
    /// <returns>The units whose points, bonus, penalty, rank, grade or gates are others now.</returns>
    public async Task<IReadOnlyList<string>> CorrectAsync(int unit, decimal points)
    {
        var reopen = Host.GetRequiredService<ReopenWave>();
        await reopen.ApproveAsync(Wave1, await reopen.AskAsync(Wave1, "Bỏ sót điểm cộng", "Chánh Văn phòng", Cancellation), "Giám đốc", Cancellation);
        var code = (await Host.GetRequiredService<CurrentPlan>().GetAsync(Cancellation)).Plan.Units[unit].Code;
        await Host.GetRequiredService<EnterAdjustment>().RunAsync(new AdjustmentEntry(code, Wave1, points, "Sáng kiến cấp tỉnh", "QĐ 15", "văn phòng"), Cancellation);
        await Host.GetRequiredService<CloseWave>().RunAsync(Wave1, "test", Cancellation);
        clock.Advance(TimeSpan.FromMinutes(1));
        return await ListAsync(
            """
            with told as (
                select unit.code, closing.edition, (result.points, result.bonus, result.penalty, result.rank, result.grade, result.gates)::text as said
                from emulation.wave_closings as closing join emulation.unit_results as result using (run_id) join emulation.units as unit using (unit_id)
            )
            select now.code from told as now join told as before on before.code = now.code and before.edition = now.edition - 1
            where now.edition = (select max(edition) from told) and now.said <> before.said order by now.code collate "C"
            """);
    }

    /// <summary>One beat of the sweep and what it starts.</summary>
    /// <returns>The units that got a card by it, a line a mail, and how many of the mails say that they correct.</returns>
    public async Task<(IReadOnlyList<string> Units, int Corrected)> SweepAsync()
    {
        var before = Mails().Keys.ToHashSet();
        await Slots.PlanAsync(Cancellation);
        await Slots.RunDueAsync(Schedules.ScoreCards, Cancellation);
        await Host.GetRequiredService<SendDeliveries>().DrainAsync(Cancellation);
        var mails = Mails().Where(mail => !before.Contains(mail.Key)).Select(mail => mail.Value).ToList();
        clock.Advance(TimeSpan.FromHours(1));
        var units = await ListAsync("select lower(address) || ' ' || recipient_code from emulation.deliveries where subject_key like 'score-card:%'");
        return (
            [.. mails.Select(mail => units.First(unit => unit.StartsWith(mail.To + " ", StringComparison.Ordinal)).Split(' ')[1]).Order(StringComparer.Ordinal)],
            mails.Count(mail => mail.Subject.EndsWith("(đính chính)", StringComparison.Ordinal)));
    }

    /// <summary>A person has the cards made again.</summary>
    public async Task BackFillAsync()
    {
        var backFill = scope.ServiceProvider.GetRequiredService<BackFill>();
        var all = await backFill.FindAsync(BackFillScope.All, clock.GetUtcNow().AddDays(-5), clock.GetUtcNow(), Cancellation);
        await backFill.OrderAsync([.. all.Where(item => item.Slot.Schedule == Schedules.ScoreCards)], sends: true, "Bà Mẫu", Cancellation);
    }

    public async Task DecideAsync(int unit)
    {
        var plan = (await Host.GetRequiredService<CurrentPlan>().GetAsync(Cancellation)).Plan;
        var rule = plan.Scoring.Rules.First(entry => PlanGroups.BelongsToAny(plan.Units[unit], entry.Units) && (entry.Periods.Count == 0 || entry.Periods.Contains(Wave1)));
        Assert.Null(await Host.GetRequiredService<GiveOpinion>().DecideAsync(plan.Units[unit].Code, Wave1, rule.Code, 0, "Hội đồng xét", null, "Hội đồng", Cancellation));
    }

    public async Task<string> UnitAsync(int unit) => (await Host.GetRequiredService<CurrentPlan>().GetAsync(Cancellation)).Plan.Units[unit].Code.Value;

    public async ValueTask DisposeAsync()
    {
        scope.Dispose();
        await bench.DisposeAsync();
    }

    private string Now => clock.GetUtcNow().ToString("O", CultureInfo.InvariantCulture);

    private Dictionary<string, (string To, string Subject)> Mails() => Directory
        .EnumerateFiles(bench.DataFolder, "score-card.*.eml", SearchOption.AllDirectories)
        .ToDictionary(path => path, path =>
        {
            using var mail = MimeMessage.Load(path, Cancellation);
            return (mail.To.Mailboxes.Single().Address, mail.Subject ?? "");
        });

    private async Task ExecuteAsync(string sql)
    {
        await using var command = bench.Database.DataSource.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Cancellation);
    }

    private async Task<List<string>> ListAsync(string sql)
    {
        await using var command = bench.Database.DataSource.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync(Cancellation);
        var lines = new List<string>();
        while (await reader.ReadAsync(Cancellation))
        {
            lines.Add(reader.GetString(0));
        }

        return lines;
    }
}
