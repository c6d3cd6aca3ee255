using System.Text;
using Emulation.Ingest.Tests.Validation.Support;
using Emulation.Ingest.Validation;

namespace Emulation.Ingest.Tests.Validation;

/// <summary>Files made to provoke: each gets its answer, quickly and from the catalogue.</summary>
public sealed class HostileFileTests
{
    [Theory]
    [InlineData("_xD800_")]
    [InlineData("_xDC00_abc")]
    [InlineData("_x0000_")]
    [InlineData("_xFFFE_")]
    [InlineData("_xFFFF_")]
    public void Character_ThatIsNone_IsAnswered(string text)
    {
        foreach (var row in new object?[][] { [1, text, null, null, 20], [1, "B09", text, null, 20], [1, "B09", null, text, 20], [1, "B09", null, null, text], [text] })
        {
            var verdict = Reading.Read(new TestWorkbook().Sheet("S", [[text], .. Sheets.Head(), Sheets.Row(1, "B10", 1), row]).ToBytes());

            Assert.DoesNotContain("E-UNREADABLE", verdict.Findings.Select(finding => finding.Code));
            Assert.All(verdict.Findings, finding => Assert.True(finding.Message.IsNormalized(), finding.Code));
        }
    }

    [Theory]
    [InlineData("\uFFFE")]
    [InlineData("\uFFFF")]
    [InlineData("\uFFFD")]
    [InlineData("a\u0301\u0301\u0301\u0301\u0301")]
    [InlineData("\u202Eabc")]
    [InlineData("𝄞")]
    public void Text_WithOddCharacters_IsAnswered(string text)
    {
        var verdict = Reading.Read(Sheets.Csv($"B09;{text};;20;;;;", $"{text};;;20;;;;", $"B10;;;{text};;;;", $"B13;;{text};1;;;;"));

        Assert.DoesNotContain("E-UNREADABLE", verdict.Findings.Select(finding => finding.Code));
    }

    [Fact]
    public void UnknownUnits_AHundredThousand_AreAnsweredWithoutLookingEachUp()
    {
        var text = new StringBuilder(Sheets.CsvHeader + "\n");
        for (var number = 0; number < 100_000; number++)
        {
            text.Append("Phòng ").Append(number).Append(";2020-03;B09;;;1;;;;\n");
        }

        var verdict = Reading.Read(text.ToString(), Reading.Office).Refused();

        Assert.Equal(100_000, verdict.RowCount);
        Assert.Equal("Còn 99.900 lỗi cùng loại E-UNIT chưa liệt kê.", verdict.Findings[^1].Message);
    }

    [Fact]
    public void TitleLine_OfThirtyThousandCharacters_IsNotSearched()
    {
        var line = string.Concat(Enumerable.Repeat("năm 20 ", 4500));

        var verdict = Reading.Read(new TestWorkbook().Sheet("S", [[line], .. Sheets.Head(), Sheets.Row(1, "B09", 20)]).ToBytes()).Accepted();

        Assert.Equal("2020-03", verdict.Period!.Code.Value);
    }

    [Fact]
    public void Formulas_InText_AreDataAndNothingElse()
    {
        var verdict = Reading.Read(
            "Mã đơn vị;Năm;Tên đề tài, sáng kiến;Tác giả;Đồng tác giả;Nơi công tác;Ngày công nhận;Đơn vị công nhận;Tóm tắt\n"
            + "STP-HCTP;2020;\"=HYPERLINK(\"\"http://x.example\"\")\";@SUM(A1);+84;-1+1;;<script>;=cmd|x\n",
            "STP-HCTP", new DateOnly(2020, 2, 20)).Accepted();

        Assert.Equal(new InitiativeEntry(2, "=HYPERLINK(\"http://x.example\")", "@SUM(A1)", "+84", "-1+1", null, "<script>", "=cmd|x"), Assert.Single(verdict.Initiatives));
    }
}
