using Emulation.Plan;

namespace Emulation.Reports.Scoring;

/// <summary>What a unit's points are short of the next better grade.</summary>
/// <param name="Missing">Points to the grade's lower bound.</param>
public sealed record GradeDistance(Grade Next, decimal Missing)
{
    /// <summary>Null if the points reach the best grade; a gate that bars it is another matter.</summary>
    public static GradeDistance? Of(RuleSet rules, decimal points) =>
        rules.Grades.LastOrDefault(grade => points < grade.FromPoints) is { } next ? new GradeDistance(next, next.FromPoints - points) : null;
}
