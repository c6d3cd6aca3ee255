using System.Globalization;
using System.Text.RegularExpressions;
using Emulation.Ingest;
using Emulation.Plan;
using Emulation.Plan.Storage;
using Emulation.Reports;
using Emulation.Reports.Scoring;

namespace Emulation.Jobs.Tests.Reform;

/// <summary>A plan amended twice in its year, each time with other due days for all its months, the second time with other units: whoever is asked about a duty of a unit and a period says the same.</summary>
/// <remarks>January to March go by version 1 (due on the 20th), April to June by version 2 (the 16th), July on by version 3 (the 24th, departments no longer); wave 1 is scored by version 2.</remarks>
public sealed partial class AmendedDutiesTests
{
    private static readonly (string Code, string Folder)[] Units = [("654", "654-krong-pac"), ("STP-VP", "stp-vp-van-phong"), ("24490", "24490-xa-krong-pac")];
    private static readonly int[] Days = [15, 17, 19, 20, 21, 16, 23, 24, 25];

    private readonly Dictionary<(string Unit, string Period), string> receipts = [];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Duty_OfAnyUnitAndPeriod_IsTheSameOnBoardReceiptScoreReminderAndException()
    {
        await using var kit = await ReformKit.CreateAsync(Cancellation);
        var seen = new HashSet<(DateOnly DueOn, Standing Standing)>();
        for (var month = 1; month <= 12; month++)
        {
            await AmendAsync(kit, month);
            foreach (var day in Days.Order())
            {
                kit.GoTo(2025, month, day);
                await HandInAsync(kit, month, day);
            }

            kit.GoTo(2025, month, 26);
            seen.UnionWith((await CompareAsync(kit)).Select(standing => (standing.DueOn, standing.Standing)));
        }

        // Whoever owes, is late or in time: all of it was met, under each version.
        Assert.Superset(
            new[] { 20, 16, 24 }.SelectMany(day => new[] { (day, Standing.OnTime), (day, Standing.Late), (day, Standing.Missing) }).ToHashSet(),
            seen.Select(one => (one.DueOn.Day, one.Standing)).ToHashSet());
        var closed = await kit.Get<CloseWave>().RunAsync(new PeriodCode("2025-W1"), "Văn phòng Sở", Cancellation);
        await kit.AmendAsync(3, text => text.Replace("due-day: 24", "due-day: 23", StringComparison.Ordinal) + "\n# sửa\n", "2025-01-01", Cancellation);
        var recomputed = await kit.Get<RecomputeWave>().RunAsync(closed.Period, Cancellation);
        Assert.Equal((Convert.ToHexString(closed.Hash), true), (Convert.ToHexString(recomputed!.ComputedHash), recomputed.IsSame));
    }

    private static async Task AmendAsync(ReformKit kit, int month)
    {
        if (month == 4)
        {
            kit.GoTo(2025, month, 1);
            await kit.AmendAsync(1, text => text.Replace("opens-day: 15, cutoff-day: 18, due-day: 20", "opens-day: 15, cutoff-day: 15, due-day: 16", StringComparison.Ordinal), "2025-04-01", Cancellation);
        }
        else if (month == 7)
        {
            kit.GoTo(2025, month, 1);
            await kit.AmendAsync(
                3, text => text.Replace("cutoff-day: 18, due-day: 20", "cutoff-day: 22, due-day: 24", StringComparison.Ordinal).Replace("form: figures\n    units: [district-office, commune, department-unit]", "form: figures\n    units: [district-office, commune]", StringComparison.Ordinal),
                "2025-07-01", Cancellation);
        }
    }

    // Each unit on another day of each month; some months nothing, or what cannot be taken.
    private async Task HandInAsync(ReformKit kit, int month, int day)
    {
        foreach (var ((code, folder), number) in Units.Select((unit, number) => (unit, number)))
        {
            if (Days[((number * 2) + (month * 4)) % Days.Length] == day && (month + number) % 11 != 0 && kit.HasFolder(folder))
            {
                var name = $"{code}-thang-{month}.csv";
                kit.Drop(folder, name, $"{code};tháng {month}/2025;D03;{((month + number) % 7 == 0 ? "chín" : "1")}");
                await kit.SweepAsync(Cancellation);
                receipts[(code, $"2025-{month:00}")] = kit.AnswerTo(folder, name);
            }
        }
    }

    private async Task<IReadOnlyList<DutyStanding>> CompareAsync(ReformKit kit)
    {
        var owed = await kit.Get<ShowDuties>().RunAsync(Cancellation);
        var board = owed.Standings.ToDictionary(one => (one.Duty, one.Unit, one.Period));
        await CompareScoresAsync(kit, owed.Versions, board);
        CompareReceipts(board);
        await CompareRemindersAsync(kit, owed);
        await CompareExceptionsAsync(kit, owed);
        return owed.Standings;
    }

    // A run says of every duty in it what the board says; and it leaves none out of its own period.
    private static async Task CompareScoresAsync(ReformKit kit, PlanVersions versions, Dictionary<(string, UnitCode, PeriodCode), DutyStanding> board)
    {
        var today = DateOnly.FromDateTime(kit.Clock.GetUtcNow().UtcDateTime);
        foreach (var period in versions.Today.Plan.Periods.Where(period => period.From <= today))
        {
            var run = (await kit.Get<ComputeRun>().RunAsync(period.Code, RunKind.Provisional, Cancellation)).Result;
            Assert.All(run.Duties, said => Assert.Equal(board[(said.Duty, said.Unit, said.Period)], said));
            var own = run.Duties.Where(said => said.Period == period.Code).ToList();
            Assert.Equal(board.Values.Count(one => one.Period == period.Code), own.Count);
        }
    }

    private void CompareReceipts(Dictionary<(string, UnitCode, PeriodCode), DutyStanding> board)
    {
        foreach (var ((unit, period), text) in receipts)
        {
            var said = Said().Match(text);
            if (!board.TryGetValue(("MF", new UnitCode(unit), new PeriodCode(period)), out var standing))
            {
                Assert.False(said.Success, $"{unit} {period} is not owed, but the receipt says: {text}");
                continue;
            }

            if (text.Contains("CẦN SỬA", StringComparison.Ordinal))
            {
                // Nothing of it was taken, so nothing came.
                Assert.Null(standing.ReceivedAt);
                continue;
            }

            Assert.True(said.Success, text);
            Assert.Equal((unit, period, standing.DueOn), (unit, period, DayIn(said.Groups["due"].Value)));
            Assert.Equal((unit, period, standing.DaysLate), (unit, period, said.Groups["late"].Success ? int.Parse(said.Groups["late"].Value, CultureInfo.InvariantCulture) : 0));
        }
    }

    // A mail names all that its unit owes that day, with the due day of the board.
    private static async Task CompareRemindersAsync(ReformKit kit, OwedDuties owed)
    {
        var today = DateOnly.FromDateTime(kit.Clock.GetUtcNow().UtcDateTime);
        await kit.Get<SendReminders>().RunAsync(today, Cancellation);
        var open = owed.Standings.Where(one => one.Duty == "MF" && one.Standing is Standing.Missing or Standing.NeedsFixing).ToList();
        foreach (var mail in await kit.MailsAsync(today, Cancellation))
        {
            var named = Named().Matches(mail.Text).Select(match => ($"2025-{int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture):00}", DayIn(match.Groups[2].Value))).ToList();
            var expected = open.Where(one => one.Unit.Value == mail.Unit && IsOpen(one)).Select(one => (one.Period.Value, one.DueOn));
            Assert.Equal((mail.Unit, string.Join(' ', expected.Order())), (mail.Unit, string.Join(' ', named.Order())));
        }

        bool IsOpen(DutyStanding standing) => owed.Versions.For(standing.Period).Plan.Duties.Single(duty => duty.Code == standing.Duty)
            .Occurrences.Single(occurrence => occurrence.Period.Code == standing.Period).LocksOn >= today;
    }

    // Asked for leave without a reason, the command refuses for the reason alone where the board has the duty, else because nobody owes it.
    private static async Task CompareExceptionsAsync(ReformKit kit, OwedDuties owed)
    {
        var board = owed.Standings.Select(one => (one.Duty, one.Unit.Value, one.Period)).ToHashSet();
        foreach (var duty in owed.Versions.All.SelectMany(version => version.Plan.Duties).Select(duty => duty.Code).Distinct())
        {
            foreach (var period in owed.Versions.Today.Plan.Periods.Select(period => period.Code))
            {
                foreach (var (unit, _) in Units)
                {
                    var refusal = await Assert.ThrowsAsync<ArgumentException>(() => kit.Get<GrantExtension>().RunAsync(
                        new ExceptionRequest(new UnitCode(unit), duty, period, new DateOnly(2026, 6, 30), "", ""), Cancellation));
                    Assert.Equal((duty, unit, period, board.Contains((duty, unit, period))), (duty, unit, period, refusal.Message == "An exception needs its reason."));
                }
            }
        }
    }

    private static DateOnly DayIn(string text) => DateOnly.ParseExact(text, "dd/MM/yyyy", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"Trễ (?<late>\d+) ngày so với hạn (?<due>[\d/]+)|Đúng hạn \(hạn nộp (?<due>[\d/]+)")]
    private static partial Regex Said();

    [GeneratedRegex(@"Số liệu thi đua hằng tháng – tháng (\d+)/2025: hạn gửi ([\d/]+)")]
    private static partial Regex Named();
}
