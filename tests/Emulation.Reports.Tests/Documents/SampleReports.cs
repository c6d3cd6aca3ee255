using Emulation.Plan;
using Emulation.Reports.Awards;
using Emulation.Reports.Documents.Model;
using Emulation.Reports.Scoring;
using Emulation.Reports.Waves;

namespace Emulation.Reports.Tests.Documents;

/// <summary>A report of every kind over <see cref="SamplePlan"/>, with everything a report can hold.</summary>
internal static class SampleReports
{
    private static readonly ReportModel May = Month("2020-05", 0.4m);
    private static readonly ReportModel June = Month("2020-06", 0.7m);

    /// <summary>Name of the kind → its report.</summary>
    public static IReadOnlyDictionary<string, ReportModel> All { get; } = new Dictionary<string, ReportModel>
    {
        ["monthly-progress"] = ReportModelBuilder.Build(SampleRun.Input(ReportKind.MonthlyProgress) with { Run = SampleRun.Wave1 with { Period = new PeriodCode("2020-06") }, Months = [May], Previous = May }),
        ["wave-interim"] = ReportModelBuilder.Build(Wave(ReportKind.WaveInterim)),
        ["wave-final"] = ReportModelBuilder.Build(Wave(ReportKind.Final)),
        ["year-final"] = ReportModelBuilder.Build(Wave(ReportKind.Final) with { Run = SampleRun.Wave1 with { Period = new PeriodCode("2020") } }),
        ["corrigendum"] = Corrigendum(),
        ["province"] = ReportModelBuilder.Build(Wave(ReportKind.WaveInterim) with { Plan = SamplePlan.Plan with { ProvinceTargets = ProvinceTargets } }),
    };

    /// <summary>Of every kind: another per cent than the units', parts by kind of unit, more and less than the units' sum, the same, fewer is better, a day, a yes, the year's alone; and one that each unit should reach, which no total is compared with.</summary>
    private static IReadOnlyList<ProvinceTarget> ProvinceTargets =>
    [
        Own("A02", 75, units: "district-office"), Own("A04", 300, units: "district-office"), Own("A04", 12.5m, units: "department-unit"), Own("A02", 75), Own("B06", 3000), Own("B07", 400), Own("B20", 2),
        Own("B22", null) with { Date = new DateOnly(2020, 2, 15) }, Own("C01", 8500), Own("D02", 90, "2020"), Own("E01", 2) with { Rule = ProvinceRule.Each }, Own("T01", 1),
    ];

    private static ProvinceTarget Own(string indicator, decimal? value, string period = "2020-W1", string units = "*") => new()
    {
        Indicator = new IndicatorCode(indicator),
        Units = units,
        Period = new PeriodCode(period),
        Value = value,
        Rule = ProvinceRule.Cover,
        Tolerance = 0,
        Basis = Basis.Illustrative,
    };

    private static ReportInput Wave(ReportKind kind) => SampleRun.Input(kind) with { Months = [May, June], Awards = Proposals() };

    /// <summary>The interim report again, after the first unit lost points and the second won some.</summary>
    private static ReportModel Corrigendum()
    {
        var before = ReportModelBuilder.Build(Wave(ReportKind.WaveInterim));
        var units = SampleRun.Wave1.Units.Select((unit, index) => index switch { 0 => unit with { Points = unit.Points - 1.25m }, 1 => unit with { Points = unit.Points + 1234.5m }, _ => unit }).ToList();
        return ReportModelBuilder.Build(Wave(ReportKind.WaveInterim) with
        {
            Run = SampleRun.Wave1 with { Units = units },
            Edition = 2,
            Replaced = new ReplacedReport(before, new DateOnly(2020, 7, 10), "=Đơn vị gửi lại số liệu", [Reopened]),
        });
    }

    private static Reopening Reopened => new(
        "=Đơn vị gửi lại số liệu", "Nguyễn Văn Mẫu", new DateTimeOffset(2020, 7, 13, 2, 0, 0, TimeSpan.Zero), "Trần Thị Ví Dụ", new DateTimeOffset(2020, 7, 13, 8, 30, 0, TimeSpan.Zero));

    private static ReportModel Month(string period, decimal share) => ReportModelBuilder.Build(SampleRun.Input(ReportKind.MonthlyProgress) with
    {
        Run = SampleRun.Wave1 with
        {
            Period = new PeriodCode(period),
            Units = [.. SampleRun.Wave1.Units.Select(unit => unit with { Points = decimal.Round(unit.Points * share, 2) })],
        },
    });

    private static AwardCheckList Proposals()
    {
        var titles = new[] { new AwardTitle("LDTT", "Lao động tiên tiến", false, []), new AwardTitle("TTLDTT", "Tập thể lao động tiên tiến", true, []) };
        var rule = new AwardRule("SK", AwardCheckKind.Initiative, AwardSeverity.Blocker, "Điều 9", [], null, null, default, default, false, false);
        var dossiers = SamplePlan.Plan.Units.SelectMany((unit, place) => Enumerable.Range(0, 1 + (place % 4)).Select(number =>
        {
            var isCollective = number == 0;
            var nominee = Some(unit.Code, place * 10 + number, isCollective);
            var outcome = (place + number) % 3 == 0 ? CheckOutcome.Failed : CheckOutcome.Met;
            var isKnown = number < 3;
            return new Dossier(
                new CheckedNominee(nominee, isKnown ? [titles[isCollective ? 1 : 0]] : [], [new CheckedRule(rule, outcome, "x")]),
                place % 2 == 0 ? new AwardDecision(AwardDecision.Granted, null, "Đủ điều kiện", "Hội đồng", SampleRun.Input().DataAsOf) : null);
        }));
        return new AwardCheckList(null!, [.. dossiers]);
    }

    private static Nominee Some(UnitCode unit, int number, bool isCollective) => new(
        new ProposalKey(number, 1), unit, isCollective, "Nguyễn Văn Bí Mật", null, null, null, "x", null, null, null, null, null, null, null, null, null, null, null, null);
}
