using System.Text;
using CsCheck;
using Emulation.Ingest.Tests.Parsing.Letters;
using Emulation.Ingest.Tests.Validation.Support;
using Emulation.Ingest.Validation;

namespace Emulation.Ingest.Tests.Validation;

/// <summary>Reading the same table in every encoding, dialect and container gives the same figures or a refusal, never a third thing.</summary>
public sealed class EncodingTests
{
    private static readonly string[][] Monthly =
    [
        [.. Sheets.CsvHeader.Split(';')],
        ["654", "tháng 3/2020", "B09", "Số vụ việc hòa giải tiếp nhận", "vụ việc", "1.020", "", "", "5", "đã rà soát"],
        ["654", "tháng 3/2020", "B10", "Số vụ việc hòa giải thành", "vụ việc", "17", "", "", "", ""],
        ["654", "tháng 3/2020", "A03", "Tỷ lệ đơn khiếu nại, tố cáo được giải quyết đúng hạn", "%", "95,5", "", "", "", ""],
        ["Krông Pắc", "tháng 3/2020", "E01", "", "triệu đồng", "12,75", "", "", "", ""],
        ["PHÒNG TƯ PHÁP HUYỆN KRÔNG PẮC", "Tháng 3/2020", "B05", "", "", "Có", "", "", "", ""],
        ["654", "tháng 3/2020", "B22", "", "", "28/02/2020", "", "", "", ""],
        ["654", "tháng 3/2020", "B21", "", "", "Không phát sinh", "", "", "", ""],
    ];

    private static readonly string[][] Wave =
    [
        ["Mã đơn vị", "Kỳ báo cáo", "Mã chỉ tiêu", "Thực hiện", "Tử số", "Mẫu số", "Số liệu đến ngày"],
        ["654", "đợt 1", "B09", "20", "", "", "31/05/2020"],
        ["654", "đợt 1", "DD1", "", "40", "41", "31/05/2020"],
        ["654", "đợt 1", "T01", "Đã ban hành", "", "", "31/05/2020"],
    ];

    private static readonly string[][] Initiatives =
    [
        ["Mã đơn vị", "Năm", "Tên đề tài, sáng kiến", "Tác giả", "Tóm tắt"],
        ["STP-HCTP", "2020", "Rút ngắn thời hạn, thủ tục đăng ký khai sinh", "Nguyễn Thị Mỹ Hạnh", "Giảm 2,5 ngày; người dân đỡ đi lại"],
        ["STP-HCTP", "2020", "Sổ tay hoà giải viên cơ sở", "H'Blang Êban", "Có tiếng Ê Đê"],
    ];

    private static readonly string[] Words =
        [.. string.Join(' ', Reading.Plan.Plan.Indicators.Select(indicator => indicator.Name)).Split(' ').Where(word => word.All(char.IsLetter))];

    public static TheoryData<string, char> Dialects
    {
        get
        {
            var data = new TheoryData<string, char>();
            foreach (var name in OldLetters.Writers.Keys)
            {
                foreach (var separator in ";,\t")
                {
                    data.Add(name, separator);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Dialects))]
    public void Table_InAnyEncodingAndDialect_IsTheSame(string encoding, char separator)
    {
        foreach (var (table, unit, day) in new[] { (Monthly, "654", Reading.MarchDay), (Wave, "654", Reading.JuneDay), (Initiatives, "STP-HCTP", new DateOnly(2020, 2, 20)) })
        {
            var expected = Content(Reading.Read(Encoding.UTF8.GetBytes(Text(table, ';', "\r\n")), unit, day));
            foreach (var (head, lineEnd) in new[] { ("", "\r\n"), ("", "\n"), ("", "\r"), ($"sep={separator}\r\n", "\r\n") })
            {
                var verdict = Reading.Read(OldLetters.Writers[encoding](head + Text(table, separator, lineEnd)), unit, day);

                Assert.Equal(expected, Content(verdict), ignoreCase: encoding.StartsWith("TCVN3", StringComparison.Ordinal));
                var isOld = !encoding.StartsWith("UTF", StringComparison.Ordinal) || encoding.Contains("read as", StringComparison.Ordinal);
                Assert.Equal(isOld, verdict.Findings.Any(finding => finding.Code == "W-ENCODING"));
                Assert.Equal(isOld, verdict.OldEncoding is not null);
            }
        }
    }

    [Theory]
    [InlineData(FontBook.Unicode)]
    [InlineData(FontBook.Tcvn3)]
    [InlineData(FontBook.Tcvn3Capitals)]
    [InlineData(FontBook.Vni)]
    public void Workbook_InAnyFont_IsTheSame(int font)
    {
        object?[][] rows =
        [
            [1, "B09", "Số vụ việc hòa giải tiếp nhận", "vụ việc", "1.020", null, null, 5, "đã rà soát"],
            [2, "B05", "Công bố danh mục VBQPPL hết hiệu lực đúng hạn", null, "Có"],
            [3, "B21", null, null, "Không phát sinh"],
            [4, null, "Số vụ việc hòa giải thành", "vụ việc", 17],
            ["Tổng cộng", null, null, null, 1037],
        ];
        var expected = Content(Reading.Read(new TestWorkbook().Sheet("Biểu 1", [.. Sheets.Head(), .. rows]).ToBytes()));

        // All of it in the font; headings in Unicode above a body in the font; the other way round.
        foreach (var (head, body) in new[] { (font, font), (FontBook.Unicode, font), (font, FontBook.Unicode) })
        {
            var verdict = Reading.Read(FontBook.Book([.. FontBook.InFont(Sheets.Head(), head), .. FontBook.InFont(rows, body)]).ToBytes());

            Assert.Equal(expected, Content(verdict));
            Assert.Equal(font != FontBook.Unicode, verdict.Findings.Any(finding => finding.Code == "W-FONT"));
        }
    }

    [Fact]
    public void Texts_AtRandomInAnyFont_AreExactOrRefused()
    {
        var text = Gen.Int[0, Words.Length - 1].Select(index => Words[index]).Array[1, 8].Select(all => string.Join(' ', all));
        var font = Gen.Int[0, 3].Select(index => new[] { FontBook.Unicode, FontBook.Tcvn3, FontBook.Tcvn3Capitals, FontBook.Vni }[index]);
        Gen.Select(Gen.Select(text, font).Array[2, 10], font).Sample(
            (texts, head) =>
            {
                object?[][] rows = [["Đơn vị báo cáo: Phòng Hành chính tư pháp"], ["DANH SÁCH ĐỀ TÀI, SÁNG KIẾN NĂM 2020"], ["STT", "Tên đề tài, sáng kiến", "Tác giả", "Tóm tắt"]];
                var body = texts.Select((one, number) => (object?[])[number + 1, FontBook.Shown("DT " + one.Item1, one.Item2), "Người", "x"]);
                var verdict = Reading.Read(FontBook.Book([.. FontBook.InFont(rows, head), .. body]).ToBytes(), "STP-HCTP", new DateOnly(2020, 2, 20));
                if (verdict is RefusedSubmission)
                {
                    Assert.Equal("E-FONT", verdict.Findings[0].Code);
                    return;
                }

                Assert.Equal(texts.Select(one => "DT " + one.Item1), verdict.Accepted().Initiatives.Select(entry => entry.Title), StringComparer.OrdinalIgnoreCase);
            },
            iter: 1500,
            seed: "0000KdjFg9N8");
    }

    [Fact]
    public void Texts_AtRandomInAnyEncoding_AreExactOrRefused()
    {
        var letters = Gen.Char["aeiouycdghkmnptABCDĐđ" + LetterPairs.Small + LetterPairs.Small.ToUpperInvariant()];
        var word = Gen.Frequency((6, Gen.Int[0, Words.Length - 1].Select(index => Words[index])), (1, letters.Array[1, 6].Select(all => new string(all))));
        var text = word.Array[1, 8].Select(all => string.Join(' ', all));
        var writers = OldLetters.Writers.ToList();
        Gen.Select(Gen.Int[0, writers.Count - 1], Gen.Select(text, text).Array[1, 6]).Sample(
            (index, rows) =>
            {
                var table = "Mã đơn vị;Năm;Tên đề tài, sáng kiến;Tác giả;Tóm tắt\r\n"
                    + string.Concat(rows.Select((row, number) => $"STP-HCTP;2020;Đề tài {number}: {row.Item1};Người {number};{row.Item2}\r\n"));
                var verdict = Reading.Read(writers[index].Value(table), "STP-HCTP", new DateOnly(2020, 2, 20));
                if (verdict is RefusedSubmission)
                {
                    Assert.Equal("E-ENCODING", verdict.Findings[0].Code);
                    return;
                }

                var read = verdict.Accepted().Initiatives.Select(entry => entry.Title + "|" + entry.Summary);
                var written = rows.Select((row, number) => $"Đề tài {number}: {row.Item1}|{row.Item2}");
                Assert.Equal(string.Join('\n', written), string.Join('\n', read), ignoreCase: writers[index].Key.StartsWith("TCVN3", StringComparison.Ordinal));
            },
            iter: 3000,
            seed: "0000KdjFg9N8");
    }

    private static string Text(string[][] table, char separator, string lineEnd) => string.Concat(table.Select(
        row => string.Join(separator, row.Select(field => field.IndexOfAny([separator, ';']) >= 0 ? $"\"{field}\"" : field)) + lineEnd));

    /// <summary>All that a verdict holds, without the places; of a refusal its findings.</summary>
    private static string Content(SubmissionVerdict verdict) => verdict is not ReadSubmission read
        ? string.Join('\n', verdict.Findings.Select(finding => $"{finding.Code} {finding.Message}"))
        : string.Join('\n', read.Figures.Select(figure => (figure with { Source = default }).ToString())
            .Concat(read.Initiatives.Select(entry => (entry with { RowNumber = 0 }).ToString()))
            .Append($"{read.Form} {read.Period?.Code} {read.DataAsOf}").Concat(read.Covers.Select(cover => cover.ToString())));
}
