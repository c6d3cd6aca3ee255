using System.Text;
using Emulation.Ingest.Parsing;
using Emulation.Ingest.Parsing.Text;
using Emulation.Ingest.Validation;

namespace Emulation.Ingest.Tests.Parsing;

/// <summary>Pins what we rely on of CsvHelper 34, whose defaults are lenient (docs/adr/0002-csv-reader.md).</summary>
public sealed class CsvTableTests
{
    [Theory]
    [InlineData("a;b\n1;2\n", "1:a|b 2:1|2")]
    [InlineData("a;b\r\n1;2\r\n\r\n3;4", "1:a|b 2:1|2 4:3|4")]
    [InlineData("a;b\r1;2\r", "1:a|b 2:1|2")]
    [InlineData("a;b\n\"x;\"\"y\"\"\nz\";2\n3;4\n", "1:a|b 2:x;\"y\"\nz|2 4:3|4")]
    [InlineData("a;b\n ;\u00A0\n3;4\n", "1:a|b 3:3|4")]
    [InlineData("a;b\n1;2;;;\n", "1:a|b 2:1|2|||")]
    public void Records_WellFormed_ComeWithTheirLines(string text, string expected)
    {
        var findings = new Findings();

        Assert.Equal(expected, Read(text, findings));
        Assert.Empty(findings.ToList());
    }

    [Theory]
    [InlineData("a;b\n1\"x;2\n3;4\n", "1:a|b 3:3|4", "E-QUOTE 2")]
    [InlineData("a;b\n\"1\"x;2\n3;4\n", "1:a|b 3:3|4", "E-QUOTE 2")]
    [InlineData("a;b\n3;4\n\"1;2\n5;6\n", "1:a|b 2:3|4", "E-QUOTE 3")]
    [InlineData("a;b\n1;2;3\n4\n5;6\n", "1:a|b 4:5|6", "E-RAGGED 2, E-RAGGED 3")]
    public void Records_Malformed_AreNamedByLineAndPassedOver(string text, string expected, string found)
    {
        var findings = new Findings();

        Assert.Equal(expected, Read(text, findings));
        Assert.Equal(found, string.Join(", ", findings.ToList().Select(finding => $"{finding.Code} {finding.RowNumber}")));
    }

    [Fact]
    public void Record_WithoutEnd_IsRefusedWithoutGrowing()
    {
        var findings = new Findings();

        Read("a;b\n1;\"" + new string('x', 3_000_000), findings);

        Assert.Equal("E-QUOTE", Assert.Single(findings.ToList()).Code);
    }

    [Fact]
    public void Fields_OfOneRow_StayReadableTogether()
    {
        var longText = new string('ệ', 5000);
        using var table = new CsvTable(Encoding.UTF8.GetBytes($"{longText};b;{longText}\n"), ';', 1, ReadingLimits.Default, new Findings());
        Assert.True(table.Read());

        var first = table.Cell(1);
        var second = table.Cell(2);
        var third = table.Cell(3);

        Assert.Equal((longText, "b", longText), (first.ToString(), second.ToString(), third.ToString()));
    }

    private static string Read(string text, Findings findings)
    {
        using var table = new CsvTable(Encoding.UTF8.GetBytes(text), ';', 1, ReadingLimits.Default, findings);
        var rows = new List<string>();
        while (table.Read())
        {
            rows.Add($"{table.RowNumber}:{string.Join('|', Enumerable.Range(1, table.ColumnCount).Select(column => table.Cell(column).ToString()))}");
        }

        return string.Join(' ', rows);
    }
}
