namespace Emulation.Plan.Tests;

/// <summary>What the names of units in files stand for, with the examples of the field.</summary>
public sealed class UnitNamesTests
{
    private static readonly DateOnly June2020 = new(2020, 6, 30);

    [Theory]
    // Krông Pắc as it is written
    [InlineData("Krông Pắk", "654")]
    [InlineData("Krông Păc ", "654")]
    [InlineData("KRÔNG PẮC", "654")]
    [InlineData("H. Krông Pắc", "654")]
    [InlineData("H.Krông Pắc", "654")]
    [InlineData("Phòng Tư pháp huyện Krông Pắc", "654")]
    [InlineData("PHÒNG TƯ PHÁP HUYỆN KRÔNG PẮC", "654")]
    [InlineData("UBND huyện Krông Pách", "654")]
    [InlineData("Phòng Tư pháp huyện Krông Pắc, tỉnh Đắk Lắk", "654")]
    [InlineData("Phong Tu phap huyen Krong Pac", "654")]
    // apostrophes
    [InlineData("Cư M’gar", "648")]
    [InlineData("Cư M`gar", "648")]
    [InlineData("CưM'gar", "648")]
    [InlineData("Ea H'Leo", "645")]
    [InlineData("EA HLEO", "645")]
    [InlineData("M’Ðrắk", "652")]
    // towns and cities
    [InlineData("TP. Buôn Ma Thuột", "643")]
    [InlineData("TP.BMT", "643")]
    [InlineData("Buon Ma Thuot", "643")]
    [InlineData("TX Buôn Hồ", "644")]
    [InlineData("thị xã Buôn Hồ", "644")]
    // near neighbours
    [InlineData("Krông Búk", "649")]
    [InlineData("Krông Bông", "653")]
    [InlineData("Krông Ana", "655")]
    [InlineData("Lăk", "656")]
    // codes
    [InlineData("654", "654")]
    [InlineData("stp-vp", "STP-VP")]
    // the department's own
    [InlineData("Văn phòng Sở", "STP-VP")]
    [InlineData("Phòng PBGDPL", "STP-PBGDPL")]
    [InlineData("Phòng Phổ biến, giáo dục pháp luật", "STP-PBGDPL")]
    public void Match_KnownSpelling_FindsTheUnit(string text, string expected)
    {
        var found = Assert.IsType<UnitMatch.Found>(UnitNames.Match(Plans.DakLak, text, June2020));

        Assert.Equal(expected, found.Unit.Code.Value);
    }

    [Theory]
    [InlineData("Krông", "649 650 653 654 655")]
    [InlineData("huyện Krông", "649 650 653 654 655")]
    [InlineData("Buôn", "643 644 647")]
    public void Match_BeginningOfSeveralNames_IsAmbiguousAndNamesThem(string text, string expected)
    {
        var ambiguous = Assert.IsType<UnitMatch.Ambiguous>(UnitNames.Match(Plans.DakLak, text, June2020));

        Assert.Equal(expected, string.Join(' ', ambiguous.Units.Select(unit => unit.Code.Value)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("Phòng Tư pháp")]
    [InlineData("huyện")]
    // the province is no unit of the plan, and not huyện Lắk
    [InlineData("Ðắk Lắk")]
    [InlineData("tỉnh Đắk Lắk")]
    // never fuzzy
    [InlineData("Krông Bách")]
    [InlineData("Krông Buôn")]
    [InlineData("Ea Kao")]
    public void Match_OtherName_IsUnknown(string text) =>
        Assert.IsType<UnitMatch.Unknown>(UnitNames.Match(Plans.DakLak, text, June2020));

    [Fact]
    public void Match_AfterTheDistrictsAreGone_IsUnknown() =>
        Assert.IsType<UnitMatch.Unknown>(UnitNames.Match(Plans.DakLak, "Krông Pắc", new DateOnly(2026, 1, 1)));

    [Fact]
    public void Match_EveryNameOfThePlan_FindsItsUnit()
    {
        var names = new UnitNames(Plans.DakLak, June2020);
        foreach (var unit in Plans.DakLak.Units)
        {
            Assert.All(UnitNames.NamesOf(unit), name => Assert.Same(unit, Assert.IsType<UnitMatch.Found>(names.Match(name)).Unit));
        }
    }

    [Fact]
    public void Match_TwoUnitsThatDifferOnlyInMarks_AsksWhenTheMarksAreMissing()
    {
        var twin = Plans.DakLak.UnitByCode(new UnitCode("656")) with { Code = new UnitCode("999"), Name = "Phòng Tư pháp huyện Lạk", ShortName = "Lạk", Aliases = [] };
        var original = Plans.DakLak.UnitByCode(new UnitCode("656")) with { Aliases = [] };
        var plan = Plans.DakLak with { Units = [original, twin] };

        Assert.Equal("999", Assert.IsType<UnitMatch.Found>(UnitNames.Match(plan, "Lạk", June2020)).Unit.Code.Value);
        Assert.Equal(2, Assert.IsType<UnitMatch.Ambiguous>(UnitNames.Match(plan, "Lak", June2020)).Units.Count);
    }
}
