using System.Globalization;
using System.Text;
using Emulation.Ingest.Parsing;
using Emulation.Ingest.Parsing.OldWorkbooks;
using Emulation.Ingest.Parsing.Workbooks;
using ExcelDataReader;

namespace Emulation.Ingest.Tests.Parsing.OldWorkbooks;

/// <summary>The cells of a workbook as lines by address, as our reader sees them and as ExcelDataReader does.</summary>
internal static class OldCells
{
    private static readonly ReadingLimits Wide = new() { Columns = 256 };

    public static SortedDictionary<string, string> Ours(byte[] old) => OfPackage(OldWorkbook.ToPackage(old, ReadingLimits.Default));

    public static SortedDictionary<string, string> OfPackage(byte[] package)
    {
        var workbook = WorkbookPackage.Open(ZipGate.Open(package, ReadingLimits.Default), Wide);
        var cells = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var sheet in workbook.Sheets)
        {
            using var table = workbook.OpenSheet(sheet);
            while (table.Read())
            {
                for (var column = 1; column <= table.ColumnCount; column++)
                {
                    if (Say(table.Cell(column)) is { } said)
                    {
                        cells[$"{sheet.Number}!{table.RowNumber},{column}"] = said;
                    }
                }
            }
        }

        return cells;
    }

    public static SortedDictionary<string, string> Theirs(byte[] old)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        using var reader = ExcelReaderFactory.CreateBinaryReader(new MemoryStream(old));
        var cells = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var sheet = 0;
        do
        {
            sheet++;
            for (var row = 1; reader.Read(); row++)
            {
                for (var column = 0; column < reader.FieldCount; column++)
                {
                    if (Say(reader.GetValue(column)) is { } said)
                    {
                        cells[$"{sheet}!{row},{column + 1}"] = said;
                    }
                }
            }
        }
        while (reader.NextResult());
        return cells;
    }

    private static string? Say(CellView cell) => cell.Kind switch
    {
        CellKind.Blank => null,
        CellKind.Number or CellKind.Date => cell.Number.ToString("R", CultureInfo.InvariantCulture),
        CellKind.Boolean => cell.Number == 1 ? "True" : "False",
        CellKind.Error => "error " + cell.Text.ToString(),
        CellKind.Formula => "not calculated",
        _ => cell.Text.ToString(),
    };

    private static string? Say(object? value) => value switch
    {
        null => null,
        DateTime time => time.ToOADate().ToString("R", CultureInfo.InvariantCulture),
        TimeSpan span => span.TotalDays.ToString("R", CultureInfo.InvariantCulture),
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        string text => CellText.Trim(text).ToString() is { Length: > 0 } trimmed ? trimmed : null,
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };
}
