using Emulation.Ingest.Forms;
using Emulation.Plan;

namespace Emulation.Ingest.Tests.Forms;

public sealed class FormCatalogueTests
{
    [Fact]
    public void Forms_OnePerKind_HaveTheirPublishedTextHeadings()
    {
        Assert.Equal(Enum.GetValues<FormKind>(), FormCatalogue.All.Select(form => form.Kind));
        Assert.Equal(
            "Mã đơn vị;Kỳ báo cáo;Mã chỉ tiêu;Tên chỉ tiêu;Đơn vị tính;Thực hiện;Tử số;Mẫu số;Ước thực hiện;Ghi chú;Giải trình",
            string.Join(';', FormCatalogue.Of(FormKind.Figures).TextHeaders));
        Assert.Equal(
            "Mã đơn vị;Kỳ báo cáo;Mã chỉ tiêu;Tên chỉ tiêu;Đơn vị tính;Thực hiện;Tử số;Mẫu số;Ước thực hiện;Ghi chú;Giải trình;Số liệu đến ngày",
            string.Join(';', FormCatalogue.Of(FormKind.WaveReport).TextHeaders));
        Assert.Equal(
            "Mã đơn vị;Năm;Loại;Họ tên hoặc tên tập thể;Chức vụ;Nơi công tác;Danh hiệu đăng ký;Hình thức khen thưởng đăng ký;Sáng kiến dự kiến;Ghi chú",
            string.Join(';', FormCatalogue.Of(FormKind.Registration).TextHeaders));
        Assert.Equal(
            "Mã đơn vị;Năm;Tên đề tài, sáng kiến;Tác giả;Đồng tác giả;Nơi công tác;Ngày công nhận;Đơn vị công nhận;Tóm tắt",
            string.Join(';', FormCatalogue.Of(FormKind.Initiatives).TextHeaders));
        Assert.Equal(
            "Mã đơn vị;Năm;Loại;Họ tên hoặc tên tập thể;Giới tính;Ngày sinh;Chức vụ;Nơi công tác;Danh hiệu đề nghị;Hình thức khen thưởng đề nghị;Đã đăng ký;Số QĐ sáng kiến;Kỷ luật;Mức hoàn thành nhiệm vụ;Ngày tuyển dụng;Số QĐ khen trước;Phân loại đối tượng;Số lao động;Số LĐTT;Số CSTĐCS;Số phiếu đồng ý;Tổng số phiếu;Tóm tắt thành tích",
            string.Join(';', FormCatalogue.Of(FormKind.AwardProposals).TextHeaders));
    }

    [Fact]
    public void Headings_OfAForm_NeverMeetByKey()
    {
        foreach (var form in FormCatalogue.All)
        {
            var keys = form.Columns.SelectMany(column => column.Synonyms.Prepend(column.Header).Select(heading => (column.Id, Key: TextKey.Of(heading)))).Distinct().ToList();

            Assert.Empty(keys.GroupBy(pair => pair.Key).Where(group => group.Count() > 1).Select(group => $"{form.Kind}: {group.Key}"));
        }
    }

    [Fact]
    public void Words_ForMoney_HaveOneValueAKey() =>
        Assert.Equal(FormCatalogue.Words.Money.Count, FormCatalogue.Words.Money.Keys.Select(word => TextKey.Of(word)).Distinct().Count());

    [Theory]
    [InlineData("Tỷ lệ hoà giải thành (%)", "Tỉ lệ hòa giải thành %")]
    [InlineData("  MÃ  CHỈ\nTIÊU ", "Mã chỉ tiêu")]
    [InlineData("Ðơn vị tính", "Đơn vị tính")]
    [InlineData("Huye\u0323\u0302n", "Huyện")]
    [InlineData("Đơn vị\u200B báo cáo:", "Đơn vị báo cáo")]
    [InlineData("Họ tên/Tên tập thể", "Họ tên / Tên tập thể")]
    [InlineData("Số thuỷ lợi", "Số thủy lợi")]
    [InlineData("Kỷ luật", "KỈ LUẬT")]
    [InlineData("Ɖơn vị – tính", "Đơn vị-tính")]
    [InlineData("Đơn\u00ADvị\u2060 tính\u200E", "Đơnvị tính")]
    public void Key_OfTwoSpellings_IsOne(string one, string other) => Assert.Equal(TextKey.Of(one), TextKey.Of(other));
}
