using Emulation.Plan;

namespace Emulation.Jobs.Demo.Scenario;

/// <summary>People who do not exist: every given name says so (Mẫu, Ví Dụ, Thử …).</summary>
public sealed class InventedPeople(EmulationPlan plan, Dice dice)
{
    private static readonly string[] Families = ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Phan", "Vũ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô"];
    private static readonly string[] Given = ["Mẫu", "Ví Dụ", "Thử", "Minh Hoạ", "Giả Định", "Tưởng Tượng", "Trình Diễn", "Không Thật"];
    private static readonly string[] Positions = ["Trưởng phòng", "Phó Trưởng phòng", "Chuyên viên", "Chuyên viên chính", "Cán sự", "Nhân viên"];

    /// <summary>The staff of a unit, its head first; 4 to 9 people, the same all year.</summary>
    public IReadOnlyList<InventedPerson> StaffOf(Unit unit) =>
        [.. Enumerable.Range(0, dice.Between(4, 9, "staff", unit.Code.Value)).Select(index => Person(unit, index))];

    private InventedPerson Person(Unit unit, int index)
    {
        var key = index.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var isWoman = dice.Share("woman", unit.Code.Value, key) < 0.48;
        var name = $"{dice.Pick(Families, "family", unit.Code.Value, key)} {(isWoman ? "Thị" : "Văn")} {Given[index % Given.Length]}";
        var born = new DateOnly(plan.Year - 58, 1, 1).AddDays(dice.Between(0, 33 * 365, "born", unit.Code.Value, key));
        return new InventedPerson(name, isWoman, born, index == 0 ? Positions[0] : Positions[1 + dice.Between(0, 4, "position", unit.Code.Value, key)]);
    }
}

/// <summary>One invented person.</summary>
public sealed record InventedPerson(string Name, bool IsWoman, DateOnly BornOn, string Position);
