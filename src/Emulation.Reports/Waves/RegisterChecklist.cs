using System.Globalization;
using Emulation.Plan;
using Emulation.Reports.Documents;
using Emulation.Reports.Reconciliation.Register;
using Emulation.Reports.Scoring;

namespace Emulation.Reports.Waves;

/// <summary>Leave to hand in after the lock that is still open.</summary>
public sealed record OpenExtension(long Id, UnitCode Unit, string Duty, PeriodCode Period, DateOnly Until, string Reason);

/// <summary>What the register and the exceptions leave open before a closing. Pure; nothing of it bars.</summary>
internal static class RegisterChecklist
{
    /// <summary>Entries nobody has decided, without those that the data say anew, and follow-ups past their day.</summary>
    public static IEnumerable<ChecklistLine> Of(RunResult preview, MismatchBook book, DateOnly today)
    {
        var said = preview.Discrepancies.Select(book.Find).OfType<RegisteredMismatch>().Select(entry => entry.Id).ToHashSet();
        return book.Standing.Where(entry => entry.IsOpen && !said.Contains(entry.Id)).OrderBy(entry => entry.Id).Select(Undecided)
            .Concat(book.Standing.Where(entry => entry.IsOverdue(today)).Select(entry => Line(
                "follow-up", entry, VietnameseFormat.Date(entry.FollowUp!.DueOn), entry.FollowUp.Owner, entry.Sentence)));
    }

    public static IEnumerable<ChecklistLine> Of(EmulationPlan plan, IEnumerable<OpenExtension> exceptions) => exceptions.Select(open => new ChecklistLine(
        "exception", false, open.Unit, Texts.Get(
            "Check.exception", plan.Units.FirstOrDefault(unit => unit.Code == open.Unit)?.ShortName ?? open.Unit.Value, Number(open.Id),
            plan.Duties.FirstOrDefault(duty => duty.Code == open.Duty)?.Name ?? open.Duty, plan.PeriodByCode(open.Period).Name, VietnameseFormat.Date(open.Until), open.Reason))
    {
        Next = Texts.Get("Check.Next.exception", VietnameseFormat.Date(open.Until), Number(open.Id)),
    });

    private static ChecklistLine Undecided(RegisteredMismatch entry) => new(
        "mismatch", false, entry.Unit,
        Texts.Get(entry.State == MismatchState.Explained ? "Check.mismatch-explained" : "Check.mismatch", Number(entry.Id), entry.Sentence))
    {
        Next = Texts.Get(entry.State == MismatchState.Explained ? "Check.Next.mismatch-explained" : "Check.Next.mismatch", Number(entry.Id)),
    };

    private static ChecklistLine Line(string kind, RegisteredMismatch entry, params string[] values) =>
        new(kind, false, entry.Unit, Texts.Get("Check." + kind, [Number(entry.Id), .. values])) { Next = Texts.Get("Check.Next." + kind, Number(entry.Id)) };

    private static string Number(long id) => id.ToString(CultureInfo.InvariantCulture);
}
