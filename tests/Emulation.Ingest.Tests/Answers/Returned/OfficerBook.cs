using System.Drawing;
using Emulation.Ingest.Tests.Validation.Support;
using OfficeOpenXml;
using OfficeOpenXml.Style;

namespace Emulation.Ingest.Tests.Answers.Returned;

/// <summary>A monthly report as an office keeps it: formats, formulas, a comment, colours of its own, a drop-down, a second sheet, which is the one shown.</summary>
internal static class OfficerBook
{
    public const string Sheet = "Biểu tháng 3";

    /// <param name="rows">Below the two heading rows: code, then the cells from Thực hiện on.</param>
    public static byte[] Make(params (string Code, object?[] Cells)[] rows) => Make(null, rows);

    public static byte[] Make(Action<ExcelPackage>? change, params (string Code, object?[] Cells)[] rows)
    {
        using var package = new ExcelPackage();
        var sheet = package.Workbook.Worksheets.Add(Sheet);
        var line = 0;
        foreach (var row in Sheets.Head())
        {
            line++;
            for (var column = 0; column < row.Length; column++)
            {
                sheet.Cells[line, column + 1].Value = row[column];
            }
        }

        sheet.Cells["E7:H7"].Merge = true;
        sheet.Cells["A7:I8"].Style.Font.Bold = true;
        sheet.Cells["A7:I8"].Style.Border.Bottom.Style = ExcelBorderStyle.Thin;
        (sheet.Column(3).Width, sheet.Column(2).Width) = (40, 14);
        foreach (var (code, cells) in rows)
        {
            line++;
            sheet.Cells[line, 1].Value = line - 8;
            sheet.Cells[line, 2].Value = code;
            for (var column = 0; column < cells.Length; column++)
            {
                sheet.Cells[line, column + 5].Value = cells[column];
            }
        }

        AddHabits(package, sheet, line);
        change?.Invoke(package);
        return package.GetAsByteArray();
    }

    private static void AddHabits(ExcelPackage package, ExcelWorksheet sheet, int last)
    {
        sheet.Cells[9, 5, last, 5].Style.Numberformat.Format = "#,##0";
        sheet.Cells[9, 5, last, 5].Style.Fill.PatternType = ExcelFillStyle.Solid;
        sheet.Cells[9, 5, last, 5].Style.Fill.BackgroundColor.SetColor(Color.LightYellow);
        sheet.Cells["I9"].AddComment("Số của đội 2", "Chị Lan");
        sheet.ConditionalFormatting.AddGreaterThan(sheet.Cells["E9:E20"]).Formula = "1000000";
        sheet.DataValidations.AddListValidation("I10").Formula.Values.Add("đã rà soát");
        var notes = package.Workbook.Worksheets.Add("Sổ tay");
        notes.Cells["A1"].Value = "Cộng";
        notes.Cells["B1"].Formula = $"SUM('{Sheet}'!E9:E20)";
        notes.Cells["B1"].Calculate();
        package.Workbook.Names.Add("Vung_so_lieu", sheet.Cells["E9:E20"]);
        package.Workbook.View.ActiveTab = 1;
        sheet.View.TabSelected = false;
        notes.View.TabSelected = true;
    }
}
