using Emulation.Plan;
using Emulation.Plan.Calendar;
using Emulation.Reports.Reconciliation;
using Emulation.Reports.Reconciliation.Register;
using Emulation.Reports.Waves;

namespace Emulation.Reports.Documents.Model;

/// <summary>What does not agree and wants an answer: what the run says, then what only the register of mismatches knows, each with the decision that was made about it; last the ranks that missing files can still change.</summary>
internal static class QuestionsPart
{
    private const string SensitiveKind = "sensitive";

    public static IReadOnlyList<OpenQuestion> Build(ReportInput input)
    {
        var said = input.Run.Discrepancies.Select(question => (Question: question, Entry: input.Mismatches.Find(question))).ToList();
        var known = said.Select(pair => pair.Entry?.Id).ToHashSet();
        return
        [
            .. said.Select(pair => Line(
                input.Plan, pair.Question.Unit, pair.Question.Indicator, pair.Question.Kind, pair.Question.Sentence + Decision(input.Plan, pair.Entry))),
            .. input.Mismatches.Standing.Where(entry => !known.Contains(entry.Id) && IsOfRegister(entry))
                .OrderBy(entry => entry.Id)
                .Select(entry => Line(input.Plan, entry.Unit, entry.Indicator, entry.Kind, entry.Sentence + Decision(input.Plan, entry))),
            .. input.Sensitive.Select(ranks => new OpenQuestion(
                ResultsPart.BlockName(input.Plan, ranks.Block), "", null, SensitiveKind, Checklist.Sentence(input.Plan, ranks))),
        ];
    }

    // Swings that nobody has decided are asked of the units themselves (ExplanationsPart).
    private static bool IsOfRegister(RegisteredMismatch entry) =>
        entry.Kind == MismatchKinds.Swing ? entry.State == MismatchState.Decided
            : entry.Kind is not (MismatchKinds.Target or MismatchKinds.Check or MismatchKinds.Pace or MismatchKinds.MonthsAgainstWave);

    private static string Decision(EmulationPlan plan, RegisteredMismatch? entry) => entry?.Decision is not { } decision ? "" :
        " " + Texts.Get(
            "Question.Decided", Texts.Get("Counts." + decision.Counts), decision.Reason.TrimEnd('.'), decision.DecidedBy,
            VietnameseFormat.Date(plan.TimeZone.DateOf(decision.DecidedAt)));

    private static OpenQuestion Line(EmulationPlan plan, UnitCode unit, IndicatorCode? indicator, string kind, string sentence) =>
        new(plan.UnitByCode(unit).ShortName, unit.Value, indicator?.Value, kind, sentence);
}
