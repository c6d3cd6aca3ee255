using System.Globalization;
using Emulation.Plan.Files;

namespace Emulation.Plan.Tests.Files;

/// <summary>The worked example of the 2025 reform, as shipped: districts until 30/6, communes from 01/7, each duty with one generation of them.</summary>
public sealed class DakLak2025PlanTests
{
    private static readonly DateOnly LastDay = new(2025, 6, 30);
    private static readonly DateOnly FirstDay = new(2025, 7, 1);
    private static readonly Lazy<EmulationPlan> Loaded = new(() => PlanFolder.Load(Folder).Plan!);

    private static string Folder => Path.Combine(Plans.DakLakFolder, "../dak-lak-2025");

    private static EmulationPlan Plan => Loaded.Value;

    [Fact]
    public void Folder_AsShipped_HasNoFaults() => Assert.Empty(PlanFolder.Load(Folder).Faults.Select(fault => fault.ToString()));

    [Fact]
    public void Units_AreFifteenDistrictsThen102Communes()
    {
        var (districts, communes) = (Plan.UnitsIn("district-office").ToList(), Plan.UnitsIn("commune").ToList());

        Assert.Equal((15, 102), (districts.Count, communes.Count));
        Assert.Equal((88, 14), (communes.Count(unit => unit.Name.Contains(" xã ", StringComparison.Ordinal)), communes.Count(unit => unit.Name.Contains(" phường ", StringComparison.Ordinal))));
        Assert.All(districts, unit => Assert.Equal(LastDay, unit.ValidTo));
        Assert.All(communes, unit => Assert.Equal((FirstDay, 5), (unit.ValidFrom, unit.Code.Value.Length)));
        Assert.Equal(180, districts.Sum(unit => unit.Communes));
        Assert.All(communes, unit => Assert.Equal(Basis.Found, unit.Basis));
    }

    [Fact]
    public void Communes_OfTheOldProvince_HaveOneDistrictEach_AndThoseOfPhuYenNone()
    {
        var before = Plan.UnitsIn("commune").ToDictionary(unit => unit.Code.Value, unit => Plan.PredecessorsOf(unit).Select(one => one.Code.Value).ToList());

        Assert.All(before, pair => Assert.Equal(string.CompareOrdinal(pair.Key, "24000") < 0 ? 0 : 1, pair.Value.Count));
        Assert.Equal((34, 68), (before.Count(pair => pair.Value.Count == 0), before.Count(pair => pair.Value.Count == 1)));
        Assert.Equal("24490 24496 24502 24505 24526 24529", string.Join(' ', Plan.SuccessorsOf(Plan.UnitByCode(new("654"))).Select(unit => unit.Code.Value)));
        Assert.All(Plan.UnitsIn("commune"), unit => Assert.Equal(new Comparability.Broken(FirstDay), Plan.Compare(unit, LastDay, Plan.YearPeriod.To)));
    }

    [Theory]
    // duty, period, districts, communes, units of the department
    [InlineData("DL1", "2025", 15, 0, 10)]
    [InlineData("DL1X", "2025", 0, 102, 0)]
    [InlineData("DL3", "2025-W1", 15, 0, 10)]
    [InlineData("DL4", "2025-W2", 0, 102, 9)]
    [InlineData("DL5", "2025", 0, 102, 9)]
    [InlineData("MF", "2025-06", 15, 0, 10)]
    [InlineData("MF", "2025-07", 0, 102, 9)]
    public void Duties_FallOnOneGeneration(string code, string period, int districts, int communes, int department)
    {
        var duty = Plan.Duties.Single(duty => duty.Code == code);
        var occurrence = duty.Occurrences.Single(occurrence => occurrence.Period.Code.Value == period);
        var owing = duty.Units.SelectMany(Plan.UnitsIn).Distinct().Where(unit => unit.Owes(occurrence)).ToLookup(unit => unit.Kind);

        Assert.Equal((districts, communes, department), (owing["district-office"].Count(), owing["commune"].Count(), owing["department-unit"].Count()));
    }

    [Theory]
    // the same words before and after the day
    [InlineData("Krông Pắc", "654", "24490")]
    [InlineData("KRÔNG PẮC", "654", "24490")]
    [InlineData("Ea H'Leo", "645", "24184")]
    [InlineData("Buôn Ma Thuột", "643", "24133")]
    [InlineData("Phòng Hành chính tư pháp", "STP-HCTP", "STP-HCBT")]
    // names that mean one of them only
    [InlineData("Xã Krông Pắc", null, "24490")]
    [InlineData("UBND xã Ea H’leo", null, "24184")]
    [InlineData("Phường Buôn Hồ", null, "24305")]
    [InlineData("Krông Păk", "654", null)]
    [InlineData("24490", null, "24490")]
    public void Names_MeanWhoBoreThemThatDay(string text, string? before, string? after)
    {
        Assert.Equal(before, CodeOf(UnitNames.Match(Plan, text, LastDay)));
        Assert.Equal(after, CodeOf(UnitNames.Match(Plan, text, FirstDay)));
    }

    [Theory]
    [InlineData("Phòng Tư pháp huyện Krông Pắc", "654")]
    [InlineData("Phòng Tư pháp huyện Ea H’leo", "645")]
    public void Names_OfAnOfficeThatIsGone_AreNeverItsNamesakes(string text, string gone) =>
        Assert.Equal(gone, Assert.IsType<UnitMatch.Gone>(UnitNames.Match(Plan, text, FirstDay)).Unit.Code.Value);

    [Fact]
    public void MergedRooms_AddUpTheirSums()
    {
        var successor = Assert.IsType<Comparability.Successor>(Plan.Compare(Plan.UnitByCode(new("STP-HCBT")), LastDay, Plan.YearPeriod.To));

        Assert.Equal(["STP-HCTP", "STP-BTTP"], successor.Units.Select(unit => unit.Code.Value));
        Assert.True(successor.Carries(Plan.IndicatorByCode(new("D03"))));
        Assert.False(successor.Carries(Plan.IndicatorByCode(new("D01"))));
    }

    [Fact]
    public void Show_NamesTheSuccessors()
    {
        var output = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };

        PlanShow.Write(Plan, output);

        Assert.Contains("\nĐơn vị thay đổi (17 đơn vị trước; 69 đơn vị sau)\n", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("  01/07/2025: Buôn Hồ (644) kết thúc; kế thừa nhiệm vụ: Buôn Hồ (24305), Ea Drông (24328), Cư Bao (24340) (Nghị quyết số 1660/NQ-UBTVQH15 ngày 16/6/2025)\n", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("  01/07/2025: HCTP (STP-HCTP) + BTTP (STP-BTTP) nhập thành HC&BTTP (STP-HCBT) (", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("DL4  Báo cáo tổng kết phong trào thi đua năm 2025: 111 đơn vị", output.ToString(), StringComparison.Ordinal);
    }

    private static string? CodeOf(UnitMatch match) => (match as UnitMatch.Found)?.Unit.Code.Value;
}
