using System.Globalization;
using Emulation.Ingest.Parsing;
using Emulation.Ingest.Parsing.Workbooks;
using Emulation.Ingest.Validation.Values;
using ExcelDataReader;
using OfficeOpenXml;

namespace Emulation.Ingest.Tests.Parsing;

/// <summary>Workbooks written by EPPlus are read cell by cell by our reader and by ExcelDataReader: both must see the same.</summary>
/// <remarks>Only of what ExcelDataReader reads rightly: it takes error cells, uncached formulas and <c>date1904="true"</c> for something else (docs/formats/xlsx.md).</remarks>
public sealed class WorkbookDifferentialTests
{
    private static readonly string[] Words = ["Krông Pắc", "M'Đrắk", "Tỷ lệ (%)", " hai  khoảng ", "a&b<c>\"d\"", "dòng 1\ndòng 2", "_x000D_", "0012", "95,5", "=1+1", "Ẩn số 𝄞"];
    private static readonly string[] Formats = ["General", "0.00", "#,##0", "0%", "0.0%", "dd/MM/yyyy", "[$-42A]d mmmm yyyy", "#,##0\" đ\"", "@", "0.00E+00"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public void Cells_OfARandomWorkbook_AreReadAlikeByBothReaders(int seed)
    {
        var bytes = Write(new Random(seed));

        Assert.Equal(Theirs(bytes), Ours(bytes));
    }

    private static byte[] Write(Random random)
    {
        using var package = new ExcelPackage();
        for (var number = 1; number <= 3; number++)
        {
            var sheet = package.Workbook.Worksheets.Add($"Trang {number}");
            for (var count = 0; count < 400; count++)
            {
                var cell = sheet.Cells[random.Next(1, 120), random.Next(1, 30)];
                cell.Value = Value(random);
                cell.Style.Numberformat.Format = Formats[random.Next(Formats.Length)];
            }

            // Above the random rows, so that nothing is lost in the merge.
            sheet.Cells[130, 1, 131, 4].Merge = true;
            sheet.Cells[130, 1].Value = "gộp";
        }

        return package.GetAsByteArray();
    }

    private static object? Value(Random random) => random.Next(7) switch
    {
        0 => Words[random.Next(Words.Length)],
        1 => random.Next(-1000, 1_000_000),
        2 => Math.Round(random.NextDouble() * 1000, random.Next(0, 6)),
        3 => random.NextDouble(),
        4 => new DateTime(2020, 1, 1).AddDays(random.Next(366)),
        5 => random.Next(2) == 0,
        _ => (decimal)random.Next(100_000) / 100,
    };

    private static List<string> Ours(byte[] bytes)
    {
        var package = WorkbookPackage.Open(ZipGate.Open(bytes, ReadingLimits.Default), ReadingLimits.Default);
        var cells = new List<string>();
        foreach (var sheet in package.Sheets)
        {
            using var table = package.OpenSheet(sheet);
            while (table.Read())
            {
                for (var column = 1; column <= table.ColumnCount; column++)
                {
                    if (Say(table.Cell(column)) is { } said)
                    {
                        cells.Add($"{sheet.Name}!{table.RowNumber},{column}={said}");
                    }
                }
            }
        }

        return cells;
    }

    private static string? Say(CellView cell) => cell.Kind switch
    {
        CellKind.Blank => null,
        CellKind.Number => cell.Number.ToString("R", CultureInfo.InvariantCulture),
        CellKind.Date => DateGrammar.TryFromSerial(cell.Number, out var date) ? date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "none",
        CellKind.Boolean => cell.Number == 1 ? "True" : "False",
        _ => cell.Text.ToString(),
    };

    private static List<string> Theirs(byte[] bytes)
    {
        System.Text.Encoding.RegisterProvider(System.Text.CodePagesEncodingProvider.Instance);
        using var reader = ExcelReaderFactory.CreateOpenXmlReader(new MemoryStream(bytes));
        var cells = new List<string>();
        do
        {
            for (var row = 1; reader.Read(); row++)
            {
                for (var column = 0; column < reader.FieldCount; column++)
                {
                    if (Say(reader.GetValue(column)) is { } said)
                    {
                        cells.Add($"{reader.Name}!{row},{column + 1}={said}");
                    }
                }
            }
        }
        while (reader.NextResult());
        return cells;
    }

    private static string? Say(object? value) => value switch
    {
        null => null,
        // Days outside the calendar of forms are no dates for us, whatever the format.
        DateTime time => time < new DateTime(1900, 3, 1) || time.Year > 2100 ? "none" : time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        string text => CellText.Trim(text).ToString() is { Length: > 0 } trimmed ? trimmed : null,
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };
}
