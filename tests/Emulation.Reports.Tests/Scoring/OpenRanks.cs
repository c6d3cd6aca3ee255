using Emulation.Plan;
using Emulation.Reports.Scoring;

namespace Emulation.Reports.Tests.Scoring;

/// <summary>A file that has not come, or needs fixing.</summary>
internal sealed record OpenFile(UnitCode Unit, FormKind Form, PeriodCode Period);

/// <summary>What a run announces of ranks that are still open, and the judgement over a run that really came of it.</summary>
internal sealed record OpenRanks(EmulationPlan Plan, Period Period, RunResult Now, IReadOnlyList<SensitiveRanks> Sensitive, IReadOnlyList<OpenFile> Files)
{
    /// <summary>The units that stand on a rank announced as open, in a block that is.</summary>
    public IReadOnlyList<UnitCode> Moving => [.. Now.Units.Where(IsOpen).Select(unit => unit.Unit)];

    public static OpenRanks Of(EmulationPlan plan, Period period, RawData data)
    {
        var told = new Ledger();
        var run = data.ToRunData(plan, period);
        var computation = new RunComputation(plan, 1, period, run, told);
        foreach (var figures in run.Figures.GroupBy(figure => figure.Unit))
        {
            computation.Add(figures.Key, [.. figures]);
        }
        var result = computation.Complete();
        var ranges = told.Ranges.ToDictionary(range => range.Unit);
        var files = ranges.Values.SelectMany(range => range.Files)
            .Select(file => new OpenFile(file.Unit, plan.Duties.Single(duty => duty.Code == file.Duty).Form, file.Period)).Distinct()
            .OrderBy(file => $"{file.Unit} {file.Form} {file.Period}", StringComparer.Ordinal).ToList();
        return new OpenRanks(plan, period, result, SensitiveRanks.Of(plan, result, ranges), files);
    }

    /// <summary>The data when the files have come today, saying that.</summary>
    public static RawData After(RawData data, IReadOnlyList<(OpenFile File, IReadOnlyList<RawFigure>? Figures)> ending)
    {
        var came = ending.Where(entry => entry.Figures is not null).ToList();
        return data with
        {
            Received = [.. data.Received, .. came.Select(entry => new ReceivedForm(entry.File.Unit, entry.File.Form, entry.File.Period, Scored.At(data.AsOn), 1))],
            Refused = [.. data.Refused.Where(refused => !came.Exists(entry => entry.File == new OpenFile(refused.Unit, refused.Form, refused.Period)))],
            Figures = [.. data.Figures, .. came.SelectMany(entry => entry.Figures!)],
        };
    }

    /// <summary>How a file may end: it does not come; it says nothing; everything at its least, at its most, not arisen; a mixture.</summary>
    public static IReadOnlyList<IReadOnlyList<RawFigure>?> Contents(EmulationPlan plan, OpenFile file, Random random) =>
        file.Form.IsOfFigures()
            ? [null, [], .. Enumerable.Range(0, 3).Select(kind => Contents(plan, file, _ => kind)), Contents(plan, file, _ => random.Next(4))]
            : [null, []];

    /// <summary>Fails where the run's ranks were not announced as open.</summary>
    public void Judge(RawData data)
    {
        var after = Scored.Run(Plan, data, Period).Units.ToDictionary(unit => unit.Unit);
        Assert.Equal(Now.Units.Count, after.Count);
        foreach (var unit in Now.Units)
        {
            if (!IsOpen(unit))
            {
                Assert.Equal(unit.Rank, after[unit.Unit].Rank);
            }
            else
            {
                Assert.Contains(after[unit.Unit].Rank!.Value, Sensitive.Single(ranks => ranks.Block == unit.Block).Ranks);
            }
        }
    }

    private static IReadOnlyList<RawFigure> Contents(EmulationPlan plan, OpenFile file, Func<Indicator, int> kind) =>
        [.. plan.Indicators.Where(indicator => kind(indicator) < 3).Select(indicator => Of(file, indicator, kind(indicator)))];

    private static RawFigure Of(OpenFile file, Indicator indicator, int kind)
    {
        var figure = new RawFigure(file.Unit, indicator.Code, file.Form, file.Period, 0);
        var most = kind == 1;
        return kind == 2 ? figure with { State = 1 } : indicator.Kind switch
        {
            IndicatorKind.Ratio => figure with { Value = most ? 100 : 0, Numerator = most ? 1000 : 0, Denominator = 1000 },
            IndicatorKind.YesNo => figure with { Value = most ? 1 : 0 },
            IndicatorKind.Date => figure with { Date = most ? new DateOnly(2020, 1, 2) : new DateOnly(2020, 12, 30) },
            _ => figure with { Value = most ? 1000 : 0 },
        };
    }

    private bool IsOpen(UnitResult unit) => unit.Rank is { } rank && Sensitive.Any(ranks => ranks.Block == unit.Block && ranks.Ranks.Contains(rank));

    private sealed class Ledger : IProgress<PointRange>
    {
        private readonly System.Collections.Concurrent.ConcurrentBag<PointRange> ranges = [];

        public IEnumerable<PointRange> Ranges => ranges;

        public void Report(PointRange value) => ranges.Add(value);
    }
}
