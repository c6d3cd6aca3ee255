using Emulation.Plan;

namespace Emulation.Ingest.Answers;

/// <summary>How far a unit is from the next better grade of a wave, by the newest provisional results; the file being answered is not in them yet.</summary>
/// <param name="Next">Null once the points reach the best grade; a condition that bars it is another matter.</param>
/// <param name="Missing">Points to <paramref name="Next"/>; 0 if there is none.</param>
public sealed record GradeProgress(Period Wave, decimal Points, Grade? Next, decimal Missing, DateTimeOffset DataAsOf)
{
    public static GradeProgress Of(RuleSet rules, Period wave, decimal points, DateTimeOffset dataAsOf)
    {
        ArgumentNullException.ThrowIfNull(rules);
        var next = rules.Grades.LastOrDefault(grade => points < grade.FromPoints);
        return new GradeProgress(wave, points, next, next is null ? 0 : next.FromPoints - points, dataAsOf);
    }
}
