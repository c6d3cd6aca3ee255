using System.Globalization;
using Emulation.Plan;
using OfficeOpenXml;
using OfficeOpenXml.Style;

namespace Emulation.Jobs.Demo.OfficerFiles;

/// <summary>A form as a workbook made by hand: agency block, title, merged header, sections, signatures.</summary>
public sealed class WorkbookFile
{
    private readonly OfficerSheet sheet;
    private readonly OfficerStyle style;
    private readonly OfficerForm form;
    private readonly ExcelWorksheet page;

    /// <summary>1-based row that is written next.</summary>
    private int row = 1;

    private WorkbookFile(OfficerSheet sheet, OfficerStyle style, ExcelWorksheet page)
    {
        (this.sheet, this.style, this.page) = (sheet, style, page);
        form = OfficerForm.Of(sheet.Form);
    }

    /// <summary>Columns of the sheet: the running number and the form's own.</summary>
    private int LastColumn => form.Columns.Count + 1;

    public static byte[] Write(OfficerSheet sheet, OfficerStyle style)
    {
        using var package = new ExcelPackage();
        var file = new WorkbookFile(sheet, style, package.Workbook.Worksheets.Add(style.PeriodWords == 0 ? "Sheet1" : "Báo cáo"));
        file.WriteAll();
        package.Workbook.Properties.Created = sheet.Period.To.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        return FixedZip.WithoutTimes(package.GetAsByteArray());
    }

    private void WriteAll()
    {
        page.Cells.Style.Font.Name = "Times New Roman";
        page.Cells.Style.Font.Size = 12;
        WriteHeading();
        WriteHeader();
        WriteRows();
        WriteSignatures();
        page.Column(1).Width = 6;
        for (var index = 0; index < form.Columns.Count; index++)
        {
            page.Column(index + 2).Width = form.Columns[index].Width;
        }

        page.PrinterSettings.Orientation = eOrientation.Landscape;
        page.PrinterSettings.FitToPage = true;
        page.PrinterSettings.FitToHeight = 0;
    }

    private void WriteHeading()
    {
        if (style.HasAgencyBlock)
        {
            var middle = LastColumn / 2;
            Merged(row, 1, middle, "SỞ TƯ PHÁP TỈNH ĐẮK LẮK", bold: false);
            Merged(row, middle + 1, LastColumn, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", bold: true);
            Merged(row + 1, 1, middle, sheet.Unit.Name.ToUpper(CultureInfo.GetCultureInfo("vi-VN")), bold: true);
            Merged(row + 1, middle + 1, LastColumn, "Độc lập - Tự do - Hạnh phúc", bold: true);
            row += 3;
        }

        Merged(row++, 1, LastColumn, form.Title, bold: true);
        Merged(row++, 1, LastColumn, "Kỳ báo cáo: " + PeriodWords.Of(sheet.Period, Math.Max(1, style.PeriodWords)), bold: false);
        if (sheet.Form == FormKind.Figures && style.HasNumberRow)
        {
            Merged(row++, 1, LastColumn, $"(Từ ngày {Day(sheet.Period.From)} đến ngày {Day(sheet.Period.To)})", bold: false);
        }

        if (sheet.AsOf is { } asOf)
        {
            Merged(row++, 1, LastColumn, "Số liệu đến ngày: " + Day(asOf), bold: false);
        }

        page.Cells[row++, 1].Value = "Đơn vị báo cáo: " + sheet.Unit.Name;
        row++;
    }

    private void WriteHeader()
    {
        var bottom = form.HasGroups ? row + 1 : row;
        Header(row, bottom, 1, "STT");
        for (var index = 0; index < form.Columns.Count; index++)
        {
            var column = form.Columns[index];
            Header(column.Group is null ? row : bottom, bottom, index + 2, column.Name);
        }

        foreach (var group in form.Columns.Where(column => column.Group is not null).GroupBy(column => column.Group!))
        {
            var first = form.Columns.ToList().IndexOf(group.First()) + 2;
            page.Cells[row, first, row, first + group.Count() - 1].Merge = true;
            page.Cells[row, first].Value = group.Key;
        }

        Framed(page.Cells[row, 1, bottom, LastColumn], bold: true);
        page.Row(bottom).Height = 34;
        row = bottom + 1;
        if (style.HasNumberRow)
        {
            for (var column = 1; column <= LastColumn; column++)
            {
                page.Cells[row, column].Value = string.Create(CultureInfo.InvariantCulture, $"({column})");
            }

            Framed(page.Cells[row, 1, row, LastColumn], bold: false);
            row++;
        }
    }

    private void WriteRows()
    {
        string? section = null;
        var number = 0;
        foreach (var data in sheet.Rows)
        {
            if (data.Section is not null && data.Section != section)
            {
                page.Cells[row, 1].Value = section = data.Section;
                page.Cells[row, 1, row, LastColumn].Merge = true;
                page.Cells[row, 1].Style.Font.Bold = true;
                row++;
            }

            page.Cells[row, 1].Value = ++number;
            for (var index = 0; index < data.Cells.Count; index++)
            {
                Fill(page.Cells[row, index + 2], data.Cells[index]);
            }

            page.Cells[row, 1, row, LastColumn].Style.Border.BorderAround(ExcelBorderStyle.Thin);
            row++;
        }
    }

    private void Fill(ExcelRange cell, OfficerCell value)
    {
        cell.Style.WrapText = true;
        cell.Style.VerticalAlignment = ExcelVerticalAlignment.Top;
        if (value.Text.Length == 0)
        {
            return;
        }

        if (style.NumbersAsText || (value.Number is null && value.Date is null))
        {
            cell.Value = value.Text;
        }
        else if (value.Date is { } day)
        {
            cell.Value = day.ToDateTime(TimeOnly.MinValue);
            cell.Style.Numberformat.Format = "dd/mm/yyyy";
        }
        else
        {
            cell.Value = value.Number;
            cell.Style.Numberformat.Format = value.Number % 1 == 0 ? "#,##0" : "#,##0.00";
        }
    }

    private void WriteSignatures()
    {
        if (!style.HasSignature)
        {
            return;
        }

        row++;
        var middle = LastColumn / 2;
        Merged(row, 1, middle, "NGƯỜI LẬP BIỂU", bold: true);
        Merged(row, middle + 1, LastColumn, "TRƯỞNG PHÒNG", bold: true);
        Merged(row + 1, 1, middle, "(Ký, ghi rõ họ tên)", bold: false);
        Merged(row + 1, middle + 1, LastColumn, "(Ký, đóng dấu)", bold: false);
    }

    private void Header(int top, int bottom, int column, string text)
    {
        page.Cells[top, column].Value = text;
        if (bottom > top)
        {
            page.Cells[top, column, bottom, column].Merge = true;
        }
    }

    private void Merged(int at, int from, int to, string text, bool bold)
    {
        var range = page.Cells[at, from, at, to];
        range.Merge = true;
        range.Style.HorizontalAlignment = ExcelHorizontalAlignment.Center;
        range.Style.Font.Bold = bold;
        page.Cells[at, from].Value = text;
    }

    private static void Framed(ExcelRange range, bool bold)
    {
        range.Style.Font.Bold = bold;
        range.Style.WrapText = true;
        range.Style.HorizontalAlignment = ExcelHorizontalAlignment.Center;
        range.Style.VerticalAlignment = ExcelVerticalAlignment.Center;
        foreach (var cell in range)
        {
            cell.Style.Border.BorderAround(ExcelBorderStyle.Thin);
        }
    }

    private static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
}
