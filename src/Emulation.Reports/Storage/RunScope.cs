using Emulation.Plan;
using Emulation.Plan.Storage;
using Emulation.Reports.Reconciliation;
using Emulation.Reports.Scoring;
using Emulation.Reports.Summing;
using Npgsql;

namespace Emulation.Reports.Storage;

/// <summary>What a run looks at, in database ids: the forms and periods of its span and of the duties owed in it.</summary>
internal sealed class RunScope
{
    private static readonly Dictionary<string, FormKind> FormsByName = Enum.GetValues<FormKind>().ToDictionary(form => form.ToName());
    private readonly Dictionary<int, UnitCode> units;
    private readonly Dictionary<int, IndicatorCode> indicators;
    private readonly Dictionary<int, PeriodCode> periods;

    public RunScope(StoredPlan plan, Period period)
    {
        (Plan, Period, Span) = (plan, period, RunSpan.Of(plan.Plan, period));
        var own = plan.Plan.Duties.SelectMany(duty => duty.Occurrences.Where(Span.Owes).Select(occurrence => (duty.Code, occurrence.Period.Code))).ToHashSet();
        OwedOtherwise = [.. PeriodDuties.Of(plan).Where(owed => Span.Owes(owed.Occurrence) || own.Contains((owed.Duty, owed.Occurrence.Period.Code)))];
        units = plan.Plan.Units.ToDictionary(unit => plan.Ids.Units[unit.Code], unit => unit.Code);
        indicators = plan.Plan.Indicators.ToDictionary(indicator => plan.Ids.Indicators[indicator.Code], indicator => indicator.Code);
        periods = plan.Plan.Periods.ToDictionary(entry => plan.Ids.Periods[entry.Code], entry => entry.Code);
    }

    public StoredPlan Plan { get; }

    /// <summary>What is owed within the span by other versions than the plan's.</summary>
    public IReadOnlyList<OwedOtherwise> OwedOtherwise { get; }

    public Period Period { get; }

    public RunSpan Span { get; }

    public int PeriodId => Plan.Ids.Periods[Period.Code];

    public UnitCode UnitOf(int id) => units[id];

    public PeriodCode PeriodOf(int id) => periods[id];

    /// <summary>Null for an indicator that a later version of the plan has dropped.</summary>
    public IndicatorCode? IndicatorOf(int id) => indicators.TryGetValue(id, out var code) ? code : null;

    public static FormKind FormOf(string name) => FormsByName[name];

    /// <summary>What is frozen: figure forms of the span and the forms of its duties.</summary>
    public NpgsqlParameter[] LookedAt()
    {
        var pairs = Slots().Select(slot => (slot.Form, slot.Period))
            .Concat(Plan.Plan.Duties.SelectMany(duty => duty.Occurrences.Where(Span.Owes).Select(occurrence => (duty.Form, occurrence.Period.Code))))
            .Concat(OwedOtherwise.Select(owed => (owed.Form, owed.Occurrence.Period.Code)))
            .Distinct().ToList();
        return
        [
            new("forms", pairs.Select(pair => pair.Item1.ToName()).ToArray()),
            new("period_ids", pairs.Select(pair => Plan.Ids.Periods[pair.Item2]).ToArray()),
        ];
    }

    public NpgsqlParameter UnitIds => new("unit_ids", units.Keys.ToArray());

    /// <summary>The form and slot of every entry of <see cref="SlotParameters"/>.</summary>
    public IReadOnlyList<(FormKind Form, int Slot)> Places => [.. Slots().Select(slot => (slot.Form, slot.Slot))];

    /// <summary>What is added up, and where it belongs.</summary>
    public NpgsqlParameter[] SlotParameters()
    {
        var slots = Slots().ToList();
        return
        [
            new("forms", slots.Select(slot => slot.Form.ToName()).ToArray()),
            new("period_ids", slots.Select(slot => Plan.Ids.Periods[slot.Period]).ToArray()),
            new("slots", slots.Select(slot => slot.Slot).ToArray()),
            new("ordinals", slots.Select(slot => slot.Ordinal).ToArray()),
            new("ordered_indicator_ids", Plan.Plan.Indicators.Where(indicator => indicator.Aggregation != Aggregation.Sum)
                .Select(indicator => Plan.Ids.Indicators[indicator.Code]).ToArray()),
        ];
    }

    /// <summary>What is added up from packed figures, and how.</summary>
    public SumPlaces SumPlaces => new(
        indicators,
        Plan.Plan.Indicators.Where(indicator => indicator.Aggregation != Aggregation.Sum).Select(indicator => Plan.Ids.Indicators[indicator.Code]).ToHashSet(),
        [.. Places.Distinct()]);

    /// <summary>Where a file of that form and period is counted: places of <see cref="SumPlaces"/>, each with the period's place in time.</summary>
    public ILookup<(string Form, int PeriodId), (int Place, int Ordinal)> Counted()
    {
        var places = Places.Distinct().Select((place, index) => (place, index)).ToDictionary();
        return Slots().ToLookup(slot => (slot.Form.ToName(), Plan.Ids.Periods[slot.Period]), slot => (places[(slot.Form, slot.Slot)], slot.Ordinal));
    }

    public int[] AdjustmentPeriodIds => [.. Span.AdjustmentPeriods.Select(code => Plan.Ids.Periods[code])];

    private IEnumerable<(FormKind Form, PeriodCode Period, int Slot, int Ordinal)> Slots() =>
        Span.Slots.SelectMany((slot, index) =>
            slot.Months.Select((month, ordinal) => (FormKind.Figures, month.Code, index, ordinal + 1))
                .Concat(slot.CountsWaveReport ? [(FormKind.WaveReport, slot.Wave.Period.Code, index, 1)] : []));
}
