using System.Text;
using System.Text.RegularExpressions;
using Emulation.Ingest.Forms;
using Emulation.Ingest.Parsing.Text;
using Emulation.Ingest.Tests.Validation.Support;

namespace Emulation.Ingest.Tests.Parsing.Letters;

/// <summary>How often the words alone tell the encoding, over the Vietnamese texts of this repository; the table stands in docs/adr/0008-encodings.md.</summary>
public sealed partial class EncodingMeasurementTests(ITestOutputHelper output)
{
    private const int Samples = 300;
    private static readonly string[] Encodings = ["TCVN3", "VNI", "VISCII", "windows-1258"];

    [Fact]
    public void Words_WithoutHeadings_AreDecidedRightlyOrNotAtAll()
    {
        var words = Words();
        foreach (var length in new[] { 1, 3, 5, 10, 30 })
        {
            var (best, tied, right, refused, wrong) = (0, 0, 0, 0, 0);
            foreach (var (text, name) in Pick(words, length))
            {
                var bytes = OldLetters.Writers[name](text);
                var (isBest, isTied) = Compare(bytes, text);
                (best, tied) = (best + (isBest ? 1 : 0), tied + (isTied ? 1 : 0));
                var decided = EncodingChoice.Of(bytes, OldEncoding.All)?.Decode(bytes);
                refused += decided is null ? 1 : 0;
                right += decided is not null && Same(decided, text) ? 1 : 0;
                wrong += decided is not null && !Same(decided, text) ? 1 : 0;
            }

            var all = best + tied + (Samples * Encodings.Length) - best - tied;
            output.WriteLine($"| {length} | {100.0 * best / all:0.0} | {100.0 * tied / all:0.0} | {100.0 * (all - best - tied) / all:0.0} | {100.0 * right / all:0.0} | {100.0 * refused / all:0.0} | {wrong} |");
            Assert.Equal(0, wrong);
            Assert.True(length < 30 || right >= 0.9 * all, $"{right} of {all} with {length} words");
        }
    }

    [Fact]
    public void Headings_OfEveryForm_AreEnoughAlone()
    {
        foreach (var form in FormCatalogue.All)
        {
            var text = string.Join(';', form.TextHeaders) + "\r\n";
            foreach (var name in Encodings)
            {
                var bytes = OldLetters.Writers[name](text);
                Assert.Equal(text, EncodingChoice.Of(bytes, OldEncoding.All)?.Decode(bytes), ignoreCase: true);
            }
        }
    }

    /// <summary>Whether the true reading has the greatest share of syllables alone, or shares it with another.</summary>
    private static (bool IsBest, bool IsTied) Compare(byte[] bytes, string text)
    {
        var readings = OldEncoding.All.Select(encoding => encoding.Decode(bytes)).OfType<string>().DistinctBy(reading => reading.ToLowerInvariant())
            .Select(reading => (Text: reading, LetterEvidence.Of(reading).Share)).ToList();
        var top = readings.Where(reading => reading.Share == readings.Max(other => other.Share)).ToList();
        var isThere = top.Exists(reading => Same(reading.Text, text));
        return (isThere && top.Count == 1, isThere && top.Count > 1);
    }

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<(string Text, string Encoding)> Pick(string[] words, int length) =>
        from encoding in Encodings
        from number in Enumerable.Range(0, Samples)
        let start = (int)((long)number * (words.Length - length) / Samples)
        select (string.Join(' ', words[start..(start + length)]), encoding);

    private static string[] Words()
    {
        var folder = Reading.RepositoryFolder("plans/dak-lak-2020");
        var files = Directory.GetFiles(folder, "*.csv").Concat(Directory.GetFiles(Reading.RepositoryFolder("docs"), "huong-dan-*.md")).Order(StringComparer.Ordinal);
        // Text in code marks and of other scripts is no Vietnamese.
        return [.. files.SelectMany(file => Word().Matches(File.ReadAllText(file).Normalize(NormalizationForm.FormC)).Select(match => match.Value))];
    }

    [GeneratedRegex(@"(?<![\p{L}0-9/._-])\p{L}+(?![\p{L}0-9/._-])")]
    private static partial Regex Word();
}
