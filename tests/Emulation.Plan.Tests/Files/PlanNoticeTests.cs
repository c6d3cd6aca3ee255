using System.Globalization;
using Emulation.Plan.Files;

namespace Emulation.Plan.Tests.Files;

/// <summary>What a plan without faults is noticed for: whole sentences, with file, line and cure.</summary>
public sealed class PlanNoticeTests
{
    [Theory]
    [InlineData("B06;district-office;740;;;;;assumed;", "654;B06;2020;exempt;;mưa lũ;CV 12;;2020-12-31;plan",
        "province-targets.csv:2: Chỉ tiêu B06 (Số cuộc phổ biến pháp luật trực tiếp), kỳ 2020-W1: của tỉnh là 740 cuộc, giao cho 15 đơn vị cộng lại là 736 cuộc, thiếu 4 cuộc. Giao thêm trong targets.csv hoặc sửa chỉ tiêu của tỉnh; được phép lệch thì ghi tolerance (phần trăm).")]
    // decisions are named with the sum before them
    [InlineData("B06;district-office;736;;;;;assumed;", "652;B06;2020-W1;exempt;;mưa lũ;CV 12;;2020-12-31;plan\n652;B06;2020;exempt;;mưa lũ;CV 12;;2020-12-31;plan",
        "province-targets.csv:2: Chỉ tiêu B06 (Số cuộc phổ biến pháp luật trực tiếp), kỳ 2020-W1: của tỉnh là 736 cuộc, giao cho 14 đơn vị cộng lại là 684 cuộc, thiếu 52 cuộc; được miễn: M'Đrắk; trước các quyết định là 736 cuộc. Giao thêm trong targets.csv hoặc sửa chỉ tiêu của tỉnh; được phép lệch thì ghi tolerance (phần trăm).")]
    [InlineData("A04;*;;;700;equal;2,5;assumed;", "",
        "province-targets.csv:2: Chỉ tiêu A04 (Kinh phí tiết kiệm chi thường xuyên), kỳ 2020: của tỉnh là 700 triệu đồng, giao cho 25 đơn vị cộng lại là 720 triệu đồng, vượt 20 triệu đồng. Giao bớt trong targets.csv hoặc sửa chỉ tiêu của tỉnh; chỉ tiêu càng nhiều càng tốt mà được giao vượt thì ghi rule là cover.")]
    [InlineData("B12;district-office;60;;;;;assumed;", "",
        "province-targets.csv:2: Chỉ tiêu B12 (Tỷ lệ hòa giải viên được bồi dưỡng nghiệp vụ), kỳ 2020-W1: của tỉnh là 60 %, nhưng 15 đơn vị được giao mức nhẹ hơn: Buôn Ma Thuột, Buôn Hồ, Ea H'leo, Ea Súp, Buôn Đôn và 10 đơn vị khác. Sửa mức giao trong targets.csv hoặc chỉ tiêu của tỉnh; nếu không so từng đơn vị thì ghi rule là none.")]
    [InlineData("B05;654;Có;;;;;assumed;", "654;B05;2020-W1;exempt;;mưa lũ;CV 12;;2020-06-30;plan",
        "province-targets.csv:2: Chỉ tiêu B05 (Công bố danh mục VBQPPL hết hiệu lực đúng hạn), kỳ 2020-W1: của tỉnh là Có, nhưng không đơn vị nào trong \"654\" phải thực hiện; được miễn: Krông Pắc. Giao trong targets.csv; nếu không chia cho đơn vị thì ghi rule là none.")]
    // the waves of the province do not add up to its year
    [InlineData("B06;district-office;700;700;1390;;;assumed;", "",
        "province-targets.csv:2: Chỉ tiêu B06 (Số cuộc phổ biến pháp luật trực tiếp), kỳ 2020: của tỉnh cả năm là 1390 cuộc, các đợt cộng lại là 1400 cuộc (700 + 700), lệch 10 cuộc. Sửa số của đợt hoặc của năm trong province-targets.csv cho khớp; được phép lệch thì ghi tolerance (phần trăm).")]
    [InlineData("B06;district-office;700;690;1400;;0,7;assumed;", "",
        "province-targets.csv:2: Chỉ tiêu B06 (Số cuộc phổ biến pháp luật trực tiếp), kỳ 2020: của tỉnh cả năm là 1400 cuộc, các đợt cộng lại là 1390 cuộc (700 + 690), lệch 10 cuộc. Sửa số của đợt hoặc của năm trong province-targets.csv cho khớp; được phép lệch thì ghi tolerance (phần trăm).")]
    // excused from a wave, or given less: the year stays as it was
    [InlineData("", "CUM3;B06;2020-W1;exempt;;mưa lũ;CV 12;;2020-06-30;plan",
        "exemptions.csv:2: Quyết định về chỉ tiêu B06 của M'Đrắk, Krông Bông, Krông A Na, Lắk, Cư Kuin ở kỳ 2020-W1 không làm đổi chỉ tiêu cả năm 2020. Thêm một dòng cho kỳ 2020: exempt, hoặc adjusted với mức mới; đơn vị phải bù trong năm thì ghi adjusted bằng mức đã giao.")]
    [InlineData("", "654;B06;2020-W1;adjusted;40;mưa lũ;CV 12;;2020-06-30;plan",
        "exemptions.csv:2: Quyết định về chỉ tiêu B06 của Krông Pắc ở kỳ 2020-W1 không làm đổi chỉ tiêu cả năm 2020. Thêm một dòng cho kỳ 2020: exempt, hoặc adjusted với mức mới; đơn vị phải bù trong năm thì ghi adjusted bằng mức đã giao.")]
    // a line for one of two units leaves the other's year
    [InlineData("", "654;B06;2020;adjusted;90;mưa lũ;CV 12;;2020-12-31;plan\nCUM1;B06;2020-W1;exempt;;mưa lũ;CV 12;;2020-06-30;plan",
        "exemptions.csv:3: Quyết định về chỉ tiêu B06 của Buôn Ma Thuột, Buôn Hồ, Cư M'gar, Ea Kar ở kỳ 2020-W1 không làm đổi chỉ tiêu cả năm 2020. Thêm một dòng cho kỳ 2020: exempt, hoặc adjusted với mức mới; đơn vị phải bù trong năm thì ghi adjusted bằng mức đã giao.")]
    public void Load_WhatTheOfficeShouldLookAt_IsSaidInOneSentence(string target, string decision, string expected) =>
        Assert.Equal(expected, Assert.Single(Notices(target, decision)));

    [Theory]
    // the year is decided as well: excused, made up, or by a decision that lasts to its last day
    [InlineData("654;B06;2020-W1;exempt;;mưa lũ;CV 12;;2020-06-30;plan\n654;B06;2020;adjusted;128;phải bù;CV 12;;2020-12-31;plan")]
    [InlineData("654;B06;;exempt;;mưa lũ;CV 12;;2020-12-31;plan")]
    // what is the same in every period, or no target at all: a wave takes nothing from the year
    [InlineData("654;B11;2020-W1;exempt;;mưa lũ;CV 12;;2020-06-30;plan")]
    [InlineData("654;B20;2020-W1;exempt;;mưa lũ;CV 12;;2020-06-30;plan")]
    [InlineData("654;C01;2020-W1;adjusted;10;mưa lũ;CV 12;;2020-06-30;plan")]
    [InlineData("654;B09;2020-W1;exempt;;mưa lũ;CV 12;;2020-06-30;plan")]
    // a month's figure, or a duty
    [InlineData("654;B06;2020-03;exempt;;mưa lũ;CV 12;;2020-06-30;plan")]
    [InlineData("654;MF;;exempt;;mưa lũ;CV 12;;2020-06-30;plan")]
    public void Load_ADecisionThatLeavesNothingOpen_IsNotNoticed(string decision) => Assert.Empty(Notices("", decision));

    [Theory]
    // within the year's tolerance, edge included; a wave without a part of its own; a line for other units
    [InlineData("B06;district-office;700;693;1400;;0,5;assumed;")]
    [InlineData("B06;district-office;700;;1400;;;assumed;")]
    [InlineData("B06;district-office;700;;1400;;;assumed;\nB06;CUM1;;300;;;;assumed;")]
    // a stock, a percentage, what may not happen: the same in every period; what is shown only
    [InlineData("C01;district-office;140;150;150;;;assumed;")]
    [InlineData("B11;district-office;80;80;80;;;assumed;")]
    [InlineData("B20;district-office;3;3;3;;;assumed;")]
    [InlineData("B06;district-office;700;700;1390;none;;assumed;")]
    public void Load_WavesThatNeedNotAddUp_AreNotNoticed(string target) => Assert.Empty(Notices(target, ""));

    [Fact]
    public void Load_APlanWithFaults_HasNoNotices()
    {
        var files = ProvinceSharesTests.Files("B06;district-office;9999;;;;;assumed;\nB99;*;1;;;;;assumed;");

        Assert.Empty(PlanFolder.Load(files).Notices);
    }

    [Fact]
    public void ShippedPlans_HaveNone()
    {
        Assert.Empty(PlanFolder.Load(Plans.DakLakFolder).Notices.Select(notice => notice.ToString()));
        Assert.Empty(PlanFolder.Load(Path.Combine(Plans.DakLakFolder, "../dak-lak-2025")).Notices.Select(notice => notice.ToString()));
    }

    [Fact]
    public void Texts_OfEveryKind_StandInBothLanguages()
    {
        foreach (var kind in Enum.GetValues<PlanNoticeKind>())
        {
            var notice = new PlanNotice(PlanFiles.ProvinceTargets, 1, kind, ["a", "b", "c", "d", "e", "f", "g", "h"]);
            var english = CultureInfo.GetCultureInfo("en");

            Assert.NotEqual(notice.Message, notice.MessageIn(english));
            Assert.NotEqual(notice.Cure, notice.CureIn(english));
        }
    }

    [Fact]
    public void Catalogue_InTheDocs_NamesEveryKind()
    {
        var catalogue = File.ReadAllText(Path.Combine(Plans.DakLakFolder, "../../docs/formats/plan.md"));

        Assert.All(Enum.GetNames<PlanNoticeKind>(), kind => Assert.Contains($"| `{kind}` |", catalogue, StringComparison.Ordinal));
    }

    private static IEnumerable<string> Notices(string target, string decision)
    {
        var files = ProvinceSharesTests.Files(target, decision);
        if (target.Length == 0)
        {
            files.Remove(PlanFiles.ProvinceTargets);
        }

        var reading = PlanFolder.Load(files);
        Assert.Empty(reading.Faults.Select(fault => fault.ToString()));
        return reading.Notices.Select(notice => notice.ToString());
    }
}
