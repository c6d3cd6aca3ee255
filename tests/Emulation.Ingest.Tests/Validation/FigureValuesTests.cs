using Emulation.Ingest.Tests.Validation.Support;
using Emulation.Ingest.Validation;

namespace Emulation.Ingest.Tests.Validation;

/// <summary>What cells say of an indicator, in a text file and in a workbook alike.</summary>
public sealed class FigureValuesTests
{
    /// <summary>Beside a blank cell: a file without any figure is refused as not filled in.</summary>
    private const string OtherRow = "D03;;;4;;;;";

    [Theory]
    // Blank, zero, not applicable and not reported are four different things.
    [InlineData("B21", "", "NotReported")]
    [InlineData("B21", "…", "NotReported")]
    [InlineData("B21", "chưa có số liệu", "NotReported")]
    [InlineData("B21", "KPS", "NotApplicable")]
    [InlineData("B21", "không phát sinh", "NotApplicable")]
    [InlineData("B21", "Không", "NotApplicable")]
    [InlineData("B21", "-", "NotApplicable")]
    [InlineData("B21", "–", "NotApplicable")]
    [InlineData("B21", "0", "0")]
    // Counts
    [InlineData("B18", "1.234", "1234")]
    [InlineData("B18", "12 bản", "12")]
    [InlineData("B09", "12 vụ", "12")]
    [InlineData("B09", " 12\u200B", "12")]
    // Percentages
    [InlineData("A03", "95,5", "95.5")]
    [InlineData("A03", "95.5%", "95.5")]
    [InlineData("A03", "95,5 %", "95.5")]
    [InlineData("A03", "100 %", "100")]
    [InlineData("A03", "95/100", "95 of 95/100")]
    [InlineData("A03", "Đạt 100% (12/12)", "100 of 12/12")]
    [InlineData("A03", "0/0", "NotApplicable")]
    // Money, yes/no, dates
    [InlineData("E01", "12,5", "12.5")]
    [InlineData("E01", "12,5 triệu đồng", "12.5")]
    [InlineData("B05", "Có", "1")]
    [InlineData("B05", "Không", "0")]
    [InlineData("B05", "x", "1")]
    [InlineData("B05", "Chưa đạt", "0")]
    [InlineData("B05", "KPS", "NotApplicable")]
    [InlineData("B22", "28/02/2020", "2020-02-28")]
    [InlineData("B22", "ngày 28 tháng 02 năm 2020", "2020-02-28")]
    public void Value_InText_IsTheSameInBothContainers(string indicator, string text, string expected)
    {
        Assert.Equal(expected, Say(Reading.Read(Sheets.Csv($"{indicator};;;{text};;;;", OtherRow)).FigureOf(indicator)));
        Assert.Equal(expected, Say(Reading.Read(Sheets.Monthly(Sheets.Row(1, indicator, text), Sheets.Row(2, "D03", 4))).FigureOf(indicator)));
    }

    public static TheoryData<string, object, string> WorkbookCells => new()
    {
        { "A03", TestCell.Percent("0.955"), "95.5" },
        { "A03", TestCell.Number("95.5"), "95.5" },
        { "E01", TestCell.Number("90.239999999999995"), "90.24" },
        { "B22", TestCell.Date(43889), "2020-02-28" },
        { "B22", TestCell.Number("43889"), "2020-02-28" },
        { "B05", new TestCell("t=\"b\"", "<v>1</v>"), "1" },
        { "B09", TestCell.Formula("SUM(A1:A2)", "20"), "20" },
        { "B21", new TestCell("t=\"str\"", "<f>\"\"</f><v></v>"), "NotReported" },
    };

    [Theory]
    [MemberData(nameof(WorkbookCells), DisableDiscoveryEnumeration = true)]
    public void Value_InAWorkbookCell_IsReadByItsFormat(string indicator, object cell, string expected) =>
        Assert.Equal(expected, Say(Reading.Read(Sheets.Monthly(Sheets.Row(1, indicator, cell), Sheets.Row(2, "D03", 4))).FigureOf(indicator)));

    [Fact]
    public void Money_InAnotherMeasure_IsConverted()
    {
        Assert.Equal(12.5m, Reading.Read(Sheets.Csv("E01;;đồng;12.500.000;;;;")).FigureOf("E01").Value);
        Assert.Equal(12.5m, Reading.Read(Sheets.Csv("E01;;nghìn đồng;12500;;;;")).FigureOf("E01").Value);
        Assert.Equal(12.5m, Reading.Read(Sheets.Csv("E01;;triệu đồng;12,5;;;;")).FigureOf("E01").Value);
    }

    [Fact]
    public void Estimate_OfACount_IsPartOfTheValue()
    {
        var figure = Reading.Read(Sheets.Csv("B09;;;20;;;5;")).FigureOf("B09");

        Assert.Equal((25m, 5m), (figure.Value, figure.Estimated));
    }

    [Fact]
    public void Ratio_WithoutItsPercentage_IsComputed()
    {
        var figure = Reading.Read(Sheets.Csv("A03;;;;2;3;;")).FigureOf("A03");

        Assert.Equal((66.666667m, 2m, 3m), (figure.Value, figure.Numerator, figure.Denominator));
    }

    [Theory]
    [InlineData("66,7", true)]
    [InlineData("66,71", true)]
    [InlineData("66,6", false)]
    [InlineData("67", false)]
    public void Ratio_StatedAndComputed_MayDifferByFiveHundredths(string stated, bool isAccepted) =>
        Assert.Equal(isAccepted, Reading.Read(Sheets.Csv($"A03;;;{stated};2;3;;")) is ReadSubmission);

    [Fact]
    public void Ratio_AgainstTheIndicatorsItIsMadeOf_IsRecomputed()
    {
        var verdict = Reading.Read(Sheets.Csv("B09;;;20;;;;", "B10;;;17;;;;", "B11;;;95;;;;")).Refused();

        Assert.Equal("Dòng 4, cột “Thực hiện” ghi 95 %, trong khi tử số chia mẫu số (B10 = 17, B09 = 20) được 85 %.", Assert.Single(verdict.Findings).Message);
    }

    [Fact]
    public void Ratio_InWordsAndInColumnsThatSayOtherwise_IsRefused() =>
        Assert.Equal("E-RATIO", Assert.Single(Reading.Read(Sheets.Csv("A03;;;95/100;90;100;;")).Refused().Findings).Code);

    private static string Say(Figure figure) =>
        figure.State != FigureState.Value ? figure.State.ToString()
        : figure.Date is { } date ? date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)
        : FormattableString.Invariant($"{figure.Value}{(figure.Numerator is { } above ? $" of {above}/{figure.Denominator}" : "")}");
}
