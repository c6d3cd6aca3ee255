using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Emulation.Ingest.Forms;
using Emulation.Plan;
using Emulation.Plan.Storage;

namespace Emulation.Ingest.Validation;

/// <summary>A unit, indicator or period of a plan with its database id and its place in the plan, 0-based.</summary>
internal sealed record Indexed<T>(T Value, int Id, int Index);

/// <summary>A plan laid out for reading files: everything a row names is found by its text without making strings.</summary>
internal sealed class PlanIndex
{
    private static readonly ConditionalWeakTable<StoredPlan, PlanIndex> Known = [];
    private readonly Dictionary<string, Indexed<Indicator>> indicatorsByName = new(StringComparer.Ordinal);
    private readonly Dictionary<FormKind, List<DutyWindow>> duties = [];
    private readonly ConcurrentDictionary<DateOnly, UnitNames> names = new();
    private readonly HashSet<string>[] groupsOfUnit;
    private readonly Dictionary<(int Unit, int Period), List<(Indexed<Indicator> Indicator, decimal Value)>> lastYear = [];

    private PlanIndex(StoredPlan stored)
    {
        Plan = stored.Plan;
        Units = [.. Plan.Units.Select((unit, index) => new Indexed<Unit>(unit, stored.Ids.Units[unit.Code], index))];
        Indicators = [.. Plan.Indicators.Select((indicator, index) => new Indexed<Indicator>(indicator, stored.Ids.Indicators[indicator.Code], index))];
        Periods = [.. Plan.Periods.Select((period, index) => new Indexed<Period>(period, stored.Ids.Periods[period.Code], index))];
        UnitsByCode = Units.ToDictionary(unit => unit.Value.Code.Value, StringComparer.OrdinalIgnoreCase);
        IndicatorsByCode = Indicators.ToDictionary(indicator => indicator.Value.Code.Value, StringComparer.OrdinalIgnoreCase);
        groupsOfUnit = [.. Plan.Units.Select(unit => new HashSet<string>(StringComparer.Ordinal) { "*", unit.Kind, unit.Block, unit.Code.Value })];
        AddIndicatorNames();
        AddDuties();
        AddLastYear();
    }

    public EmulationPlan Plan { get; }

    public Indexed<Unit>[] Units { get; }

    public Indexed<Indicator>[] Indicators { get; }

    public Indexed<Period>[] Periods { get; }

    public Dictionary<string, Indexed<Unit>> UnitsByCode { get; }

    public Dictionary<string, Indexed<Indicator>> IndicatorsByCode { get; }

    /// <summary>The names of units at a date. Validity changes on few days, so few are made.</summary>
    public UnitNames NamesOn(DateOnly date)
    {
        var changes = Plan.Units.SelectMany(DaysOfChange).Where(day => day <= date).Max() ?? DateOnly.MinValue;
        return names.GetOrAdd(changes, (_, asOf) => new UnitNames(Plan, asOf), date);
    }

    /// <summary>The index of a plan version; made once.</summary>
    public static PlanIndex Of(StoredPlan stored) => Known.GetValue(stored, plan => new PlanIndex(plan));

    public Indexed<Unit> UnitOf(Unit unit) => UnitsByCode[unit.Code.Value];

    public Indexed<Period> PeriodOf(Period period) => Periods.First(indexed => indexed.Value.Code == period.Code);

    /// <summary>The unit of that code in this version, from whichever version it came; null if this one has none such.</summary>
    public Indexed<Unit>? Same(Indexed<Unit> unit) => Holds(Units, unit) ? unit : UnitsByCode.GetValueOrDefault(unit.Value.Code.Value);

    /// <inheritdoc cref="Same(Indexed{Unit})"/>
    public Indexed<Indicator>? Same(Indexed<Indicator> indicator) => Holds(Indicators, indicator) ? indicator : IndicatorsByCode.GetValueOrDefault(indicator.Value.Code.Value);

    /// <inheritdoc cref="Same(Indexed{Unit})"/>
    public Indexed<Period>? Same(Indexed<Period> period) => Holds(Periods, period) ? period : Array.Find(Periods, indexed => indexed.Value.Code == period.Value.Code);

    /// <summary>The indicator of that name or synonym; null if none or several have it.</summary>
    public Indexed<Indicator>? IndicatorByName(ReadOnlySpan<char> name) => indicatorsByName.GetValueOrDefault(TextKey.Of(WithoutMeasure(name)));

    /// <summary>True if a unit belongs to a group as <see cref="EmulationPlan.UnitsIn"/> has it.</summary>
    public bool IsIn(Indexed<Unit> unit, string group) => groupsOfUnit[unit.Index].Contains(group);

    public bool IsAsked(Indexed<Unit> unit, Indicator indicator)
    {
        foreach (var group in indicator.Units)
        {
            if (IsIn(unit, group))
            {
                return true;
            }
        }

        return indicator.Units.Count == 0;
    }

    /// <summary>What a unit owes of a form for a period; null if it owes nothing, or is not there on the day that decides.</summary>
    public DutyOccurrence? DutyOf(FormKind form, Indexed<Unit> unit, Period period) =>
        DutyOfAnyTime(form, unit, period) is { } occurrence && unit.Value.Owes(occurrence) ? occurrence : null;

    /// <summary>The day that decides who owes a form for a period, of the duty that is open on a day if there are several; the period's last if nobody owes it.</summary>
    public DateOnly DecidedOn(FormKind form, Period period, DateOnly day)
    {
        var owed = (duties.GetValueOrDefault(form) ?? []).FindAll(window => window.Occurrence.Period.Code == period.Code).ConvertAll(window => window.Occurrence);
        return (owed.Find(occurrence => day >= occurrence.OpensOn && day <= occurrence.LocksOn) ?? owed.FirstOrDefault())?.DecidedOn ?? period.To;
    }

    /// <summary>What a unit would owe of a form for a period if it existed always; null if its kind owes nothing of it.</summary>
    public DutyOccurrence? DutyOfAnyTime(FormKind form, Indexed<Unit> unit, Period period)
    {
        foreach (var window in duties.GetValueOrDefault(form) ?? [])
        {
            if (window.Occurrence.Period.Code == period.Code && window.Groups.Any(group => IsIn(unit, group)))
            {
                return window.Occurrence;
            }
        }

        return null;
    }

    /// <summary>What a unit reported a year before for the same period, as far as the plan says so.</summary>
    public IReadOnlyList<(Indexed<Indicator> Indicator, decimal Value)> LastYearOf(Indexed<Unit> unit, Indexed<Period> period) =>
        lastYear.GetValueOrDefault((unit.Index, period.Index), []);

    /// <summary>The periods for which a form is owed by anyone, in the plan's order.</summary>
    public IEnumerable<Period> PeriodsOf(FormKind form) =>
        (duties.GetValueOrDefault(form) ?? []).Select(window => window.Occurrence.Period).DistinctBy(period => period.Code);

    /// <summary>The periods for which a form is taken on a day, in the plan's order.</summary>
    public IEnumerable<Period> OpenPeriodsOf(FormKind form, DateOnly day) =>
        (duties.GetValueOrDefault(form) ?? [])
            .Where(window => day >= window.Occurrence.OpensOn && day <= window.Occurrence.LocksOn)
            .Select(window => window.Occurrence.Period);

    private static bool Holds<T>(Indexed<T>[] own, Indexed<T> one) => one.Index < own.Length && ReferenceEquals(own[one.Index], one);

    private static IEnumerable<DateOnly?> DaysOfChange(Unit unit) =>
        unit.DatedNames.SelectMany(name => new[] { name.ValidFrom, name.ValidTo?.AddDays(1) })
            .Concat(unit.OtherCodes.SelectMany(code => new[] { code.ValidFrom, code.ValidTo?.AddDays(1) }))
            .Append(unit.ValidFrom).Append(unit.ValidTo?.AddDays(1));

    private static ReadOnlySpan<char> WithoutMeasure(ReadOnlySpan<char> name) =>
        name.EndsWith(")") && name.LastIndexOf('(') is > 0 and var open ? name[..open] : name;

    private void AddIndicatorNames()
    {
        var several = new HashSet<string>(StringComparer.Ordinal);
        foreach (var indicator in Indicators)
        {
            foreach (var name in indicator.Value.Synonyms.Prepend(indicator.Value.Name))
            {
                var key = TextKey.Of(WithoutMeasure(name));
                if (!indicatorsByName.TryAdd(key, indicator) && indicatorsByName[key] != indicator)
                {
                    several.Add(key);
                }
            }
        }

        foreach (var key in several)
        {
            indicatorsByName.Remove(key);
        }
    }

    private void AddDuties()
    {
        foreach (var duty in Plan.Duties)
        {
            if (!duties.TryGetValue(duty.Form, out var windows))
            {
                duties[duty.Form] = windows = [];
            }

            windows.AddRange(duty.Occurrences.Select(occurrence => new DutyWindow(duty.Units, occurrence)));
        }
    }

    private void AddLastYear()
    {
        var periods = Periods.ToDictionary(period => period.Value.Code);
        foreach (var figure in CarriedLastYear.With(Plan))
        {
            var key = (UnitsByCode[figure.Unit.Value].Index, periods[figure.Period].Index);
            if (!lastYear.TryGetValue(key, out var figures))
            {
                lastYear[key] = figures = [];
            }

            figures.Add((IndicatorsByCode[figure.Indicator.Value], figure.Value));
        }
    }

    private sealed record DutyWindow(IReadOnlyList<string> Groups, DutyOccurrence Occurrence);
}
