using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Emulation.Plan;
using Emulation.Reports.Documents.Document;
using Emulation.Reports.Documents.Model;

namespace Emulation.Reports.Tests.Documents;

/// <summary>Decree 30/2020, appendix I, point by point on the produced XML. docs/formats/document.md names these tests.</summary>
public sealed class DecreeTests : IDisposable
{
    private const int TwipsAMillimetre = 57;
    private readonly OpenedDocument document = OpenedDocument.Of(SampleRun.Model);

    public void Dispose() => document.Dispose();

    [Fact]
    public void Paper_OfEverySection_IsA4UprightWithTheDecreesMargins()
    {
        Assert.Equal(6, document.Sections.Count);
        Assert.All(document.Sections, section =>
        {
            var (size, margin) = (section.GetFirstChild<PageSize>()!, section.GetFirstChild<PageMargin>()!);
            Assert.Equal((11906u, 16838u, null), (size.Width!.Value, size.Height!.Value, size.Orient?.Value));
            Assert.InRange(margin.Top!.Value, 20 * TwipsAMillimetre - 6, 25 * TwipsAMillimetre);
            Assert.InRange(margin.Bottom!.Value, 20 * TwipsAMillimetre - 6, 25 * TwipsAMillimetre);
            Assert.InRange((int)margin.Left!.Value, 30 * TwipsAMillimetre - 10, 35 * TwipsAMillimetre);
            Assert.InRange((int)margin.Right!.Value, 15 * TwipsAMillimetre - 6, 20 * TwipsAMillimetre);
        });
    }

    [Fact]
    public void Font_OfEveryLetter_IsTimesNewRomanInBlackAndVietnamese()
    {
        var runs = document.Body.Descendants<Paragraph>().SelectMany(paragraph => paragraph.Descendants<Run>().Select(run => document.LookOf(run, paragraph).Font));
        var styles = document.Main.StyleDefinitionsPart!.Styles!;

        Assert.Equal(["Times New Roman"], runs.Distinct());
        Assert.All(styles.Descendants<RunFonts>(), fonts => Assert.Equal(
            ("Times New Roman", "Times New Roman", "Times New Roman", "Times New Roman"), (fonts.Ascii!.Value, fonts.HighAnsi!.Value, fonts.ComplexScript!.Value, fonts.EastAsia!.Value)));
        Assert.Equal(["000000"], styles.Descendants<Color>().Concat(document.Body.Descendants<Color>()).Select(color => color.Val!.Value!).Distinct());
        Assert.Equal("vi-VN", styles.DocDefaults!.RunPropertiesDefault!.RunPropertiesBaseStyle!.Languages!.Val!.Value);
        Assert.All(document.Texts, text => Assert.True(text.IsNormalized(System.Text.NormalizationForm.FormC)));
    }

    [Fact]
    public void PageNumber_InTheTopMargin_IsCentredUprightSize13AndHiddenOnEveryFirstPage()
    {
        Assert.All(document.Sections, section =>
        {
            var header = Header(section, HeaderFooterValues.Default);
            var number = Assert.Single(header.Descendants<Paragraph>(), HasNumber);
            var look = document.LookOf(number.Descendants<Run>().First(), number);
            Assert.Equal((26, false, false), (look.Size, look.Bold, look.Italic));
            Assert.Equal(JustificationValues.Center, document.Style("SoTrang").StyleParagraphProperties!.Justification!.Val!.Value);
            Assert.NotNull(section.GetFirstChild<TitlePage>());
            Assert.DoesNotContain(Header(section, HeaderFooterValues.First).Descendants<Paragraph>(), HasNumber);
            // Each appendix counts its own pages, in Arabic numerals.
            var numbering = section.GetFirstChild<PageNumberType>()!;
            Assert.Equal((1, null), (numbering.Start!.Value, numbering.Format?.Value));
        });
    }

    // Size in half-points, bold, italic, capitals.
    [Theory]
    [InlineData("UBND TỈNH ĐẮK LẮK", 24, false, false)]
    [InlineData("SỞ TƯ PHÁP", 24, true, false)]
    [InlineData("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 24, true, false)]
    [InlineData("Độc lập - Tự do - Hạnh phúc", 26, true, false)]
    [InlineData("Số:        /BC-STP", 26, false, false)]
    [InlineData("Đắk Lắk, ngày       tháng 7 năm 2020", 26, false, true)]
    [InlineData("BÁO CÁO", 28, true, false)]
    [InlineData("Kết quả thực hiện phong trào thi đua đợt 1 năm 2020", 28, true, false)]
    [InlineData("Kính gửi:", 28, false, false)]
    [InlineData("- Bộ Tư pháp (Vụ Thi đua - Khen thưởng);", 28, false, false)]
    [InlineData("- Sở Nội vụ (Ban Thi đua - Khen thưởng).", 28, false, false)]
    [InlineData("Căn cứ Kế hoạch phát động phong trào thi đua năm 2020 của Sở Tư pháp.", 28, false, true)]
    [InlineData("II. KẾT QUẢ THỰC HIỆN", 28, true, false)]
    [InlineData("1. Kết quả chung", 28, true, false)]
    [InlineData("đ) Thực hiện văn hóa công sở", 28, false, false)]
    [InlineData("Nơi nhận:", 24, true, true)]
    [InlineData("- Như trên;", 22, false, false)]
    [InlineData("- Lưu: VT, VP (TĐ).", 22, false, false)]
    [InlineData("GIÁM ĐỐC", 28, true, false)]
    [InlineData("Phụ lục IV", 28, true, false)]
    [InlineData("ĐƠN VỊ CHƯA GỬI, GỬI CHẬM BÁO CÁO", 28, true, false)]
    [InlineData("(Kèm theo Báo cáo số        /BC-STP ngày       tháng 7 năm 2020 của Sở Tư pháp)", 26, false, true)]
    public void Part_OfTheDocument_HasTheDecreesSizeAndWeight(string text, int size, bool bold, bool italic)
    {
        var paragraph = document.Paragraph(text);
        var look = document.LookOf(paragraph.Descendants<Run>().First(), paragraph);

        Assert.Equal((size, bold, italic), (look.Size, look.Bold, look.Italic));
    }

    [Theory]
    [InlineData("SoKyHieu")]
    [InlineData("DiaDanhNgay")]
    [InlineData("LoaiVanBan")]
    [InlineData("TrichYeu")]
    [InlineData("ChucVuKy")]
    [InlineData("PhuLuc")]
    [InlineData("TenPhuLuc")]
    [InlineData("KemTheo")]
    public void Part_ThatTheDecreeCentres_IsCentred(string style) =>
        Assert.Equal(JustificationValues.Center, document.Style(style).StyleParagraphProperties!.Justification!.Val!.Value);

    [Fact]
    public void Head_IsATableWithoutLinesOfTwoColumns()
    {
        var head = document.Body.Elements<Table>().First();

        Assert.Equal("BangKhongKe", head.GetFirstChild<TableProperties>()!.TableStyle!.Val!.Value);
        Assert.DoesNotContain(document.Style("BangKhongKe").Descendants(), element => element is TableBorders);
        Assert.Equal([2, 2], head.Elements<TableRow>().Select(row => row.Elements<TableCell>().Count()));
    }

    [Theory]
    [InlineData("KeCoQuan", "SỞ TƯ PHÁP", 0.333, 0.5)]
    [InlineData("KeTieuNgu", "Độc lập - Tự do - Hạnh phúc", 1.0, 1.0)]
    [InlineData("KeTrichYeu", "Kết quả thực hiện phong trào thi đua đợt 1 năm 2020", 0.333, 0.5)]
    public void Rule_UnderTheWords_HasTheDecreesShareOfTheirLength(string style, string words, double from, double to)
    {
        var rule = Assert.Single(document.OfStyle(style));
        var length = Room(rule) - int.Parse(rule.ParagraphProperties!.Indentation!.Left!.Value!, CultureInfo.InvariantCulture) - int.Parse(rule.ParagraphProperties.Indentation.Right!.Value!, CultureInfo.InvariantCulture);

        Assert.Equal(words, OpenedDocument.TextOf(rule.PreviousSibling<Paragraph>()!));
        Assert.NotNull(document.Style(style).Descendants<TopBorder>().Single());
        var (wordsLength, share) = (Lengths[words], from < 1);
        Assert.InRange(length, wordsLength * from * (share ? 1 : 0.95), wordsLength * to * (share ? 1 : 1.05));
    }

    // Twips, as LibreOffice printed the words (pdftotext -bbox-layout): an oracle apart from our table of widths.
    private static readonly Dictionary<string, double> Lengths = new()
    {
        ["SỞ TƯ PHÁP"] = 1472,
        ["Độc lập - Tự do - Hạnh phúc"] = 3306,
        ["Kết quả thực hiện phong trào thi đua đợt 1 năm 2020"] = 6544,
    };

    [Fact]
    public void Body_IsJustifiedWithFirstLineOf127CentimetresSixPointsApartAndSingleToOneAndAHalf()
    {
        foreach (var style in (string[])["NoiDung", "CanCu", "PhanVietThem"])
        {
            var look = document.Style(style).StyleParagraphProperties!;
            Assert.Equal(JustificationValues.Both, look.Justification!.Val!.Value);
            Assert.Equal("720", look.Indentation!.FirstLine!.Value);
            Assert.InRange(int.Parse(look.SpacingBetweenLines!.After!.Value!, CultureInfo.InvariantCulture), 120, 240);
            Assert.InRange(int.Parse(look.SpacingBetweenLines.Line!.Value!, CultureInfo.InvariantCulture), 240, 360);
        }
    }

    [Fact]
    public void Points_FollowTheVietnameseAlphabetAndTheSectionsTheOutline()
    {
        Assert.Equal(["a)", "b)", "c)", "d)", "đ)", "e)", "g)"], document.OfStyle("DeMucDiem").Select(point => OpenedDocument.TextOf(point)[..2]));
        Assert.Equal(["I.", "II.", "III.", "IV.", "V.", "VI."], document.OfStyle("DeMucPhan").Select(part => OpenedDocument.TextOf(part).Split(' ')[0]));
    }

    [Fact]
    public void Text_EndsWithTheSignOfTheEnd() => Assert.Single(document.Texts, text => text.EndsWith("./.", StringComparison.Ordinal));

    [Fact]
    public void Foot_IsOneTableRow_RecipientsLeftAndSignatureRight()
    {
        var row = Assert.Single(document.Body.Elements<Table>().Last(table => table.GetFirstChild<TableProperties>()!.TableStyle!.Val!.Value == "BangKhongKe").Elements<TableRow>());
        var cells = row.Elements<TableCell>().Select(cell => cell.Elements<Paragraph>().Select(OpenedDocument.TextOf).Where(text => text.Length > 0).ToList()).ToList();

        Assert.Equal(["Nơi nhận:", "- Như trên;", "- Giám đốc, các Phó Giám đốc Sở;", "- Phòng Tư pháp các huyện, thị xã, thành phố;", "- Lưu: VT, VP (TĐ)."], cells[0]);
        Assert.Equal(["GIÁM ĐỐC"], cells[1]);
    }

    [Fact]
    public void Signature_OfADeputy_StandsOnTwoLinesWithTheNameBelow()
    {
        var letterhead = SampleRun.Model.Letterhead! with { SignerTitle = ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"], SignerName = "Nguyễn Văn Mẫu" };
        using var signed = OpenedDocument.Of(SampleRun.Model with { Letterhead = letterhead });

        Assert.Equal(["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"], signed.OfStyle("ChucVuKy").Select(OpenedDocument.TextOf));
        Assert.Equal(["Nguyễn Văn Mẫu"], signed.OfStyle("NguoiKy").Select(OpenedDocument.TextOf));
    }

    [Fact]
    public void Appendices_AreFiveInRomanNumeralsAndTheBodyRefersToEach()
    {
        var appendices = document.OfStyle("PhuLuc").Select(OpenedDocument.TextOf).ToList();
        var body = string.Join('\n', document.Texts.TakeWhile(text => text != "Phụ lục I"));

        Assert.Equal(["Phụ lục I", "Phụ lục II", "Phụ lục III", "Phụ lục IV", "Phụ lục V"], appendices);
        Assert.All(appendices, appendix => Assert.Matches($@"{appendix}\b(?! [IV])", body));
    }

    // Months 1 and 2 alone get a leading zero; the day is the registry's.
    [Theory]
    [InlineData(2021, 1, "Đắk Lắk, ngày       tháng 01 năm 2021")]
    [InlineData(2020, 2, "Đắk Lắk, ngày       tháng 02 năm 2020")]
    [InlineData(2020, 3, "Đắk Lắk, ngày       tháng 3 năm 2020")]
    [InlineData(2020, 12, "Đắk Lắk, ngày       tháng 12 năm 2020")]
    public void PlaceAndDate_LeavesTheDayBlank(int year, int month, string text)
    {
        using var dated = OpenedDocument.Of(SampleRun.Model with { Cover = SampleRun.Model.Cover with { DataAsOf = new DateTime(year, month, 9, 17, 0, 0) } });

        Assert.Equal([text], dated.OfStyle("DiaDanhNgay").Select(OpenedDocument.TextOf));
    }

    [Fact]
    public void Addressee_AloneOfAMonth_StandsOnTheLineOfTheWords()
    {
        using var month = OpenedDocument.Of(ReportModelBuilder.Build(SampleRun.Input(ReportKind.MonthlyProgress)), DocumentMarking.Draft);

        Assert.Equal(["Kính gửi: Giám đốc, các Phó Giám đốc Sở."], month.OfStyle("KinhGui").Select(OpenedDocument.TextOf));
        Assert.Empty(month.OfStyle("KinhGuiDong"));
    }

    [Fact]
    public void Tables_RepeatTheirHeadingAndTearNoRow() => Assert.All(
        document.Body.Descendants<Table>().Where(table => table.GetFirstChild<TableProperties>()!.TableStyle!.Val!.Value == "BangKe"),
        table =>
        {
            Assert.NotNull(table.Elements<TableRow>().First().TableRowProperties!.GetFirstChild<TableHeader>());
            Assert.All(table.Elements<TableRow>(), row => Assert.NotNull(row.TableRowProperties!.GetFirstChild<CantSplit>()));
        });

    private static bool HasNumber(Paragraph paragraph) => paragraph.Descendants<FieldCode>().Any(code => code.Text.Trim() == "PAGE");

    private static int Room(Paragraph rule) => rule.Parent is TableCell cell ? int.Parse(cell.TableCellProperties!.TableCellWidth!.Width!.Value!, CultureInfo.InvariantCulture) - 80 : 9354;

    private Header Header(SectionProperties section, HeaderFooterValues type) =>
        ((HeaderPart)document.Main.GetPartById(section.Elements<HeaderReference>().Single(reference => reference.Type!.Value == type).Id!.Value!)).Header!;
}
