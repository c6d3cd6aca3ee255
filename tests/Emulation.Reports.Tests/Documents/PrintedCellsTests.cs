using System.Globalization;
using Emulation.Reports.Documents;
using Emulation.Reports.Documents.Twin;
using Emulation.Reports.Documents.Workbook;

namespace Emulation.Reports.Tests.Documents;

/// <summary>Every number of every sheet knows whose value it is, and prints that value; only the numbers of lines in a list (column A) are nobody's.</summary>
public sealed class PrintedCellsTests
{
    public static TheoryData<string> Kinds => [.. SampleReports.All.Keys];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void NumbersOfTheWorkbook_HaveTheAddressOfTheValueTheyPrint(string kind)
    {
        var model = SampleReports.All[kind];
        var twin = TwinRows.Of(model).ToDictionary(row => new ValueAddress(row.Part, row.Unit, row.Code, row.Column), row => row.Value);
        var (bytes, cells) = ReportWorkbook.Print(model);
        var printed = cells.ToDictionary(cell => (cell.Sheet, cell.Cell), cell => cell.Address);
        var numbers = WorkbookNumbers.Of(bytes);

        Assert.True(numbers.Count > 100);
        foreach (var (place, number) in numbers)
        {
            Assert.True(printed.TryGetValue(place, out var address), $"{place} prints {number} and nobody knows whose it is");
            Assert.Equal(twin[address], Print(address, number));
        }

        Assert.All(printed.Values, address => Assert.True(twin.ContainsKey(address), address.ToString()));
    }

    private static string Print(ValueAddress address, double number) =>
        address.Column.EndsWith("-on", StringComparison.Ordinal) || address.Column.EndsWith("date", StringComparison.Ordinal)
            ? DateTime.FromOADate(number).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : ((decimal)number).ToString("0.############################", CultureInfo.InvariantCulture);
}
