using Emulation.Ingest.Forms;
using Emulation.Plan;

namespace Emulation.Ingest.Validation;

/// <summary>Whose figures a file may bring: the unit a text names, as the names stood in the period spoken of, and whether the folder's unit may speak for it.</summary>
/// <remarks>Identity comes from the folder. A file of unit A's folder never speaks for unit B, unless the plan lets A report for others.</remarks>
internal sealed class NamedUnits
{
    /// <summary>Names looked up among the plan's; a file with more unknown names than that is no mistake, and each costs time.</summary>
    private const int MostNames = 1_000;

    /// <summary>No unit's name is longer.</summary>
    private const int LongestName = 200;

    /// <summary>Units named to somebody who wrote a name that several have.</summary>
    private const int MostCandidates = 6;

    private static readonly string[] Totals = [.. FormCatalogue.Words.Totals.Select(word => TextKey.Of(word))];

    private readonly PlanIndexes indexes;
    private readonly FormDefinition form;
    private readonly DateOnly today;
    private readonly Findings findings;
    private readonly Dictionary<(PlanIndex Index, DateOnly Day), KnownTexts<UnitAnswer>> answers = [];
    private readonly KnownTexts<UnitAnswer> answersToday;
    private int namesLookedUp;

    public NamedUnits(PlanIndexes indexes, ReadingContext context, FormDefinition form, Findings findings)
    {
        (this.indexes, this.form, this.findings, today) = (indexes, form, findings, context.Today);
        Own = indexes.Today.UnitOf(context.Unit);
        OwnDay = DayOf(context.Unit, context.Today);
        answersToday = AnswersOn(indexes.Today, OwnDay);
    }

    /// <summary>The unit of the folder, as today's version has it.</summary>
    public Indexed<Unit> Own { get; }

    /// <summary>The day whose names a file of the folder's unit may use: today, or the nearest day on which the unit existed.</summary>
    private DateOnly OwnDay { get; }

    public bool SpeaksForOthers => Own.Value.ReportsFor is not null;

    /// <summary>True once a text named a unit the file may not speak for.</summary>
    public bool NamesAnother { get; private set; }

    /// <summary>The unit a text names, if this file may speak for it; null with a finding if not.</summary>
    /// <param name="period">The period spoken of, whose names hold where a file speaks for others; null if none is known.</param>
    /// <param name="isTotal">True if the text is no unit but says that the row is a total ("Tổng số trên địa bàn huyện").</param>
    public Indexed<Unit>? Read(ReadOnlySpan<char> text, Place place, Indexed<Period>? period, out bool isTotal)
    {
        var index = indexes.Of(period);
        var day = SpeaksForOthers && period is not null ? index.DecidedOn(form.Kind, period.Value, today) : OwnDay;
        var known = day == OwnDay && index == indexes.Today ? answersToday : AnswersOn(index, day);
        if (!known.TryGet(text, out var answer))
        {
            answer = Resolve(text.ToString(), index, day);
            known.Remember(text, answer);
        }

        isTotal = answer.IsTotal;
        if (answer.Problem is null)
        {
            return answer.Unit;
        }

        NamesAnother |= answer.Problem == RejectionCatalogue.UnitOther;
        findings.Add(answer.Problem, place, ("found", Findings.Clip(text)), ("expected", Identity.Say(Own.Value)), ("candidates", answer.Candidates ?? ""));
        return null;
    }

    /// <summary>The one unit whose name stands in a line of a title block; null if none does.</summary>
    public Unit? MentionedIn(string line, Indexed<Period>? period) =>
        indexes.Of(period).NamesOn(OwnDay).Match(line).One
        ?? (indexes.Of(period) == indexes.Today ? null : indexes.Today.NamesOn(OwnDay).Match(line).One);

    /// <summary>By the version of the period; a name that came later is understood as well, and in a unit's own folder its name of today means itself.</summary>
    private UnitAnswer Resolve(string text, PlanIndex index, DateOnly day)
    {
        var answer = ResolveBy(index, text, day);
        if (index == indexes.Today || answer.Problem is null || (SpeaksForOthers && answer.Problem != RejectionCatalogue.Unit))
        {
            return answer;
        }

        var later = ResolveBy(indexes.Today, text, day);
        return later.Unit is { } unit ? later with { Unit = index.Same(unit) ?? unit } : later.Problem is null ? later : answer;
    }

    private UnitAnswer ResolveBy(PlanIndex index, string text, DateOnly day)
    {
        if (index.UnitsByCode.TryGetValue(text, out var byCode))
        {
            return Allowed(index, byCode);
        }

        if (text.Length > LongestName || ++namesLookedUp > MostNames)
        {
            return new UnitAnswer(null, RejectionCatalogue.Unit);
        }

        return index.NamesOn(day).Match(text) switch
        {
            UnitMatch.Found found => Allowed(index, index.UnitOf(found.Unit)),
            UnitMatch.Gone gone => Allowed(index, index.UnitOf(gone.Unit)),
            UnitMatch.Ambiguous several => new UnitAnswer(null, RejectionCatalogue.UnitAmbiguous, Candidates: SayAll(several.Units)),
            _ when IsTotal(text) => new UnitAnswer(null, null, IsTotal: true),
            // A name that could also be the folder's unit is no sign of another unit.
            _ => new UnitAnswer(null, RejectionCatalogue.Unit),
        };
    }

    /// <summary>Whom an office may speak for is its standing today; who belongs to that group, the period's version says.</summary>
    private UnitAnswer Allowed(PlanIndex index, Indexed<Unit> unit) =>
        unit.Id == Own.Id || (Own.Value.ReportsFor is { } group && index.IsIn(unit, group))
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

    private KnownTexts<UnitAnswer> AnswersOn(PlanIndex index, DateOnly day)
    {
        if (!answers.TryGetValue((index, day), out var known))
        {
            answers[(index, day)] = known = new KnownTexts<UnitAnswer>();
        }

        return known;
    }

    private readonly record struct UnitAnswer(Indexed<Unit>? Unit, RejectionKind? Problem, bool IsTotal = false, string? Candidates = null);
}
