using System.Diagnostics;
using CsvHelper;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using ExcelDataReader;
using OfficeOpenXml;

namespace Emulation.Benchmarks.Limits;

/// <summary>What others need to read the same file: common libraries, and the mere unpacking of its bytes.</summary>
internal static class PlainReaders
{
    /// <summary>Walks every field of a CSV as bytes, and does nothing with them.</summary>
    /// <returns>The number of fields that are not empty.</returns>
    public static int WalkByCsvHelper(ReadOnlyMemory<byte> content)
    {
        using var reader = CsvReader.Create(content, new CsvReaderOptions { Separator = ';', HasHeader = false, DetectSeparatorHint = false });
        var fields = 0;
        while (reader.Read())
        {
            for (var index = 0; index < reader.FieldCount; index++)
            {
                fields += reader.GetSpan(index).IsEmpty ? 0 : 1;
            }
        }

        return fields;
    }

    /// <summary>Reads every cell of the first sheet.</summary>
    /// <returns>The number of cells that are not empty.</returns>
    public static int ReadByEPPlus(string path)
    {
        using var package = new ExcelPackage(new FileInfo(path));
        return package.Workbook.Worksheets[0].Cells.Count(cell => cell.Value is not null);
    }

    /// <summary>Reads every cell of the first sheet, and looks its text up where it is shared.</summary>
    /// <returns>The number of cells that are not empty.</returns>
    public static int ReadByOpenXml(string path)
    {
        using var document = SpreadsheetDocument.Open(path, isEditable: false);
        var workbook = document.WorkbookPart!;
        var texts = workbook.SharedStringTablePart!.SharedStringTable!.Elements<SharedStringItem>().Select(item => item.InnerText).ToArray();
        using var reader = OpenXmlReader.Create(workbook.WorksheetParts.First());
        var cells = 0;
        while (reader.Read())
        {
            if (reader.ElementType == typeof(Cell) && reader.IsStartElement && reader.LoadCurrentElement() is Cell { CellValue: { } value } cell)
            {
                var text = cell.DataType?.Value == CellValues.SharedString ? texts[int.Parse(value.Text, System.Globalization.CultureInfo.InvariantCulture)] : value.Text;
                cells += text.Length == 0 ? 0 : 1;
            }
        }

        return cells;
    }

    /// <summary>Reads every cell of the first sheet.</summary>
    /// <returns>The number of cells that are not empty.</returns>
    public static int ReadByExcelDataReader(string path)
    {
        System.Text.Encoding.RegisterProvider(System.Text.CodePagesEncodingProvider.Instance);
        using var stream = File.OpenRead(path);
        using var reader = ExcelReaderFactory.CreateOpenXmlReader(stream);
        var cells = 0;
        while (reader.Read())
        {
            for (var index = 0; index < reader.FieldCount; index++)
            {
                cells += reader.GetValue(index) is null ? 0 : 1;
            }
        }

        return cells;
    }

    /// <summary>Unpacks the whole package by <c>unzip -p</c> and throws the bytes away.</summary>
    public static async Task UnzipAsync(string path, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("unzip") { RedirectStandardOutput = true };
        start.ArgumentList.Add("-p");
        start.ArgumentList.Add(path);
        using var process = Process.Start(start) ?? throw new InvalidOperationException("unzip did not start; install it (Debian: apt-get install unzip).");
        await process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
    }
}
