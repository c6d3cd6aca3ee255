using System.Text.RegularExpressions;
using Emulation.Ingest.Tests.Validation.Support;

namespace Emulation.Ingest.Tests.Validation;

/// <summary>The table of bad inputs: what becomes of each stands whole in tests/files/bad-input.approved.txt; docs/formats/bad-input.md names the test of every row.</summary>
public sealed partial class BadInputTableTests
{
    private const int Rows = 54;
    private const int Examples = 25;

    private static readonly string Tests = Reading.RepositoryFolder("tests");

    [Fact]
    public void Rows_ComeToWhatIsApproved() => Approved.Check("tests/files", "bad-input.approved.txt", Sample.Describe(BadInputSamples.All));

    [Fact]
    public void Document_NamesATestForEveryRowAndExample()
    {
        var rows = Listed().Select(row => row.Row).ToList();

        Assert.Equal([.. Enumerable.Range(1, Rows).Select(row => $"B{row}"), .. Enumerable.Range(1, Examples).Select(row => $"{row}")], rows);
        Assert.All(Listed(), row => Assert.NotEmpty(row.Tests));
    }

    [Fact]
    public void Document_NamesNoTestThatIsNotThere()
    {
        var sources = Directory.EnumerateFiles(Tests, "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Contains("/obj/", StringComparison.Ordinal)).ToLookup(path => Path.GetFileNameWithoutExtension(path), File.ReadAllText);

        Assert.All(Listed().SelectMany(row => row.Tests.Select(test => (row.Row, test.Class, test.Method))), test =>
            Assert.True(
                sources[test.Class].Any(source => Regex.IsMatch(source, $@"public (?:async Task|Task|void) {test.Method}\(")),
                $"{test.Row}: there is no test {test.Class}.{test.Method}"));
    }

    [Fact]
    public void Document_SaysOfTheSamplesHereThatTheyAreHere()
    {
        var here = Listed().Where(row => row.Tests.Any(test => test.Class is nameof(BadInputTableTests) or nameof(NastyExamplesTests))).Select(row => row.Row);

        Assert.Equal(
            BadInputSamples.All.Concat(NastySamples.All).Select(sample => sample.Row).Distinct().Order(StringComparer.Ordinal), here.Order(StringComparer.Ordinal));
    }

    /// <summary>The lines <c>| B1 | … | `Class.Method`, … |</c> of the document.</summary>
    private static List<(string Row, List<(string Class, string Method)> Tests)> Listed() =>
        [.. File.ReadLines(Path.Combine(Reading.RepositoryFolder("docs/formats"), "bad-input.md"))
            .Select(line => RowLine().Match(line)).Where(match => match.Success)
            .Select(match => (match.Groups["row"].Value, TestName().Matches(match.Groups["tests"].Value).Select(test => (test.Groups[1].Value, test.Groups[2].Value)).ToList()))];

    [GeneratedRegex(@"^\| (?<row>B?[0-9]+) \|.*\|(?<tests>[^|]*)\|$")]
    private static partial Regex RowLine();

    [GeneratedRegex(@"`([A-Za-z0-9]+)\.([A-Za-z0-9_]+)`")]
    private static partial Regex TestName();
}
