using System.Text;
using Emulation.Ingest.Tests.Parsing.Letters;
using Emulation.Ingest.Tests.Validation.Support;
using Emulation.Ingest.Validation;

namespace Emulation.Ingest.Tests.Answers;

/// <summary>Receipts as officers read them, whole: receipts.approved.txt beside this file.</summary>
public sealed class ReceiptUseCaseTests
{
    private const string Header = "Mã đơn vị;Kỳ báo cáo;Mã chỉ tiêu;Tên chỉ tiêu;Đơn vị tính;Thực hiện;Tử số;Mẫu số;Ước thực hiện;Ghi chú\n";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Receipts_OfTheCommonCases_AreThoseApproved()
    {
        await using var kit = await IntakeKit.CreateAsync(Cancellation, SubmissionReader.Read);
        kit.Clock.Advance(TimeSpan.FromDays(12));
        (string Name, string Content, string Folder)[] drops =
        [
            ("thang-4.csv", Header + "654;2020-04;B01;;văn bản;1234;;;;\n654;2020-04;B03;;văn bản;KPS;;;;\n", IntakeKit.Folder + "/nop"),
            ("thang-4 (sửa).csv", Header + "654;2020-04;B01;;văn bản;1235;;;;\n654;2020-04;B03;;văn bản;7;;;;\n", IntakeKit.Folder + "/nop"),
            ("gui-lai.csv", Header + "654;2020-04;B01;;văn bản;1234;;;;\n654;2020-04;B03;;văn bản;KPS;;;;\n", IntakeKit.Folder + "/nop"),
            ("hong.csv", Header + "654;2020-04;B01;;văn bản;12O;;;;\n654;2020-04;B03;;văn bản;1.5;;;;\n654;2020-04;ZZ9;;văn bản;1;;;;\n", IntakeKit.Folder + "/nop"),
            ("dat-sai-cho.csv", Header, IntakeKit.Folder),
            ("o-goc.csv", Header, ""),
        ];
        foreach (var drop in drops)
        {
            kit.Drop(drop.Name, drop.Content, drop.Folder);
            await kit.SweepAsync(Cancellation);
            kit.Clock.Advance(TimeSpan.FromMinutes(10));
        }

        var texts = await kit.RowsAsync("select body_text from emulation.receipts order by submission_id", Cancellation);

        Approved.Check("tests/Emulation.Ingest.Tests/Answers", "receipts.approved.txt", string.Join("\n" + new string('=', 60) + "\n", texts));
    }

    [Fact]
    public async Task Receipt_OfAFileInAnOldEncoding_SaysHowItWasRead()
    {
        await using var kit = await IntakeKit.CreateAsync(Cancellation, SubmissionReader.Read);
        kit.Clock.Advance(TimeSpan.FromDays(12));
        kit.Drop("thang-4.csv", OldLetters.Writers["VNI"](Header + "654;2020-04;B01;;văn bản;1234;;;;\n"));
        await kit.SweepAsync(Cancellation);

        var text = (await kit.RowsAsync("select body_text from emulation.receipts", Cancellation))[0];
        Assert.Contains("\nBảng mã: VNI-Windows, đã chuyển sang Unicode\n", text, StringComparison.Ordinal);
        Assert.Contains("Tệp dùng bảng mã VNI-Windows; chữ đã được đọc và chuyển sang Unicode.", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Receipt_MoreThanAHundredOfACause_SaysHowManyMore()
    {
        await using var kit = await IntakeKit.CreateAsync(Cancellation, SubmissionReader.Read);
        kit.Clock.Advance(TimeSpan.FromDays(6));
        var rows = new StringBuilder(Header);
        for (var row = 0; row < 250; row++)
        {
            rows.Append("654;2020-04;Z").Append(row).Append(";;văn bản;1;;;;\n");
        }

        kit.Drop("hong.csv", rows.ToString());
        await kit.SweepAsync(Cancellation);

        var html = (await kit.RowsAsync("select html from emulation.receipts", Cancellation))[0];
        Assert.Contains("E-INDICATOR</a> · hơn 100 chỗ", html, StringComparison.Ordinal);
        Assert.Contains("… và 70 chỗ khác cùng loại", html, StringComparison.Ordinal);
        Assert.Contains("Còn 150 lỗi cùng loại E-INDICATOR chưa liệt kê.", html, StringComparison.Ordinal);
    }
}
