using Emulation.Plan;

namespace Emulation.Jobs.Demo.Scenario;

/// <summary>What happens with each thing owed: most come in time, and a known number of each kind of trouble happens to somebody.</summary>
public sealed class Stories(EmulationPlan plan, Dice dice)
{
    /// <summary>How often each trouble happens in the year; the rest is on time or late by the unit's strength.</summary>
    private static readonly (DropKind Kind, int Times)[] Troubles =
    [
        (DropKind.MoreThanCommunes, 2), (DropKind.MoreThanTheWhole, 2), (DropKind.ImpossibleDate, 2), (DropKind.WrongShare, 3), (DropKind.TextInNumber, 3),
        (DropKind.Empty, 2), (DropKind.PdfInDisguise, 1), (DropKind.HtmlAsWorkbook, 1), (DropKind.Truncated, 2), (DropKind.WrongFolder, 3),
        (DropKind.Duplicate, 6), (DropKind.PeriodNotOpen, 2), (DropKind.LockFile, 3), (DropKind.Corrected, 16),
    ];

    /// <summary>The story of every assignment; null where the unit never reports.</summary>
    public IReadOnlyDictionary<Assignment, DropKind?> Tell()
    {
        var all = Assignment.AllOf(plan);
        var stories = all.ToDictionary(assignment => assignment, assignment => (DropKind?)(IsLate(assignment) ? DropKind.Late : DropKind.Report));
        foreach (var forgotten in ForgottenOf(all))
        {
            stories[forgotten] = null;
        }

        var drawn = all.Where(assignment => stories[assignment] == DropKind.Report).OrderBy(Lot).ToList();
        foreach (var (kind, times) in Troubles)
        {
            foreach (var assignment in drawn.Where(assignment => CanHappen(kind, assignment)).Take(times).ToList())
            {
                stories[assignment] = kind;
                drawn.Remove(assignment);
            }
        }

        return stories;
    }

    /// <summary>One monthly report of the weakest unit that owes it, and one duty that a unit never fulfils.</summary>
    private IEnumerable<Assignment> ForgottenOf(IReadOnlyList<Assignment> all)
    {
        var monthly = all.Where(assignment => assignment.Form == FormKind.Figures).OrderBy(assignment => UnitStrength.Of(assignment.Unit, dice)).ThenBy(Lot).FirstOrDefault();
        var award = all.Where(assignment => assignment.Form == FormKind.AwardProposals).OrderBy(Lot).FirstOrDefault();
        return new[] { monthly, award }.OfType<Assignment>();
    }

    private bool IsLate(Assignment assignment) =>
        dice.Share(["late", .. Key(assignment)]) < 0.02 + (0.09 * (1 - (double)UnitStrength.Rank(assignment.Unit, dice)));

    private static bool CanHappen(DropKind kind, Assignment assignment) => kind switch
    {
        DropKind.MoreThanCommunes or DropKind.MoreThanTheWhole => assignment.HasFigures && assignment.Unit.Communes is not null,
        DropKind.ImpossibleDate => assignment.Form == FormKind.AwardProposals,
        DropKind.WrongShare or DropKind.TextInNumber => assignment.HasFigures,
        DropKind.PeriodNotOpen => assignment.Form == FormKind.Figures && assignment.Period.From.Month is >= 4 and <= 11,
        DropKind.WrongFolder => assignment.HasFigures && assignment.Unit.ReportsFor is null,
        DropKind.HtmlAsWorkbook or DropKind.PdfInDisguise => assignment.HasFigures,
        _ => true,
    };

    private double Lot(Assignment assignment) => dice.Share(["lot", .. Key(assignment)]);

    private static string[] Key(Assignment assignment) => [assignment.Unit.Code.Value, assignment.Duty.Code, assignment.Period.Code.Value];
}
