using Emulation.Plan;
using Emulation.Reports.Scoring;
using Emulation.TestSupport;

namespace Emulation.Reports.Tests.Scoring;

/// <summary>A random small plan with a data set, wide enough to meet ties, edges at the cent, nothing arisen, exemptions, blanks, missing reports and units that follow each other often.</summary>
internal sealed record RandomCase(EmulationPlan Plan, Period Period, RawData Data)
{
    private static readonly decimal[] Factors = [0, 0.25m, 0.5m, 0.75m, 1];
    private static readonly DateOnly[] LastDays = [new(2020, 2, 14), new(2020, 6, 30), new(2020, 7, 1), new(2020, 10, 3), new(2020, 12, 5)];

    /// <param name="seed">The same seed gives the same case.</param>
    /// <param name="sets">Data sets under one plan: each has its own units, blocks, targets, exemptions and figures, named by its number. One run scores them all.</param>
    public static RandomCase Of(int seed, int sets = 1)
    {
        var random = new Random(seed);
        var names = Enumerable.Range(0, sets).Select(set => set == 0 ? "" : $"{set}-").ToList();
        var plan = RandomDecisions.In(PlanOf(random, names), names, new Random(seed + 1_000_003));
        var period = random.Next(4) switch { 0 => Some.Month(random.Next(1, 13)), 1 => Some.Wave2, 2 => Some.Year, _ => Some.Wave1 };
        return new RandomCase(plan, period, DataOf(random, plan));
    }

    private static EmulationPlan PlanOf(Random random, IReadOnlyList<string> sets)
    {
        var indicators = Enumerable.Range(1, random.Next(2, 9)).Select(number => IndicatorOf(random, $"I{number}") with { IsCore = random.Next(4) > 0 }).ToList();
        var rules = indicators.Where(_ => random.Next(8) > 0).Select(indicator => RuleOf(random, indicator)).ToList();
        var duties = DutiesOf(random);
        rules.AddRange(duties.Where(_ => random.Next(3) > 0).Select(duty => Some.DutyRule(duty.Code, random.Next(1, 9)) with
        {
            Periods = PeriodsOf(random),
            Group = random.Next(3) == 0 ? "B" : "T",
        }));
        return new PlanBuilder
        {
            Units = [.. sets.SelectMany(set => UnitsOf(random, set))],
            Blocks = [.. sets.SelectMany(set => new[] { new Block(set + "K1", "Cụm 1", 1, true), new Block(set + "K2", "Cụm 2", 2, random.Next(2) == 0) })],
            Indicators = indicators,
            Targets =
            [
                .. indicators.SelectMany(indicator => TargetsOf(random, indicator, ["*", "department-unit"])),
                .. indicators.SelectMany(indicator => sets.SelectMany(set => TargetsOf(random, indicator, [set + "K1", set + "U1", set + "U2"]))),
                .. sets.SelectMany(set => duties.SelectMany(duty => ExemptionsOf(random, set, duty.Code))),
            ],
            Duties = duties,
            Groups = [.. new[] { "B", "C", "T" }.Select(code => new ScoringGroup(
                code, code, random.Next(3) == 0 ? random.Next(5, 50) : rules.Where(rule => rule.Group == code).Sum(rule => rule.MaxPoints)))],
            Rules = rules,
            Gates = GatesOf(random, indicators),
            TieBreaks = [.. new[] { "B", "T", "penalty" }.Where(_ => random.Next(2) == 0)],
            NotApplicable = random.Next(4) == 0 ? NotApplicablePolicy.FullPoints : NotApplicablePolicy.Rescale,
            BonusCap = random.Next(5),
            PenaltyCap = random.Next(5),
        }.Build();
    }

    // In one set of three units follow each other: one, or a pair, ends on a day; the next day another, or a pair, begins, in the same block or in another.
    private static List<Unit> UnitsOf(Random random, string set)
    {
        var units = Enumerable.Range(1, random.Next(1, 7)).Select(number =>
            Some.Unit($"{set}U{number}", set + (random.Next(3) == 0 ? "K2" : "K1"), random.Next(3) == 0 ? "department-unit" : "district-office")).ToList();
        if (units.Count > 1 && random.Next(3) == 0)
        {
            var lastDay = LastDays[random.Next(LastDays.Length)];
            var (ending, beginning) = (random.Next(1, 3), random.Next(1, 3));
            for (var index = 0; index < Math.Min(units.Count, ending + beginning); index++)
            {
                units[index] = index < Math.Min(ending, units.Count - 1) ? units[index] with { ValidTo = lastDay } : units[index] with { ValidFrom = lastDay.AddDays(1) };
            }
        }
        return units;
    }

    private static Indicator IndicatorOf(Random random, string code) => random.Next(6) switch
    {
        0 => Some.Indicator(code, IndicatorKind.Ratio, aggregation: Aggregation.Recompute) with
        {
            NumeratorOf = random.Next(3) == 0 ? new IndicatorCode("I1") : null,
        },
        1 => Some.Indicator(code, IndicatorKind.Ratio, aggregation: Aggregation.Last),
        2 => Some.Indicator(code, IndicatorKind.YesNo, aggregation: Aggregation.Last),
        3 => Some.Indicator(code, IndicatorKind.Date, aggregation: Aggregation.Last),
        4 => Some.Indicator(code, direction: Direction.LessIsBetter),
        _ => Some.Indicator(code, aggregation: random.Next(4) == 0 ? Aggregation.Last : Aggregation.Sum),
    };

    private static ScoringRule RuleOf(Random random, Indicator indicator)
    {
        var function = indicator switch
        {
            { Kind: IndicatorKind.YesNo } => ScoringFunction.YesNo,
            { Kind: IndicatorKind.Date } => ScoringFunction.Deadline,
            { Direction: Direction.LessIsBetter } => ScoringFunction.LowerIsBetter,
            _ => (ScoringFunction)random.Next(3),
        };
        return Some.Rule(indicator.Code.Value, random.Next(1, 40) / 2m, function, random.Next(2) == 0 ? "B" : "C") with
        {
            Cap = random.Next(2) == 0 ? null : 1.25m,
            PointsPerCase = random.Next(1, 5) / 4m,
            Bands = function == ScoringFunction.Banded ? BandsOf(random) : [],
            Periods = PeriodsOf(random),
            Units = random.Next(6) == 0 ? [random.Next(2) == 0 ? "district-office" : "U1"] : [],
        };
    }

    // As published: above 95, 75 to 95, 50 to below 75, below 50.
    private static IReadOnlyList<ScoreBand> BandsOf(Random random) =>
        [new(95, false, null, false, 1), new(75, true, 95, true, Factors[random.Next(5)]), new(50, true, 75, false, 0.25m), new(null, false, 50, false, 0)];

    private static IReadOnlyList<PeriodCode> PeriodsOf(Random random) =>
        random.Next(6) == 0 ? [Some.Wave1.Code, Some.Year.Code] : random.Next(9) == 0 ? [Some.Wave2.Code] : [];

    private static List<Duty> DutiesOf(Random random) =>
        [.. new[]
        {
            Some.Duty("DL1", FormKind.Registration, Some.Occurrence(Some.Year, new(2020, 1, 31))),
            Some.Duty("DL3", FormKind.WaveReport, Some.Occurrence(Some.Wave1, new(2020, 6, 30)), Some.Occurrence(Some.Wave2, new(2020, 11, 30))),
            Some.Duty("DM", FormKind.Figures, [.. Enumerable.Range(1, 12).Select(month => Some.Occurrence(Some.Month(month), new(2020, month, 20)))]),
        }.Where(_ => random.Next(4) > 0).Select(duty => duty with { IsMandatory = random.Next(3) == 0 })];

    private static IEnumerable<Target> TargetsOf(Random random, Indicator indicator, string[] groups) =>
        from period in new[] { Some.Wave1, Some.Wave2, Some.Year }
        from units in groups
        where random.Next(units == "*" ? 2 : 5) > 0 == (units == "*")
        select random.Next(8) == 0
            ? Some.Exemption(indicator.Code.Value, units, period: period)
            : Some.Target(indicator.Code.Value, indicator.Kind == IndicatorKind.Ratio ? random.Next(50, 101) : random.Next(7) * 2, units, period) with
            {
                Date = indicator.Kind == IndicatorKind.Date ? new DateOnly(2020, 2, 28) : null,
                Value = indicator.Kind == IndicatorKind.Date ? null : indicator.Kind == IndicatorKind.Ratio ? random.Next(50, 101) : random.Next(7) * 2,
            };

    private static IEnumerable<Target> ExemptionsOf(Random random, string set, string duty) =>
        random.Next(4) == 0 ? [Some.Exemption(duty, set + (random.Next(2) == 0 ? "U1" : "K2"), period: random.Next(2) == 0 ? Some.Year : Some.Wave1)] : [];

    private static IReadOnlyList<Gate> GatesOf(Random random, List<Indicator> indicators)
    {
        var indicator = indicators[random.Next(indicators.Count)];
        return [.. new[]
        {
            new Gate("G1", "G1", GateKind.MandatoryReport, null, 10),
            new Gate("G2", "G2", GateKind.TargetMissed, indicator.Code, 0),
            new Gate("G3", "G3", GateKind.FigureAbove, indicator.Code, 3),
        }.Where(_ => random.Next(2) == 0)];
    }

    private static RawData DataOf(Random random, EmulationPlan plan)
    {
        var figures = new List<RawFigure>();
        var received = new List<ReceivedForm>();
        var refused = new List<RefusedForm>();
        foreach (var unit in plan.Units)
        {
            foreach (var period in plan.Periods)
            {
                var form = period.Kind switch { PeriodKind.Month => FormKind.Figures, PeriodKind.Wave => FormKind.WaveReport, _ => FormKind.Registration };
                if (random.Next(4) > 0)
                {
                    var day = new DateOnly(2020, 1, 20).AddDays(random.Next(330));
                    received.Add(new ReceivedForm(unit.Code, form, period.Code, new DateTimeOffset(day, new TimeOnly(9, 30), TimeSpan.FromHours(7)), 1));
                    figures.AddRange(form == FormKind.Registration ? [] : plan.Indicators.Where(_ => random.Next(5) > 0)
                        .Select(indicator => FigureOf(random, unit, indicator, form, period)));
                }
                else if (random.Next(3) == 0)
                {
                    refused.Add(new RefusedForm(unit.Code, form, period.Code));
                }
            }
        }
        var adjustments = plan.Units.Where(_ => random.Next(3) == 0).Select(unit => new Adjustment(
            unit.Code, random.Next(2) == 0 ? Some.Wave1.Code : Some.Year.Code, random.Next(-6, 7) / 2m, "lý do", "minh chứng")).ToList();
        return new RawData(new DateOnly(2020, random.Next(1, 13), 25), figures, received, refused, adjustments);
    }

    private static RawFigure FigureOf(Random random, Unit unit, Indicator indicator, FormKind form, Period period)
    {
        var blank = new RawFigure(unit.Code, indicator.Code, form, period.Code, (short)random.Next(1, 3));
        if (random.Next(6) == 0)
        {
            return blank;
        }
        var figure = blank with { State = 0 };
        // 19 of 20 is 95 %, 3 of 4 is 75 %: the very edges of the bands.
        var (bottom, isWithParts) = (random.Next(4) == 0 ? 20 : random.Next(1, 13), random.Next(5) > 0);
        var top = bottom == 20 && random.Next(2) == 0 ? 19 : random.Next(bottom + 1);
        return indicator.Kind switch
        {
            IndicatorKind.Ratio => figure with
            {
                Value = Math.Round(100m * top / bottom, 2),
                Numerator = isWithParts || random.Next(2) == 0 ? top : null,
                Denominator = isWithParts ? bottom : null,
            },
            IndicatorKind.YesNo => figure with { Value = random.Next(2) },
            IndicatorKind.Date => figure with { Date = new DateOnly(2020, 2, 22).AddDays(random.Next(20)) },
            _ => figure with { Value = random.Next(6), Estimated = random.Next(4) == 0 ? 1 : null },
        };
    }
}
