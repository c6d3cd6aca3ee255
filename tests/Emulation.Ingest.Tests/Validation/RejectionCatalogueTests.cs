using System.Globalization;
using System.Text;
using Emulation.Ingest.Tests.Validation.Support;
using Emulation.Ingest.Validation;

namespace Emulation.Ingest.Tests.Validation;

/// <summary>Every code has a file that provokes it, and its sentence is asserted whole: tests/files/rejections.approved.txt.</summary>
public sealed class RejectionCatalogueTests
{
    /// <summary>Cannot be provoked by a file: it stands for faults nobody foresaw.</summary>
    private const string Unforeseen = "E-UNREADABLE";

    [Fact]
    public void Scenarios_CoverEveryCode()
    {
        var covered = RejectionScenarios.All.Select(scenario => scenario.Code).ToHashSet();

        Assert.Empty(RejectionCatalogue.All.Where(kind => !covered.Contains(kind.Code)).Select(kind => kind.Code));
        Assert.Empty(covered.Except(RejectionCatalogue.All.Select(kind => kind.Code)));
    }

    [Fact]
    public void Sentences_OfAllScenarios_AreThoseApproved()
    {
        var text = new StringBuilder();
        foreach (var scenario in RejectionScenarios.All.Where(scenario => scenario.Code != Unforeseen))
        {
            var finding = Provoke(scenario);
            text.Append(CultureInfo.InvariantCulture, $"# {scenario.Code}: {scenario.What}\n");
            text.Append(CultureInfo.InvariantCulture, $"place:    {finding.Sheet ?? "-"} | {finding.RowNumber?.ToString(CultureInfo.InvariantCulture) ?? "-"} | {finding.Address ?? "-"}\n");
            text.Append(CultureInfo.InvariantCulture, $"found:    {finding.Found ?? "-"}\nexpected: {finding.Expected ?? "-"}\n");
            text.Append(CultureInfo.InvariantCulture, $"message:  {finding.Message}\ncure:     {finding.Cure}\n\n");
        }

        Approved.Check("tests/files", "rejections.approved.txt", text.ToString());
    }

    [Fact]
    public void Document_IsCurrent() => Approved.Check("docs", "error-catalogue.md", CatalogueDocument.Write(Provoke));

    [Fact]
    public void Texts_InBothLanguages_HaveTheSamePlacesToFill()
    {
        foreach (var kind in RejectionCatalogue.All)
        {
            foreach (var part in new[] { ".Message", ".Cure", ".Cause" })
            {
                var vietnamese = RejectionTexts.Get(kind.Code + part, CultureInfo.GetCultureInfo("vi-VN"));
                var english = RejectionTexts.Get(kind.Code + part, CultureInfo.GetCultureInfo("en"));
                Assert.NotEqual(vietnamese, english);
                Assert.Equal(Places(vietnamese), Places(english));
                Assert.True(vietnamese.EndsWith('.') || vietnamese.Contains("{found}.", StringComparison.Ordinal), $"{kind.Code}{part} is no sentence: {vietnamese}");
            }
        }
    }

    [Fact]
    public void Codes_AreUniqueAndTellTheirSeverity()
    {
        Assert.Equal(RejectionCatalogue.All.Count, RejectionCatalogue.All.Select(kind => kind.Code).Distinct().Count());
        Assert.All(RejectionCatalogue.All, kind => Assert.Equal(kind.Severity switch { Severity.Error => 'E', Severity.NeedsExplanation => 'N', _ => 'W' }, kind.Code[0]));
    }

    [Fact]
    public void Findings_MoreThanAHundredOfACode_AreCountedNotListed()
    {
        var rows = Enumerable.Range(1, 250).Select(number => $"Z{number};;;1;;;;").ToArray();

        var findings = Reading.Read(Sheets.Csv(rows)).Refused().Findings;

        Assert.Equal(101, findings.Count);
        Assert.Equal("Còn 150 lỗi cùng loại E-INDICATOR chưa liệt kê.", findings[^1].Message);
        Assert.Equal("E-INDICATOR", findings[^1].Code);
    }

    private static Rejection Provoke(RejectionScenario scenario)
    {
        var context = Reading.Context(scenario.Unit, scenario.Today ?? Reading.MarchDay);
        var verdict = SubmissionReader.Read(scenario.Content(), scenario.With?.Invoke(context) ?? context);
        var found = verdict.Findings.FirstOrDefault(finding => finding.Code == scenario.Code);
        Assert.True(found is not null, $"{scenario.Code} ({scenario.What}) was not found, but: {string.Join(" / ", verdict.Findings.Select(finding => finding.Code + " " + finding.Message))}");
        Assert.Equal(found.Severity == Severity.Error, verdict is RefusedSubmission);
        return found;
    }

    private static string Places(string text) =>
        string.Join(' ', System.Text.RegularExpressions.Regex.Matches(text, @"\{(\w+)\}").Select(match => match.Groups[1].Value).Distinct().Order(StringComparer.Ordinal));
}
