using Emulation.Plan;
using Emulation.TestSupport;

namespace Emulation.Reports.Tests.Scoring;

/// <summary>What comes into a random plan in the middle of its year: exemptions and adjusted targets that expire, and a second rule set.</summary>
internal static class RandomDecisions
{
    private static readonly DateOnly[] Days = [new(2020, 1, 31), new(2020, 3, 14), new(2020, 6, 29), new(2020, 6, 30), new(2020, 11, 30), new(2020, 12, 31)];

    public static EmulationPlan In(EmulationPlan plan, IReadOnlyList<string> sets, Random random)
    {
        plan = random.Next(2) == 0 ? plan : plan with { Exemptions = [.. sets.SelectMany(set => ExemptionsOf(plan, set, random))] };
        return random.Next(3) > 0 ? plan : WithASecondRuleSet(plan, random);
    }

    // One decision at most a subject and set, so that no two hold together.
    private static IEnumerable<Exemption> ExemptionsOf(EmulationPlan plan, string set, Random random) =>
        plan.Indicators.Select(indicator => (indicator.Code.Value, (Indicator?)indicator)).Concat(plan.Duties.Select(duty => (duty.Code, (Indicator?)null)))
            .Where(_ => random.Next(3) == 0)
            .Select(subject => ExemptionOf(subject.Item1, subject.Item2, set + new[] { "U1", "U2", "K1" }[random.Next(3)], random));

    private static Exemption ExemptionOf(string subject, Indicator? indicator, string units, Random random)
    {
        var isAdjusted = indicator is not null && random.Next(2) == 0;
        var (from, until) = (Days[random.Next(Days.Length)], Days[random.Next(Days.Length)]);
        return new Exemption
        {
            Units = units,
            Subject = subject,
            Period = isAdjusted || random.Next(3) == 0 ? new[] { Some.Wave1, Some.Wave2, Some.Year }[random.Next(3)].Code : null,
            Kind = isAdjusted ? ExemptionKind.Adjusted : ExemptionKind.Exempt,
            Value = !isAdjusted || indicator!.Kind == IndicatorKind.Date ? null : indicator.Kind == IndicatorKind.Ratio ? random.Next(50, 101) : random.Next(7) * 2,
            Date = isAdjusted && indicator!.Kind == IndicatorKind.Date ? new DateOnly(2020, 3, 5) : null,
            Reason = "thiên tai",
            Document = "CV 12/STP-VP",
            From = random.Next(2) == 0 ? null : from < until ? from : until,
            Until = until,
            Basis = Basis.Illustrative,
        };
    }

    private static EmulationPlan WithASecondRuleSet(EmulationPlan plan, Random random)
    {
        var lastDay = new DateOnly(2020, random.Next(2) == 0 ? 6 : 9, 30);
        var second = plan.Scoring with
        {
            Code = "RS-2",
            From = lastDay.AddDays(1),
            Rules = [.. plan.Scoring.Rules.Where(_ => random.Next(4) > 0).Select(rule => rule with { MaxPoints = rule.MaxPoints + random.Next(3) })],
            NotApplicable = random.Next(2) == 0 ? NotApplicablePolicy.FullPoints : NotApplicablePolicy.Rescale,
            Lateness = [new(0, 1), new(3, 0.5m)],
            Grades = [new("excellent", "Xuất sắc", 95), new("good", "Tốt", 60), new("weak", "Yếu", 0)],
        };
        return plan with { RuleSets = [plan.Scoring with { To = lastDay }, second], Scoring = second };
    }
}
