using Emulation.Jobs.Demo.OfficerFiles;
using Emulation.Plan;

namespace Emulation.Jobs.Demo.Scenario;

/// <summary>The forms that speak of people and collectives: registrations, initiatives, award proposals.</summary>
public sealed class PeopleSheets(EmulationPlan plan, Dice dice)
{
    private const string Collective = "Tập thể", Individual = "Cá nhân";
    private const string CollectiveSection = "I. Tập thể", IndividualSection = "II. Cá nhân";

    private static readonly string[] Topics =
    [
        "Mẫu sổ theo dõi hộ tịch trên máy tính", "Bộ câu hỏi đáp pháp luật cho hoà giải viên", "Lịch tuyên truyền pháp luật lưu động theo cụm xã",
        "Quy trình tiếp nhận hồ sơ chứng thực một lần", "Sổ tay thẩm định văn bản cấp huyện", "Bảng nhắc hạn giải quyết đơn thư",
        "Tủ sách pháp luật dùng chung tại nhà cộng đồng", "Mẫu phiếu lấy ý kiến người dân bằng mã vạch",
    ];

    private readonly InventedPeople people = new(plan, dice);

    public OfficerSheet Registration(Unit unit) => Sheet(FormKind.Registration, unit,
    [
        Row(CollectiveSection, Collective, unit.Name, "", unit.Name, "Tập thể lao động tiên tiến", "Giấy khen", "", ""),
        .. people.StaffOf(unit).Select((person, index) => Row(IndividualSection, Individual,
            person.Name, person.Position, unit.Name, TitleOf(unit, index), index < 2 ? "Giấy khen" : "", IsBest(unit, index) ? TopicOf(unit, index) : "", "")),
    ]);

    public OfficerSheet Initiatives(Unit unit) => Sheet(FormKind.Initiatives, unit,
    [
        .. people.StaffOf(unit).Take(dice.Between(1, 3, "initiatives", unit.Code.Value)).Select((person, index) => new OfficerRow(null, null,
        [
            OfficerCell.Of(TopicOf(unit, index)), OfficerCell.Of(person.Name), OfficerCell.Blank, OfficerCell.Of(unit.Name),
            OfficerCell.Blank, OfficerCell.Blank, OfficerCell.Of("Rút ngắn thời gian giải quyết hồ sơ, dễ áp dụng tại cơ sở"),
        ])),
    ]);

    public OfficerSheet AwardProposals(Unit unit)
    {
        var staff = people.StaffOf(unit);
        var votes = OfficerCell.Of((decimal)staff.Count);
        var collective = new OfficerRow(CollectiveSection, Collective,
        [
            OfficerCell.Of(unit.Name), OfficerCell.Blank, OfficerCell.Blank, OfficerCell.Blank, OfficerCell.Of(unit.Name),
            OfficerCell.Of("Tập thể lao động tiên tiến"), OfficerCell.Of("Giấy khen"), OfficerCell.Of("Có"), OfficerCell.Blank, OfficerCell.Of(CollectiveDiscipline(unit)),
            OfficerCell.Of("Hoàn thành tốt nhiệm vụ"), OfficerCell.Blank, OfficerCell.Blank, OfficerCell.Blank, OfficerCell.Of((decimal)staff.Count), OfficerCell.Of(staff.Count - 1m),
            votes, votes, OfficerCell.Of("Hoàn thành tốt nhiệm vụ được giao năm " + Year),
        ]);
        return Sheet(FormKind.AwardProposals, unit,
            [collective, .. staff.Take(dice.Between(2, 4, "awards", unit.Code.Value)).Select((person, index) => Proposal(unit, person, index, votes))]);
    }

    private OfficerRow Proposal(Unit unit, InventedPerson person, int index, OfficerCell votes) => new(IndividualSection, Individual,
    [
        OfficerCell.Of(person.Name), OfficerCell.Of(person.IsWoman ? "Nữ" : "Nam"), OfficerCell.Of(person.BornOn), OfficerCell.Of(person.Position),
        OfficerCell.Of(unit.Name), OfficerCell.Of(TitleOf(unit, index)), OfficerCell.Of("Giấy khen"), OfficerCell.Of("Có"),
        IsBest(unit, index) ? OfficerCell.Of($"{10 + index}/QĐ-HĐSK") : OfficerCell.Blank, DisciplineOf(unit, index),
        OfficerCell.Of(IsBest(unit, index) ? "Hoàn thành xuất sắc nhiệm vụ" : "Hoàn thành tốt nhiệm vụ"), OfficerCell.Of(RecruitedOn(unit, index)),
        AdvancedWorkerDecision(unit, index), OfficerCell.Of(index == 0 ? "Lãnh đạo, quản lý" : "Người trực tiếp công tác, lao động"), OfficerCell.Blank, OfficerCell.Blank, votes, votes,
        OfficerCell.Of("Hoàn thành tốt nhiệm vụ, có sáng kiến áp dụng tại đơn vị"),
    ]);

    private string Year => plan.Year.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private string TitleOf(Unit unit, int index) => IsBest(unit, index) ? "Chiến sĩ thi đua cơ sở" : "Lao động tiên tiến";

    /// <summary>Now and then somebody whom the award law bars: disciplined, or recruited too late.</summary>
    private OfficerCell DisciplineOf(Unit unit, int index) =>
        OfficerCell.Of(dice.Share("discipline", unit.Code.Value, Key(index)) < 0.04 ? "Khiển trách" : "Không");

    /// <summary>Milder than what bars a collective; told here and there.</summary>
    private string CollectiveDiscipline(Unit unit) => dice.Share("collective discipline", unit.Code.Value) < 0.1 ? "Khiển trách 01 người" : "Không";

    /// <summary>The decision on the title that chiến sĩ thi đua cơ sở builds on; some forget it.</summary>
    private OfficerCell AdvancedWorkerDecision(Unit unit, int index) => IsBest(unit, index) && dice.Share("held", unit.Code.Value) < 0.7
        ? OfficerCell.Of(FormattableString.Invariant($"{dice.Between(100, 480, "decision", unit.Code.Value)}/QĐ-UBND (LĐTT {plan.Year})"))
        : OfficerCell.Blank;

    private DateOnly RecruitedOn(Unit unit, int index) => dice.Share("new", unit.Code.Value, Key(index)) < 0.06
        ? new DateOnly(plan.Year, 5, 4)
        : new DateOnly(plan.Year - dice.Between(2, 25, "recruited", unit.Code.Value, Key(index)), 9, 1);

    private static string Key(int index) => index.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private bool IsBest(Unit unit, int index) => index == dice.Between(0, 1, "best", unit.Code.Value);

    private string TopicOf(Unit unit, int index) => Topics[(dice.Between(0, Topics.Length - 1, "topic", unit.Code.Value) + index) % Topics.Length];

    private OfficerSheet Sheet(FormKind form, Unit unit, IReadOnlyList<OfficerRow> rows) =>
        new() { Form = form, Unit = unit, Period = plan.YearPeriod, Rows = rows };

    private static OfficerRow Row(string section, string kind, params string[] cells) => new(section, kind, [.. cells.Select(OfficerCell.Of)]);
}
