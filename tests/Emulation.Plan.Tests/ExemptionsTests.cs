using Emulation.Plan.Comparison;
using Emulation.Plan.Files;

namespace Emulation.Plan.Tests;

public sealed class ExemptionsTests
{
    private const string Header = "units;subject;period;kind;value;reason;document;from;until;basis\n";

    [Theory]
    // of an indicator the last day of the period decides
    [InlineData("643;B06;;exempt;;mưa lũ;CV 12;;2020-06-30;assumed", "643 B06 2020-01 2020-02 2020-03 2020-04 2020-05 2020-06 2020-W1")]
    [InlineData("643;B06;;exempt;;mưa lũ;CV 12;2020-06-15;2020-06-29;assumed", "")]
    [InlineData("643;B06;2020-W1;adjusted;40;mưa lũ;CV 12;2020-06-30;2020-06-30;assumed", "643 B06 2020-W1=40")]
    // of a duty the due day: DL1 is due on 31/01 for the year, the months on the 20th
    [InlineData("643;DL1;;exempt;;mưa lũ;CV 12;;2020-01-31;assumed", "643 DL1 2020")]
    [InlineData("643;DL1;;exempt;;mưa lũ;CV 12;2020-02-01;2020-12-31;assumed", "")]
    [InlineData("643;MF;;exempt;;mưa lũ;CV 12;2020-03-21;2020-05-20;assumed", "643 MF 2020-04 2020-05")]
    // a group is its units
    [InlineData("CUM3;B06;2020-W2;exempt;;mưa lũ;CV 12;;2020-12-31;assumed", "652 B06 2020-W2, 653 B06 2020-W2, 655 B06 2020-W2, 656 B06 2020-W2, 657 B06 2020-W2")]
    public void LinesOf_ADecision_AreTheUnitsAndPeriodsThatFallUnderIt(string line, string expected)
    {
        var reading = PlanFolder.Load(With(line));

        if (expected.Length == 0)
        {
            Assert.Contains(reading.Faults, fault => fault.Kind == PlanFaultKind.ExemptionNeverHolds);
            return;
        }

        Assert.Empty(reading.Faults);
        var lines = reading.Plan!.TargetsInForce.Where(target => target.Decision is not null)
            .GroupBy(target => (target.Units, target.Indicator))
            .Select(group => $"{group.Key.Units} {group.Key.Indicator} {string.Join(' ', group.Select(target => target.Period + (target.Value is { } value ? $"={value}" : "")))}");
        Assert.Equal(expected, string.Join(", ", lines));
    }

    [Fact]
    public void TargetsInForce_WithoutDecisions_AreTheTargetsThemselves() => Assert.Same(Plans.DakLak.Targets, Plans.DakLak.TargetsInForce);

    [Fact]
    public void ExemptReason_NamesReasonDocumentAndExpiry() =>
        Assert.Equal("mưa lũ (CV 12, đến hết 30/06/2020)", PlanFolder.Load(With("643;B06;2020-W1;exempt;;mưa lũ;CV 12;;2020-06-30;assumed")).Plan!.TargetsInForce[0].ExemptReason);

    [Theory]
    [InlineData("643;B06;2020-W9;exempt;;mưa lũ;CV 12;;2020-12-31;assumed", PlanFaultKind.UnknownPeriod)]
    [InlineData("CUM9;B06;;exempt;;mưa lũ;CV 12;;2020-12-31;assumed", PlanFaultKind.UnknownUnits)]
    [InlineData("643;B06;;exempt;;;CV 12;;2020-12-31;assumed", PlanFaultKind.EmptyField)]
    [InlineData("643;B06;;exempt;;mưa lũ;;;2020-12-31;assumed", PlanFaultKind.EmptyField)]
    [InlineData("643;B06;;exempt;;mưa lũ;CV 12;;;assumed", PlanFaultKind.EmptyField)]
    [InlineData("643;B06;;excused;;mưa lũ;CV 12;;2020-12-31;assumed", PlanFaultKind.UnknownWord)]
    [InlineData("643;B06;2020-W1;adjusted;-1;mưa lũ;CV 12;;2020-12-31;assumed", PlanFaultKind.TargetOutOfRange)]
    [InlineData("643;B06;;adjusted;40;mưa lũ;CV 12;;2020-12-31;assumed", PlanFaultKind.AdjustmentNeeds)]
    [InlineData("643;DL3;2020-W1;adjusted;40;mưa lũ;CV 12;;2020-12-31;assumed", PlanFaultKind.AdjustmentNeeds)]
    [InlineData("STP-VP;B06;2020-W1;adjusted;40;mưa lũ;CV 12;;2020-12-31;assumed", PlanFaultKind.TargetForUnitThatDoesNotReport)]
    [InlineData("643;B06;2020-W1;exempt;;mưa lũ;CV 12;2020-12-31;2020-06-30;assumed", PlanFaultKind.ValidityOutOfOrder)]
    public void Load_ADecisionThatCannotBe_IsNamedWithItsLine(string line, PlanFaultKind kind) =>
        Assert.Contains(PlanFolder.Load(With(line)).Faults, fault => fault is { File: PlanFiles.Exemptions, Line: 2 } && fault.Kind == kind);

    [Fact]
    public void RuleSets_TwoInAYear_EachScoresThePeriodsThatEndInItsDays()
    {
        var reading = PlanFolder.Load(new Dictionary<string, string>(PlanFolder.Content(Plans.DakLakFolder).Files) { [PlanFiles.Scoring] = Plans.TwoRuleSets("2020-06-30", "2020-07-01") });

        Assert.Empty(reading.Faults);
        var plan = reading.Plan!;
        Assert.Equal("RS-2020-DEMO RS-2020-B RS-2020-B", string.Join(' ', plan.Periods.Where(period => period.Kind != PeriodKind.Month).Select(period => plan.ScoredFor(period).Scoring.Code)));
        Assert.Equal("RS-2020-B", plan.Scoring.Code);
        Assert.Equal(("RS-2020-DEMO", "RS-2020-B"), (plan.ScoredFor(plan.Months.ElementAt(5)).Scoring.Code, plan.ScoredFor(plan.Months.ElementAt(6)).Scoring.Code));
    }

    [Fact]
    public void Diff_ASecondRuleSet_IsAddedWholeBesideTheFirst()
    {
        var files = PlanFolder.Content(Plans.DakLakFolder).Files;
        var plan = PlanFolder.Load(new Dictionary<string, string>(files) { [PlanFiles.Scoring] = Plans.TwoRuleSets("2020-06-30", "2020-07-01") }).Plan!;

        var changes = PlanDiff.Of(Plans.DakLak, plan);

        Assert.Equal("rule set Changed", string.Join(", ", changes.Where(change => change.Kind == PlanChangeKind.Changed).Select(change => $"{change.Key} {change.Kind}")));
        Assert.All(changes.Where(change => change.Kind != PlanChangeKind.Changed), change => Assert.StartsWith("RS-2020-B ", change.Key, StringComparison.Ordinal));
        Assert.Contains(changes, change => change is { Part: "scoring rules", Key: "RS-2020-B B03", Kind: PlanChangeKind.Added });
    }

    [Theory]
    [InlineData("2020-06-30", "2020-06-30", "scoring.yaml:116: Bộ quy tắc RS-2020-B không bắt đầu ngay sau ngày cuối của bộ RS-2020-DEMO.")]
    [InlineData("2020-06-30", "2020-07-02", "scoring.yaml:116: Bộ quy tắc RS-2020-B không bắt đầu ngay sau ngày cuối của bộ RS-2020-DEMO.")]
    public void RuleSets_ThatOverlapOrLeaveAGap_AreNamedWithFileAndLine(string firstTo, string secondFrom, string expected)
    {
        var reading = PlanFolder.Load(new Dictionary<string, string>(PlanFolder.Content(Plans.DakLakFolder).Files) { [PlanFiles.Scoring] = Plans.TwoRuleSets(firstTo, secondFrom) });

        Assert.StartsWith(expected, Assert.Single(reading.Faults).ToString(), StringComparison.Ordinal);
    }

    private static Dictionary<string, string> With(string line) =>
        new(PlanFolder.Content(Plans.DakLakFolder).Files) { [PlanFiles.Exemptions] = Header + line + "\n" };
}
