using Emulation.Ingest.Tests.Validation.Support;
using Emulation.Ingest.Validation;

namespace Emulation.Ingest.Tests.Validation;

/// <summary>tests/files: every file is listed in its README with what it must come to.</summary>
public sealed class TestFilesTests
{
    private static readonly string Folder = Reading.RepositoryFolder("tests/files");

    public static TheoryData<string, string> Files
    {
        get
        {
            var files = new TheoryData<string, string>();
            foreach (var line in File.ReadLines(Path.Combine(Folder, "README.md")).Where(line => line.StartsWith("| ", StringComparison.Ordinal)).Skip(1))
            {
                var cells = line.Split('|', StringSplitOptions.TrimEntries);
                files.Add(cells[1], cells[^2]);
            }

            return files;
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void File_OfTheReadme_ComesToWhatItSays(string file, string answer)
    {
        var verdict = Reading.Read(File.ReadAllBytes(Path.Combine(Folder, file)));

        Assert.Equal(answer, verdict is ReadSubmission read ? $"{read.Figures.Count} figures" : verdict.Findings.First(finding => finding.Severity == Severity.Error).Code);
    }

    [Fact]
    public void Folder_HoldsNothingUnlisted()
    {
        var listed = Files.Select(row => row.Data.Item1).Append("README.md").Order(StringComparer.Ordinal);

        // Approved texts belong to the tests that write them.
        var files = Directory.GetFiles(Folder).Select(path => Path.GetFileName(path)).Where(name => !name.EndsWith(".approved.txt", StringComparison.Ordinal));
        Assert.Equal(listed, files.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("tcvn3-font.xlsx")]
    [InlineData("tcvn3-font.xls")]
    public void OldFont_OfAnotherProgram_GivesTheFiguresTyped(string file)
    {
        var verdict = Reading.Read(File.ReadAllBytes(Path.Combine(Folder, file))).Accepted();

        Assert.Equal("W-FONT", Assert.Single(verdict.Findings, finding => finding.Code != "W-OLDTYPE").Code);
        Assert.Equal("TCVN3 (ABC)", verdict.OldEncoding);
        Assert.Equal((20m, 17m), (verdict.FigureOf("B09").Value, verdict.FigureOf("B10").Value));
        Assert.Equal(FigureState.NotApplicable, verdict.FigureOf("B21").State);
        Assert.Equal(1m, verdict.FigureOf("B05").Value);
    }

    [Fact]
    public void LibreOffice_SameTable_GivesTheFiguresTyped()
    {
        var verdict = Reading.Read(File.ReadAllBytes(Path.Combine(Folder, "libreoffice.xlsx"))).Accepted();

        Assert.Empty(verdict.Findings);
        Assert.Equal((85m, 17m, 20m), (verdict.FigureOf("B11").Value, verdict.FigureOf("B11").Numerator, verdict.FigureOf("B11").Denominator));
        Assert.Equal(12.75m, verdict.FigureOf("E01").Value);
        Assert.Equal(new DateOnly(2020, 2, 28), verdict.FigureOf("B22").Date);
        Assert.Equal(FigureState.NotApplicable, verdict.FigureOf("B21").State);
    }
}
