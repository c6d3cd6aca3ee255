using Emulation.Plan.Files;

namespace Emulation.Plan.Tests;

/// <summary>The overview of the shipped plan, whole.</summary>
public sealed class PlanShowTests
{
    [Fact]
    public void Write_DakLakPlan_IsTheApprovedText()
    {
        var output = new StringWriter { NewLine = "\n" };

        PlanShow.Write(Plans.DakLak, output);

        Assert.Equal(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "plan-show.approved.txt")), output.ToString());
    }

    [Fact]
    public void Write_TargetsOfTheProvince_AreATableWithWhatFailsAndWhy()
    {
        var files = ProvinceSharesTests.Files(
            "B06;district-office;740;;;equal;1;assumed;\nB12;*;60;;70;;;assumed;\nB20;*;3;;;;;assumed;\nT03;*;2020-06-30;;;;;plan;\nB05;*;Có;Có;;none;;plan;",
            "654;B06;2020-W1;adjusted;40;mưa lũ;CV 12;;2020-06-30;plan\nCUM3;B06;2020-W1;exempt;;mưa lũ;CV 13;;2020-06-30;plan");
        var plan = PlanFolder.Load(files).Plan!;
        plan = plan with { Targets = [.. plan.Targets.Where(target => (target.Indicator.Value, target.Units, target.Period.Value) != ("B06", "643", "2020-W1"))] };
        var output = new StringWriter { NewLine = "\n" };

        PlanShow.Write(plan, output);

        Assert.Contains(
            """

            Chỉ tiêu của tỉnh so với giao cho đơn vị (7; chưa bảo đảm 2)
              mã   kỳ         của tỉnh          cộng đơn vị  chênh lệch  đơn vị  chưa giao      ghi chú
              B06  2020-W1         740                  412        -328       9  Buôn Ma Thuột  CHƯA BẢO ĐẢM; được lệch 1 %; trước các quyết định 652; được miễn: M'Đrắk, Krông Bông, Krông A Na và 2 đơn vị khác
              B12  2020-W1        60 %        nhẹ nhất 50 %           –      15  –              CHƯA BẢO ĐẢM
              B12  2020           70 %        nhẹ nhất 70 %           –      15  –
              B20  2020-W1           3                    0          -3      15  –
              T03  2020-W1  30/06/2020  nhẹ nhất 30/06/2020           –      25  –
              B05  2020-W1          Có          nhẹ nhất Có           –      15  –              không so
              B05  2020-W2          Có          nhẹ nhất Có           –      15  –              không so

            """,
            output.ToString(), StringComparison.Ordinal);
    }
}
