using Emulation.Plan;
using Emulation.Reports.Documents.Model;

namespace Emulation.Reports.Tests.Documents;

/// <summary>What the document says of figures: each sentence as a reader meets it, also where data are missing.</summary>
public sealed class DocumentWordingTests
{
    private static readonly IndicatorTotal Sessions = SampleRun.Model.Indicators.Single(total => total.Code == "B06") with
    {
        Value = 1234,
        Estimated = null,
        Target = 1200,
        AchievedPercent = 102.8m,
        UnitsMet = 10,
        UnitsShort = 5,
        UnitsMissing = 2,
        Verdict = "met",
        Previous = null,
    };

    public static TheoryData<string, string> Lines => new()
    {
        { "full", "- Số cuộc phổ biến pháp luật trực tiếp: 1.234 cuộc; chỉ tiêu giao 1.200 cuộc, đạt 102,8% chỉ tiêu; 10 đơn vị đạt, 5 đơn vị chưa đạt, 2 đơn vị chưa báo cáo." },
        { "estimated", "- Số cuộc phổ biến pháp luật trực tiếp: 1.234 cuộc, trong đó ước thực hiện 34,50 cuộc; chỉ tiêu giao 1.200 cuộc, đạt 102,8% chỉ tiêu; 10 đơn vị đạt, 5 đơn vị chưa đạt, 2 đơn vị chưa báo cáo." },
        { "no target", "- Số cuộc phổ biến pháp luật trực tiếp: 1.234 cuộc; không có số giao chung." },
        { "no figure", "- Số cuộc phổ biến pháp luật trực tiếp: chưa có số liệu (0/17 đơn vị báo cáo)." },
        { "zero target", "- Số cuộc phổ biến pháp luật trực tiếp: 3 cuộc; chỉ tiêu giao 0 cuộc, chưa đạt; 10 đơn vị đạt, 5 đơn vị chưa đạt, 2 đơn vị chưa báo cáo." },
        { "all met", "- Số cuộc phổ biến pháp luật trực tiếp: 1.234 cuộc; chỉ tiêu giao 1.200 cuộc, đạt 102,8% chỉ tiêu; 17 đơn vị đạt." },
        { "ratio", "- Tỷ lệ: 95,50%; chỉ tiêu giao 98%, đạt 97,4% chỉ tiêu; 10 đơn vị đạt, 5 đơn vị chưa đạt, 2 đơn vị chưa báo cáo." },
        { "units", "- Văn bản phát động: 15/17 đơn vị thực hiện đúng yêu cầu (88,2%)." },
    };

    [Theory]
    [MemberData(nameof(Lines))]
    public void Indicator_InEveryState_IsSaidInOneLine(string state, string line)
    {
        var total = state switch
        {
            "estimated" => Sessions with { Estimated = 34.5m },
            "no target" => Sessions with { Target = null, AchievedPercent = null, UnitsMet = 0, UnitsShort = 0, UnitsMissing = 0, Verdict = "none" },
            "no figure" => Sessions with { Value = null, ReportedUnits = 0, ExpectedUnits = 17, Verdict = "none" },
            "zero target" => Sessions with { Value = 3, Target = 0, AchievedPercent = null, Verdict = "short" },
            "all met" => Sessions with { UnitsMet = 17, UnitsShort = 0, UnitsMissing = 0 },
            "ratio" => Sessions with { Name = "Tỷ lệ", Measure = "%", Value = 95.5m, Target = 98, AchievedPercent = 97.4m },
            "units" => Sessions with { Name = "Văn bản phát động", CountsUnits = true, Value = 15, Target = 17, AchievedPercent = 88.2m },
            _ => Sessions,
        };

        Assert.Contains(line, TextsOf(SampleRun.Model with { Indicators = [total], Figures = [] }));
    }

    // A document that came late says when it was due; one in time says nothing of it.
    [Fact]
    public void Direction_OfALateReport_SaysWhenItWasDue()
    {
        var late = ReportModelBuilder.Build(SampleRun.Input() with { LateSince = new DateTimeOffset(2020, 7, 4, 1, 0, 0, TimeSpan.Zero) });

        Assert.Contains("Báo cáo này lập muộn so với lịch. Đến hạn lập lúc 08:00 ngày 04/07/2020; kỳ báo cáo giữ nguyên, số liệu tính đến thời điểm ghi ở trên.", TextsOf(late));
        Assert.DoesNotContain(TextsOf(SampleRun.Model), text => text.Contains("lập muộn", StringComparison.Ordinal));
    }

    [Fact]
    public void Movement_WithoutFigures_SaysSoAndInventsNothing()
    {
        var model = SampleRun.Model with { Indicators = [Sessions with { Value = null, ReportedUnits = 0, Verdict = "none" }], Figures = [], Results = [] };

        var texts = TextsOf(model);

        Assert.Contains("Chưa có số liệu của 1 chỉ tiêu.", texts);
        Assert.Equal(6, texts.Count(text => text == "Phong trào không có chỉ tiêu bằng số trong kỳ này."));
        Assert.Contains("Chưa có chỉ tiêu nào vừa có số giao vừa có số liệu để so sánh. Số liệu đã nhận tại Phụ lục I.", texts);
        Assert.DoesNotContain(texts, text => text.Contains("cao nhất", StringComparison.Ordinal));
    }

    [Fact]
    public void Movement_OfManyIndicators_NamesTheFurthestBehindFirstAndCountsTheRest()
    {
        var totals = Enumerable.Range(1, 9).Select(index => Sessions with
        {
            Code = $"B{index}",
            Name = $"Chỉ tiêu {index}",
            Verdict = index is 7 or 9 ? "short" : "met",
            AchievedPercent = index == 7 ? 60 : index == 9 ? 40 : 100,
            Value = index == 8 ? null : 10,
        }).ToList();

        var lines = TextsOf(SampleRun.Model with { Indicators = totals, Figures = [] }).Where(text => text.StartsWith("- Chỉ tiêu ", StringComparison.Ordinal)).Select(text => text.Split(':')[0]);

        Assert.Equal(["- Chỉ tiêu 9", "- Chỉ tiêu 7", "- Chỉ tiêu 8", "- Chỉ tiêu 1", "- Chỉ tiêu 2", "- Chỉ tiêu 3"], lines);
        Assert.Contains("- 3 chỉ tiêu còn lại: xem Phụ lục I.", TextsOf(SampleRun.Model with { Indicators = totals, Figures = [] }));
    }

    // Shares of six units; ties are named together, six of a kind are counted, nobody stands in both lists.
    [Theory]
    [InlineData(new[] { 100, 90, 80, 70, 60, 50 }, "cao nhất là U1 (100,0%), U2 (90,0%), U3 (80,0%); thấp nhất là U6 (50,0%), U5 (60,0%), U4 (70,0%).")]
    [InlineData(new[] { 100, 100, 100, 100, 60, 50 }, "cao nhất là U1 (100,0%), U2 (100,0%), U3 (100,0%), U4 (100,0%); thấp nhất là U6 (50,0%), U5 (60,0%).")]
    [InlineData(new[] { 100, 50 }, "cao nhất là U1 (100,0%); thấp nhất là U2 (50,0%).")]
    [InlineData(new[] { 100, 100, 100, 100, 100, 100, 0 }, "cao nhất là 6 đơn vị cùng đạt 100,0%; thấp nhất là U7 (0,0%).")]
    [InlineData(new[] { 70, 70, 70 }, "cả 3 đơn vị cùng đạt 70,0% điểm tối đa.")]
    public void BestAndWeakest_AreNamedHonestly(int[] shares, string end)
    {
        var rows = shares.Select((share, index) => SampleRun.Model.Results[0] with { Unit = $"U{index + 1}", UnitCode = $"{index}", Groups = [new MovementPoints("A", share / 10m, share)] }).ToList();

        var said = Assert.Single(TextsOf(SampleRun.Model with { Results = rows, Ranking = [] }), text => text.StartsWith("Về điểm của phong trào", StringComparison.Ordinal));

        Assert.EndsWith(end, said, StringComparison.Ordinal);
    }

    [Fact]
    public void Change_AgainstTheLastPeriod_CountsAndNamesWhatMoved()
    {
        IReadOnlyList<IndicatorTotal> totals =
        [
            Sessions with { Code = "B1", Name = "Một", Value = 30, Previous = 10 },
            Sessions with { Code = "B2", Name = "Hai", Value = 11, Previous = 10 },
            Sessions with { Code = "B3", Name = "Ba", Value = 5, Previous = 10 },
            Sessions with { Code = "B4", Name = "Bốn", Value = 7, Previous = 7 },
            Sessions with { Code = "B5", Name = "Năm", Value = 7, Previous = null },
        ];

        Assert.Contains(
            "So với tháng 5/2020: 2 chỉ tiêu tăng (nhiều nhất: Một, từ 10 thành 30 cuộc, Hai, từ 10 thành 11 cuộc); 1 chỉ tiêu giảm (nhiều nhất: Ba, từ 10 thành 5 cuộc); 1 chỉ tiêu không đổi.",
            TextsOf(SampleRun.Model with { Indicators = totals, Figures = [], PreviousPeriod = "tháng 5/2020" }));
    }

    [Fact]
    public void Change_WithoutAReportBefore_IsSaidOnce() =>
        Assert.Single(TextsOf(SampleRun.Model), text => text == "Chưa có số liệu kỳ trước để so sánh.");

    [Fact]
    public void Previous_OfAModel_IsTheValueOfTheReportBefore()
    {
        var model = ReportModelBuilder.Build(SampleRun.Input() with { Previous = SampleRun.Model with { Indicators = [Sessions] } });

        Assert.Equal("đợt 1 năm 2020", model.PreviousPeriod);
        Assert.Equal([("B06", (decimal?)1234)], model.Indicators.Where(total => total.Previous is not null).Select(total => (total.Code, total.Previous)));
    }

    [Fact]
    public void Explanations_StandUnderTheirMovement_FiveAndThenACount()
    {
        var given = Enumerable.Range(1, 7).Select(index => new OpenQuestion($"Đơn vị {index}", $"{index}", "B06", "explained", $"Lý do {index}.")).ToList();

        var texts = TextsOf(SampleRun.Model with { Explanations = given }).ToList();

        Assert.Equal(5, texts.Count(text => text.Contains("giải trình: Lý do", StringComparison.Ordinal)));
        Assert.Contains("- Đơn vị 1 giải trình: Lý do 1.", texts);
        Assert.Contains("- 2 giải trình khác: xem Phụ lục V.", texts);
    }

    [Fact]
    public void Awards_AreCountedAndLeftToTheCouncil()
    {
        var model = SampleRun.Model with
        {
            Awards = [new AwardCount("Lắk", "656", "Tập thể lao động tiên tiến", true, 1, 1, 0, 0, 1, 1), new AwardCount("Lắk", "656", "Lao động tiên tiến", false, 12, 9, 2, 1, 4, 3)],
        };

        Assert.Contains(
            "Có 1 đơn vị gửi 13 đề nghị khen thưởng (1 tập thể, 12 cá nhân); qua đối chiếu, 10 đề nghị đủ điều kiện, 2 cần xem xét, 1 chưa đủ điều kiện (số lượng theo đơn vị tại Phụ lục III).", TextsOf(model));
        Assert.Contains(TextsOf(model), text => text.StartsWith("Hội đồng Thi đua - Khen thưởng đã xem xét 5 đề nghị, đồng ý 4.", StringComparison.Ordinal));
    }

    [Fact]
    public void Awards_WhileTheCouncilIsSilent_SayNothingInItsName()
    {
        var model = SampleRun.Model with { Awards = [new AwardCount("Lắk", "656", "Lao động tiên tiến", false, 12, 9, 2, 1, 0, 0)] };

        Assert.Contains(TextsOf(model), text => text.StartsWith("Hội đồng Thi đua - Khen thưởng chưa có kết luận.", StringComparison.Ordinal));
    }

    [Fact]
    public void Duty_SaysOnlyWhatThereIs()
    {
        var column = SampleRun.Model.Completeness.Duties[0] with { DutyName = "Đăng ký", Expected = 17, OnTime = 15, Late = 2, NeedsFixing = 0, Missing = 0, Exempt = 0 };

        Assert.Contains("- Đăng ký: 17 báo cáo đến hạn; 15 đúng hạn, 2 gửi chậm.", TextsOf(SampleRun.Model with { Completeness = SampleRun.Model.Completeness with { Duties = [column] } }));
    }

    [Theory]
    [InlineData("Quyết định số 94/QĐ-BTP; Kế hoạch số 1/KH-STP.", "Căn cứ Quyết định số 94/QĐ-BTP;|Căn cứ Kế hoạch số 1/KH-STP.")]
    [InlineData("Kế hoạch số 1/KH-STP", "Căn cứ Kế hoạch số 1/KH-STP.")]
    public void LegalBases_EndWithSemicolonsAndAFullStop(string bases, string lines)
    {
        using var document = OpenedDocument.Of(SampleRun.Model with { Cover = SampleRun.Model.Cover with { LegalBasis = bases } });

        Assert.Equal(lines.Split('|'), document.OfStyle("CanCu").Select(OpenedDocument.TextOf));
    }

    // The office itself is no addressee of its own report, unless nobody else is.
    [Theory]
    [InlineData(ReportKind.WaveInterim, "", "Bộ Tư pháp (Vụ Thi đua - Khen thưởng)|Sở Nội vụ (Ban Thi đua - Khen thưởng)")]
    [InlineData(ReportKind.MonthlyProgress, "", "Giám đốc, các Phó Giám đốc Sở")]
    [InlineData(ReportKind.WaveInterim, "SNV", "Sở Nội vụ (Ban Thi đua - Khen thưởng)")]
    public void Addressees_AreThoseOutsideOrThoseNamed(ReportKind kind, string codes, string names)
    {
        var signing = new Signing(null, codes.Split('|', StringSplitOptions.RemoveEmptyEntries));

        var letterhead = ReportModelBuilder.Build(SampleRun.Input(kind) with { Signing = signing }).Letterhead!;

        Assert.Equal(names.Split('|'), letterhead.Addressees);
        Assert.Equal(["Lưu: VT, VP (TĐ)"], letterhead.Archives);
        Assert.Empty(letterhead.Addressees.Intersect(letterhead.Copies));
    }

    private static IReadOnlyList<string> TextsOf(ReportModel model)
    {
        using var document = OpenedDocument.Of(model);
        return document.Texts;
    }
}
