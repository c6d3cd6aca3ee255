using Emulation.Plan;

namespace Emulation.Reports.Summing;

/// <summary>What a run adds up: its indicators, and the form and slot each of its files belongs to.</summary>
/// <param name="Indicators">The indicators of the plan by database id; others are passed over.</param>
/// <param name="OrderedIndicatorIds">Those of which the latest value may be asked.</param>
/// <param name="Places">Form and slot of a sum, each pair once.</param>
internal sealed record SumPlaces(
    IReadOnlyDictionary<int, IndicatorCode> Indicators, IReadOnlySet<int> OrderedIndicatorIds, IReadOnlyList<(FormKind Form, int Slot)> Places);
