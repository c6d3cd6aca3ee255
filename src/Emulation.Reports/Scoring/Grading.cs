using Emulation.Plan;
using Emulation.Reports.Reconciliation;

namespace Emulation.Reports.Scoring;

/// <summary>The classification of a unit: by its rounded points, and not the top one if a gate bars it.</summary>
public static class Grading
{
    /// <summary>The grade and the gates that barred the top grade, in plan order; the list is empty if the points did not reach the top.</summary>
    public static (string Grade, IReadOnlyList<string> Gates) Of(ReconciledUnit unit, decimal points)
    {
        var (grades, gates) = (unit.Run.Plan.Scoring.Grades, unit.Run.Plan.Scoring.Gates);
        var earned = grades.TakeWhile(grade => points < grade.FromPoints).Count();
        if (earned > 0)
        {
            return (grades[Math.Min(earned, grades.Count - 1)].Code, []);
        }
        var barred = gates.Where(gate => Bars(gate, unit)).Select(gate => gate.Code).ToList();
        return (grades[barred.Count == 0 ? 0 : Math.Min(1, grades.Count - 1)].Code, barred);
    }

    private static bool Bars(Gate gate, ReconciledUnit unit)
    {
        if (gate.Kind == GateKind.MandatoryReport)
        {
            var mandatory = unit.Run.Plan.Duties.Where(duty => duty.IsMandatory).Select(duty => duty.Code).ToHashSet();
            return unit.Duties.Any(duty => mandatory.Contains(duty.Duty) && IsBroken(duty, gate.Limit, unit.Run.Data.AsOn));
        }
        var indicator = gate.Indicator ?? throw new InvalidOperationException($"Gate {gate.Code} names no indicator.");
        return unit.Find(indicator) is { } measurement && (gate.Kind == GateKind.TargetMissed
            ? measurement.Verdict is TargetVerdict.Short or TargetVerdict.Missing
            : measurement.Value.Number is { } number && number > gate.Limit);
    }

    // What is not due yet bars nothing: a file that needs fixing can still be mended until the day ends on which it is due.
    private static bool IsBroken(DutyStanding duty, decimal mostDaysLate, DateOnly asOn) =>
        (duty.Standing is (Standing.Missing or Standing.NeedsFixing) && Punctuality.IsDue(duty, asOn)) || duty.DaysLate > mostDaysLate;
}
