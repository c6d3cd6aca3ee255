using Emulation.Plan;
using Emulation.Reports.Reconciliation;

namespace Emulation.Reports.Scoring;

/// <summary>The classification of a unit: by its rounded points, and not the top one if a gate bars it.</summary>
public static class Grading
{
    /// <summary>The grade and the gates that barred the top grade, in plan order; the list is empty if the points did not reach the top.</summary>
    /// <param name="asOn">The day of the data: what is not due yet bars nothing.</param>
    public static (string Grade, IReadOnlyList<string> Gates) Of(
        EmulationPlan plan, decimal points, IReadOnlyDictionary<IndicatorCode, Measurement> measurements, IReadOnlyList<DutyStanding> duties, DateOnly asOn)
    {
        var grades = plan.Scoring.Grades;
        var earned = grades.TakeWhile(grade => points < grade.FromPoints).Count();
        if (earned > 0)
        {
            return (grades[Math.Min(earned, grades.Count - 1)].Code, []);
        }
        var barred = plan.Scoring.Gates.Where(gate => Bars(gate, plan, measurements, duties, asOn)).Select(gate => gate.Code).ToList();
        return (grades[barred.Count == 0 ? 0 : Math.Min(1, grades.Count - 1)].Code, barred);
    }

    private static bool Bars(
        Gate gate, EmulationPlan plan, IReadOnlyDictionary<IndicatorCode, Measurement> measurements, IReadOnlyList<DutyStanding> duties, DateOnly asOn)
    {
        if (gate.Kind == GateKind.MandatoryReport)
        {
            var mandatory = plan.Duties.Where(duty => duty.IsMandatory).Select(duty => duty.Code).ToHashSet();
            return duties.Any(duty => mandatory.Contains(duty.Duty) && IsBroken(duty, gate.Limit, asOn));
        }
        var indicator = gate.Indicator ?? throw new InvalidOperationException($"Gate {gate.Code} names no indicator.");
        return measurements.TryGetValue(indicator, out var measurement) && (gate.Kind == GateKind.TargetMissed
            ? measurement.Verdict is TargetVerdict.Short or TargetVerdict.Missing
            : measurement.Value.Number is { } number && number > gate.Limit);
    }

    // A file that needs fixing can still be mended until the day ends on which it is due.
    private static bool IsBroken(DutyStanding duty, decimal mostDaysLate, DateOnly asOn) =>
        (duty.Standing is (Standing.Missing or Standing.NeedsFixing) && Punctuality.IsDue(duty, asOn)) || duty.DaysLate > mostDaysLate;
}
