using Emulation.Plan;
using Emulation.Plan.Files;
using Emulation.Reports.Awards;

namespace Emulation.Reports.Tests.Awards;

/// <summary>The award law of both eras on invented people: domain facts, not the code, say what should come out.</summary>
public sealed class AwardChecksTests
{
    private static readonly EmulationPlan Plan = LoadPlan();
    private static readonly UnitCode Unit = new("654");
    private static readonly DateOnly In2020 = new(2020, 12, 31);
    private static readonly DateOnly In2024 = new(2024, 12, 31);
    private static readonly DateOnly In2025 = new(2025, 12, 31);
    private static int rows;

    // Recruited on 1 March: ten full months by the end of 2020; on 2 March: nine.
    [Theory]
    [InlineData("2020-03-01", CheckOutcome.Met, "Tuyển dụng ngày 01/03/2020, đã làm 10 tháng (cần 10).")]
    [InlineData("2020-03-02", CheckOutcome.Failed, "Tuyển dụng ngày 02/03/2020, mới làm 9 tháng (cần 10).")]
    [InlineData("2012-08-15", CheckOutcome.Met, "Tuyển dụng ngày 15/08/2012, đã làm 100 tháng (cần 10).")]
    [InlineData(null, CheckOutcome.Unknown, "Chưa ghi ngày tuyển dụng.")]
    public void Service_In2020_NeedsTenMonths(string? recruited, CheckOutcome outcome, string said)
    {
        var line = Line(Person("Lao động tiên tiến") with { RecruitedOn = recruited is null ? null : DateOnly.Parse(recruited, System.Globalization.CultureInfo.InvariantCulture) }, "TG", In2020);

        Assert.Equal((outcome, said), (line.Outcome, line.Said));
    }

    [Fact]
    public void Service_Since2024_NeedsSixMonths() =>
        Assert.Equal(CheckOutcome.Met, Line(Person("LĐTT") with { RecruitedOn = new DateOnly(2020, 6, 1) }, "TG", In2024).Outcome);

    // 15 per cent of those who reach LĐTT; whoever is proposed for CSTĐCS reaches LĐTT too.
    [Theory]
    [InlineData(20, 3, CheckOutcome.Met, "3 người được đề nghị, trên 20 người đạt Lao động tiên tiến (toàn ngành); tối đa 15% là 3 người.")]
    [InlineData(20, 4, CheckOutcome.Failed, "4 người được đề nghị, trên 20 người đạt Lao động tiên tiến (toàn ngành); quá mức tối đa 15% là 3 người, phải chọn lại.")]
    [InlineData(5, 1, CheckOutcome.Met, "1 người được đề nghị, trên 5 người đạt Lao động tiên tiến (toàn ngành); tối đa 15% là 1 người.")]
    [InlineData(3, 1, CheckOutcome.Failed, "1 người được đề nghị, trên 3 người đạt Lao động tiên tiến (toàn ngành); quá mức tối đa 15% là 0 người, phải chọn lại.")]
    public void Quota_In2020_IsFifteenPerCentOfAdvancedWorkers(int advanced, int fighters, CheckOutcome outcome, string said)
    {
        List<Nominee> people = [.. Enumerable.Range(0, advanced).Select(index => Person(index < fighters ? "Chiến sĩ thi đua cơ sở" : "Lao động tiên tiến", $"Người Mẫu {index}"))];

        var first = Check(people, In2020)[0].Rules.Single(rule => rule.Rule.Code == "TLCSTD");

        Assert.Equal((outcome, said), (first.Outcome, first.Said));
        Assert.Equal(AwardSeverity.Blocker, first.Rule.Severity);
    }

    [Fact]
    public void Quota_CountsWhatUnitsStateOfTheirCollectives()
    {
        var collective = Group("Tập thể lao động tiên tiến") with { Staff = 40, AdvancedWorkers = 40 };
        List<Nominee> nominees = [collective, .. Enumerable.Range(0, 6).Select(index => Person("CSTĐCS", $"Người Mẫu {index}"))];

        Assert.Equal(CheckOutcome.Met, Check(nominees, In2020)[1].Rules.Single(rule => rule.Rule.Code == "TLCSTD").Outcome);
    }

    // 15 per cent of 9 people are 1.35: whole people by the rule's own rounding.
    [Theory]
    [InlineData(QuotaRounding.Down, 9, CheckOutcome.Failed)]
    [InlineData(QuotaRounding.Nearest, 9, CheckOutcome.Failed)]
    [InlineData(QuotaRounding.Up, 9, CheckOutcome.Met)]
    [InlineData(QuotaRounding.Down, 10, CheckOutcome.Failed)]
    [InlineData(QuotaRounding.Nearest, 10, CheckOutcome.Met)]
    [InlineData(QuotaRounding.Up, 10, CheckOutcome.Met)]
    public void Quota_IsRoundedAsTheRuleSays(QuotaRounding rounding, int people, CheckOutcome outcome) =>
        Assert.Equal(outcome, Quota(rule => rule with { Rounding = rounding }, Fighters(2, people)));

    // Two fighters among five people of a unit are too many of it; over its block's 14 people they are not; others than the block's do not count for that.
    [Theory]
    [InlineData(AwardPool.Unit, CheckOutcome.Failed)]
    [InlineData(AwardPool.Block, CheckOutcome.Met)]
    [InlineData(AwardPool.Plan, CheckOutcome.Met)]
    public void Quota_IsCountedOverItsPool(AwardPool pool, CheckOutcome outcome)
    {
        var neighbour = Plan.Units.First(unit => unit.Block == Plan.UnitByCode(Unit).Block && unit.Code != Unit).Code;
        var stranger = Plan.Units.First(unit => unit.Block != Plan.UnitByCode(Unit).Block).Code;
        List<Nominee> near = [.. Fighters(2, 5), .. Fighters(0, 9).Select(one => one with { Unit = neighbour })];
        List<Nominee> far = [.. Fighters(2, 5), .. Fighters(0, 9).Select(one => one with { Unit = stranger })];

        Assert.Equal(outcome, Quota(rule => rule with { Pool = pool }, near));
        Assert.Equal(pool == AwardPool.Plan ? CheckOutcome.Met : CheckOutcome.Failed, Quota(rule => rule with { Pool = pool }, far));
    }

    [Theory]
    [InlineData(2024)]
    [InlineData(2025)]
    public void Quota_Since2024_IsGone(int year) =>
        Assert.DoesNotContain(Check([Person("CSTĐCS")], new DateOnly(year, 12, 31))[0].Rules, rule => rule.Rule.Kind == AwardCheckKind.Quota);

    [Theory]
    [InlineData(null, "Hoàn thành xuất sắc nhiệm vụ", CheckOutcome.Failed, CheckOutcome.Met)]
    [InlineData("12/QĐ-HĐSK", null, CheckOutcome.Met, CheckOutcome.Met)]
    [InlineData(null, "Hoàn thành tốt nhiệm vụ", CheckOutcome.Failed, CheckOutcome.Failed)]
    [InlineData(null, null, CheckOutcome.Failed, CheckOutcome.Unknown)]
    public void Initiative_NeededIn2020_ExcellenceIsEnoughSince2024(string? decision, string? completion, CheckOutcome in2020, CheckOutcome in2024)
    {
        var person = Person("CSTĐCS") with { InitiativeDecision = decision, Completion = completion };

        Assert.Equal((in2020, in2024, in2024), (Line(person, "SK", In2020).Outcome, Line(person, "SK", In2024).Outcome, Line(person, "SK", In2025).Outcome));
    }

    [Theory]
    [InlineData("Không", CheckOutcome.Met, CheckOutcome.Met)]
    [InlineData("Khiển trách", CheckOutcome.Failed, CheckOutcome.Met)]
    [InlineData("Đang xem xét kỷ luật", CheckOutcome.Met, CheckOutcome.Failed)]
    [InlineData(null, CheckOutcome.Unknown, CheckOutcome.Met)]
    public void Discipline_BarsAndHoldsApart(string? said, CheckOutcome discipline, CheckOutcome hold)
    {
        var person = Person("LĐTT") with { Discipline = said };

        Assert.Equal((discipline, hold), (Line(person, "KL", In2020).Outcome, Line(person, "CX", In2020).Outcome));
    }

    // People are barred from khiển trách on, collectives from cảnh cáo on, in every era; a level nobody can read bars as before.
    [Theory]
    [InlineData("Khiển trách", CheckOutcome.Failed, CheckOutcome.Met)]
    [InlineData("Khiển trách 01 người (QĐ 12/QĐ-UBND)", CheckOutcome.Failed, CheckOutcome.Met)]
    [InlineData("01 người bị cảnh cáo", CheckOutcome.Failed, CheckOutcome.Failed)]
    [InlineData("Khiển trách 2, CẢNH CÁO 1", CheckOutcome.Failed, CheckOutcome.Failed)]
    [InlineData("Kéo dài thời hạn nâng lương", CheckOutcome.Failed, CheckOutcome.Failed)]
    [InlineData("Buộc thôi việc", CheckOutcome.Failed, CheckOutcome.Failed)]
    [InlineData("Có 01 người", CheckOutcome.Failed, CheckOutcome.Failed)]
    [InlineData("Không có ai bị từ khiển trách", CheckOutcome.Failed, CheckOutcome.Failed)]
    [InlineData("Không", CheckOutcome.Met, CheckOutcome.Met)]
    [InlineData(null, CheckOutcome.Unknown, CheckOutcome.Unknown)]
    public void Discipline_BarsFromTheLevelOfItsRule(string? said, CheckOutcome person, CheckOutcome collective)
    {
        foreach (var day in new[] { In2020, In2024, In2025 })
        {
            var lines = Check([Person("LĐTT") with { Discipline = said }, Group("TTLĐTT") with { Discipline = said }], day)
                .Select(one => one.Rules.Single(line => line.Rule.Kind == AwardCheckKind.Discipline).Outcome);
            Assert.Equal([person, collective], lines);
        }
    }

    [Fact]
    public void Discipline_SaysItsLevel()
    {
        Assert.Equal("Khiển trách: dưới mức Cảnh cáo, không vướng.", Line(Group("TTLĐXS") with { Discipline = "Khiển trách" }, "KLTT", In2020).Said);
        Assert.Equal("Bị kỷ luật: 1 người (không đọc được mức, coi là vướng; vướng từ mức Cảnh cáo trở lên).", Line(Group("TTLĐXS") with { Discipline = "1 người" }, "KLTT", In2020).Said);
        Assert.Equal("Bị kỷ luật: cách chức (vướng từ mức Khiển trách trở lên).", Line(Person("Giấy khen") with { Discipline = "cách chức" }, "KL", In2020).Said);
    }

    // A plan that names no level bars for any discipline, as plans from before levels did.
    [Fact]
    public void Discipline_OfARuleWithoutLevel_BarsAnybody()
    {
        var set = Plan.Awards.On(In2020)!;
        var rule = set.Rules.Single(rule => rule.Code == "KLTT") with { FromLevel = null, IsCollective = null };

        var lines = Of(Plan, set with { Rules = [rule] }, [Person("LĐTT") with { Discipline = "Khiển trách" }, Group("TTLĐTT") with { Discipline = "Khiển trách" }], []);

        Assert.All(lines, one => Assert.Equal((CheckOutcome.Failed, "Bị kỷ luật: Khiển trách."), (one.Rules.Single().Outcome, one.Rules.Single().Said)));
    }

    // CSTĐCS builds on LĐTT of the same year: a row of the list, a decision that says so, or nobody knows. Never silently met.
    [Theory]
    [InlineData("215/QĐ-UBND (LĐTT 2020)", CheckOutcome.Met, "Đã đạt Lao động tiên tiến năm 2020: 215/QĐ-UBND (LĐTT 2020).")]
    [InlineData("98/QĐ-UBND (Giấy khen 2019); 215/QĐ-UBND lao động tiên tiến 2020", CheckOutcome.Met, "Đã đạt Lao động tiên tiến năm 2020: 215/QĐ-UBND lao động tiên tiến 2020.")]
    [InlineData("215/QĐ-UBND (LĐTT 2019)", CheckOutcome.Unknown, "Nêu 215/QĐ-UBND (LĐTT 2019); cần đối chiếu có phải Lao động tiên tiến năm 2020 không.")]
    [InlineData("215/QĐ-UBND", CheckOutcome.Unknown, "Chưa rõ đã đạt Lao động tiên tiến năm 2020: danh sách không có dòng đề nghị, cột “Số QĐ khen trước” không nêu quyết định.")]
    [InlineData("215/QĐ-UBND (TTLĐTT 2020)", CheckOutcome.Unknown, "Chưa rõ đã đạt Lao động tiên tiến năm 2020: danh sách không có dòng đề nghị, cột “Số QĐ khen trước” không nêu quyết định.")]
    [InlineData(null, CheckOutcome.Unknown, "Chưa rõ đã đạt Lao động tiên tiến năm 2020: danh sách không có dòng đề nghị, cột “Số QĐ khen trước” không nêu quyết định.")]
    public void Reached_ByADecision_OfTheTitleAndTheYear(string? earlier, CheckOutcome outcome, string said)
    {
        foreach (var day in new[] { In2020, In2024, In2025 })
        {
            var line = Line(Person("CSTĐCS") with { EarlierDecisions = earlier }, "NEN", day);
            Assert.Equal((outcome, said, AwardSeverity.Blocker), (line.Outcome, line.Said, line.Rule.Severity));
        }
    }

    // Nine months of service are too few for LĐTT in 2020 and enough since 2024.
    [Fact]
    public void Reached_ByTheLawOfItsEra()
    {
        var late = Person("CSTĐCS") with { RecruitedOn = new DateOnly(2020, 4, 1), EarlierDecisions = "215/QĐ-UBND (LĐTT 2020)" };

        Assert.Equal((CheckOutcome.Failed, "Không đạt Lao động tiên tiến: Tuyển dụng ngày 01/04/2020, mới làm 9 tháng (cần 10)."), (Line(late, "NEN", In2020).Outcome, Line(late, "NEN", In2020).Said));
        Assert.Equal(CheckOutcome.Met, Line(late, "NEN", In2024).Outcome);
        Assert.Equal(CheckOutcome.Failed, Line(late with { Discipline = "Khiển trách" }, "NEN", In2024).Outcome);
    }

    // A second row of the same person: what the council, or the list, says of it. The two rows are two steps, no double award, unless both ask for the same.
    [Theory]
    [InlineData("LĐTT", null, CheckOutcome.Met, CheckOutcome.Met)]
    [InlineData("LĐTT", "granted", CheckOutcome.Met, CheckOutcome.Met)]
    [InlineData("LĐTT", "refused", CheckOutcome.Failed, CheckOutcome.Met)]
    [InlineData("LĐTT", "postponed", CheckOutcome.Unknown, CheckOutcome.Met)]
    [InlineData("LĐTT", "Giấy khen", CheckOutcome.Failed, CheckOutcome.Met)]
    [InlineData("Giấy khen", "LĐTT", CheckOutcome.Unknown, CheckOutcome.Failed)]
    [InlineData("CSTĐCS", null, CheckOutcome.Unknown, CheckOutcome.Failed)]
    public void Reached_ByARowOfTheSamePerson(string second, string? decided, CheckOutcome reached, CheckOutcome once)
    {
        var decision = decided is null ? null : decided.Contains('e', StringComparison.Ordinal) && char.IsAsciiLetterLower(decided[0])
            ? new AwardDecision(decided, null, "Biên bản", "thư ký", DateTimeOffset.UnixEpoch)
            : new AwardDecision(AwardDecision.Changed, decided, "Biên bản", "thư ký", DateTimeOffset.UnixEpoch);

        var rules = Of(Plan, Plan.Awards.On(In2020)!, [Person("CSTĐCS"), Person(second)], [], decision)[0].Rules;

        Assert.Equal((reached, once), (rules.Single(line => line.Rule.Code == "NEN").Outcome, rules.Single(line => line.Rule.Code == "MOT").Outcome));
    }

    [Fact]
    public void Reached_ByTheSameRowOrARowThatIsBarred()
    {
        Assert.Equal(CheckOutcome.Met, Line(Person("CSTĐCS") with { Commendation = "Lao động tiên tiến" }, "NEN", In2020).Outcome);
        CheckedRule Of(Func<Nominee, Nominee> second) => Check([Person("CSTĐCS"), second(Person("LĐTT"))], In2020)[0].Rules.Single(line => line.Rule.Code == "NEN");
        Assert.Equal(CheckOutcome.Failed, Of(one => one with { RecruitedOn = new DateOnly(2020, 5, 4) }).Outcome);
        Assert.Equal(CheckOutcome.Unknown, Of(one => one with { Discipline = null }).Outcome);
        Assert.Equal(CheckOutcome.Unknown, Of(one => one with { Unit = new UnitCode("652"), BornOn = null }).Outcome);
    }

    // Whom the law bars from LĐTT does not count among those who reach it; one person on two rows counts once.
    [Fact]
    public void Quota_CountsThoseWhoCanReachTheTitle()
    {
        List<Nominee> people = [.. Fighters(3, 20), Person("LĐTT", "Người Mẫu 0"), Person("LĐTT", "Mới Vào") with { RecruitedOn = new DateOnly(2020, 9, 1) }];
        string Said(IReadOnlyList<Nominee> all) => Check(all, In2020)[0].Rules.Single(rule => rule.Rule.Code == "TLCSTD").Said;

        Assert.StartsWith("3 người được đề nghị, trên 20 người đạt", Said(people), StringComparison.Ordinal);
        Assert.StartsWith("3 người được đề nghị, trên 19 người đạt", Said([.. people[..19], people[19] with { Discipline = "Khiển trách" }, .. people[20..]]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Không", CheckOutcome.Failed)]
    [InlineData("chưa có", CheckOutcome.Failed)]
    [InlineData("Có", CheckOutcome.Unknown)]
    [InlineData("12/QĐ-HĐSK", CheckOutcome.Met)]
    public void Initiative_WithoutANumber_IsNotMet(string said, CheckOutcome outcome) =>
        Assert.Equal(outcome, Line(Person("CSTĐCS") with { InitiativeDecision = said }, "SK", In2020).Outcome);

    // Two units may each have a Nguyễn Văn Mẫu; born on the same day he is one person, and the line says where.
    [Fact]
    public void SamePerson_InTwoUnits_IsFoundByTheBirthday()
    {
        var elsewhere = Person("LĐTT") with { Unit = new UnitCode("652") };
        string Said(Nominee other) => Check([Person("LĐTT"), other], In2020)[0].Rules.Single(rule => rule.Rule.Code == "MOT").Said;

        Assert.Equal($"Còn được đề nghị ở dòng {elsewhere.Key.RowNumber} ({Plan.UnitByCode(elsewhere.Unit).ShortName}).", Said(elsewhere));
        Assert.Equal("Không bị đề nghị trùng.", Said(elsewhere with { BornOn = null }));
    }

    // More than half for TTLĐTT, at least 70 per cent and one CSTĐCS for TTLĐXS.
    [Theory]
    [InlineData("TTLĐTT", 10, 5, 0, "TT50", CheckOutcome.Failed)]
    [InlineData("TTLĐTT", 10, 6, 0, "TT50", CheckOutcome.Met)]
    [InlineData("TTLĐXS", 10, 7, 1, "XS70", CheckOutcome.Met)]
    [InlineData("TTLĐXS", 10, 6, 1, "XS70", CheckOutcome.Failed)]
    [InlineData("TTLĐXS", 10, 7, 0, "XSCS", CheckOutcome.Failed)]
    [InlineData("TTLĐXS", 10, 7, 1, "XSCS", CheckOutcome.Met)]
    public void Collective_NeedsItsShareOfMembers(string title, int staff, int advanced, int fighters, string rule, CheckOutcome outcome) =>
        Assert.Equal(outcome, Line(Group(title) with { Staff = staff, AdvancedWorkers = advanced, EmulationFighters = fighters }, rule, In2020).Outcome);

    [Fact]
    public void SamePersonTwice_BlocksBothAndNamesTheOtherRow()
    {
        var (first, second) = (Person("LĐTT", "Trần Thị Ví Dụ"), Person("LĐTT", "Trần  thị VÍ DỤ"));

        var lines = Check([first, second], In2020).Select(one => one.Rules.Single(rule => rule.Rule.Code == "MOT")).ToList();

        Assert.All(lines, line => Assert.Equal(CheckOutcome.Failed, line.Outcome));
        Assert.Equal($"Còn được đề nghị ở dòng {second.Key.RowNumber}.", lines[0].Said);
    }

    // The same name is the same person unless both birthdays are known and differ.
    [Theory]
    [InlineData("1980-01-02", CheckOutcome.Failed)]
    [InlineData(null, CheckOutcome.Failed)]
    [InlineData("1991-05-06", CheckOutcome.Met)]
    public void SameName_IsTheSamePersonUnlessBornOnAnotherDay(string? bornOn, CheckOutcome outcome)
    {
        var other = Person("LĐTT") with { BornOn = bornOn is null ? null : DateOnly.Parse(bornOn, System.Globalization.CultureInfo.InvariantCulture) };

        Assert.All(Check([Person("LĐTT"), other], In2020), one => Assert.Equal(outcome, one.Rules.Single(rule => rule.Rule.Code == "MOT").Outcome));
    }

    // The limit itself is enough.
    [Theory]
    [InlineData(9, CheckOutcome.Met)]
    [InlineData(8, CheckOutcome.Failed)]
    public void Votes_OfNinetyPerCent_AreEnough(int votes, CheckOutcome outcome)
    {
        var set = Plan.Awards.On(In2020)!;
        var rule = set.Rules[0] with { Kind = AwardCheckKind.Votes, Limit = 90, Titles = [] };

        var line = Of(Plan, set with { Rules = [rule] }, [Person("CSTĐCS") with { VotesFor = votes, VotesTotal = 10 }], [])[0].Rules.Single();

        Assert.Equal(outcome, line.Outcome);
    }

    [Fact]
    public void Registered_ForAnotherTitle_WarnsAndNamesIt()
    {
        var person = Person("CSTĐCS");
        RegisteredTitle[] registrations = [new(Unit, false, person.Name, "Lao động tiên tiến", null)];

        var line = Of(Plan, Plan.Awards.On(In2020)!, [person], registrations)[0].Rules.Single(rule => rule.Rule.Code == "DK");

        Assert.Equal((CheckOutcome.Failed, AwardSeverity.Warning, "Đã đăng ký danh hiệu khác: Lao động tiên tiến."), (line.Outcome, line.Rule.Severity, line.Said));
    }

    [Fact]
    public void Standing_FollowsTheGravestLine()
    {
        var ready = Person("LĐTT");
        var registered = new RegisteredTitle(Unit, false, ready.Name, "LĐTT", null);
        DossierStanding StandingOf(Nominee nominee) => Of(Plan, Plan.Awards.On(In2020)!, [nominee], [registered])[0].Standing;

        Assert.Equal(DossierStanding.Ready, StandingOf(ready));
        Assert.Equal(DossierStanding.NeedsPerson, StandingOf(ready with { RecruitedOn = null }));
        Assert.Equal(DossierStanding.NeedsPerson, StandingOf(ready with { Title = "Danh hiệu lạ" }));
        Assert.Equal(DossierStanding.Blocked, StandingOf(ready with { Discipline = "Cảnh cáo" }));
    }

    // Who shares in an exceeded quota and lacks nothing else is not told that he lacks something.
    [Fact]
    public void Lines_TellEvidenceAndWhoIsOnlyOverTheQuota()
    {
        var people = Fighters(2, 5).Select(one => one with { InitiativeDecision = "12/QĐ-HĐSK", EarlierDecisions = "215/QĐ-UBND (LĐTT 2020)", VotesFor = 9, VotesTotal = 10 }).ToList();
        var set = Plan.Awards.On(In2020)!;
        var list = new AwardCheckList(set, [.. Check([.. people[..1], people[1] with { InitiativeDecision = null }, .. people[2..]], In2020).Select(one => new Dossier(one, null))]);

        Assert.Equal(["Vượt tỷ lệ, phải chọn", "Chưa đủ điều kiện", "Cần xem xét"], list.Dossiers.Take(3).Select(dossier => AwardLines.Standing(dossier.Checked)));
        Assert.Equal(
            [
                "5 hồ sơ: 0 đủ điều kiện, 3 cần xem xét, 2 chưa đủ điều kiện (trong đó 1 chỉ vướng tỷ lệ).",
                "Chiến sĩ thi đua cơ sở: 2 người được đề nghị, trên 5 người đạt Lao động tiên tiến (toàn ngành); quá mức tối đa 15% là 1 người, phải chọn lại.",
            ],
            AwardLines.Summary(list, Plan.Awards));
        Assert.Equal(
            [
                "✗ Tỷ lệ: 2 người được đề nghị, trên 5 người đạt Lao động tiên tiến (toàn ngành); quá mức tối đa 15% là 1 người, phải chọn lại. (NĐ 91/2017/NĐ-CP Điều 9 khoản 3)",
                "✗ Đăng ký thi đua: Không có trong bản đăng ký thi đua của đơn vị. (Kế hoạch phát động, hạn đăng ký 31/01)",
                "✓ Danh hiệu làm cơ sở: Đã đạt Lao động tiên tiến năm 2020: 215/QĐ-UBND (LĐTT 2020).",
                "✓ Sáng kiến: Có quyết định 12/QĐ-HĐSK.",
                "✓ Thời gian công tác: Tuyển dụng ngày 01/01/2010, đã làm 132 tháng (cần 10).",
                "✓ Phiếu: 9/10 phiếu, đạt 90% (cần từ 80%).",
                "✓ Người trực tiếp lao động, công tác: 5 người trực tiếp, 0 lãnh đạo, 0 chưa ghi (trong đơn vị): 100%.",
                "✓ Các điều kiện khác: không bị kỷ luật; hồ sơ không ghi việc đang bị xem xét, thanh tra, khiếu nại, tố cáo; không đề nghị trùng.",
            ],
            AwardLines.Of(list.Dossiers[0].Checked));
    }

    // The plan asks for attention to direct workers, no law says how many: every era tells the share and judges nobody by it.
    [Theory]
    [InlineData(2020)]
    [InlineData(2024)]
    [InlineData(2025)]
    public void DirectWorkers_OfEveryEra_AreToldWithTheirShareAndNotJudged(int year)
    {
        var line = Check(Workers(2, 1, 1), new DateOnly(year, 12, 31))[0].Rules.Single(rule => rule.Rule.Kind == AwardCheckKind.DirectWorkers);

        Assert.Equal((CheckOutcome.Met, AwardSeverity.Information, null), (line.Outcome, line.Rule.Severity, line.Rule.Limit));
        Assert.Equal("2 người trực tiếp, 1 lãnh đạo, 1 chưa ghi (trong đơn vị): 66,67%.", line.Said);
    }

    // With a limit: met, failed, or unknown while those of whom the file does not say could decide it.
    [Theory]
    [InlineData(7, 3, 0, CheckOutcome.Met)]
    [InlineData(69, 31, 0, CheckOutcome.Failed)]
    [InlineData(7, 2, 1, CheckOutcome.Met)]
    [InlineData(6, 3, 1, CheckOutcome.Unknown)]
    [InlineData(6, 4, 1, CheckOutcome.Failed)]
    [InlineData(0, 0, 3, CheckOutcome.Unknown)]
    public void DirectWorkers_WithALimitOfSeventyPerCent_AreJudgedOverThePool(int direct, int leaders, int blank, CheckOutcome outcome)
    {
        var set = Plan.Awards.On(In2020)!;
        var rule = set.Rules.Single(rule => rule.Kind == AwardCheckKind.DirectWorkers) with { Limit = 70, Pool = AwardPool.Plan, Severity = AwardSeverity.Warning };
        var elsewhere = Workers(direct, leaders, blank).Select((one, index) => index % 2 == 0 ? one : one with { Unit = new UnitCode("652") }).ToList();

        var dossier = Of(Plan, set with { Rules = [rule] }, elsewhere, [])[0];

        Assert.Equal(outcome, Assert.Single(dossier.Rules).Outcome);
        Assert.EndsWith("(cần từ 70%).", dossier.Rules[0].Said, StringComparison.Ordinal);
        Assert.Equal(outcome == CheckOutcome.Met ? DossierStanding.Ready : DossierStanding.NeedsPerson, dossier.Standing);
    }

    [Fact]
    public void Order_OfNominees_DoesNotMatter()
    {
        List<Nominee> nominees = [Group("TTLĐTT") with { Staff = 9, AdvancedWorkers = 8 }, .. Enumerable.Range(0, 8).Select(index => Person(index < 2 ? "CSTĐCS" : "LĐTT", $"Người {index % 7}"))];

        var straight = Check(nominees, In2020).ToDictionary(one => one.Nominee.Key, one => string.Join('|', AwardLines.Of(one)));
        var reversed = Check([.. nominees.AsEnumerable().Reverse()], In2020).ToDictionary(one => one.Nominee.Key, one => string.Join('|', AwardLines.Of(one)));

        Assert.All(straight, one => Assert.Equal(one.Value.Length, reversed[one.Key].Length));
        Assert.Equal(straight.Where(one => !one.Value.Contains("Còn được", StringComparison.Ordinal)), reversed.Where(one => !one.Value.Contains("Còn được", StringComparison.Ordinal)).OrderBy(one => one.Key.RowNumber));
    }

    [Theory]
    [InlineData("chiến sỹ thi đua cơ sở", false, "CSTDCS")]
    [InlineData("CSTĐCS", false, "CSTDCS")]
    [InlineData("Giấy khen của Giám đốc Sở", false, "GK")]
    [InlineData("Giấy khen của Giám đốc Sở", true, "GK-TT")]
    [InlineData("Cờ thi đua của Chính phủ", true, "CTDCP")]
    [InlineData("Huân chương", false, null)]
    [InlineData("", false, null)]
    public void Find_Title_AsOfficersWriteIt(string text, bool isCollective, string? code) => Assert.Equal(code, Plan.Awards.Find(text, isCollective)?.Code);

    private static IReadOnlyList<CheckedNominee> Check(IReadOnlyList<Nominee> nominees, DateOnly day) => Of(Plan, Plan.Awards.On(day)!, nominees, []);

    private static IReadOnlyList<CheckedNominee> Of(
        EmulationPlan plan, AwardRuleSet rules, IReadOnlyList<Nominee> nominees, IReadOnlyList<RegisteredTitle> registrations, AwardDecision? onSecond = null) =>
        AwardChecks.Of(plan, rules, nominees, registrations, onSecond is null ? new Dictionary<ProposalKey, AwardDecision>() : new() { [nominees[1].Key] = onSecond });

    private static CheckedRule Line(Nominee nominee, string rule, DateOnly day) => Check([nominee], day)[0].Rules.Single(line => line.Rule.Code == rule);

    private static CheckOutcome Quota(Func<AwardRule, AwardRule> change, IReadOnlyList<Nominee> nominees)
    {
        var set = Plan.Awards.On(In2020)!;
        var rule = change(set.Rules.Single(rule => rule.Code == "TLCSTD"));
        return Of(Plan, set with { Rules = [rule] }, nominees, [])[0].Rules.Single().Outcome;
    }

    private static List<Nominee> Fighters(int fighters, int people) =>
        [.. Enumerable.Range(0, people).Select(index => Person(index < fighters ? "CSTĐCS" : "LĐTT", $"Người Mẫu {index}"))];

    private static Nominee Person(string title, string name = "Nguyễn Văn Mẫu") => new(
        new ProposalKey(1, Interlocked.Increment(ref rows)), Unit, false, name, "Nam", new DateOnly(1980, 1, 2), "Chuyên viên", title, null, null, "Không", null, null,
        "Hoàn thành tốt nhiệm vụ", new DateOnly(2010, 1, 1), null, true, null, null, null);

    private static List<Nominee> Workers(int direct, int leaders, int blank) =>
    [
        .. Enumerable.Range(0, direct + leaders + blank).Select(index =>
            Person("LĐTT", $"Người Mẫu {index}") with { IsDirectWorker = index < direct ? true : index < direct + leaders ? false : null }),
    ];

    private static Nominee Group(string title) => Person(title, "Phòng Mẫu") with { IsCollective = true, RecruitedOn = null, IsDirectWorker = null };

    private static EmulationPlan LoadPlan()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!Directory.Exists(Path.Combine(folder.FullName, "plans")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("plans");
        }

        return PlanFolder.Load(Path.Combine(folder.FullName, "plans", "dak-lak-2020")).Plan!;
    }
}
