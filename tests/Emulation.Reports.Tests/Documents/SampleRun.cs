using Emulation.Plan;
using Emulation.Reports.Documents.Model;
using Emulation.Reports.Scoring;

namespace Emulation.Reports.Tests.Documents;

/// <summary>A run over <see cref="SamplePlan"/> with every state a report must show; the numbers follow from the places in the lists.</summary>
internal static class SampleRun
{
    private static readonly ScoredState[] States = [ScoredState.Value, ScoredState.Value, ScoredState.Estimated, ScoredState.Value, ScoredState.Zero, ScoredState.Value, ScoredState.NotReported, ScoredState.NotApplicable];

    public static RunResult Wave1 { get; } = Build(new PeriodCode("2020-W1"));

    public static ReportInput Input(ReportKind kind = ReportKind.WaveInterim) => new()
    {
        Kind = kind,
        Plan = SamplePlan.Plan,
        Run = Wave1,
        RunHash = Enumerable.Range(0, 32).Select(index => (byte)(index * 7)).ToArray(),
        DataAsOf = new DateTimeOffset(2020, 7, 5, 10, 0, 0, TimeSpan.Zero),
        IsClosed = kind != ReportKind.MonthlyProgress,
        Edition = 1,
    };

    public static ReportModel Model { get; } = ReportModelBuilder.Build(Input());

    private static RunResult Build(PeriodCode period)
    {
        var plan = SamplePlan.Plan;
        return new RunResult
        {
            PlanCode = plan.Code,
            PlanVersion = 1,
            RuleSet = plan.Scoring.Code,
            Period = period,
            Units = Ranked([.. plan.Units.Select((unit, index) => Score(plan, unit, index))]),
            Indicators = [.. plan.Units.SelectMany((unit, place) => plan.Indicators.Select((indicator, index) => Figure(unit, indicator, (place * 5) + index)))],
            Duties = [.. plan.Units.SelectMany((unit, place) => plan.Duties.SelectMany(duty => duty.Occurrences
                .Where(occurrence => occurrence.DueOn <= new DateOnly(2020, 6, 30))
                .Select((occurrence, index) => Stand(unit, duty, occurrence, (place * 3) + index))))],
            Discrepancies =
            [
                new Discrepancy("months-against-wave", new UnitCode("654"), new IndicatorCode("B06"), "Tổng các tháng là 45 cuộc, báo cáo đợt là 47 cuộc; chênh lệch 2 cuộc."),
                new Discrepancy("check", new UnitCode("649"), new IndicatorCode("C01"), "Số xã đạt chuẩn là 9, nhiều hơn số xã của huyện là 7."),
                new Discrepancy("swing", new UnitCode("652"), new IndicatorCode("B07"), "=Tăng 58% so với cùng kỳ; đề nghị giải trình."),
            ],
        };
    }

    private static UnitResult Score(EmulationPlan plan, Unit unit, int place)
    {
        var groups = plan.Scoring.Groups.Select((group, index) => new GroupPoints(group.Code, group.Points * (100 - ((place * 7 + index * 11) % 53)) / 100m, group.Points)).ToList();
        var points = decimal.Round(groups.Sum(group => group.Points) + (place % 3), 2, MidpointRounding.AwayFromZero);
        var isBarred = place % 6 == 5;
        var grade = plan.Scoring.Grades.First(candidate => points >= candidate.FromPoints).Code;
        return new UnitResult(
            unit.Code, unit.Block, points, place % 3, place == 4 ? 0.5m : 0, null, false, grade, isBarred ? ["late-report"] : [], groups,
            [.. plan.Scoring.Rules.Select((rule, index) => Line(rule, (place * 5) + index))]);
    }

    private static List<UnitResult> Ranked(List<UnitResult> results) =>
        [.. results.Select(result => result with { Rank = 1 + results.Count(other => other.Block == result.Block && other.Points > result.Points) })];

    private static ScoreLine Line(ScoringRule rule, int number) => new(
        rule.Group, rule.Code, States[number % States.Length], 5, 5 * (number % 10) / 10m, $"5,00 × min({number % 10} ÷ 10; 1) = {5 * (number % 10) / 10m:0.00}".Replace('.', ','), new Dictionary<string, string>());

    private static IndicatorResult Figure(Unit unit, Indicator indicator, int number)
    {
        var state = States[number % States.Length];
        var hasValue = state is ScoredState.Value or ScoredState.Estimated or ScoredState.Zero;
        var value = state == ScoredState.Zero ? 0 : indicator.Kind switch
        {
            IndicatorKind.YesNo => 1,
            IndicatorKind.Ratio => 60 + (number % 40),
            IndicatorKind.Money => 12.5m * (1 + (number % 9)),
            _ => indicator.Direction == Direction.LessIsBetter ? number % 2 : 150 + (number * 37 % 900),
        };
        var isRatio = indicator.Kind == IndicatorKind.Ratio && hasValue;
        decimal target = indicator.Kind switch { IndicatorKind.YesNo => 1, IndicatorKind.Ratio => 80, IndicatorKind.Money => 50, _ => indicator.Direction == Direction.LessIsBetter ? 0 : 400 };
        var isDate = indicator.Kind == IndicatorKind.Date;
        return new IndicatorResult(
            unit.Code, indicator.Code, state, hasValue && !isDate ? value : null, state == ScoredState.Estimated && !isDate ? value / 10 : null,
            isRatio ? value : null, isRatio ? 100 : null, isDate && hasValue ? new DateOnly(2020, 2, 1).AddDays(number % 40) : null,
            isDate ? null : target, isDate ? new DateOnly(2020, 2, 28) : null, null, hasValue ? "wave-report" : null, VerdictOf(state, value, target, indicator, number));
    }

    private static TargetVerdict VerdictOf(ScoredState state, decimal value, decimal target, Indicator indicator, int number) => state switch
    {
        ScoredState.NotApplicable => TargetVerdict.Exempt,
        ScoredState.NotReported => TargetVerdict.Missing,
        _ when indicator.Kind == IndicatorKind.Date => number % 40 <= 27 ? TargetVerdict.Met : TargetVerdict.Short,
        _ when indicator.Direction == Direction.LessIsBetter => value <= target ? TargetVerdict.Met : TargetVerdict.Short,
        _ => value >= target ? TargetVerdict.Met : TargetVerdict.Short,
    };

    private static DutyStanding Stand(Unit unit, Duty duty, DutyOccurrence occurrence, int number)
    {
        var standing = (number % 11) switch { 7 => Standing.Late, 9 => Standing.Missing, 10 when number % 3 == 0 => Standing.NeedsFixing, 5 when number % 4 == 0 => Standing.Exempt, _ => Standing.OnTime };
        var late = standing == Standing.Late ? 1 + (number % 6) : 0;
        var received = standing is Standing.OnTime or Standing.Late ? occurrence.DueOn.AddDays(standing == Standing.Late ? late : -(number % 5)) : (DateOnly?)null;
        return new DutyStanding(
            duty.Code, unit.Code, occurrence.Period.Code, occurrence.DueOn, standing,
            received is { } day ? new DateTimeOffset(day.ToDateTime(new TimeOnly(3, 15)), TimeSpan.Zero) : null, late, received is null ? null : 1);
    }
}
