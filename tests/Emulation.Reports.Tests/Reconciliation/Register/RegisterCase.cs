using Emulation.Plan;
using Emulation.Reports.Reconciliation;
using Emulation.Reports.Reconciliation.Register;
using Emulation.Reports.Scoring;
using Emulation.TestSupport;

namespace Emulation.Reports.Tests.Reconciliation.Register;

/// <summary>A random data set of a few units, small numbers, so that agreement, edges and disagreement all come often.</summary>
internal sealed record RegisterCase(EmulationPlan Plan, Period Period, RunData Data, IReadOnlyList<(Unit Unit, CountedFigure Figure)> Figures)
{
    public static readonly IndicatorCode Count = new("B01");
    public static readonly IndicatorCode Part = new("B02");
    public static readonly IndicatorCode Ratio = new("B11");

    private static readonly DateOnly[] AsOfDays = [new(2020, 2, 10), new(2020, 2, 14), new(2020, 2, 20), new(2020, 6, 14), new(2020, 6, 20), new(2020, 6, 30)];

    public static RegisterCase Of(int seed)
    {
        var random = new Random(seed);
        var plan = PlanOf(random);
        var period = random.Next(4) switch { 0 => Some.Month(random.Next(2, 7)), 1 => Some.Wave1, _ => Some.Year };
        var figures = plan.Units.SelectMany(unit => FiguresOf(random, unit).Select(figure => (unit, figure))).ToList();
        var received = figures.Select(pair => (pair.unit.Code, pair.figure.Form, pair.figure.Period)).Distinct()
            .Select(form => new ReceivedForm(form.Code, form.Form, form.Period, new DateTimeOffset(2020, 7, 5, 2, 0, 0, TimeSpan.Zero), 1)).ToList();
        return new RegisterCase(plan, period, new RunData(new(2020, 7, 10), [], received, [], [], []), figures);
    }

    public CountedUnit UnitOf(Unit unit) => new(unit, Figures.Where(pair => pair.Unit == unit).Select(pair => pair.Figure));

    public CountedRun Run => new(Plan, Period, Data);

    private static EmulationPlan PlanOf(Random random)
    {
        var plan = new PlanBuilder
        {
            Units =
            [
                Some.Unit("U1"), Some.Unit("U2"),
                Some.Unit("P1", kind: "commune"), Some.Unit("P2", kind: "commune"),
            ],
            Indicators =
            [
                Some.Indicator("B01"), Some.Indicator("B02"),
                Some.Indicator("B11", IndicatorKind.Ratio, aggregation: Aggregation.Recompute) with { NumeratorOf = Part, DenominatorOf = Count },
            ],
        }.Build();
        var units = plan.Units.Select(unit => unit.Code.Value == "U1" ? unit with { ReportsFor = random.Next(4) == 0 ? "*" : "commune" } : unit).ToList();
        return plan with
        {
            Units = units,
            Swing = random.Next(5) == 0 ? null : new SwingRule(20, 5),
            LastYear = [.. units.SelectMany(unit => plan.Periods.Where(_ => random.Next(2) == 0).Select(period =>
                new LastYearFigure(unit.Code, Count, period.Code, random.Next(8), Basis.Illustrative)))],
        };
    }

    private static IEnumerable<CountedFigure> FiguresOf(Random random, Unit unit)
    {
        var row = 1;
        var asOf = random.Next(3) == 0 ? (DateOnly?)null : AsOfDays[random.Next(AsOfDays.Length)];
        var places = Enumerable.Range(1, 12).Select(month => (FormKind.Figures, Some.Month(month).Code))
            .Concat([(FormKind.WaveReport, Some.Wave1.Code), (FormKind.WaveReport, Some.Wave2.Code), (FormKind.WaveReport, Some.Year.Code)]);
        foreach (var (form, period) in places.Where(_ => random.Next(14) > 0))
        {
            var scale = form == FormKind.Figures ? 2 : 8;
            decimal? estimate = form == FormKind.WaveReport && random.Next(2) == 0 ? random.Next(3) : null;
            var whole = (decimal)random.Next(scale) + (estimate ?? 0);
            var silent = random.Next(25);
            yield return new CountedFigure(
                Count, form, period, silent == 0, silent < 2 ? null : whole, silent < 2 ? null : estimate, null, null, form == FormKind.WaveReport ? asOf : null,
                1, 1, row++, 5);
            yield return new CountedFigure(Part, form, period, false, random.Next(scale), null, null, null, null, 1, 1, row++, 5);
            decimal numerator = random.Next(4), denominator = random.Next(5);
            var parts = random.Next(3) > 0;
            yield return new CountedFigure(
                Ratio, form, period, false, denominator == 0 ? 0 : Math.Round(numerator * 100 / denominator, 2) + (random.Next(3) == 0 ? 0.05m : 0), null,
                parts ? numerator : null, parts ? denominator : null, null, 1, 1, row++, 5);
        }
    }
}
