using System.Globalization;
using Emulation.Reports.Scoring;

namespace Emulation.Reports.Tests.Scoring;

public sealed class SentenceTests
{
    [Theory]
    [InlineData("không thuộc khoảng nào")]
    [InlineData("{0}")]
    [InlineData("{0} × {1} (chậm {2} ngày) = {3}")]
    // A place that is not used, one used twice, two side by side.
    [InlineData("{0} × {1} (đúng hạn) = {3}")]
    [InlineData("{3}{0} và {0}, {2}")]
    public void With_Values_WritesWhatFormatWrites(string pattern) => Assert.Equal(
        string.Format(CultureInfo.InvariantCulture, pattern, "6,00", "", "−1.250,5", new string('9', 300)),
        new Sentence(pattern).With("6,00", "", "−1.250,5", new string('9', 300)));
}
