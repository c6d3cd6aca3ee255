using Emulation.Plan.Files;

namespace Emulation.Plan.Tests.Files;

/// <summary>The section <c>release</c> of plan.yaml and the column <c>replaces</c> of recipients.csv: both may be left out.</summary>
public sealed class ReleaseRuleTests
{
    private static readonly IReadOnlyDictionary<string, string> Shipped = PlanFolder.Content(Plans.DakLakFolder).Files;

    [Fact]
    public void Load_WithoutTheSection_HoldsNothingBack() => Assert.Empty(PlanFolder.Load(Shipped).Plan!.Release);

    [Fact]
    public void Load_WithTheSection_ReadsItsRules()
    {
        var plan = With("{ report: wave-interim, hold-hours: 24, unanswered: send }", "{ report: final, hold-hours: 0, unanswered: keep }").Plan!;

        Assert.Equal(
            [new ReleaseRule(ReportKind.WaveInterim, 24, Unanswered.Send), new ReleaseRule(ReportKind.Final, 0, Unanswered.Keep)],
            plan.Release);
    }

    // what is written                                                    kind of fault                       what it names
    [Theory]
    [InlineData("{ report: final, hold-hours: 745, unanswered: keep }", PlanFaultKind.NumberOutOfRange, "745")]
    [InlineData("{ report: final, hold-hours: -1, unanswered: keep }", PlanFaultKind.NumberOutOfRange, "-1")]
    [InlineData("{ report: final, hold-hours: 24, unanswered: maybe }", PlanFaultKind.UnknownWord, "maybe")]
    [InlineData("{ report: reminder, hold-hours: 24, unanswered: send }", PlanFaultKind.UnknownWord, "reminder")]
    [InlineData("{ report: final, hold-hours: 24 }", PlanFaultKind.MissingKey, "unanswered")]
    [InlineData("{ report: final, hold-hours: 2, unanswered: send }\n  - { report: final, hold-hours: 2, unanswered: send }", PlanFaultKind.DuplicateCode, "final")]
    public void Load_ARuleThatCannotBe_NamesItWithItsLine(string rule, PlanFaultKind kind, string named)
    {
        var fault = Assert.Single(With(rule).Faults);

        Assert.Equal(kind, fault.Kind);
        Assert.Equal(PlanFiles.Plan, fault.File);
        Assert.NotNull(fault.Line);
        Assert.Contains(named, fault.Values);
    }

    [Fact]
    public void Load_ADeputy_KnowsWhomItReplaces()
    {
        var files = new Dictionary<string, string>(Shipped)
        {
            [PlanFiles.Recipients] = """
                code;name;kind;addresses;reports;valid_from;valid_to;basis;replaces
                GD;Giám đốc;to;gd@stp.example;final;;;assumed;
                PGD;Phó Giám đốc;to;pgd@stp.example;final;2020-07-01;2020-07-31;assumed;GD
                """,
        };

        Assert.Equal([null, "GD"], PlanFolder.Load(files).Plan!.Recipients.Select(recipient => recipient.Replaces));
    }

    private static PlanReading With(params string[] rules) => PlanFolder.Load(new Dictionary<string, string>(Shipped)
    {
        [PlanFiles.Plan] = Shipped[PlanFiles.Plan] + "\nrelease:\n" + string.Join('\n', rules.Select(rule => "  - " + rule)) + "\n",
    });
}
