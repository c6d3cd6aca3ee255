using System.Globalization;
using Emulation.Plan;
using Emulation.Reports.Reconciliation;

namespace Emulation.Reports.Scoring;

/// <summary>Points for keeping a deadline: the factor of the lateness band, averaged over the occurrences of a duty that are owed and due.</summary>
public static class Punctuality
{
    private static readonly Sentence OnTime = RunTexts.Sentence("OnTime");
    private static readonly Sentence Late = RunTexts.Sentence("Late");
    private static readonly Sentence InputDuty = RunTexts.Sentence("InputDuty");
    private static readonly Sentence[] Standings = [.. Enum.GetNames<Standing>().Select(name => RunTexts.Sentence($"Standing{name}"))];

    /// <summary>The factor for so many days late; 0 after the last band.</summary>
    public static Fraction Factor(RuleSet rules, int daysLate) =>
        rules.Lateness.FirstOrDefault(band => daysLate <= band.MaxDaysLate)?.Factor ?? 0;

    /// <summary>Scores a duty from its standings within the run (at least one).</summary>
    /// <param name="asOn">A broken file before the due day costs nothing yet.</param>
    public static Earning OfDuty(RunRule rule, RuleSet rules, IReadOnlyList<DutyStanding> standings, DateOnly asOn)
    {
        var inputs = Inputs(rule, standings);
        var owed = standings.Where(standing => standing.Standing != Standing.Exempt).ToList();
        var due = owed.Where(standing => IsDue(standing, asOn)).ToList();
        if (due.Count == 0)
        {
            return ScoreRules.Excluding(owed.Count == 0 ? Exclusion.Exempt : Exclusion.NotYetDue, RunTexts.Get("ExemptFromDuty"), inputs);
        }
        var factors = due.Select(standing => IsReceived(standing) ? Factor(rules, standing.DaysLate) : 0).ToList();
        var share = factors.Aggregate(Fraction.Zero, (total, factor) => total + factor) / factors.Count;
        var state = due.Exists(IsReceived) ? ScoredState.Value : ScoredState.NotReported;
        return new Earning(state, share, null, (max, points) => Describe(max, points, factors, due), inputs);
    }

    /// <summary>The formula for one date.</summary>
    public static string Describe(Fraction max, Fraction points, Fraction factor, int daysLate) => (daysLate == 0 ? OnTime : Late).With(
        VietnameseNumber.Points(max), VietnameseNumber.Value(factor), daysLate.ToString(CultureInfo.InvariantCulture), VietnameseNumber.Points(points));

    private static bool IsReceived(DutyStanding standing) => standing.Standing is Standing.OnTime or Standing.Late;

    /// <summary>True if the duty counts already: it was met, or its day has passed.</summary>
    public static bool IsDue(DutyStanding standing, DateOnly asOn) => standing.Standing switch
    {
        Standing.NotYetDue => false,
        Standing.NeedsFixing => asOn > standing.DueOn,
        _ => true,
    };

    private static string Describe(Fraction max, Fraction points, List<Fraction> factors, List<DutyStanding> due) =>
        factors.Count > 1 ? RunTexts.Get(
            "SeveralDeadlines", VietnameseNumber.Points(max), string.Join(" + ", factors.Select(VietnameseNumber.Value)), factors.Count, VietnameseNumber.Points(points))
        : IsReceived(due[0]) ? Describe(max, points, factors[0], due[0].DaysLate)
        : RunTexts.Get(due[0].Standing == Standing.NeedsFixing ? "DutyNeedsFixing" : "DutyMissing");

    private static InputDictionary Inputs(RunRule rule, IReadOnlyList<DutyStanding> standings) => InputDictionary.Of(
        new InputNames([.. standings.Select(standing => InputDuty.With(standing.Duty, standing.Period.Value)), RunTexts.Get("InputStandardPoints")]),
        [.. standings.Select(Text), rule.StandardPoints]);

    private static string Text(DutyStanding standing) =>
        Standings[(int)standing.Standing].With(VietnameseNumber.Day(standing.DueOn), standing.DaysLate.ToString(CultureInfo.InvariantCulture));
}
