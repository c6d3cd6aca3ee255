using Emulation.Ingest.Forms;
using Emulation.Plan;

namespace Emulation.Ingest.Validation;

/// <summary>For whom and of when a file may speak: what rows and title blocks name is held against the folder's unit and the duties of the period's plan version.</summary>
internal sealed class Identity
{
    private readonly PlanIndexes indexes;
    private readonly NamedUnits units;
    private readonly FormDefinition form;
    private readonly DateOnly today;
    private readonly IReadOnlyList<DeadlineExtension> exceptions;
    private readonly List<DeadlineExtension> used = [];
    private readonly Findings findings;
    private readonly KnownTexts<Indexed<Period>?> periods = new();
    private readonly Dictionary<(int UnitId, int PeriodId), bool> allowed = [];
    private readonly List<(Indexed<Unit> Unit, Indexed<Period> Period)> covered = [];
    private Indexed<Period>? onlyPeriod;
    private int? onlyPeriodRow;

    public Identity(PlanIndexes indexes, ReadingContext context, FormDefinition form, Findings findings)
    {
        (this.indexes, this.form, this.findings) = (indexes, form, findings);
        (today, exceptions) = (context.Today, context.Exceptions);
        units = new NamedUnits(indexes, context, form, findings);
    }

    public bool SpeaksForOthers => units.SpeaksForOthers;

    public bool NamesAnotherUnit => units.NamesAnother;

    /// <summary>The leave without which something of the file would have come after the lock.</summary>
    public IReadOnlyList<DeadlineExtension> UsedExceptions => used;

    /// <summary>The unit and period pairs that rows spoke of and duties allow, as the period's version has them.</summary>
    public IEnumerable<(Indexed<Unit> Unit, Indexed<Period> Period)> Covered => covered;

    /// <summary>The one period of a file that speaks for its own unit; null before the first row and for bulk files.</summary>
    public Indexed<Period>? OnlyPeriod => SpeaksForOthers ? null : onlyPeriod;

    /// <summary>The unit of the folder, as the period's version has it; as today's where that does not know it.</summary>
    public Indexed<Unit> Own(Indexed<Period>? period) => indexes.Of(period).Same(units.Own) ?? units.Own;

    /// <inheritdoc cref="NamedUnits.MentionedIn"/>
    public Unit? MentionedIn(string line, Indexed<Period>? period) => units.MentionedIn(line, period);

    /// <inheritdoc cref="NamedUnits.Read"/>
    public Indexed<Unit>? Unit(ReadOnlySpan<char> text, Place place, Indexed<Period>? period) => units.Read(text, place, period, out _);

    /// <inheritdoc cref="NamedUnits.Read"/>
    public Indexed<Unit>? Unit(ReadOnlySpan<char> text, Place place, Indexed<Period>? period, out bool isTotal) => units.Read(text, place, period, out isTotal);

    /// <summary>The period a text names, as the version has it that holds for it; null with a finding if the plan has none such.</summary>
    public Indexed<Period>? Period(ReadOnlySpan<char> text, Place place)
    {
        if (!periods.TryGet(text, out var period))
        {
            period = indexes.Find(text);
            periods.Remember(text, period);
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
        if (allowed.TryGetValue((unit.Id, period.Id), out var isAllowed))
        {
            return isAllowed;
        }

        onlyPeriodRow ??= place.Row;
        onlyPeriod ??= period;
        isAllowed = (SpeaksForOthers || IsOnlyPeriod(period, place)) && IsOwed(unit, period, place);
        allowed[(unit.Id, period.Id)] = isAllowed;
        if (isAllowed)
        {
            covered.Add((indexes.Of(period).Same(unit)!, period));
        }

        return isAllowed;
    }

    /// <summary>A period as an example for messages: the latest of the form that is open today, else its first.</summary>
    public string ExamplePeriod() =>
        (indexes.Today.OpenPeriodsOf(form.Kind, today).LastOrDefault() ?? indexes.Today.PeriodsOf(form.Kind).FirstOrDefault() ?? indexes.Today.Plan.YearPeriod).Name;

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

    private bool IsOwed(Indexed<Unit> named, Indexed<Period> period, Place place)
    {
        var index = indexes.Of(period);
        var unit = index.Same(named);
        var duty = unit is null ? null : index.DutyOf(form.Kind, unit, period.Value);
        // Of a unit that the period's version does not know yet, today's says since when it is there.
        var (knowing, known) = unit is null ? (indexes.Today, indexes.Today.Same(named)) : (index, unit);
        if (duty is null && known is not null && knowing.DutyOfAnyTime(form.Kind, known, period.Value) is { } elsewhen && !known.Value.Owes(elsewhen))
        {
            return IsNotThere(known.Value, elsewhen, place);
        }

        var problem = duty is null ? RejectionCatalogue.NoDuty
            : today < OpensOn(duty, named) ? RejectionCatalogue.TooEarly
            : today > LocksOn(duty, named) && !IsExcepted(named, period) ? RejectionCatalogue.Locked
            : null;
        if (problem is null)
        {
            return true;
        }

        var day = duty is null ? "" : VietnameseText.Say(problem == RejectionCatalogue.TooEarly ? OpensOn(duty, named) : LocksOn(duty, named));
        findings.Add(problem, place, ("unit", named.Value.Name), ("form", form.Name), ("period", period.Value.Name), ("day", day));
        return false;
    }

    /// <summary>Reminders and the duty board speak of today's plan: what it still asks for is taken, though the period's version locked sooner.</summary>
    private DateOnly LocksOn(DutyOccurrence duty, Indexed<Unit> unit) => DutyToday(duty, unit) is { } asked && asked.LocksOn > duty.LocksOn ? asked.LocksOn : duty.LocksOn;

    private DateOnly OpensOn(DutyOccurrence duty, Indexed<Unit> unit) => DutyToday(duty, unit) is { } asked && asked.OpensOn < duty.OpensOn ? asked.OpensOn : duty.OpensOn;

    private DutyOccurrence? DutyToday(DutyOccurrence duty, Indexed<Unit> unit) =>
        indexes.Today.Same(unit) is { } now ? indexes.Today.DutyOf(form.Kind, now, duty.Period) : null;

    /// <summary>Says who hands in what is asked of a unit that is gone, or not yet there, on the day that decides.</summary>
    private bool IsNotThere(Unit unit, DutyOccurrence occurrence, Place place)
    {
        var isOver = unit.ValidTo < occurrence.DecidedOn;
        var day = isOver ? unit.ValidTo!.Value : unit.ValidFrom!.Value;
        findings.Add(
            isOver ? RejectionCatalogue.UnitEnded : RejectionCatalogue.UnitNotYet, place,
            ("unit", unit.Name), ("form", form.Name), ("period", occurrence.Period.Name), ("day", VietnameseText.Say(day)),
            ("others", isOver ? Successors.Say(indexes.Today.Plan, unit) : Successors.SayBefore(indexes.Today.Plan, unit)));
        return false;
    }

    private bool IsExcepted(Indexed<Unit> unit, Indexed<Period> period)
    {
        if (exceptions.FirstOrDefault(one => one.UnitId == unit.Id && one.Form == form.Kind && one.PeriodId == period.Id) is not { } open)
        {
            return false;
        }

        used.Add(open);
        return true;
    }
}
