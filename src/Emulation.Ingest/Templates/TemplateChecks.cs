using System.Globalization;
using Emulation.Ingest.Workbooks;
using OfficeOpenXml;
using OfficeOpenXml.DataValidation;
using OfficeOpenXml.DataValidation.Contracts;

namespace Emulation.Ingest.Templates;

/// <summary>What a spreadsheet checks while the template is filled in: hints when a cell is entered, refusals with the reason. The word KPS stays allowed where a number is asked.</summary>
internal sealed class TemplateChecks(ExcelWorksheet sheet)
{
    /// <summary>Excel's limits for a hint or a refusal.</summary>
    private const int LongestTitle = 32;
    private const int LongestText = 255;

    /// <summary>Whole numbers, zero or more; or KPS.</summary>
    public void Count(string cells, string hint) => Custom(cells, hint, cell => $"AND({cell}>=0,{cell}=INT({cell}))");

    /// <summary>Per cent 0–100; or KPS.</summary>
    public void Percent(string cells, string hint) => Custom(cells, hint, cell => $"AND({cell}>=0,{cell}<=100)");

    /// <summary>Numbers, zero or more; or KPS.</summary>
    public void Amount(string cells, string hint) => Custom(cells, hint, cell => $"{cell}>=0");

    /// <summary>A day between two days; or KPS.</summary>
    public void DayOrWord(string cells, DateOnly from, DateOnly to, string hint) =>
        Custom(cells, hint, cell => string.Create(CultureInfo.InvariantCulture, $"AND({cell}>=DATE({from:yyyy,M,d}),{cell}<=DATE({to:yyyy,M,d}))"));

    /// <summary>A day between two days.</summary>
    public void Date(string cells, DateOnly from, DateOnly to, string hint)
    {
        var check = sheet.DataValidations.AddDateTimeValidation(cells);
        check.Operator = ExcelDataValidationOperator.between;
        check.Formula.Value = from.ToDateTime(TimeOnly.MinValue);
        check.Formula2.Value = to.ToDateTime(TimeOnly.MinValue);
        Say(check, hint);
    }

    /// <summary>A choice from a list.</summary>
    public void List(string cells, IReadOnlyList<string> values, string hint)
    {
        var check = sheet.DataValidations.AddListValidation(cells);
        if (values.Any(value => value.Contains(',', StringComparison.Ordinal)) || values.Sum(value => value.Length + 1) > LongestText)
        {
            check.Formula.ExcelFormula = AddressOfList(values);
        }
        else
        {
            foreach (var value in values)
            {
                check.Formula.Values.Add(value);
            }
        }

        Say(check, hint);
    }

    /// <summary>A hint without a refusal.</summary>
    public void Hint(string cells, string hint)
    {
        var check = sheet.DataValidations.AddAnyValidation(cells);
        check.ShowInputMessage = true;
        check.PromptTitle = Cut(TemplateTexts.Get($"Check.{hint}.Title"), LongestTitle);
        check.Prompt = Cut(TemplateTexts.Get($"Check.{hint}.Hint"), LongestText);
    }

    /// <summary>Where the values stand on a hidden sheet: in a list written into the check itself a comma begins the next value.</summary>
    private string AddressOfList(IReadOnlyList<string> values)
    {
        var name = TemplateTexts.Get("Table.Lists");
        var lists = sheet.Workbook.Worksheets[name];
        if (lists is null)
        {
            lists = sheet.Workbook.Worksheets.Add(name);
            lists.Hidden = eWorkSheetHidden.Hidden;
        }

        var column = (lists.Dimension?.End.Column ?? 0) + 1;
        for (var row = 1; row <= values.Count; row++)
        {
            lists.Cells[row, column].SetText(values[row - 1]);
        }

        return $"'{name}'!{lists.Cells[1, column, values.Count, column].FullAddressAbsolute.Split('!')[^1]}";
    }

    private void Custom(string cells, string hint, Func<string, string> formula)
    {
        // A relative address of the first cell: the spreadsheet shifts it for the others.
        var first = cells.Split(' ', ':')[0];
        var check = sheet.DataValidations.AddCustomValidation(cells);
        // IF, not OR: an error in one part of an OR would refuse the word as well.
        check.Formula.ExcelFormula = $"IF(ISNUMBER({first}),{formula(first)},UPPER(TRIM({first}))=\"KPS\")";
        // Means nothing for a formula, but the library takes its absence for "between".
        check.Operator = ExcelDataValidationOperator.equal;
        Say(check, hint);
    }

    private static void Say(IExcelDataValidation check, string hint)
    {
        check.AllowBlank = true;
        check.ShowInputMessage = true;
        check.PromptTitle = Cut(TemplateTexts.Get($"Check.{hint}.Title"), LongestTitle);
        check.Prompt = Cut(TemplateTexts.Get($"Check.{hint}.Hint"), LongestText);
        check.ShowErrorMessage = true;
        check.ErrorStyle = ExcelDataValidationWarningStyle.stop;
        check.ErrorTitle = Cut(TemplateTexts.Get("Check.Error.Title"), LongestTitle);
        check.Error = Cut(TemplateTexts.Get($"Check.{hint}.Error"), LongestText);
    }

    private static string Cut(string text, int longest) => text.Length <= longest ? text : text[..longest];
}
