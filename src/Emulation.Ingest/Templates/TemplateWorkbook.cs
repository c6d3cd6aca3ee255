using Emulation.Ingest.Workbooks;
using OfficeOpenXml;
using OfficeOpenXml.Style;

namespace Emulation.Ingest.Templates;

/// <summary>The template of a form as a workbook: pre-filled, protected but for the cells to be filled in, with its guide. Equal content gives equal bytes.</summary>
public static class TemplateWorkbook
{
    public static byte[] Write(TemplateContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        using var package = new ExcelPackage();
        TemplateStyles.AddTo(package.Workbook);
        var sheet = new TemplateSheet(package.Workbook, content);
        TemplateTitle.Write(sheet);
        TemplateHeading.Write(sheet);
        if (content.IsOfFigures)
        {
            FigureTable.Write(sheet);
        }
        else
        {
            EntryTable.Write(sheet);
        }

        WriteSignatures(sheet);
        Protect(sheet.Sheet, mayChangeRows: !content.IsOfFigures);
        GuideSheet.Add(package.Workbook, content);
        package.Workbook.Properties.Title = CellText.Clean($"{content.Form.Name} – {content.Period.Name}");
        package.Workbook.Properties.Author = CellText.Clean(content.Plan.Issuer.Name);
        return package.ToBytes(content.Subject.Occurrence.OpensOn.ToDateTime(TimeOnly.MinValue));
    }

    /// <summary>Protection without a password: against slips, not against people.</summary>
    internal static void Protect(ExcelWorksheet sheet, bool mayChangeRows)
    {
        var protection = sheet.Protection;
        protection.IsProtected = true;
        protection.AllowSelectLockedCells = true;
        protection.AllowSelectUnlockedCells = true;
        protection.AllowFormatColumns = true;
        protection.AllowFormatRows = true;
        protection.AllowInsertRows = mayChangeRows;
        protection.AllowDeleteRows = mayChangeRows;
    }

    private static void WriteSignatures(TemplateSheet sheet)
    {
        var middle = sheet.LastColumn / 2;
        sheet.Row++;
        foreach (var (left, right, isBold) in new[]
        {
            (TemplateTexts.Get("Sign.Author"), TemplateTexts.Get("Sign.Head"), true),
            (TemplateTexts.Get("Sign.Name"), TemplateTexts.Get("Sign.Seal"), false),
        })
        {
            foreach (var range in new[] { sheet.Merged(1, middle, left), sheet.Merged(middle + 1, sheet.LastColumn, right) })
            {
                range.Style.HorizontalAlignment = ExcelHorizontalAlignment.Center;
                range.Style.Font.Bold = isBold;
                range.Style.Font.Italic = !isBold;
            }

            sheet.Row++;
        }
    }
}
