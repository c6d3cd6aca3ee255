using CsCheck;
using Emulation.Plan;
using Emulation.Reports.Reconciliation;
using Emulation.Reports.Scoring;
using Emulation.Reports.Tests.Scoring;
using Emulation.TestSupport;

namespace Emulation.Reports.Tests.Reconciliation;

public sealed class DutyBoardTests
{
    private static readonly DateOnly DueOn = new(2020, 6, 30);
    private static readonly UnitCode U1 = new("U1");

    [Theory]
    // The due day is inclusive and ends at midnight in Đắk Lắk, which is 17:00 in Greenwich.
    //           received at (UTC)               standing           days late
    [InlineData("2020-06-30T16:59:59.999999Z", Standing.OnTime, 0)]
    [InlineData("2020-06-30T17:00:00Z", Standing.Late, 1)]
    [InlineData("2020-07-01T16:59:59Z", Standing.Late, 1)]
    [InlineData("2020-07-01T17:00:00Z", Standing.Late, 2)]
    [InlineData("2020-06-01T00:00:00Z", Standing.OnTime, 0)]
    public void Standing_Received_IsJudgedByTheOfficesWall(string receivedAt, Standing standing, int daysLate)
    {
        var row = Board(Received(receivedAt)).Single(duty => duty.Unit == U1);

        Assert.Equal((standing, daysLate, 2), (row.Standing, row.DaysLate, row.Version));
    }

    [Theory]
    //           as on        refused  standing
    [InlineData("2020-06-30", false, Standing.NotYetDue)]
    [InlineData("2020-07-01", false, Standing.Missing)]
    [InlineData("2020-06-20", true, Standing.NeedsFixing)]
    [InlineData("2020-07-01", true, Standing.NeedsFixing)]
    public void Standing_NothingAccepted_DependsOnTheDay(string asOn, bool isRefused, Standing standing)
    {
        var data = Data() with
        {
            AsOn = DateOnly.Parse(asOn, System.Globalization.CultureInfo.InvariantCulture),
            Refused = isRefused ? [new RefusedForm(U1, FormKind.WaveReport, Some.Wave1.Code)] : [],
        };

        Assert.Equal(standing, Board(data).Single(duty => duty.Unit == U1).Standing);
    }

    [Fact]
    public void Standing_RefusedThenAccepted_CountsTheAccepted()
    {
        var data = Received("2020-06-25T00:00:00Z") with { Refused = [new RefusedForm(U1, FormKind.WaveReport, Some.Wave1.Code)] };

        Assert.Equal(Standing.OnTime, Board(data).Single(duty => duty.Unit == U1).Standing);
    }

    [Fact]
    public void Standing_Exempt_IsExpectedAndExcused()
    {
        var plan = Plan(Some.Exemption("DL3", "U1"));

        Assert.Equal([Standing.Exempt, Standing.Missing], Board(Data(), plan).Select(duty => duty.Standing));
    }

    [Theory]
    // Our outage at the end of the due day is not the unit's lateness.
    //           outage begins            outage ends              received at              days late
    [InlineData("2020-06-30T10:00:00Z", "2020-07-02T03:00:00Z", "2020-07-02T03:00:10Z", 0)]
    [InlineData("2020-06-30T10:00:00Z", "2020-07-02T03:00:00Z", "2020-07-03T03:00:00Z", 1)]
    [InlineData("2020-06-30T10:00:00Z", null, "2020-07-09T03:00:00Z", 0)]
    [InlineData("2020-06-29T10:00:00Z", "2020-06-30T16:00:00Z", "2020-07-01T03:00:00Z", 1)]
    [InlineData("2020-07-01T10:00:00Z", "2020-07-05T16:00:00Z", "2020-07-05T16:00:00Z", 5)]
    public void DaysLate_DuringOurOutage_AreNotCounted(string began, string? ended, string receivedAt, int daysLate)
    {
        var data = Received(receivedAt) with { Outages = [new Outage(At(began), ended is null ? null : At(ended))] };

        Assert.Equal(daysLate, Board(data).Single(duty => duty.Unit == U1).DaysLate);
    }

    [Fact]
    public void Board_Span_HoldsWhatIsOwedInIt()
    {
        var plan = new PlanBuilder
        {
            Units = [Some.Unit("U1")],
            Duties =
            [
                Some.Duty("DL1", FormKind.Registration, Some.Occurrence(Some.Year, new(2020, 1, 31))),
                Some.Duty("DL3", FormKind.WaveReport, Some.Occurrence(Some.Wave1, DueOn), Some.Occurrence(Some.Wave2, new(2020, 11, 30))),
                Some.Duty("DM", FormKind.Figures, [.. Enumerable.Range(1, 12).Select(month => Some.Occurrence(Some.Month(month), new(2020, month, 20)))]),
            ],
        }.Build();

        string Owed(Period period) => string.Join(' ', new DutyBoard(plan, new TargetBook(plan, RunSpan.Of(plan, period)), Data())
            .Of(RunSpan.Of(plan, period).Owes).Select(duty => $"{duty.Duty}:{duty.Period}"));

        Assert.Equal("DL1:2020 DM:2020-01 DM:2020-02", Owed(Some.Month(2)));
        Assert.Equal("DL1:2020 DL3:2020-W1 DM:2020-01 DM:2020-02 DM:2020-03 DM:2020-04 DM:2020-05 DM:2020-06", Owed(Some.Wave1));
        Assert.Equal("DL3:2020-W2 DM:2020-07 DM:2020-08 DM:2020-09 DM:2020-10 DM:2020-11 DM:2020-12", Owed(Some.Wave2));
        Assert.Equal(15, Owed(Some.Year).Split(' ').Length);
    }

    [Fact]
    public void Board_UnitThatNoLongerExists_OwesNothing()
    {
        var plan = Plan() with { Units = [Some.Unit("U1") with { ValidTo = new(2019, 12, 31) }, Some.Unit("U2")] };

        Assert.Equal("U2", Assert.Single(Board(Data(), plan)).Unit.Value);
    }

    /// <summary>expected = on time + late + needs fixing + missing + exempt, for every duty and always.</summary>
    [Fact]
    public void Standings_AnyCase_AddUpToWhatIsExpected() => Gen.Int[0, 1_000_000].Sample(
        seed =>
        {
            var (plan, period, data) = RandomCase.Of(seed);
            var board = ResultComputation.Of(plan, 1, period, data.ToRunData(plan, period)).Duties;
            foreach (var duty in plan.Duties)
            {
                var owed = duty.Occurrences.Where(RunSpan.Of(plan, period).Owes).Sum(occurrence => plan.Units.Count(unit => LivesOn(unit, occurrence.DueOn < occurrence.Period.To ? occurrence.DueOn : occurrence.Period.To)));
                var count = Enum.GetValues<Standing>().ToDictionary(standing => standing, standing => board.Count(row => row.Duty == duty.Code && row.Standing == standing));
                var expected = count[Standing.OnTime] + count[Standing.Late] + count[Standing.NeedsFixing] + count[Standing.Missing] + count[Standing.Exempt];
                Assert.Equal(owed - count[Standing.NotYetDue], expected);
            }
            Assert.Equal(board.Count, board.Select(row => (row.Duty, row.Unit, row.Period)).Distinct().Count());
            Assert.All(board, row => Assert.Equal(row.Standing == Standing.Late, row.DaysLate > 0));
        },
        iter: 500);

    /// <summary>Every duty × unit × period over random histories: files, refusals, exemptions, units that come and go, and outages that overlap and follow one another; against a model that moves the due day on one midnight at a time.</summary>
    [Fact]
    public void Standings_RandomHistories_AreThoseOfAPlainModel()
    {
        var met = new Dictionary<(Standing, bool), int>();
        for (var seed = 0; seed < 3000; seed++)
        {
            var (plan, period, raw) = RandomCase.Of(seed);
            var data = raw.ToRunData(plan, period) with { Outages = RandomOutages(new Random(seed), plan) };
            var span = RunSpan.Of(plan, period);
            var targets = new TargetBook(plan, span);
            var board = new DutyBoard(plan, targets, data).Of(span.Owes).ToDictionary(row => (row.Duty, row.Unit, row.Period));
            var lateness = Lateness.Of(plan, board.Values, data.Outages).ToDictionary(late => (late.Duty.Duty, late.Duty.Unit, late.Duty.Period));
            var rows = 0;
            foreach (var (duty, occurrence) in plan.Duties.SelectMany(duty => duty.Occurrences.Where(span.Owes).Select(occurrence => (duty, occurrence))))
            {
                foreach (var unit in plan.Units.Where(unit => duty.Units.Any(group => plan.UnitsIn(group).Contains(unit)) && LivesOn(unit, occurrence.DueOn < occurrence.Period.To ? occurrence.DueOn : occurrence.Period.To)))
                {
                    rows++;
                    var key = (duty.Code, unit.Code, occurrence.Period.Code);
                    var row = board[key];
                    var (standing, daysLate, moved) = Modelled(plan, targets, data, duty, occurrence, unit);
                    Assert.Equal((standing, daysLate), (row.Standing, row.DaysLate));
                    met[(standing, moved > 0)] = met.GetValueOrDefault((standing, moved > 0)) + 1;
                    if (lateness.TryGetValue(key, out var late))
                    {
                        Assert.Equal(late.DaysAfterDue, late.DaysExcused + row.DaysLate);
                        Assert.Equal(late.DaysExcused > 0, late.Outages.Count > 0);
                    }
                    else
                    {
                        Assert.Equal(0, row.DaysLate);
                    }
                }
            }
            Assert.Equal(rows, board.Count);
            Assert.Equal(
                rows - board.Values.Count(row => row.Standing == Standing.NotYetDue),
                board.Values.Count(row => row.Standing is Standing.OnTime or Standing.Late or Standing.NeedsFixing or Standing.Missing or Standing.Exempt));
        }
        Assert.All([Standing.OnTime, Standing.Late, Standing.Missing, Standing.NotYetDue], standing => Assert.True(met.GetValueOrDefault((standing, true)) > 20, $"{standing} {met.GetValueOrDefault((standing, true))}"));
        Assert.All(Enum.GetValues<Standing>(), standing => Assert.True(met.GetValueOrDefault((standing, false)) > 20, $"{standing}"));
    }

    private static (Standing Standing, int DaysLate, int Moved) Modelled(EmulationPlan plan, TargetBook targets, RunData data, Duty duty, DutyOccurrence occurrence, Unit unit)
    {
        var lastDay = occurrence.DueOn;
        var moved = 0;
        while (moved < 400 && data.Outages.Any(outage => outage.BeganAt < Midnight(lastDay) && !(outage.EndedAt < Midnight(lastDay))))
        {
            (lastDay, moved) = (lastDay.AddDays(1), moved + 1);
        }
        var form = data.Received.SingleOrDefault(form => (form.Unit, form.Form, form.Period) == (unit.Code, duty.Form, occurrence.Period.Code));
        var codes = plan.Indicators.Where(indicator => indicator.FromDuty == duty.Code).Select(indicator => indicator.Code).Append(new IndicatorCode(duty.Code));
        if (codes.Any(code => targets.ExemptReason(unit, code, occurrence.Period) is not null))
        {
            return (Standing.Exempt, 0, moved);
        }
        if (form is not null)
        {
            var late = Math.Max(0, DateOnly.FromDateTime(form.FirstReceivedAt.ToOffset(TimeSpan.FromHours(7)).DateTime).DayNumber - lastDay.DayNumber);
            return (late > 0 ? Standing.Late : Standing.OnTime, moved >= 400 ? 0 : late, moved);
        }
        return (
            data.Refused.Contains(new RefusedForm(unit.Code, duty.Form, occurrence.Period.Code)) ? Standing.NeedsFixing : data.AsOn > lastDay ? Standing.Missing : Standing.NotYetDue, 0, moved);
    }

    private static DateTimeOffset Midnight(DateOnly day) => new(day.AddDays(1), TimeOnly.MinValue, TimeSpan.FromHours(7));

    // Around the due days, so that most of them bear on something.
    private static List<Outage> RandomOutages(Random random, EmulationPlan plan)
    {
        var days = plan.Duties.SelectMany(duty => duty.Occurrences).Select(occurrence => occurrence.DueOn).ToList();
        return days.Count == 0 ? [] : [.. Enumerable.Range(0, random.Next(6)).Select(_ =>
        {
            var began = Midnight(days[random.Next(days.Count)]).AddHours(random.Next(-40, 20));
            return new Outage(began, random.Next(12) == 0 ? null : began.AddHours(random.Next(1, 60)));
        })];
    }

    private static bool LivesOn(Unit unit, DateOnly day) => !(unit.ValidTo < day) && !(unit.ValidFrom > day);

    private static EmulationPlan Plan(params Target[] targets) => new PlanBuilder
    {
        Units = [Some.Unit("U1"), Some.Unit("U2")],
        Targets = targets,
        Duties = [Some.Duty("DL3", FormKind.WaveReport, Some.Occurrence(Some.Wave1, DueOn))],
    }.Build();

    private static IReadOnlyList<DutyStanding> Board(RunData data, EmulationPlan? plan = null)
    {
        var used = plan ?? Plan();
        var span = RunSpan.Of(used, Some.Wave1);
        return new DutyBoard(used, new TargetBook(used, span), data).Of(span.Owes);
    }

    private static RunData Data() => new(new(2020, 7, 10), [], [], [], [], []);

    private static RunData Received(string at) => Data() with { Received = [new ReceivedForm(U1, FormKind.WaveReport, Some.Wave1.Code, At(at), 2)] };

    private static DateTimeOffset At(string text) =>
        DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AssumeUniversal);
}
