using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;

namespace Emulation.Reports.Tests.Documents;

public sealed partial class TextsTests
{
    [Fact]
    public void EveryText_InBothLanguages_TakesTheSameValues()
    {
        var vietnamese = TextsOf(CultureInfo.InvariantCulture);
        var english = TextsOf(CultureInfo.GetCultureInfo("en"));

        Assert.Equal(vietnamese.Keys.Order(), english.Keys.Order());
        Assert.All(vietnamese, pair => Assert.Equal(Placeholders(pair.Value), Placeholders(english[pair.Key])));
    }

    // A report is Vietnamese whatever the machine speaks.
    [Fact]
    public void Get_OnAnEnglishMachine_IsVietnamese()
    {
        var before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en-US");

            Assert.Equal("Chưa gửi", Texts.Get("Standing.missing"));
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    [Fact]
    public void In_English_IsEnglish() => Assert.Equal("Missing", Texts.In(CultureInfo.GetCultureInfo("en"), "Standing.missing"));

    [Fact]
    public void Get_AnUnknownName_IsBadUse() => Assert.Throws<ArgumentException>(() => Texts.Get("Không có"));

    private static Dictionary<string, string> TextsOf(CultureInfo culture) =>
        new ResourceManager("Emulation.Reports.Texts", typeof(Texts).Assembly).GetResourceSet(culture, true, false)!
            .Cast<DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!);

    private static string Placeholders(string text) => string.Join(' ', Placeholder().Matches(text).Select(match => match.Value).Distinct().Order());

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Placeholder();
}
