using System.Text;

namespace Emulation.Plan.Tests;

/// <summary>Spellings of one name have one key; other names have other keys.</summary>
public sealed class NameKeyTests
{
    [Theory]
    // tone placement, i/y
    [InlineData("Tỷ lệ hoà giải thành", "Tỉ lệ hòa giải thành")]
    [InlineData("UỶ BAN", "Ủy ban")]
    [InlineData("thuỷ", "thủy")]
    [InlineData("kỷ luật", "kỉ luật")]
    [InlineData("TỶ LỆ", "tỉ lệ")]
    [InlineData("quý", "qúy")]
    // Đ by other code points
    [InlineData("Ðắk Lắk", "Đắk Lắk")]
    [InlineData("ĐẮK LẮK", "Ɖắk lắk")]
    // apostrophes, hyphens, quotes, spaces
    [InlineData("Cư M’gar", "Cư M'gar")]
    [InlineData("Cư M`gar", "Cư Mʼgar")]
    [InlineData("Cư Mʻgar", "Cư M‛gar")]
    [InlineData("\u202AKrông\u200E Pắc\u202C", "Krông Pắc")]
    [InlineData("Ea\u205FKar", "Ea Kar")]
    [InlineData("Thi đua ― Khen thưởng", "Thi đua－Khen thưởng")]
    [InlineData("Thi đua – Khen thưởng", "Thi đua-Khen thưởng")]
    [InlineData("Krông\u00A0 Pắc\u200B ", "Krông Pắc")]
    [InlineData("\uFEFF“Một cửa”", "\"Một cửa\"")]
    public void Of_TwoSpellings_AreEqual(string one, string other) => Assert.Equal(NameKey.Of(one), NameKey.Of(other));

    [Theory]
    [InlineData("Krông Búk", "Krông Bông")]
    [InlineData("Lắk", "Đắk Lắk")]
    [InlineData("hoàn", "hòan")]
    [InlineData("tỷ", "tý")]
    [InlineData("Ea Súp", "Ea Sup")]
    [InlineData("thuy", "thui")]
    public void Of_TwoNames_AreDifferent(string one, string other) => Assert.NotEqual(NameKey.Of(one), NameKey.Of(other));

    [Fact]
    public void Of_DecomposedText_IsTheKeyOfTheComposed()
    {
        const string text = "Phòng Tư pháp Đắk Lắk";

        Assert.Equal(NameKey.Of(text), NameKey.Of(text.Normalize(NormalizationForm.FormD)));
    }

    [Theory]
    [InlineData("Đắk Lắk", "dak lak")]
    [InlineData("PHƯỜNG TỰ AN", "phuong tu an")]
    public void WithoutMarks_Text_IsPlainLetters(string text, string expected) => Assert.Equal(expected, NameKey.WithoutMarks(text));

    [Fact]
    public void Of_AKey_IsItself()
    {
        foreach (var name in Plans.DakLak.Units.SelectMany(UnitNames.NamesOf).Concat(Plans.DakLak.Indicators.Select(indicator => indicator.Name)))
        {
            Assert.Equal(NameKey.Of(name), NameKey.Of(NameKey.Of(name)));
        }
    }
}
