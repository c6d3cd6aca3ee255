using Emulation.Ingest.Validation.Values;

namespace Emulation.Ingest.Tests.Validation;

public sealed class NumberGrammarTests
{
    [Theory]
    // Plain, decimal comma
    [InlineData("0", "0")]
    [InlineData("05", "5")]
    [InlineData("1234", "1234")]
    [InlineData("95,5", "95.5")]
    [InlineData("0,955", "0.955")]
    [InlineData("1234,56", "1234.56")]
    // Thousands in groups of three
    [InlineData("1.234,5", "1234.5")]
    [InlineData("12.500.000", "12500000")]
    [InlineData("1 234", "1234")]
    [InlineData("1\u00A0234\u00A0567,8", "1234567.8")]
    [InlineData("1\u202F234", "1234")]
    // A point that can only be decimal
    [InlineData("1.5", "1.5")]
    [InlineData("95.25", "95.25")]
    [InlineData("0.955", "0.955")]
    [InlineData("1234.567", "1234.567")]
    // Signs
    [InlineData("-5", "-5")]
    [InlineData("−5", "-5")]
    [InlineData("-0", "0")]
    public void Amount_WrittenPlainly_IsRead(string text, string expected) => Assert.Equal(expected, Say(text, NumberRole.Amount));

    [Theory]
    [InlineData("1,234.5")]
    [InlineData("1,234,567")]
    [InlineData("12.34.567")]
    [InlineData("1.23,4.5")]
    [InlineData("1..5")]
    [InlineData("1,")]
    [InlineData(",5")]
    [InlineData(".5")]
    [InlineData("1 23")]
    [InlineData("1  234")]
    [InlineData("1.234 567")]
    [InlineData("5-")]
    [InlineData("(5)")]
    [InlineData("+5")]
    [InlineData("1e3")]
    [InlineData("５")]
    [InlineData("½")]
    [InlineData("5½")]
    [InlineData("O5")]
    [InlineData("1O")]
    [InlineData("'0012")]
    [InlineData("≥ 98")]
    [InlineData("khoảng 50")]
    [InlineData("12/15")]
    [InlineData("30/6/2020")]
    [InlineData("30.6.2020")]
    [InlineData("=1+1")]
    [InlineData("#N/A")]
    [InlineData("x")]
    [InlineData("//")]
    [InlineData("nt")]
    public void Amount_AnythingElse_IsNoNumber(string text)
    {
        var reading = NumberGrammar.Read(text, NumberRole.Amount);

        // What follows a number is left to the caller, who knows the measure.
        Assert.True(reading.Outcome != NumberOutcome.Number || reading.Rest.Length > 0, $"{text} was read as {reading.Value}");
    }

    [Theory]
    [InlineData("1.234", NumberRole.Count, "1234 thousands")]
    [InlineData("2.050", NumberRole.Count, "2050 thousands")]
    [InlineData("987", NumberRole.Count, "987")]
    [InlineData("1.234", NumberRole.Percent, "Ambiguous")]
    [InlineData("1.234", NumberRole.Amount, "Ambiguous")]
    [InlineData("12.500", NumberRole.Amount, "Ambiguous")]
    [InlineData("95.125", NumberRole.Percent, "Ambiguous")]
    [InlineData("12345678901234567890123456789", NumberRole.Amount, "TooPrecise")]
    [InlineData("0,12345678901", NumberRole.Percent, "TooPrecise")]
    public void LonePoint_BeforeThreeDigits_DependsOnTheColumn(string text, object role, string expected)
    {
        var reading = NumberGrammar.Read(text, (NumberRole)role);

        Assert.Equal(expected, reading.Outcome == NumberOutcome.Number
            ? FormattableString.Invariant($"{reading.Value}{(reading.Marks == NumberMarks.PointThousands ? " thousands" : "")}")
            : reading.Outcome.ToString());
    }

    [Theory]
    [InlineData("95,5%", "95.5", "")]
    [InlineData("95,5 %", "95.5", "")]
    [InlineData("100 %", "100", "")]
    [InlineData("12 vụ", "12", "vụ")]
    [InlineData("3.456.000đ", "3456000", "đ")]
    [InlineData("12/12", "12", "/12")]
    public void Number_WithSomethingBehind_LeavesItToTheCaller(string text, string expected, string rest)
    {
        var reading = NumberGrammar.Read(text, NumberRole.Percent);

        Assert.Equal((expected, rest), (FormattableString.Invariant($"{reading.Value}"), reading.Rest.ToString()));
    }

    [Theory]
    // Excel writes 17 digits, others 15 or 16: all are the number that was typed.
    [InlineData("90.239999999999995", false, "90.24")]
    [InlineData("90.23999999999999", false, "90.24")]
    [InlineData("0.30000000000000004", false, "0.3")]
    [InlineData("0.955", true, "95.5")]
    [InlineData("0.28999999999999998", true, "29")]
    [InlineData("1", true, "100")]
    [InlineData("123456789012345", false, "123456789012345")]
    [InlineData("1.5E-5", false, "0.000015")]
    [InlineData("-5", false, "-5")]
    [InlineData("0", false, "0")]
    public void Double_OfAWorkbook_IsTheNumberTyped(string stored, bool isPercent, string expected)
    {
        Assert.True(WorkbookNumber.TryRead(double.Parse(stored, System.Globalization.CultureInfo.InvariantCulture), isPercent, out var value));
        Assert.Equal(expected, value.ToString("0.############", System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData(1e15)]
    [InlineData(1.23457E+19)]
    public void Double_BeyondFifteenDigits_IsRefused(double number) => Assert.False(WorkbookNumber.TryRead(number, false, out _));

    [Fact]
    public void Decimals_ThroughADouble_ComeBackExactly()
    {
        var random = new Random(7);
        for (var trial = 0; trial < 10_000; trial++)
        {
            var written = Math.Round((decimal)(random.NextDouble() * Math.Pow(10, random.Next(0, 10))), random.Next(0, 5));

            Assert.True(WorkbookNumber.TryRead((double)written, false, out var value));
            Assert.Equal(written, value);
        }
    }

    private static string Say(string text, NumberRole role)
    {
        var reading = NumberGrammar.Read(text, role);
        Assert.True(reading.Outcome == NumberOutcome.Number && reading.Rest.IsEmpty, $"{text}: {reading.Outcome}");
        return FormattableString.Invariant($"{reading.Value}");
    }
}
