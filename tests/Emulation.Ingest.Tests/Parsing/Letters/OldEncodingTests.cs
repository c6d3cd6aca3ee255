using Emulation.Ingest.Parsing.Text;

namespace Emulation.Ingest.Tests.Parsing.Letters;

/// <summary>Our tables against iconv's and the rule of VNI, letter by letter; digits and separators are nobody's letters.</summary>
public sealed class OldEncodingTests
{
    public static TheoryData<string, string> Tables => new()
    {
        { "TCVN3 (ABC)", LetterPairs.Tcvn3 },
        { "VISCII", LetterPairs.Viscii },
        { "windows-1258", LetterPairs.Windows1258 },
        { "VNI-Windows", LetterPairs.Vni },
    };

    [Theory]
    [MemberData(nameof(Tables), DisableDiscoveryEnumeration = true)]
    public void Letters_AllOfThem_AreTheirBytes(string name, string pairs)
    {
        var each = LetterPairs.Of(pairs).ToList();

        Assert.Equal(67, LetterPairs.Small.Length);
        Assert.Superset(LetterPairs.Small.ToHashSet(), each.Select(pair => pair.Letter).ToHashSet());
        Assert.Equal(name == "TCVN3 (ABC)" ? 67 + 7 : 2 * 67, each.Count);
        Assert.All(each, pair => Assert.Equal(pair.Letter.ToString(), Of(name).Decode(pair.Bytes)));
    }

    [Theory]
    [MemberData(nameof(Tables), DisableDiscoveryEnumeration = true)]
    public void DigitsAndSeparators_BesideAnyByte_AreThemselves(string name, string pairs)
    {
        Assert.NotEmpty(pairs);
        const string signs = "0123456789.,;:%/-+() \t\"'\r\n=|";
        foreach (var sign in signs)
        {
            Assert.Equal(sign.ToString(), Of(name).Decode([(byte)sign]));
            for (var other = 0; other < 256; other++)
            {
                if (Of(name).Decode([(byte)sign, (byte)other, (byte)sign]) is { } text)
                {
                    Assert.Equal(signs.Contains((char)other) ? 3 : 2, text.Count(one => signs.Contains(one)));
                    Assert.Equal((sign, sign), (text[0], text[^1]));
                }
            }
        }
    }

    [Theory]
    // Tổng cộng, four ways
    [InlineData("TCVN3 (ABC)", "54E66E672063E96E67", "Tổng cộng")]
    [InlineData("VNI-Windows", "546FE56E6720636FE46E67", "Tổng cộng")]
    [InlineData("windows-1258", "54F4D26E672063F4F26E67", "Tổng cộng")]
    [InlineData("VISCII", "54B16E672063B56E67", "Tổng cộng")]
    // a soft hyphen is ư, and the micro sign à
    [InlineData("TCVN3 (ABC)", "5068DF6E672054AD207068B870", "Phòng Tư pháp")]
    // capitals: the word tells, or the words beside it do
    [InlineData("TCVN3 (ABC)", "54E64E472043E94E47", "TỔNG CỘNG")]
    [InlineData("TCVN3 (ABC)", "53EB2054A6205048B850", "SỞ TƯ PHÁP")]
    [InlineData("TCVN3 (ABC)", "53E82076F42076", "Số vụ v")]
    [InlineData("TCVN3 (ABC)", "4DB7", "Mã")]
    // control bytes are letters of VISCII
    [InlineData("VISCII", "5414204CD9", "TỶ LÙ")]
    public void Text_OfKnownBytes_IsThat(string name, string bytes, string text) => Assert.Equal(text, Of(name).Decode(Convert.FromHexString(bytes)));

    [Theory]
    [InlineData("TCVN3 (ABC)", "54B06E")]
    [InlineData("VNI-Windows", "74C76E")]
    [InlineData("VNI-Windows", "62EA")]
    [InlineData("windows-1258", "548A6E")]
    public void Bytes_ThatMeanNothing_AreNoText(string name, string bytes) => Assert.Null(Of(name).Decode(Convert.FromHexString(bytes)));

    [Theory]
    [InlineData("nghiêng", true)]
    [InlineData("Quyết", true)]
    [InlineData("giếng", true)]
    [InlineData("gì", true)]
    [InlineData("KHUỶU", true)]
    [InlineData("thủy", true)]
    [InlineData("thuỷ", true)]
    [InlineData("được", true)]
    [InlineData("Krông", false)]
    [InlineData("Lắk", false)]
    [InlineData("Ðoài", true)]
    [InlineData("các", true)]
    [InlineData("càc", false)]
    [InlineData("kông", false)]
    [InlineData("ngiêng", false)]
    [InlineData("tổộng", false)]
    [InlineData("chỳ", false)]
    public void Syllable_BySpelling_IsOneOrNot(string word, bool isOne) => Assert.Equal(isOne, Syllable.IsValid(word));

    private static OldEncoding Of(string name) => OldEncoding.All.Single(encoding => encoding.Name == name);
}
