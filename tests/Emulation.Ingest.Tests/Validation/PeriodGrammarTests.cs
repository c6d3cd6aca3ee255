using Emulation.Ingest.Tests.Validation.Support;
using Emulation.Ingest.Validation.Values;

namespace Emulation.Ingest.Tests.Validation;

public sealed class PeriodGrammarTests
{
    [Theory]
    [InlineData("2020-03", "2020-03")]
    [InlineData("tháng 3/2020", "2020-03")]
    [InlineData("Tháng 03/2020", "2020-03")]
    [InlineData("THÁNG 3 NĂM 2020", "2020-03")]
    [InlineData("T3/2020", "2020-03")]
    [InlineData("T.3/2020", "2020-03")]
    [InlineData("tháng 3", "2020-03")]
    [InlineData("03/2020", "2020-03")]
    [InlineData("2020-W1", "2020-W1")]
    [InlineData("2020-w2", "2020-W2")]
    [InlineData("đợt 1", "2020-W1")]
    [InlineData("Đợt I", "2020-W1")]
    [InlineData("đợt II năm 2020", "2020-W2")]
    [InlineData("đợt 1 năm 2020", "2020-W1")]
    [InlineData("đợt 2/2020", "2020-W2")]
    [InlineData("2020", "2020")]
    [InlineData("năm 2020", "2020")]
    [InlineData("Năm\u00A02020 ", "2020")]
    public void Period_AsOfficersWriteIt_IsFound(string text, string expected) =>
        Assert.Equal(expected, PeriodGrammar.Read(text, Reading.Plan.Plan)?.Code.Value);

    [Theory]
    [InlineData("tháng 13/2020")]
    [InlineData("tháng 0/2020")]
    [InlineData("tháng 3/2019")]
    [InlineData("đợt 3")]
    [InlineData("năm 2021")]
    [InlineData("quý II/2020")]
    [InlineData("6 tháng")]
    [InlineData("2020-3-1")]
    [InlineData("")]
    public void Period_NotOfThePlan_IsNotGuessed(string text) => Assert.Null(PeriodGrammar.Read(text, Reading.Plan.Plan));
}
