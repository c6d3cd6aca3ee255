using Emulation.Plan;

namespace Emulation.Reports.Tests.Documents;

/// <summary>A plan of the size and the wording of 2020, for looking at reports: 17 units in four blocks, seven groups, a dozen indicators.</summary>
internal static class SamplePlan
{
    private static readonly (string Code, string Name, string Block)[] UnitRows =
    [
        ("643", "Thành phố Buôn Ma Thuột", "CUM1"), ("644", "Thị xã Buôn Hồ", "CUM1"), ("651", "Huyện Ea Kar", "CUM1"),
        ("654", "Huyện Krông Pắc", "CUM1"), ("648", "Huyện Cư M'gar", "CUM1"), ("645", "Huyện Ea H'leo", "CUM2"),
        ("646", "Huyện Ea Súp", "CUM2"), ("647", "Huyện Buôn Đôn", "CUM2"), ("649", "Huyện Krông Búk", "CUM2"),
        ("650", "Huyện Krông Năng", "CUM2"), ("652", "Huyện M'Đrắk", "CUM3"), ("653", "Huyện Krông Bông", "CUM3"),
        ("655", "Huyện Krông A Na", "CUM3"), ("656", "Huyện Lắk", "CUM3"), ("657", "Huyện Cư Kuin", "CUM3"),
        ("STP-TT", "Trung tâm Trợ giúp pháp lý nhà nước", "SO"), ("STP-QLXLVPHC", "Phòng Quản lý xử lý vi phạm hành chính và theo dõi thi hành pháp luật", "SO"),
    ];

    private static readonly (string Code, string Name, string Measure, IndicatorKind Kind, Direction Direction, Aggregation Aggregation, string Group)[] IndicatorRows =
    [
        ("A02", "Tỷ lệ hồ sơ thủ tục hành chính lĩnh vực tư pháp giải quyết đúng hạn", "%", IndicatorKind.Ratio, Direction.MoreIsBetter, Aggregation.Recompute, "A"),
        ("A04", "Kinh phí tiết kiệm chi thường xuyên", "triệu đồng", IndicatorKind.Money, Direction.MoreIsBetter, Aggregation.Sum, "A"),
        ("B06", "Số cuộc phổ biến pháp luật trực tiếp", "cuộc", IndicatorKind.Count, Direction.MoreIsBetter, Aggregation.Sum, "B"),
        ("B07", "Số lượt người được phổ biến pháp luật", "lượt người", IndicatorKind.Count, Direction.MoreIsBetter, Aggregation.Sum, "B"),
        ("B11", "Tỷ lệ hòa giải thành", "%", IndicatorKind.Ratio, Direction.MoreIsBetter, Aggregation.Recompute, "B"),
        ("B20", "Số trường hợp hộ tịch, chứng thực sai sót phải thu hồi, hủy bỏ", "trường hợp", IndicatorKind.Count, Direction.LessIsBetter, Aggregation.Sum, "B"),
        ("B22", "Ban hành kế hoạch theo dõi tình hình thi hành pháp luật", "ngày", IndicatorKind.Date, Direction.MoreIsBetter, Aggregation.Last, "B"),
        ("C01", "Số xã, phường, thị trấn đạt chuẩn tiếp cận pháp luật", "đơn vị", IndicatorKind.Count, Direction.MoreIsBetter, Aggregation.Last, "C"),
        ("D02", "Tỷ lệ cán bộ, công chức, viên chức, người lao động thực hiện", "%", IndicatorKind.Ratio, Direction.MoreIsBetter, Aggregation.Last, "D"),
        ("DD2", "Số trường hợp vi phạm kỷ luật, kỷ cương hành chính", "trường hợp", IndicatorKind.Count, Direction.LessIsBetter, Aggregation.Sum, "DD"),
        ("E01", "Kinh phí, hiện vật ủng hộ người nghèo (quy tiền)", "triệu đồng", IndicatorKind.Money, Direction.MoreIsBetter, Aggregation.Sum, "E"),
        ("T01", "Văn bản phát động phong trào thi đua", "có/không", IndicatorKind.YesNo, Direction.MoreIsBetter, Aggregation.Last, "T"),
    ];

    private static readonly (string Code, string Name, decimal Points)[] GroupRows =
    [
        ("A", "Thực hiện nhiệm vụ phát triển kinh tế - xã hội của tỉnh", 10), ("B", "Toàn ngành Tư pháp đoàn kết, kỷ cương, trách nhiệm", 45),
        ("C", "Ngành Tư pháp chung sức góp phần xây dựng nông thôn mới", 12), ("D", "Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh", 8),
        ("DD", "Thực hiện văn hóa công sở", 10), ("E", "Các phong trào khác", 5), ("T", "Tổ chức phong trào và chế độ báo cáo", 10),
    ];

    public static EmulationPlan Plan { get; } = Build();

    private static EmulationPlan Build()
    {
        var periods = Periods();
        return new EmulationPlan
        {
            Code = "dak-lak-2020",
            Title = "Kế hoạch phát động phong trào thi đua trong ngành Tư pháp tỉnh Đắk Lắk năm 2020",
            Issuer = new Issuer("Sở Tư pháp", "UBND tỉnh Đắk Lắk", "STP", "Đắk Lắk", "thidua@stp.example", "GIÁM ĐỐC"),
            Year = 2020,
            TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Ho_Chi_Minh"),
            HoldsFrom = new DateOnly(2020, 1, 1),
            LegalBasis = "Kế hoạch phát động phong trào thi đua năm 2020 của Sở Tư pháp",
            Units = [.. UnitRows.Select(row => SampleUnit(row.Code, row.Name, row.Block))],
            Movements = [.. GroupRows.Take(6).Select((row, index) => SampleMovement(row.Code, row.Name, index))],
            Indicators = [.. IndicatorRows.Select(SampleIndicator)],
            Targets = [.. new[] { "2020-W1", "2020" }.Select(period => new Target { Indicator = new IndicatorCode("B06"), Units = "643", Period = new PeriodCode(period), Value = 520, Basis = Basis.Illustrative })],
            Exemptions = Decisions(),
            Waves = [new Wave(1, periods[12], new DateOnly(2020, 7, 5)), new Wave(2, periods[13], new DateOnly(2021, 1, 8))],
            Duties = Duties(periods),
            Blocks = [new Block("CUM1", "Cụm 1", 1, true), new Block("CUM2", "Cụm 2", 2, true), new Block("CUM3", "Cụm 3", 3, true), new Block("SO", "Khối Sở", 4, true)],
            Scoring = Rules(),
            Recipients = Recipients(),
            Calendar = new PlanCalendar([], DayShift.NextWorkingDay, new TimeOnly(8, 0), new TimeOnly(17, 0), new TimeOnly(7, 30), [7, 3, 1, 0, -1, -3]),
            Periods = periods,
        };
    }

    private static List<Period> Periods() =>
    [
        .. Enumerable.Range(1, 12).Select(month => new Period(
            new PeriodCode($"2020-{month:00}"), PeriodKind.Month, $"tháng {month}/2020", new DateOnly(2020, month, 15).AddMonths(-1), new DateOnly(2020, month, 14))),
        new Period(new PeriodCode("2020-W1"), PeriodKind.Wave, "đợt 1 năm 2020", new DateOnly(2020, 1, 1), new DateOnly(2020, 6, 30)),
        new Period(new PeriodCode("2020-W2"), PeriodKind.Wave, "đợt 2 năm 2020", new DateOnly(2020, 7, 1), new DateOnly(2020, 12, 31)),
        new Period(new PeriodCode("2020"), PeriodKind.Year, "năm 2020", new DateOnly(2020, 1, 1), new DateOnly(2020, 12, 31)),
    ];

    private static Unit SampleUnit(string code, string name, string block) => new()
    {
        Code = new UnitCode(code),
        CodeSystem = block == "SO" ? "own" : "gso",
        Name = block == "SO" ? name : "Phòng Tư pháp " + char.ToLowerInvariant(name[0]) + name[1..],
        ShortName = name.Replace("Huyện ", "", StringComparison.Ordinal).Replace("Thành phố ", "", StringComparison.Ordinal).Replace("Thị xã ", "", StringComparison.Ordinal),
        Kind = block == "SO" ? "department-unit" : "district-office",
        Block = block,
        Folder = "don-vi-" + code.ToLowerInvariant(),
        Aliases = [],
        MailAddress = $"don-vi-{code.ToLowerInvariant()}@donvi.example",
        Basis = Basis.Found,
    };

    private static Movement SampleMovement(string code, string name, int index) =>
        new(new MovementCode(code), code == "DD" ? "đ" : code.ToLowerInvariant(), index + 1, name, name, "ministry", 2020, 2020, null);

    private static Indicator SampleIndicator((string Code, string Name, string Measure, IndicatorKind Kind, Direction Direction, Aggregation Aggregation, string Group) row) => new()
    {
        Code = new IndicatorCode(row.Code),
        Name = row.Name,
        EnglishName = row.Code,
        Measure = row.Measure,
        Kind = row.Kind,
        Direction = row.Direction,
        Aggregation = row.Aggregation,
        Group = new MovementOrCriterion(row.Group),
        IsCore = true,
        Units = ["*"],
        Checks = [],
        Synonyms = [],
        Basis = Basis.Illustrative,
    };

    private static List<Duty> Duties(List<Period> periods) =>
    [
        SampleDuty("DL1", "Văn bản phát động và đăng ký thi đua", FormKind.Registration, [Owed(periods[14], new DateOnly(2020, 1, 2), new DateOnly(2020, 1, 31))]),
        SampleDuty("DL3", "Báo cáo sơ kết đợt 1", FormKind.WaveReport, [Owed(periods[12], new DateOnly(2020, 6, 1), new DateOnly(2020, 6, 30))]),
        SampleDuty("SL", "Số liệu hằng tháng", FormKind.Figures, [.. periods.Take(12).Select(month => Owed(month, month.To, new DateOnly(2020, month.To.Month, 20)))]),
    ];

    /// <summary>Another target for one unit, and nothing owed by another.</summary>
    private static List<Exemption> Decisions() =>
    [
        new() { Units = "643", Subject = "B06", Kind = ExemptionKind.Adjusted, Value = 400, Reason = "Sáp nhập hai phường", Document = "Công văn số 12/STP-VP", Until = new DateOnly(2020, 12, 31), Basis = Basis.Illustrative },
        new() { Units = "643", Subject = "C01", Kind = ExemptionKind.Exempt, Reason = "Chuyển nhiệm vụ về Sở", Document = "Công văn số 15/STP-VP", Until = new DateOnly(2020, 12, 31), Basis = Basis.Illustrative },
    ];

    private static DutyOccurrence Owed(Period period, DateOnly opens, DateOnly due) => new(period, opens, due.AddDays(-5), due, due.AddDays(20));

    private static Duty SampleDuty(string code, string name, FormKind form, IReadOnlyList<DutyOccurrence> occurrences) => new()
    {
        Code = code,
        Name = name,
        Form = form,
        Units = ["*"],
        Occurrences = occurrences,
        Addressee = "Văn phòng Sở",
        IsMandatory = true,
        Basis = Basis.Plan,
    };

    private static RuleSet Rules() => new()
    {
        Code = "RS-2020-DEMO",
        Name = "Bộ quy tắc minh họa năm 2020",
        Basis = Basis.Illustrative,
        Groups = [.. GroupRows.Select(row => new ScoringGroup(row.Code, row.Name, row.Points))],
        Rules = [.. IndicatorRows.Select(row => new ScoringRule
        {
            Code = row.Code, Group = row.Group, Function = ScoringFunction.Proportional, Indicator = new IndicatorCode(row.Code), MaxPoints = 5, Bands = [], Periods = [], Units = [],
        })],
        NotApplicable = NotApplicablePolicy.Rescale,
        BonusCap = 10,
        PenaltyCap = 10,
        RoundingPlaces = 2,
        Lateness = [new LatenessBand(0, 1)],
        Grades = [new Grade("excellent", "Xuất sắc", 90), new Grade("good", "Tốt", 80), new Grade("fair", "Khá", 65), new Grade("average", "Trung bình", 50), new Grade("weak", "Yếu", 0)],
        Gates = [new Gate("late-report", "thiếu hoặc chậm quá 10 ngày báo cáo bắt buộc", GateKind.MandatoryReport, null, 10)],
        TieBreaks = ["B", "T", "penalty"],
    };

    private static List<Recipient> Recipients()
    {
        ReportKind[] all = [ReportKind.MonthlyProgress, ReportKind.WaveInterim, ReportKind.Final];
        return
        [
            new Recipient("BTP", "Bộ Tư pháp (Vụ Thi đua - Khen thưởng)", RecipientKind.To, ["vutdkt@btp.example"], [ReportKind.WaveInterim, ReportKind.Final], null, null, Basis.Plan),
            new Recipient("SNV", "Sở Nội vụ (Ban Thi đua - Khen thưởng)", RecipientKind.To, ["bantdkt@snv.example"], [ReportKind.WaveInterim, ReportKind.Final], null, null, Basis.Plan),
            new Recipient("GD", "Giám đốc, các Phó Giám đốc Sở", RecipientKind.To, ["lanhdao@stp.example", "pgd@stp.example"], all, null, null, Basis.Plan),
            new Recipient("PTP", "Phòng Tư pháp các huyện, thị xã, thành phố", RecipientKind.Cc, ["phongtuphap@stp.example"], all, null, null, Basis.Plan),
            new Recipient("LUU", "Lưu: VT, VP (TĐ)", RecipientKind.Archive, [], [], null, null, Basis.Plan),
        ];
    }
}
