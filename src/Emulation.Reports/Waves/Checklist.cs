using Emulation.Plan;
using Emulation.Reports.Reconciliation;
using Emulation.Reports.Scoring;
using Emulation.Reports.Storage;

namespace Emulation.Reports.Waves;

/// <summary>One thing to look at before a period is closed.</summary>
/// <param name="Kind">Stable name: missing, needs-fixing, late, unexplained, discrepancy, objection, tie, sensitive, mismatch, follow-up, exception.</param>
/// <param name="Bars">True if closing is refused while it stands; everything else closes as it is and is printed.</param>
/// <param name="Text">One Vietnamese sentence.</param>
public sealed record ChecklistLine(string Kind, bool Bars, UnitCode? Unit, string Text);

/// <summary>What is open about a period before it is closed. Pure.</summary>
internal static class Checklist
{
    private const int MostFilesNamed = 5;

    public static IReadOnlyList<ChecklistLine> Of(EmulationPlan plan, RunResult preview, IReadOnlyList<SensitiveRanks> sensitive, IReadOnlyList<Objection> objections, IReadOnlyList<OpenExplanations> unexplained) =>
    [
        .. objections.Where(objection => objection.Answer is null).Select(objection => new ChecklistLine(
            "objection", true, objection.Unit, Texts.Get("Check.objection", Short(plan, objection.Unit), objection.Id.ToString(System.Globalization.CultureInfo.InvariantCulture), objection.Text))),
        .. preview.Duties.Where(duty => duty.Standing is Standing.Missing or Standing.NeedsFixing).Select(duty => Line(plan, duty)),
        .. unexplained.Select(open => new ChecklistLine(
            "unexplained", false, open.Unit, Texts.Get("Check.unexplained", Short(plan, open.Unit), Documents.VietnameseFormat.Number(open.Count)))),
        .. preview.Discrepancies.Select(discrepancy => new ChecklistLine("discrepancy", false, discrepancy.Unit, Texts.Get("Check.discrepancy", Short(plan, discrepancy.Unit), discrepancy.Sentence))),
        .. sensitive.Select(ranks => new ChecklistLine("sensitive", false, null, Sentence(plan, ranks))),
        .. preview.Units.Where(unit => unit.IsTied).GroupBy(unit => (unit.Block, unit.Rank)).Select(tie => new ChecklistLine(
            "tie", false, null, Texts.Get("Check.tie", tie.Key.Block, Documents.VietnameseFormat.Number(tie.Key.Rank ?? 0), string.Join(", ", tie.Select(unit => Short(plan, unit.Unit)))))),
    ];

    /// <summary>Which files of which units can still change which ranks of a block.</summary>
    public static string Sentence(EmulationPlan plan, SensitiveRanks ranks) => Texts.Get(
        "Check.sensitive", plan.Blocks.First(block => block.Code == ranks.Block).Name, Documents.VietnameseFormat.Number(ranks.Files.Count), Files(plan, ranks.Files), ranks.Stretches());

    private static ChecklistLine Line(EmulationPlan plan, DutyStanding duty)
    {
        var kind = duty.Standing == Standing.Missing ? "missing" : "needs-fixing";
        var name = plan.Duties.FirstOrDefault(one => one.Code == duty.Duty)?.Name ?? duty.Duty;
        return new ChecklistLine(
            kind, false, duty.Unit, Texts.Get($"Check.{kind}", Short(plan, duty.Unit), name, plan.PeriodByCode(duty.Period).Name, Documents.VietnameseFormat.Date(duty.DueOn)));
    }

    private static string Files(EmulationPlan plan, IReadOnlyList<DutyStanding> files) =>
        string.Join("; ", files.Take(MostFilesNamed).Select(file => $"{Short(plan, file.Unit)} – {plan.Duties.First(duty => duty.Code == file.Duty).Name}, {plan.PeriodByCode(file.Period).Name}"))
        + (files.Count > MostFilesNamed ? "; …" : "");

    private static string Short(EmulationPlan plan, UnitCode unit) => plan.UnitByCode(unit).ShortName;
}
