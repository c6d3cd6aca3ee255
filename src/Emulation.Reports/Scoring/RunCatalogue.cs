using System.Collections.Immutable;
using Emulation.Plan;

namespace Emulation.Reports.Scoring;

/// <summary>The indicators of a plan as a run looks at them, by their place in the catalogue and by code.</summary>
public sealed class RunCatalogue
{
    private readonly Dictionary<IndicatorCode, Indicator> plain;
    private readonly Dictionary<IndicatorCode, RunIndicator> byCode;

    public RunCatalogue(EmulationPlan plan, RunSpan span, TargetBook targets)
    {
        plain = plan.Indicators.ToDictionary(indicator => indicator.Code);
        Indicators = [.. plan.Indicators.Select((indicator, place) =>
            new RunIndicator(indicator, place, span.Asks(indicator) && indicator.FromDuty is null, AggregationOf(indicator), targets.Of(indicator)))];
        Checked = [.. Indicators.Where(indicator => indicator.Indicator.Checks.Count > 0)];
        byCode = Indicators.ToDictionary(indicator => indicator.Indicator.Code);
    }

    /// <summary>In the order of the catalogue.</summary>
    public ImmutableArray<RunIndicator> Indicators { get; }

    /// <summary>Those that are compared with other figures.</summary>
    public ImmutableArray<RunIndicator> Checked { get; }

    /// <summary>Null if the plan has no such indicator.</summary>
    public RunIndicator? Find(IndicatorCode code) => byCode.GetValueOrDefault(code);

    // A ratio made of an indicator that counts a stock (its last value holds) is a stock itself: 10 of 16 communes in June
    // and 12 of 16 in December are 12 of 16, not 22 of 32.
    private Aggregation AggregationOf(Indicator indicator) =>
        indicator.Aggregation == Aggregation.Recompute && (IsStock(indicator.NumeratorOf) || IsStock(indicator.DenominatorOf))
            ? Aggregation.Last
            : indicator.Aggregation;

    private bool IsStock(IndicatorCode? code) =>
        code is { } other && plain.TryGetValue(other, out var source) && source.Aggregation == Aggregation.Last;
}
