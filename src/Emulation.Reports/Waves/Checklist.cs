using Emulation.Plan;
using Emulation.Reports.Reconciliation;
using Emulation.Reports.Scoring;
using Emulation.Reports.Storage;

namespace Emulation.Reports.Waves;

/// <summary>One thing to look at before a period is closed.</summary>
/// <param name="Kind">Stable name: closed, late-file, missing, needs-fixing, late, unexplained, discrepancy, objection, tie, sensitive, mismatch, follow-up, exception.</param>
/// <param name="Bars">True if closing is refused while it stands; everything else closes as it is and is printed.</param>
/// <param name="Text">One Vietnamese sentence.</param>
public sealed record ChecklistLine(string Kind, bool Bars, UnitCode? Unit, string Text)
{
    /// <summary>True for the line that says the period is closed, which is nothing to settle.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsOfClosed => Kind == Checklist.Closed;

    /// <summary>What to do about it, one Vietnamese sentence or two.</summary>
    public string Next { get; init; } = Texts.Get("Check.Next." + Kind);

    /// <summary>As it stands under the line, on every face.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public string ToDo => Texts.Get("Check.Do", Next);

    /// <summary>What lines of that kind are about, for print.</summary>
    public static string HeadingOf(string kind) => Texts.Get("Check.Heading." + kind);
}

/// <summary>The check list in words: what bars the closing first, every kind under its heading, and what it comes to.</summary>
public static class ChecklistText
{
    public static IEnumerable<string> Of(string period, IReadOnlyList<ChecklistLine> lines)
    {
        yield return Texts.Get("Check.Title", period.ToUpperInvariant());
        foreach (var line in lines.Where(line => line.Kind == Checklist.Closed))
        {
            yield return line.Text;
            yield return "    " + line.ToDo;
        }

        foreach (var group in ChecklistGroup.Of(lines))
        {
            yield return "";
            yield return group.Heading;
            foreach (var line in group.Lines)
            {
                yield return Texts.Get("Check.Item", line.Text);
                yield return "    " + line.ToDo;
            }
        }

        yield return "";
        yield return Conclusion(lines);
    }

    /// <summary>Whether it can be closed, in a sentence.</summary>
    public static string Conclusion(IReadOnlyList<ChecklistLine> lines)
    {
        var (bars, open) = (lines.Count(line => line.Bars), lines.Count(line => !line.Bars && line.Kind != Checklist.Closed));
        return lines.Any(line => line.Kind == Checklist.Closed) ? Texts.Get("Check.End.Closed")
            : bars > 0 ? Texts.Get("Check.End.Bars", Documents.VietnameseFormat.Number(bars), Documents.VietnameseFormat.Number(open))
            : open > 0 ? Texts.Get("Check.End.Open", Documents.VietnameseFormat.Number(open))
            : Texts.Get("Check.End.Nothing");
    }
}

/// <summary>What is open about a period before it is closed. Pure.</summary>
internal static class Checklist
{
    public const string Closed = "closed";

    private const int MostFilesNamed = 5;

    public static IReadOnlyList<ChecklistLine> Of(EmulationPlan plan, RunResult preview, IReadOnlyList<SensitiveRanks> sensitive, IReadOnlyList<Objection> objections, IReadOnlyList<OpenExplanations> unexplained, DateOnly today) =>
    [
        .. objections.Where(objection => objection.Answer is null).Select(objection => new ChecklistLine(
            "objection", true, objection.Unit, Texts.Get("Check.objection", Short(plan, objection.Unit), Number(objection.Id), objection.Text))
        {
            Next = Texts.Get("Check.Next.objection", Number(objection.Id)),
        }),
        .. preview.Duties.Where(duty => duty.Standing is Standing.Missing or Standing.NeedsFixing).Select(duty => Line(plan, duty, today)),
        .. unexplained.Select(open => new ChecklistLine(
            "unexplained", false, open.Unit, Texts.Get("Check.unexplained", Short(plan, open.Unit), Documents.VietnameseFormat.Number(open.Count)))),
        .. preview.Discrepancies.Select(discrepancy => Line(plan, discrepancy)),
        .. sensitive.Select(ranks => new ChecklistLine("sensitive", false, null, Sentence(plan, ranks))),
        .. preview.Units.Where(unit => unit.IsTied).GroupBy(unit => (unit.Block, unit.Rank)).Select(tie => new ChecklistLine(
            "tie", false, null, Texts.Get("Check.tie", BlockName(plan, tie.Key.Block), Documents.VietnameseFormat.Number(tie.Key.Rank ?? 0), string.Join(", ", tie.Select(unit => Short(plan, unit.Unit)))))),
    ];

    /// <summary>Which files of which units can still change which ranks of a block.</summary>
    public static string Sentence(EmulationPlan plan, SensitiveRanks ranks) => Texts.Get(
        "Check.sensitive", BlockName(plan, ranks.Block), Documents.VietnameseFormat.Number(ranks.Files.Count), Files(plan, ranks.Files), ranks.Stretches());

    private static ChecklistLine Line(EmulationPlan plan, DutyStanding duty, DateOnly today)
    {
        var kind = duty.Standing == Standing.Missing ? "missing" : "needs-fixing";
        var owed = plan.Duties.FirstOrDefault(one => one.Code == duty.Duty);
        return new ChecklistLine(
            kind, false, duty.Unit, Texts.Get($"Check.{kind}", Short(plan, duty.Unit), owed?.Name ?? duty.Duty, plan.PeriodByCode(duty.Period).Name, Documents.VietnameseFormat.Date(duty.DueOn)))
        {
            Next = owed?.Occurrences.FirstOrDefault(one => one.Period.Code == duty.Period)?.LocksOn is { } locks && today > locks
                ? Texts.Get("Check.Next.locked", Documents.VietnameseFormat.Date(locks), duty.Unit.Value, duty.Duty, duty.Period.Value)
                : Texts.Get("Check.Next." + kind),
        };
    }

    // Most sentences begin with the unit; it is not said twice.
    private static ChecklistLine Line(EmulationPlan plan, Discrepancy discrepancy)
    {
        var unit = Short(plan, discrepancy.Unit);
        return new ChecklistLine(
            "discrepancy", false, discrepancy.Unit,
            discrepancy.Sentence.StartsWith(unit + ":", StringComparison.Ordinal) ? discrepancy.Sentence : Texts.Get("Check.discrepancy", unit, discrepancy.Sentence))
        {
            Next = Texts.Get(discrepancy.Kind == MissingTargets.Kind ? "Check.Next.target-missing" : "Check.Next.discrepancy"),
        };
    }

    private static string Number(long id) => id.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static string Files(EmulationPlan plan, IReadOnlyList<DutyStanding> files) =>
        string.Join("; ", files.Take(MostFilesNamed).Select(file => $"{Short(plan, file.Unit)} – {plan.Duties.First(duty => duty.Code == file.Duty).Name}, {plan.PeriodByCode(file.Period).Name}"))
        + (files.Count > MostFilesNamed ? "; …" : "");

    private static string BlockName(EmulationPlan plan, string code) => plan.Blocks.FirstOrDefault(block => block.Code == code)?.Name ?? code;

    private static string Short(EmulationPlan plan, UnitCode unit) => plan.UnitByCode(unit).ShortName;
}
