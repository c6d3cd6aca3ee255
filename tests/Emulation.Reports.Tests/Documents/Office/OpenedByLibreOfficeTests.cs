using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using Emulation.Reports.Tests.Documents.Faces;

namespace Emulation.Reports.Tests.Documents.Office;

/// <summary>What an office reads that opens our files in LibreOffice: every number of the model, in workbook and document, saved again and printed.</summary>
[Collection(OfficeFiles.Collection)]
public sealed partial class OpenedByLibreOfficeTests(OfficeFiles files)
{
    private static readonly string[] Headings = ["I. ", "II. ", "III. ", "IV. ", "V. ", "VI. "];

    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    public static TheoryData<string> Kinds => [.. SampleReports.All.Keys];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Workbook_SavedAgain_HoldsEveryNumberOfTheModel(string kind)
    {
        var (twin, names) = files.Twin(kind);
        var before = WorkbookFace.Read(files.Workbook(kind), names).Values;
        var saved = WorkbookFace.Read(files.SavedWorkbook(kind), names).Values;

        Assert.Equal(before.Keys.Order(), saved.Keys.Order());
        Assert.Empty(saved.Where(pair => pair.Value != before[pair.Key]).Select(pair => $"{pair.Key}: {before[pair.Key]} became {pair.Value}"));
        var compared = saved.Where(pair => twin.Values.ContainsKey(pair.Key)).ToList();
        Assert.InRange(compared.Count, 700, int.MaxValue);
        Assert.Empty(compared.Where(pair => pair.Value.Value != twin.Values[pair.Key].Value).Select(pair => $"{pair.Key}: {twin.Values[pair.Key]} became {pair.Value}"));
        Assert.Equal(Charts(files.Workbook(kind)), Charts(files.SavedWorkbook(kind)));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Workbook_Printed_ShowsEveryNumberAndNoColumnTooNarrow(string kind)
    {
        var text = await files.PrintedWorkbookAsync(kind);

        Assert.DoesNotContain("##", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Err:", text, StringComparison.Ordinal);
        // Cells as LibreOffice writes numbers here, sentences as we do.
        var printed = EnglishNumber().Matches(text).Concat(VietnameseNumber().Matches(text)).Select(match => match.Value).ToHashSet();
        var (_, names) = files.Twin(kind);
        Assert.Empty(WorkbookFace.Read(files.Workbook(kind), names).Values
            .Where(pair => !printed.Contains(Text(pair.Value, CultureInfo.InvariantCulture)) && !printed.Contains(Text(pair.Value, Vietnamese)))
            .Select(pair => $"{pair.Key}: {pair.Value} is not printed."));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Document_SavedAgain_HoldsEveryNumberOfTheModel(string kind)
    {
        var (twin, names) = files.Twin(kind);
        var before = DocumentFace.Read(files.Document(kind), names).Values;
        var saved = DocumentFace.Read(files.SavedDocument(kind), names).Values;

        Assert.Equal(before.Keys.Order(), saved.Keys.Order());
        Assert.InRange(saved.Count(pair => twin.Values.ContainsKey(pair.Key)), 250, int.MaxValue);
        Assert.Empty(saved.Where(pair => twin.Values.TryGetValue(pair.Key, out var wanted) && pair.Value.Value != wanted.Value).Select(pair => pair.Key));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Document_Printed_HasItsHeadingsAndEveryNumber(string kind)
    {
        var text = await files.PrintedDocumentAsync(kind);

        var lines = text.Split(['\n', '\f']).Select(line => line.Trim()).ToList();
        Assert.All(Headings, heading => Assert.Contains(lines, line => line.StartsWith(heading, StringComparison.Ordinal) && !line.Any(char.IsLower)));
        Assert.All((string[])["I", "II", "III", "IV", "V"], number => Assert.Contains($"Phụ lục {number}", lines));
        var printed = VietnameseNumber().Matches(text).Select(match => match.Value).ToHashSet();
        var (_, names) = files.Twin(kind);
        Assert.Empty(DocumentFace.Read(files.Document(kind), names).Values
            .Where(pair => !printed.Contains(Text(pair.Value, Vietnamese))).Select(pair => $"{pair.Key}: {pair.Value} is not printed."));
    }

    private static string Text(Shown number, CultureInfo culture) => number.Value.ToString("N" + number.Places, culture);

    private static int Charts(byte[] workbook)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(workbook), false);
        return document.WorkbookPart!.WorksheetParts.Sum(sheet => sheet.DrawingsPart?.ChartParts.Count() ?? 0);
    }

    [GeneratedRegex(@"-?\d[\d,]*(\.\d+)?")]
    private static partial Regex EnglishNumber();

    [GeneratedRegex(@"-?\d[\d.]*(,\d+)?")]
    private static partial Regex VietnameseNumber();
}
