using System.Globalization;
using Emulation.Ingest.Templates;
using Emulation.Plan;
using OfficeOpenXml;
using OfficeOpenXml.DataValidation;
using OfficeOpenXml.DataValidation.Contracts;

namespace Emulation.Ingest.Tests.Templates;

/// <summary>What a spreadsheet checks in a template while it is filled in, and what it lets nobody touch.</summary>
public sealed class TemplateChecksTests
{
    private static readonly byte[] Wave = TemplateWorkbook.Write(TemplateKit.Of("654", FormKind.WaveReport, "2020-W1"));
    private static readonly byte[] Awards = TemplateWorkbook.Write(TemplateKit.Of("654", FormKind.AwardProposals, "2020"));

    // IF keeps the comparison of a word with a number from becoming an error, which a spreadsheet takes for a refusal.
    [Theory]
    [InlineData("A01", 8, "IF(ISNUMBER({0}),AND({0}>=0,{0}=INT({0})),UPPER(TRIM({0}))=\"KPS\")")]
    [InlineData("A02", 8, "IF(ISNUMBER({0}),AND({0}>=0,{0}<=100),UPPER(TRIM({0}))=\"KPS\")")]
    [InlineData("A02", 9, "IF(ISNUMBER({0}),{0}>=0,UPPER(TRIM({0}))=\"KPS\")")]
    [InlineData("A04", 8, "IF(ISNUMBER({0}),{0}>=0,UPPER(TRIM({0}))=\"KPS\")")]
    [InlineData("A01", 11, "IF(ISNUMBER({0}),AND({0}>=0,{0}=INT({0})),UPPER(TRIM({0}))=\"KPS\")")]
    [InlineData("B22", 8, "IF(ISNUMBER({0}),AND({0}>=DATE(2019,1,1),{0}<=DATE(2021,12,31)),UPPER(TRIM({0}))=\"KPS\")")]
    public void Cell_OfAnIndicator_IsCheckedByItsKind(string indicator, int column, string formula)
    {
        var check = Assert.IsAssignableFrom<IExcelDataValidationCustom>(CheckOf(Wave, indicator, column, out var first));

        Assert.Equal(string.Format(CultureInfo.InvariantCulture, formula, first), check.Formula.ExcelFormula);
        Assert.True(check.AllowBlank is true && check.ShowErrorMessage is true && check.ShowInputMessage is true);
        Assert.Equal(ExcelDataValidationWarningStyle.stop, check.ErrorStyle);
    }

    [Fact]
    public void Cell_OfYesOrNo_IsChosenFromAList()
    {
        var check = Assert.IsAssignableFrom<IExcelDataValidationList>(CheckOf(Wave, "B05", 8, out _));

        Assert.Equal(["Có", "Không", "KPS"], check.Formula.Values);
        Assert.Equal("Hãy chọn Có, Không hoặc KPS trong danh sách.", check.Error);
    }

    [Theory]
    [InlineData("A01", 9)]
    [InlineData("B05", 11)]
    [InlineData("A01", 3)]
    [InlineData("A01", 5)]
    [InlineData("A01", 7)]
    public void Cell_NotToBeFilledIn_IsLockedAndUnchecked(string indicator, int column)
    {
        using var package = new ExcelPackage(new MemoryStream(Wave));
        var sheet = package.Workbook.Worksheets[0];

        Assert.True(sheet.Protection.IsProtected);
        Assert.True(sheet.Cells[RowOf(sheet, indicator), column].Style.Locked);
        Assert.Null(Find(sheet, RowOf(sheet, indicator), column));
    }

    /// <summary>"Người trực tiếp công tác, lao động" holds the comma at which a list in the check itself would be cut.</summary>
    [Fact]
    public void List_WhoseValuesHoldCommas_StandsOnAHiddenSheet()
    {
        using var package = new ExcelPackage(new MemoryStream(Awards));
        var form = TemplateKit.Of("654", FormKind.AwardProposals, "2020").Form;
        var columns = form.Columns.Where(column => column.InWorkbook).ToList();
        var cut = columns.Where(column => column.Choices.Any(choice => choice.Contains(',', StringComparison.Ordinal))).ToList();

        Assert.NotEmpty(cut);
        Assert.Equal(eWorkSheetHidden.Hidden, package.Workbook.Worksheets["Danh mục"].Hidden);
        foreach (var column in cut)
        {
            var check = package.Workbook.Worksheets[0].DataValidations.OfType<IExcelDataValidationList>().Single(one => one.Address.Start.Column == columns.IndexOf(column) + 1);
            var address = check.Formula.ExcelFormula.Split('!');
            Assert.Equal("'Danh mục'", address[0]);
            Assert.Equal(column.Choices, package.Workbook.Worksheets["Danh mục"].Cells[address[1].Replace("$", "", StringComparison.Ordinal)].Select(cell => cell.Text));
        }
    }

    [Fact]
    public void Texts_OfTemplates_AreThereInBothLanguages()
    {
        var vietnamese = Texts("vi-VN");
        var english = Texts("en");

        Assert.True(vietnamese.Count > 70);
        Assert.Equal(vietnamese.Keys.Order(StringComparer.Ordinal), english.Keys.Order(StringComparer.Ordinal));
        Assert.Empty(vietnamese.Where(text => Places(text.Value) != Places(english[text.Key])).Select(text => text.Key));
        Assert.Empty(vietnamese.Where(text => text.Key.StartsWith("Check.", StringComparison.Ordinal) && text.Value.Length > (text.Key.EndsWith(".Title", StringComparison.Ordinal) ? 32 : 255)).Select(text => text.Key));
    }

    private static IExcelDataValidation CheckOf(byte[] workbook, string indicator, int column, out string first)
    {
        using var package = new ExcelPackage(new MemoryStream(workbook));
        var sheet = package.Workbook.Worksheets[0];
        var check = Find(sheet, RowOf(sheet, indicator), column) ?? throw new InvalidOperationException($"{indicator} is not checked.");
        first = check.Address.Address.Split(' ', ',', ':')[0];
        return check;
    }

    private static IExcelDataValidation? Find(ExcelWorksheet sheet, int row, int column) =>
        sheet.DataValidations.SingleOrDefault(check => check.Address.Address.Split(' ', ',').Any(part =>
            new ExcelAddress(part) is var range && range.Start.Row <= row && row <= range.End.Row && range.Start.Column == column));

    private static int RowOf(ExcelWorksheet sheet, string code) =>
        Enumerable.Range(1, sheet.Dimension.End.Row).Single(row => sheet.Cells[row, 2].Value as string == code);

    private static Dictionary<string, string> Texts(string culture)
    {
        var resources = new System.Resources.ResourceManager("Emulation.Ingest.Templates.TemplateTexts", typeof(TemplateWorkbook).Assembly);
        return resources.GetResourceSet(culture == "en" ? CultureInfo.GetCultureInfo("en") : CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: false)!
            .Cast<System.Collections.DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!);
    }

    private static string Places(string text) =>
        string.Join(' ', System.Text.RegularExpressions.Regex.Matches(text, @"\{[0-9]\}").Select(match => match.Value).Distinct().Order(StringComparer.Ordinal));
}
