using Emulation.Ingest.Forms;
using Emulation.Ingest.Parsing;
using Emulation.Ingest.Validation.Values;
using Emulation.Plan;

namespace Emulation.Ingest.Validation;

/// <summary>Whose figures a file may bring and of when: what rows and title blocks name is resolved against the folder's unit, the plan and its duties.</summary>
/// <remarks>Identity comes from the folder. A file of unit A's folder never speaks for unit B, unless the plan lets A report for others.</remarks>
internal sealed class Identity
{
    /// <summary>Texts remembered of each kind; beyond that they are resolved again each time.</summary>
    private const int MostKnownTexts = 50_000;

    /// <summary>Names looked up among the plan's; a file with more unknown names than that is no mistake, and each costs time.</summary>
    private const int MostNames = 1_000;

    /// <summary>No unit's name is longer.</summary>
    private const int LongestName = 200;

    /// <summary>Units named to somebody who wrote a name that several have.</summary>
    private const int MostCandidates = 6;

    private static readonly string[] Totals = [.. FormCatalogue.Words.Totals.Select(word => TextKey.Of(word))];

    private readonly PlanIndex index;
    private readonly FormDefinition form;
    private readonly DateOnly today;
    private readonly IReadOnlyList<DeadlineExtension> exceptions;
    private readonly List<DeadlineExtension> used = [];
    private readonly Findings findings;
    private readonly Dictionary<DateOnly, UnitTexts> units = [];
    private readonly Dictionary<string, Indexed<Period>?> periods = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Indexed<Period>?>.AlternateLookup<ReadOnlySpan<char>> periodsByText;
    private readonly Dictionary<(int Unit, int Period), bool> covered = [];
    private Indexed<Period>? onlyPeriod;
    private int? onlyPeriodRow;
    private readonly UnitTexts textsOnOwnDay;
    private int namesLookedUp;

    public Identity(PlanIndex index, ReadingContext context, FormDefinition form, Findings findings)
    {
        this.index = index;
        this.form = form;
        this.findings = findings;
        today = context.Today;
        exceptions = context.Exceptions;
        Own = index.UnitOf(context.Unit);
        OwnDay = DayOf(context.Unit, context.Today);
        textsOnOwnDay = TextsOn(OwnDay);
        periodsByText = periods.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The unit of the folder.</summary>
    public Indexed<Unit> Own { get; }

    /// <summary>The day whose names a file of the folder's unit may use: today, or the nearest day on which the unit existed.</summary>
    public DateOnly OwnDay { get; }

    public bool SpeaksForOthers => Own.Value.ReportsFor is not null;

    public bool NamesAnotherUnit { get; private set; }

    /// <summary>The leave without which something of the file would have come after the lock.</summary>
    public IReadOnlyList<DeadlineExtension> UsedExceptions => used;

    /// <summary>The unit and period pairs that rows spoke of and duties allow.</summary>
    public IEnumerable<(Indexed<Unit> Unit, Indexed<Period> Period)> Covered =>
        covered.Where(pair => pair.Value).Select(pair => (index.Units[pair.Key.Unit], index.Periods[pair.Key.Period]));

    /// <summary>The one period of a file that speaks for its own unit; null before the first row and for bulk files.</summary>
    public Indexed<Period>? OnlyPeriod => SpeaksForOthers ? null : onlyPeriod;

    /// <summary>The unit a text names, if this file may speak for it; null with a finding if not.</summary>
    /// <param name="period">The period spoken of, whose names hold where a file speaks for others; null if none is known.</param>
    public Indexed<Unit>? Unit(ReadOnlySpan<char> text, Place place, Indexed<Period>? period) => Unit(text, place, period, out _);

    /// <param name="isTotal">True if the text is no unit but says that the row is a total ("Tổng số trên địa bàn huyện").</param>
    public Indexed<Unit>? Unit(ReadOnlySpan<char> text, Place place, Indexed<Period>? period, out bool isTotal)
    {
        var texts = SpeaksForOthers && period is not null ? TextsOn(index.DecidedOn(form.Kind, period.Value, today)) : textsOnOwnDay;
        if (!texts.ByText.TryGetValue(text, out var answer))
        {
            answer = Resolve(text.ToString(), texts);
            Remember(texts.Answers, text, answer);
        }

        isTotal = answer.IsTotal;
        if (answer.Problem is null)
        {
            return answer.Unit;
        }

        NamesAnotherUnit |= answer.Problem == RejectionCatalogue.UnitOther;
        findings.Add(answer.Problem, place, ("found", Findings.Clip(text)), ("expected", Say(Own.Value)), ("candidates", answer.Candidates ?? ""));
        return null;
    }

    /// <summary>The period a text names; null with a finding if the plan has none such.</summary>
    public Indexed<Period>? Period(ReadOnlySpan<char> text, Place place)
    {
        if (!periodsByText.TryGetValue(text, out var period))
        {
            period = PeriodGrammar.Read(text, index.Plan) is { } found ? index.PeriodOf(found) : null;
            Remember(periods, text, period);
        }

        if (period is null)
        {
            findings.Add(RejectionCatalogue.PeriodUnknown, place, ("found", Findings.Clip(text)), ("expected", ExamplePeriod()));
        }

        return period;
    }

    /// <summary>Notes that the file speaks of a unit and period; false, with a finding the first time, if it may not.</summary>
    public bool Covers(Indexed<Unit> unit, Indexed<Period> period, Place place)
    {
        if (covered.TryGetValue((unit.Index, period.Index), out var isAllowed))
        {
            return isAllowed;
        }

        onlyPeriodRow ??= place.Row;
        onlyPeriod ??= period;
        isAllowed = (SpeaksForOthers || IsOnlyPeriod(period, place)) && IsOwed(unit.Value, unit, period.Value, place);
        covered[(unit.Index, period.Index)] = isAllowed;
        return isAllowed;
    }

    /// <summary>A period as an example for messages: the latest of the form that is open today, else its first.</summary>
    public string ExamplePeriod() =>
        (index.OpenPeriodsOf(form.Kind, today).LastOrDefault() ?? index.PeriodsOf(form.Kind).FirstOrDefault() ?? index.Plan.YearPeriod).Name;

    public static string Say(Unit unit) => $"{unit.Name} (mã {unit.Code})";

    private bool IsOnlyPeriod(Indexed<Period> period, Place place)
    {
        if (period == onlyPeriod)
        {
            return true;
        }

        findings.Add(RejectionCatalogue.PeriodMany, place, ("found", period.Value.Name), ("expected", onlyPeriod!.Value.Name), ("line", (onlyPeriodRow ?? 0).ToString(VietnameseText.Culture)));
        return false;
    }

    private bool IsOwed(Unit unit, Indexed<Unit> indexed, Period period, Place place)
    {
        var duty = index.DutyOf(form.Kind, indexed, period);
        if (duty is null && index.DutyOfAnyTime(form.Kind, indexed, period) is { } elsewhen)
        {
            return IsNotThere(unit, elsewhen, place);
        }

        var problem = duty is null ? RejectionCatalogue.NoDuty
            : today < duty.OpensOn ? RejectionCatalogue.TooEarly
            : today > duty.LocksOn && !IsExcepted(indexed, period) ? RejectionCatalogue.Locked
            : null;
        if (problem is null)
        {
            return true;
        }

        var day = duty is null ? "" : VietnameseText.Say(problem == RejectionCatalogue.TooEarly ? duty.OpensOn : duty.LocksOn);
        findings.Add(problem, place, ("unit", unit.Name), ("form", form.Name), ("period", period.Name), ("day", day));
        return false;
    }

    /// <summary>Says who hands in what is asked of a unit that is gone, or not yet there, on the day that decides.</summary>
    private bool IsNotThere(Unit unit, DutyOccurrence occurrence, Place place)
    {
        var isOver = unit.ValidTo < occurrence.DecidedOn;
        var day = isOver ? unit.ValidTo!.Value : unit.ValidFrom!.Value;
        findings.Add(
            isOver ? RejectionCatalogue.UnitEnded : RejectionCatalogue.UnitNotYet, place,
            ("unit", unit.Name), ("form", form.Name), ("period", occurrence.Period.Name), ("day", VietnameseText.Say(day)),
            ("others", isOver ? Successors.Say(index.Plan, unit) : Successors.SayBefore(index.Plan, unit)));
        return false;
    }

    private bool IsExcepted(Indexed<Unit> unit, Period period)
    {
        if (exceptions.FirstOrDefault(one => one.UnitId == unit.Id && one.Form == form.Kind && one.PeriodId == index.PeriodOf(period).Id) is not { } open)
        {
            return false;
        }

        used.Add(open);
        return true;
    }

    private UnitAnswer Resolve(string text, UnitTexts texts)
    {
        if (index.UnitsByCode.TryGetValue(text, out var byCode))
        {
            return Allowed(byCode);
        }

        if (text.Length > LongestName || ++namesLookedUp > MostNames)
        {
            return new UnitAnswer(null, RejectionCatalogue.Unit);
        }

        return texts.Names.Value.Match(text) switch
        {
            UnitMatch.Found found => Allowed(index.UnitOf(found.Unit)),
            UnitMatch.Gone gone => Allowed(index.UnitOf(gone.Unit)),
            UnitMatch.Ambiguous several => new UnitAnswer(null, RejectionCatalogue.UnitAmbiguous, Candidates: SayAll(several.Units)),
            _ when IsTotal(text) => new UnitAnswer(null, null, IsTotal: true),
            // A name that could also be the folder's unit is no sign of another unit.
            _ => new UnitAnswer(null, RejectionCatalogue.Unit),
        };
    }

    private UnitAnswer Allowed(Indexed<Unit> unit) =>
        unit == Own || (Own.Value.ReportsFor is { } group && index.IsIn(unit, group))
            ? new UnitAnswer(unit, null)
            : new UnitAnswer(null, RejectionCatalogue.UnitOther);

    private static string SayAll(IReadOnlyList<Unit> units) =>
        string.Join(", ", units.Take(MostCandidates).Select(unit => $"{unit.ShortName} ({unit.Code})")) + (units.Count > MostCandidates ? ", …" : "");

    private static bool IsTotal(string text)
    {
        var key = TextKey.Of(text);
        return Array.Exists(Totals, total => key == total || key.StartsWith(total + " ", StringComparison.Ordinal));
    }

    private static DateOnly DayOf(Unit unit, DateOnly today) =>
        unit.ValidTo < today ? unit.ValidTo.Value : unit.ValidFrom > today ? unit.ValidFrom.Value : today;

    private UnitTexts TextsOn(DateOnly day)
    {
        if (!units.TryGetValue(day, out var texts))
        {
            units[day] = texts = new UnitTexts(index, day);
        }

        return texts;
    }

    private static void Remember<T>(Dictionary<string, T> known, ReadOnlySpan<char> text, T answer)
    {
        if (known.Count < MostKnownTexts)
        {
            known[text.ToString()] = answer;
        }
    }

    /// <summary>What texts stand for on a day, as far as it was asked.</summary>
    private sealed class UnitTexts(PlanIndex index, DateOnly day)
    {
        public Lazy<UnitNames> Names { get; } = new(() => index.NamesOn(day));

        public Dictionary<string, UnitAnswer> Answers { get; } = new(StringComparer.Ordinal);

        public Dictionary<string, UnitAnswer>.AlternateLookup<ReadOnlySpan<char>> ByText => Answers.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    private readonly record struct UnitAnswer(Indexed<Unit>? Unit, RejectionKind? Problem, bool IsTotal = false, string? Candidates = null);
}
