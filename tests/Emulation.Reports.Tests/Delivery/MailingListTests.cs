using Emulation.Plan;
using Emulation.Reports.Delivery;
using Emulation.TestSupport;

namespace Emulation.Reports.Tests.Delivery;

/// <summary>Who gets a report on a day: kinds, validity, deputies, and no address twice.</summary>
public sealed class MailingListTests
{
    private static readonly Recipient Head = Line("GD", RecipientKind.To, "gd@stp.example");
    private static readonly Recipient Deputy = Line("PGD", RecipientKind.To, "pgd@stp.example", new DateOnly(2020, 7, 1), new DateOnly(2020, 7, 10), "GD");

    // day           who
    [Theory]
    [InlineData("2020-06-30", "GD gd@stp.example")]
    [InlineData("2020-07-01", "PGD pgd@stp.example")]
    [InlineData("2020-07-10", "PGD pgd@stp.example")]
    [InlineData("2020-07-11", "GD gd@stp.example")]
    public void Of_ADayWithOrWithoutADeputy_NamesOneOfThem(string day, string expected) =>
        Assert.Equal(expected, string.Join("; ", Of(day, Head, Deputy).Select(one => $"{one.Recipient.Code} {one.Address}")));

    [Fact]
    public void Of_ADeputy_SaysWhomItReplaces() => Assert.Equal("GD", Assert.Single(Of("2020-07-05", Head, Deputy)).Replaced?.Code);

    [Fact]
    public void Of_ADeputyForOtherReports_LeavesThisOneWhereItGoes() =>
        Assert.Equal("gd@stp.example", Assert.Single(Of("2020-07-05", Head, Deputy with { Reports = [ReportKind.Final] })).Address);

    [Fact]
    public void Of_ADeputyOfSomebodyWhoGetsNothing_GetsNothing() =>
        Assert.Empty(Of("2020-07-05", Head with { Reports = [ReportKind.Final] }, Deputy));

    [Fact]
    public void Of_ADeputyWhileTheOtherIsNotValid_GetsNothing() =>
        Assert.Empty(Of("2020-07-05", Head with { ValidTo = new DateOnly(2020, 7, 4) }, Deputy));

    [Fact]
    public void Of_AnAddressThatStandsTwice_IsMailedOnceAsTo() => Assert.Equal(
        ["GD gd@stp.example", "PTT cc@stp.example"],
        Of("2020-07-20", Line("PTT", RecipientKind.Cc, "GD@stp.example", "cc@stp.example"), Head).Select(one => $"{one.Recipient.Code} {one.Address}"));

    [Fact]
    public void Of_AnArchiveLine_IsNotMailed() => Assert.Empty(Of("2020-07-20", Line("LUU", RecipientKind.Archive)));

    private static IReadOnlyList<Addressee> Of(string day, params Recipient[] recipients) =>
        MailingList.Of(new PlanBuilder().Build() with { Recipients = recipients }, ReportKind.WaveInterim, DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture));

    private static Recipient Line(string code, RecipientKind kind, params string[] addresses) =>
        new(code, code, kind, addresses, [ReportKind.WaveInterim], null, null, Basis.Assumed);

    private static Recipient Line(string code, RecipientKind kind, string address, DateOnly from, DateOnly to, string replaces) =>
        Line(code, kind, address) with { ValidFrom = from, ValidTo = to, Replaces = replaces };
}
