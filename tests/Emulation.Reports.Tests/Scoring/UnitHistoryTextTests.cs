using Emulation.Plan;
using Emulation.Reports.Scoring;
using Emulation.TestSupport;

namespace Emulation.Reports.Tests.Scoring;

/// <summary>What a score card says of a unit's history: whole sentences. Wave 2 of 2020 begins on 01/7.</summary>
public sealed class UnitHistoryTextTests
{
    private static readonly DateOnly Break = new(2020, 7, 1);
    private static readonly DateOnly Eve = new(2020, 6, 30);

    [Fact]
    public void Lines_OfAUnitToWhichNothingHappened_AreNone() =>
        Assert.Empty(Lines(Plan([Some.Unit("A"), Old("B"), New("C")], Line("B", "C", SuccessionKind.Rename)), "A", Some.Wave2));

    // the break lies on the first day of the wave: its figures begin anew, but the unit is there on every day of it
    [Theory]
    [InlineData(SuccessionKind.Rename, "So sánh với kỳ trước theo số liệu của Đơn vị A (A) (đổi tên, đổi mã).")]
    [InlineData(SuccessionKind.Split, "Không so sánh được với kỳ trước do sắp xếp đơn vị từ 01/07/2020 (trước đó: Đơn vị A (A)).")]
    [InlineData(SuccessionKind.Abolish, "Không so sánh được với kỳ trước do sắp xếp đơn vị từ 01/07/2020 (trước đó: Đơn vị A (A)).")]
    public void Lines_OfTheOneThatFollowed_SayWithWhatItCanBeCompared(SuccessionKind kind, string expected) =>
        Assert.Equal([expected], Lines(Plan([Old("A"), New("N"), New("M")], [.. kind == SuccessionKind.Rename ? new[] { "N" } : ["N", "M"]]), "N", Some.Wave2, kind));

    [Fact]
    public void Lines_OfAMerger_NameEveryUnitBefore_AndThatOnlySumsAreCompared() => Assert.Equal(
        ["So sánh với kỳ trước chỉ với chỉ tiêu cộng dồn, theo tổng của các đơn vị trước khi nhập: Đơn vị A (A), Đơn vị B (B)."],
        Lines(Plan([Old("A"), Old("B"), New("N")], Line("A", "N", SuccessionKind.Merge), Line("B", "N", SuccessionKind.Merge)), "N", Some.Wave2));

    [Fact]
    public void Lines_OfANewUnitWithoutPredecessor_SayThatItIsNew() => Assert.Equal(
        ["Không so sánh được với kỳ trước: đơn vị mới từ 01/07/2020."],
        Lines(Plan([Old("A"), New("N")], Line("A", null, SuccessionKind.Abolish)), "N", Some.Wave2));

    [Fact]
    public void Lines_OfAUnitThatEndedInThePeriod_SayItsDaysAndWhoFollowed() => Assert.Equal(
        ["Đơn vị tồn tại từ 01/01/2020 đến 30/06/2020 trong kỳ này; chỉ xếp hạng cùng các đơn vị có cùng thời gian.",
         "Đơn vị kết thúc ngày 30/06/2020; kế thừa nhiệm vụ: Đơn vị N (N), Đơn vị M (M) (NQ 1)."],
        Lines(Plan([Old("A"), New("N"), New("M")], Line("A", "N", SuccessionKind.Abolish), Line("A", "M", SuccessionKind.Abolish)), "A", Some.Year));

    [Fact]
    public void Lines_OfAUnitThatEndedWithoutSuccessor_SayNobody() => Assert.EndsWith(
        "kế thừa nhiệm vụ: không có (NQ 1).", Lines(Plan([Old("A")], Line("A", null, SuccessionKind.Abolish)), "A", Some.Year).Last(), StringComparison.Ordinal);

    // in its last wave the unit is whole: nothing has happened yet
    [Fact]
    public void Lines_OfAUnitThatEndsWithThePeriod_AreNone() =>
        Assert.Empty(Lines(Plan([Old("A"), New("N")], Line("A", "N", SuccessionKind.Rename)), "A", Some.Wave1));

    [Fact]
    public void Lines_OfManyPredecessors_NameEight()
    {
        var old = Enumerable.Range(1, 9).Select(number => Old($"A{number}")).ToList();
        var plan = Plan([.. old, New("N")], [.. old.Select(unit => Line(unit.Code.Value, "N", SuccessionKind.Merge))]);

        Assert.EndsWith("Đơn vị A8 (A8), ….", Assert.Single(Lines(plan, "N", Some.Wave2)), StringComparison.Ordinal);
    }

    // it took in another and goes on: its own figures are part of the sum
    [Fact]
    public void Comparison_OfAUnitThatTookInAnother_IsTheSumOfBoth() => Assert.Equal(
        "So sánh với kỳ trước chỉ với chỉ tiêu cộng dồn, theo tổng của các đơn vị trước khi nhập: Đơn vị A (A), Đơn vị C (C).",
        Assert.Single(Lines(Plan([Old("A"), Some.Unit("C")], Line("A", "C", SuccessionKind.Merge)), "C", Some.Wave2)));

    private static List<string> Lines(EmulationPlan plan, string unit, Period period) => [.. UnitHistoryText.Lines(plan, plan.UnitByCode(new(unit)), period)];

    private static List<string> Lines((Unit[] Units, string[] To) change, string unit, Period period, SuccessionKind kind) =>
        Lines(Plan(change.Units, [.. change.To.Select(to => Line("A", to, kind))]), unit, period);

    private static (Unit[] Units, string[] To) Plan(Unit[] units, string[] to) => (units, to);

    private static EmulationPlan Plan(Unit[] units, params Succession[] lines) => new PlanBuilder().Build() with
    {
        Units = [.. units.Select(unit => unit with { ShortName = $"Đơn vị {unit.Code}" })],
        Successions = lines,
    };

    private static Unit Old(string code) => Some.Unit(code) with { ValidTo = Eve };

    private static Unit New(string code) => Some.Unit(code) with { ValidFrom = Break };

    private static Succession Line(string from, string? to, SuccessionKind kind) =>
        new(new UnitCode(from), to is null ? null : new UnitCode(to), kind, Break, "NQ 1", Basis.Assumed);
}
