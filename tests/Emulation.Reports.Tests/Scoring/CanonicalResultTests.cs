using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Emulation.Plan;
using Emulation.Reports.Scoring;
using Emulation.TestSupport;

namespace Emulation.Reports.Tests.Scoring;

public sealed class CanonicalResultTests
{
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The bytes of closed waves must stay what they are for years: a change here needs a new format and an ADR.</summary>
    [Fact]
    public void Write_SmallResult_IsExactlyThisText()
    {
        var plan = new PlanBuilder
        {
            Units = [Some.Unit("U1")],
            Rules = [Some.Rule("B01", 100)],
            Targets = [Some.Target("B01", 60)],
            Duties = [Some.Duty("DL3", FormKind.WaveReport, Some.Occurrence(Some.Wave1, new(2020, 1, 19)))],
        }.Build();

        var text = Encoding.UTF8.GetString(CanonicalResult.Write(new FrozenResult("ab", "cd", Scored.Run(plan, Scored.Wave("U1", "B01", 45.50m, estimated: 1.0m)))));

        Assert.Equal(
            """
            {"planHash":"ab","inputsHash":"cd","result":{"planCode":"plan-2020","planVersion":1,"ruleSet":"RS-TEST","period":"2020-W1",
            "units":[{"unit":"U1","block":"K1","points":75.83,"bonus":0,"penalty":0,"rank":1,"isTied":false,"grade":"fair","gates":[],
            "groups":[{"group":"B","points":75.833333333333,"maxPoints":100}],
            "lines":[{"group":"B","rule":"B01","state":"Estimated","maxPoints":100,"points":75.833333333333,"arithmetic":"100,00 × min(45,5 ÷ 60; 1) = 75,83",
            "inputs":{"Chỉ tiêu":"60","Nguồn số liệu":"báo cáo đợt","Thực hiện":"45,5","Điểm chuẩn":"100,00","Ước thực hiện":"1"}}]}],
            "indicators":[{"unit":"U1","indicator":"B01","state":"Estimated","value":45.5,"estimated":1,"numerator":null,"denominator":null,"date":null,
            "target":60,"targetDate":null,"achievedPercent":75.833333333333,"source":"wave-report","verdict":"Short"}],
            "duties":[{"duty":"DL3","unit":"U1","period":"2020-W1","dueOn":"2020-01-19","standing":"Late","receivedAt":"2020-01-20T02:00:00.000000Z","daysLate":1,"version":1}],
            "discrepancies":[]}}
            """.Replace("\r", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal),
            text);
    }

    /// <summary>Long lists are written in pieces side by side; the bytes are those of one list.</summary>
    [Fact]
    public void Write_LongLists_ArePutTogetherInTheirOrder()
    {
        var duties = Enumerable.Range(0, 1_300).Select(number => new DutyStanding(
            "DL3", new UnitCode($"U{number}"), Some.Wave1.Code, new(2020, 6, 30), Standing.Missing, null, 0, number == 7 ? 2 : null)).ToList();
        var result = Scored.Run(new PlanBuilder().Build()) with { Duties = duties };

        var bytes = CanonicalResult.Write(new FrozenResult("ab", "cd", result));

        Assert.Equal(duties, CanonicalResult.Read(bytes).Result.Duties);
        Assert.Equal(bytes, CanonicalResult.Write(CanonicalResult.Read(bytes)));
        Assert.EndsWith("\"version\":null}],\"discrepancies\":[]}}", Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
    }

    /// <summary>The version of the code is part of what is hashed; runs from before it was numbered keep their bytes.</summary>
    [Fact]
    public void Write_ComputedBy_StandsAtTheEndWhereItIsKnown()
    {
        var result = Scored.Run(new PlanBuilder().Build());

        var (numbered, unnumbered) = (CanonicalResult.Write(new FrozenResult("ab", "cd", result, 2)), CanonicalResult.Write(new FrozenResult("ab", "cd", result)));

        Assert.EndsWith("\"discrepancies\":[]},\"computedBy\":2}", Encoding.UTF8.GetString(numbered), StringComparison.Ordinal);
        Assert.Equal((2, (int?)null), (CanonicalResult.Read(numbered).ComputedBy, CanonicalResult.Read(unnumbered).ComputedBy));
    }

    /// <summary>Texts are escaped as the library's own writer escapes them.</summary>
    [Theory]
    [InlineData("")]
    [InlineData("6,00 × min(45 ÷ 60; 1) = 4,50")]
    [InlineData("Đắk Lắk: “chỉ tiêu” <b> & 'x' + /")]
    [InlineData("\"quoted\" \\ back")]
    [InlineData("tab\t line\n return\r nul\0 bell\a del\u007f")]
    [InlineData("no-break\u00a0 line\u2028 zero-width\u200b private\ue000 unassigned\u0378")]
    [InlineData("😀 𠀀")]
    [InlineData("{[:,")]
    public void Write_AnyText_IsEscapedAsTheLibraryDoes(string text)
    {
        var result = Scored.Run(new PlanBuilder().Build()) with { Discrepancies = [new("check", new UnitCode("U1"), null, text), new("check", new UnitCode("U2"), null, text)] };

        var bytes = CanonicalResult.Write(new FrozenResult("ab", "cd", result));

        var expected = JsonSerializer.Serialize(text, Relaxed);
        Assert.EndsWith(
            string.Join(',', new[] { "U1", "U2" }.Select(unit => $$$"""{"kind":"check","unit":"{{{unit}}}","indicator":null,"sentence":{{{expected}}}}""")) + "]}}",
            Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
        Assert.Equal([text, text], CanonicalResult.Read(bytes).Result.Discrepancies.Select(row => row.Sentence));
    }

    [Fact]
    public void Write_AnyDecimal_IsItsShortestForm()
    {
        var random = new Random(27);
        var numbers = Enumerable.Range(0, 3_000).Select(_ => new decimal(random.Next(), random.Next() >> random.Next(32), random.Next(2) * random.Next() >> random.Next(32), random.Next(2) == 0, (byte)random.Next(29)))
            .Concat([0m, -0.0m, 1.50m, 0.05m, -0.05m, 100.000m, 10m, decimal.MaxValue, decimal.MinValue, 0.0000000000000000000000000001m, 1.0000000000000000000000000000m, ulong.MaxValue])
            .ToList();
        var result = Scored.Run(new PlanBuilder().Build()) with
        {
            Units = [new UnitResult(new UnitCode("U1"), "K1", 0, 0, 0, null, false, "good", [], [.. numbers.Select(number => new GroupPoints("B", number, 1))], [])],
        };

        var text = Encoding.UTF8.GetString(CanonicalResult.Write(new FrozenResult("ab", "cd", result)));

        Assert.Contains(
            string.Join(',', numbers.Select(number => $$$"""{"group":"B","points":{{{CanonicalResult.Normalise(number)}}},"maxPoints":1}""")), text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("vi-VN")]
    [InlineData("de-DE")]
    [InlineData("ar-SA")]
    public void Write_AnyCultureOfTheProcess_GivesTheSameBytes(string culture)
    {
        var (plan, period, data) = RandomCase.Of(42);
        var expected = CanonicalResult.Write(new FrozenResult("", "", ResultComputation.Of(plan, 1, period, data.ToRunData(plan, period))));
        var before = CultureInfo.CurrentCulture;
        try
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (CultureInfo.GetCultureInfo(culture), CultureInfo.GetCultureInfo(culture));
            Assert.Equal(expected, CanonicalResult.Write(new FrozenResult("", "", ResultComputation.Of(plan, 1, period, data.ToRunData(plan, period)))));
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (before, before);
        }
    }

    [Theory]
    [InlineData("1.50", "1.5")]
    [InlineData("100.000", "100")]
    [InlineData("-0.0", "0")]
    [InlineData("0.0000000000000000000000000001", "0.0000000000000000000000000001")]
    [InlineData("79228162514264337593543950335", "79228162514264337593543950335")]
    public void Normalise_TrailingZeros_AreDropped(string value, string expected) =>
        Assert.Equal(expected, CanonicalResult.Normalise(decimal.Parse(value, CultureInfo.InvariantCulture)));
}
