using Emulation.Ingest.Tests.Validation.Support;
using Emulation.Ingest.Validation;

namespace Emulation.Ingest.Tests.Validation;

public sealed class EntryTests
{
    private static readonly DateOnly November = new(2020, 11, 10);

    [Fact]
    public void Registration_InAWorkbook_TakesKindsFromItsSections()
    {
        var verdict = Reading.Read(new TestWorkbook().Sheet("Đăng ký",
        [
            ["Đơn vị báo cáo: Phòng Tư pháp huyện Krông Pắc"],
            [null, "ĐĂNG KÝ THI ĐUA NĂM 2020"],
            ["STT", "Họ tên/Tên tập thể", "Chức vụ", "Nơi công tác", "Danh hiệu đăng ký", "Hình thức khen thưởng đăng ký", "Sáng kiến dự kiến", "Ghi chú"],
            ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)", "(8)"],
            ["I", "Tập thể"],
            [1, "Phòng Tư pháp", null, null, "Tập thể lao động tiên tiến"],
            ["II. Cá nhân"],
            [1, "Người Một", "Trưởng phòng", "Phòng Tư pháp", "Chiến sĩ thi đua cơ sở", "Giấy khen", "Số hóa sổ hộ tịch", null],
            [2, "Người\nHai", "Chuyên viên", null, "Lao động tiên tiến"],
            [],
            [null, "NGƯỜI LẬP BIỂU", null, null, "TRƯỞNG PHÒNG"],
            [null, "Người Ba", null, null, "Người Bốn"],
        ]).ToBytes(), today: new DateOnly(2020, 1, 20)).Accepted();

        Assert.Empty(verdict.Findings);
        Assert.Equal("2020", verdict.Period!.Code.Value);
        Assert.Equal(
        [
            new RegistrationEntry(6, true, "Phòng Tư pháp", null, null, "Tập thể lao động tiên tiến", null, null, null),
            new RegistrationEntry(8, false, "Người Một", "Trưởng phòng", "Phòng Tư pháp", "Chiến sĩ thi đua cơ sở", "Giấy khen", "Số hóa sổ hộ tịch", null),
            new RegistrationEntry(9, false, "Người Hai", "Chuyên viên", null, "Lao động tiên tiến", null, null, null),
        ], verdict.Registrations);
    }

    [Fact]
    public void Initiatives_InText_AreRead()
    {
        var verdict = Reading.Read(
            "Mã đơn vị,Năm,\"Tên đề tài, sáng kiến\",Tác giả,Đồng tác giả,Nơi công tác,Ngày công nhận,Đơn vị công nhận,Tóm tắt\n"
            + "STP-HCTP,2020,\"Cải tiến, rút ngắn\",Người Một,Người Hai,,15/02/2020,Hội đồng,\"Dòng 1\nDòng 2\"\n",
            "STP-HCTP", new DateOnly(2020, 2, 20)).Accepted();

        Assert.Equal([new InitiativeEntry(2, "Cải tiến, rút ngắn", "Người Một", "Người Hai", null, new DateOnly(2020, 2, 15), "Hội đồng", "Dòng 1 Dòng 2")], verdict.Initiatives);
    }

    [Fact]
    public void AwardProposals_InText_AreReadWithVotesAndDates()
    {
        var verdict = Reading.Read(
            "Mã đơn vị;Năm;Loại;Họ tên hoặc tên tập thể;Giới tính;Ngày sinh;Chức vụ;Nơi công tác;Danh hiệu đề nghị;Hình thức khen thưởng đề nghị;Đã đăng ký;Số QĐ sáng kiến;Kỷ luật;Số phiếu đồng ý;Tổng số phiếu;Tóm tắt thành tích\r\n"
            + "654;2020;Cá nhân;Người Một;Nữ;02/09/1985;Chuyên viên;Phòng Tư pháp;Lao động tiên tiến;Giấy khen;Có;0012/QĐ;Không;7;7;Hoàn thành tốt\r\n"
            + "654;2020;Tập thể;Phòng Tư pháp;;;;;;Bằng khen;x;;;;;\r\n",
            today: November).Accepted();

        Assert.Equal(
        [
            new AwardProposalEntry(2, false, "Người Một", "Nữ", new DateOnly(1985, 9, 2), "Chuyên viên", "Phòng Tư pháp", "Lao động tiên tiến", "Giấy khen", true, "0012/QĐ", "Không", 7, 7, "Hoàn thành tốt"),
            new AwardProposalEntry(3, true, "Phòng Tư pháp", null, null, null, null, null, "Bằng khen", true, null, null, null, null, null),
        ], verdict.AwardProposals);
    }

    [Fact]
    public void Dates_RealOnesWithADayAboveTwelve_AreNoTrap()
    {
        var verdict = Reading.Read(
            new TestWorkbook().Sheet("Đề nghị", RejectionScenarios.Dates(TestCell.Date(43892), TestCell.Date(43889), "30/6/1985")).ToBytes(), today: November).Accepted();

        Assert.Equal([new DateOnly(2020, 3, 2), new DateOnly(2020, 2, 28), new DateOnly(1985, 6, 30)], verdict.AwardProposals.Select(entry => entry.BornOn!.Value));
    }

    [Theory]
    [InlineData("Công tác hòa giải ở cơ sở")]
    [InlineData("Công nghệ số hóa sổ hộ tịch")]
    [InlineData("CÔNG KHAI KẾT QUẢ")]
    [InlineData("Cộng đồng tham gia hòa giải")]
    public void Title_ThatBeginsLikeATotal_IsRead(string title)
    {
        var verdict = Reading.Read(new TestWorkbook().Sheet("Sáng kiến",
        [
            ["Đơn vị báo cáo: Phòng Hành chính tư pháp"], ["DANH SÁCH ĐỀ TÀI, SÁNG KIẾN NĂM 2020"], ["STT", "Tên đề tài, sáng kiến", "Tác giả", "Tóm tắt"],
            [1, title, "Người Một", "x"], ["Cộng: 1"],
        ]).ToBytes(), "STP-HCTP", new DateOnly(2020, 2, 20)).Accepted();

        Assert.Equal(title, Assert.Single(verdict.Initiatives).Title);
    }

    [Fact]
    public void Findings_AboutPeople_NeverShowTheirCells()
    {
        var verdict = Reading.Read(
            "Mã đơn vị;Năm;Loại;Họ tên hoặc tên tập thể;Giới tính;Ngày sinh;Danh hiệu đề nghị;Số phiếu đồng ý;Tổng số phiếu\r\n"
            + "654;2020;Cá nhân;Người Bí Mật;Người Bí Mật;31/02/1985;x;Người Bí Mật;Người Bí Mật\r\n"
            + "654;2020;Cá nhân;Người\u0001Bí Mật;Nam;01/31/1985;x;1;2\r\n",
            today: November).Refused();

        Assert.Equal(["E-CHOICE", "E-DATE", "E-NUMBER", "E-NUMBER", "E-TEXT", "W-DATE"], verdict.Findings.Select(finding => finding.Code).Order(StringComparer.Ordinal));
        Assert.All(verdict.Findings, finding =>
        {
            var text = $"{finding.Found} {finding.Expected} {finding.Message} {finding.Cure}";
            Assert.DoesNotContain("Bí Mật", text, StringComparison.Ordinal);
            Assert.DoesNotContain("1985", text, StringComparison.Ordinal);
        });
    }
}
